"""Question files and verdicts: every mark has an answer that earns it."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from assistant.errors import KnowledgeError
from assistant.evaluation import (
    Expectation,
    Judged,
    Mark,
    Quantity,
    Refusals,
    judge,
    read_questions,
    summarise,
)
from assistant.evaluation.figures import decimal
from assistant.evaluation.wordings import folded
from assistant.model import Answer, Citation, Computation, Passage, Value

SOURCE = "目前进驻事项总数为6211项,其中连州市669项,英德市628项。采编信息1.2万多篇(条)。"
SOURCES = {"qy": SOURCE}


def cited(*quotes: str) -> tuple[Citation, ...]:
    spans = ((q, SOURCE.index(q)) for q in quotes)
    return tuple(Citation("qy", "年报", "一", q, at, at + len(q)) for q, at in spans)


def value(number: str, unit: str = "项") -> Value:
    return Value(number, unit, "exact", number + unit)


def quantity(number: str, unit: str = "项") -> Quantity:
    return Quantity(((Decimal(number), unit),))


WANTED = Expectation(
    id="a",
    question="连州市多少项",
    kind="lookup",
    expect=frozenset({"answered"}),
    values=(quantity("669"),),
    say=(("连州市", "连州"),),
    never=("英德",),
    cite=("连州市669项",),
    reports=("qy",),
)
REFUSAL = Expectation("b", "2012年多少项", "unanswered", frozenset({"unanswered"}), never=("6211",))
GOOD = Answer(
    question="连州市多少项",
    status="answered",
    text="连州市669项。",
    values=(value("669"),),
    citations=cited("连州市669项"),
)
REFUSED = Answer("2012年多少项", "unanswered", "没有2012年的数据。", reason="no_such_period")


def mark(expectation: Expectation, answer: Answer) -> Mark:
    return judge(expectation, answer, SOURCES).mark


# --------------------------------------------------------------------------- judging


def test_a_good_answer_is_right() -> None:
    verdict = judge(WANTED, GOOD, SOURCES)
    assert (verdict.mark, verdict.reasons) == (Mark.RIGHT, ())
    assert mark(REFUSAL, REFUSED) == Mark.RIGHT


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"status": "maybe"}, Mark.BROKEN),
        ({"text": " "}, Mark.BROKEN),
        ({"status": "unanswered", "values": ()}, Mark.REFUSED),
        ({"status": "clarify", "values": ()}, Mark.REFUSED),
        ({"status": "unanswered"}, Mark.OVERANSWERED),
        ({"values": (value("628"),)}, Mark.WRONG_FIGURE),
        ({"values": (value("669", "条"),)}, Mark.WRONG_FIGURE),
        ({"values": (value("669"), value("628"))}, Mark.WRONG_FIGURE),
        ({"values": ()}, Mark.INCOMPLETE),
        ({"text": "669项。"}, Mark.INCOMPLETE),
        ({"text": "连州市669项，英德市多少？"}, Mark.WRONG),
        ({"citations": ()}, Mark.MISCITED),
        ({"citations": cited("英德市628项")}, Mark.MISCITED),
        ({"text": "连州市669项，共7000项。"}, Mark.UNGROUNDED),
        ({"citations": tuple(replace(c, start=0) for c in GOOD.citations)}, Mark.UNGROUNDED),
    ],
)
def test_each_fault_has_its_mark(changes: dict[str, Any], expected: Mark) -> None:
    verdict = judge(WANTED, replace(GOOD, **changes), SOURCES)
    assert verdict.mark == expected
    assert verdict.reasons


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"status": "answered"}, Mark.OVERANSWERED),
        ({"values": (value("669"),)}, Mark.OVERANSWERED),
        ({"status": "clarify"}, Mark.WRONG),
        ({"text": "没有，但总数是6211项。"}, Mark.WRONG),
    ],
)
def test_a_refusal_has_its_faults_too(changes: dict[str, Any], expected: Mark) -> None:
    assert mark(REFUSAL, replace(REFUSED, **changes)) == expected


def test_a_verdict_must_not_be_contrary() -> None:
    wanted = replace(WANTED, polarity="yes")
    assert mark(wanted, replace(GOOD, polarity="yes")) == Mark.RIGHT
    assert mark(wanted, replace(GOOD, polarity="no")) == Mark.WRONG
    assert mark(wanted, GOOD) == Mark.WRONG


def test_a_figure_of_the_question_or_the_citation_may_be_added() -> None:
    asked = replace(WANTED, question="连州市是6000项吗", cite=("连州市669项,英德市628项",))
    answer = replace(GOOD, citations=cited("连州市669项,英德市628项"))
    for added in ("6000", "628"):
        assert mark(asked, replace(answer, values=(*GOOD.values, value(added)))) == Mark.RIGHT


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        (quantity("1.2", "万篇(条)"), value("12000", "篇(条)")),
        (quantity("12000", "篇(条)"), value("1.2", "万篇（条）")),
        (quantity("1.2", ""), value("1.20", "万篇")),
        (Quantity(((Decimal("1.2"), "万篇"), (Decimal(12000), "条"))), value("12,000", "条")),
    ],
)
def test_a_figure_may_be_put_in_other_ways(wanted: Quantity, given: Value) -> None:
    expectation = Expectation("c", "采编多少", "lookup", frozenset({"answered"}), values=(wanted,))
    answer = Answer(
        "", "answered", "采编信息1.2万多篇。", (given,), citations=cited("1.2万多篇(条)")
    )
    assert mark(expectation, answer) == Mark.RIGHT


def test_a_computed_figure_stands_on_its_formula() -> None:
    expectation = replace(
        WANTED, values=(quantity("41"),), say=(), never=(), cite=("连州市669项", "英德市628项")
    )
    quotes = cited("连州市669项", "英德市628项")
    answer = Answer("", "answered", "多41项。", (value("41"),), citations=quotes)
    assert mark(expectation, answer) == Mark.UNGROUNDED
    formula = Computation("compare", "669 − 628 = 41", ("669", "628"))
    assert mark(expectation, replace(answer, computation=formula)) == Mark.RIGHT


def test_small_counts_need_no_source() -> None:
    assert mark(WANTED, replace(GOOD, text="共1个：连州市669项。")) == Mark.RIGHT


def test_a_piece_that_no_report_holds_is_the_questions_own_fault() -> None:
    (reason,) = judge(replace(WANTED, cite=("连州市700项",)), GOOD, SOURCES).reasons
    assert "核对题目" in reason


def test_width_and_space_make_no_difference() -> None:
    assert mark(WANTED, replace(GOOD, text="连 州 市 ６６９ 项")) == Mark.RIGHT
    assert folded("１２，８２６ 条") == folded("12826条")
    assert decimal("NaN") is None


# --------------------------------------------------------------------------- question files

ROW = {"id": "a", "q": "连州市多少项", "kind": "lookup", "expect": ["answered"]}


def write(path: Path, *rows: object) -> Path:
    lines = (r if isinstance(r, str) else json.dumps(r, ensure_ascii=False) for r in rows)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_question_is_read_with_all_its_fields(tmp_path: Path) -> None:
    row = {
        **ROW,
        "ctx": ["你好"],
        "noise": "typo",
        "values": [{"value": "1.2", "unit": "万篇", "alt": [{"value": "12000", "unit": "条"}]}],
        "polarity": "no",
        "say": [["连州市", "连州"]],
        "never": ["英德"],
        "cite": ["连州市669项"],
        "reports": ["qy"],
        "why": "直接读出",
    }
    (question,) = read_questions(write(tmp_path / "q.jsonl", "", row, ""))
    assert question == Expectation(
        id="a",
        question="连州市多少项",
        kind="lookup",
        expect=frozenset({"answered"}),
        history=("你好",),
        noise="typo",
        values=(
            Quantity(
                (
                    (Decimal("1.2"), "万篇"),
                    (Decimal(12000), "条"),
                )
            ),
        ),
        polarity="no",
        say=(("连州市", "连州"),),
        never=("英德",),
        cite=("连州市669项",),
        reports=("qy",),
        line=2,
    )


def test_what_is_left_out_is_empty(tmp_path: Path) -> None:
    (question,) = read_questions(write(tmp_path / "q.jsonl", ROW))
    assert (question.noise, question.values, question.polarity) == ("none", (), None)


@pytest.mark.parametrize(
    "bad",
    [
        "not json",
        "[]",
        "[" * 100_000,
        {key: ROW[key] for key in ("id", "q", "kind")},
        {**ROW, "id": ""},
        {**ROW, "id": 5},
        {**ROW, "q": ["x"]},
        {**ROW, "kind": "other"},
        {**ROW, "noise": "other"},
        {**ROW, "expect": ["perhaps"]},
        {**ROW, "expect": "answered"},
        {**ROW, "polarity": "maybe"},
        {**ROW, "vaules": []},
        {**ROW, "values": ["669项"]},
        {**ROW, "values": [{"value": "许多"}]},
        {**ROW, "values": [{"value": "1", "unit": 2}]},
        {**ROW, "values": [{"value": "1", "alt": "2"}]},
        {**ROW, "say": ["连州"]},
        {**ROW, "never": "英德"},
        {**ROW, "cite": [1]},
        {**ROW, "ctx": "你好"},
        {**ROW, "reports": [None]},
        {**ROW, "id": "first"},
    ],
)
def test_a_bad_line_is_named_with_its_file(tmp_path: Path, bad: object) -> None:
    path = write(tmp_path / "q.jsonl", {**ROW, "id": "first"}, bad)
    with pytest.raises(KnowledgeError, match=r"q\.jsonl:2: "):
        read_questions(path)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="none"):
        read_questions(tmp_path / "none")
    with pytest.raises(KnowledgeError, match="文件夹"):
        read_questions(tmp_path)
    with pytest.raises(KnowledgeError, match="没有问题"):
        read_questions(write(tmp_path / "q.jsonl", "", ""))
    (tmp_path / "g.jsonl").write_bytes(b"{}\n\xb0\xa1")
    with pytest.raises(KnowledgeError, match=r"g\.jsonl:2: "):
        read_questions(tmp_path / "g.jsonl")


# --------------------------------------------------------------------------- adding up


def test_the_summary_adds_up() -> None:
    pairs = [
        (WANTED, GOOD),
        (replace(WANTED, noise="typo"), replace(GOOD, values=(value("628"),))),
        (replace(WANTED, kind="sum"), replace(GOOD, status="unanswered", values=())),
        (REFUSAL, replace(REFUSED, status="answered")),
    ]
    summary = summarise(Judged(e, a, judge(e, a, SOURCES)) for e, a in pairs)
    assert (summary.whole.total, summary.whole.right, summary.whole.misled) == (4, 1, 2)
    assert (summary.answerable.total, summary.refusable.total) == (3, 1)
    assert [row.total for row in summary.kinds] == [2, 1, 1]
    assert [row.total for row in summary.noises] == [3, 1]
    for rows in (summary.kinds, summary.noises):
        assert sum(row.right for row in rows) == summary.whole.right


def test_a_summary_of_nothing_is_empty() -> None:
    summary = summarise([])
    assert (summary.whole.total, summary.whole.right, summary.kinds) == (0, 0, ())


def test_every_mark_has_a_name_of_its_own() -> None:
    assert len({mark.label for mark in Mark}) == len(Mark)
    assert str(Mark.RIGHT) == "right"


def test_refusals_of_what_can_be_answered_are_counted() -> None:
    helping = Passage("qy", "年报", "一", "其中连州市669项", 16, 25)
    passages = {"helped": (helping,), "lost": ()}
    refused = [
        Answer("？", "unanswered", "没有找到。", reason=reason, passages=passages[kind])
        for kind, reason in (
            ("helped", "not_matched"),
            ("helped", "no_such_place"),
            ("lost", "not_in_report"),
            ("lost", "not_understood"),
        )
    ]
    judged = [Judged(WANTED, a, judge(WANTED, a, SOURCES)) for a in refused]
    judged.append(Judged(REFUSAL, REFUSED, judge(REFUSAL, REFUSED, SOURCES)))
    assert summarise(judged).refusals == Refusals(total=4, helped=2, denied=2)
