"""What another compilation changed, found by place and meaning, whatever the ids and offsets are."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.differences import ReportChange, compare_answers, compare_reports
from assistant.differences.alignment import Alignment
from assistant.model import Answer, Citation, Figure, Report, Statement, Value
from tests.checks.handmade import prose

TEXT = "全市收到申请50件，其中当面20件、网上30件。受理来信8件。"
CLAUSES = ("全市收到申请[50件]", "当面[20件]<0", "网上[30件]<0", "受理来信[8件]")


def report(text: str = TEXT, *clauses: str) -> Report:
    return prose(text, *(clauses or CLAUSES))


def changes(old: Report, new: Report) -> ReportChange:
    (change,) = compare_reports([old], [new])
    return change


def seen(change: ReportChange) -> list[tuple[str, str, tuple[str, ...]]]:
    """Each changed figure: what happened, its number now (or before), the names of its fields."""
    found = []
    for figure in change.figures:
        fact = figure.new or figure.old
        assert fact
        found.append((figure.change, fact.text, tuple(f.name for f in figure.fields)))
    return found


def renumbered(old: Report, first: int = 7) -> Report:
    names = {f.id: f"f{n}" for n, f in enumerate(reversed(old.figures), first)}
    return replace(
        old,
        figures=tuple(
            replace(
                f,
                id=names[f.id],
                part_of=names.get(f.part_of or ""),
                group=names.get(f.group or ""),
            )
            for f in old.figures
        ),
    )


def test_the_same_is_no_difference_whatever_the_ids_are() -> None:
    assert changes(report(), report()).change == "same"
    assert changes(report(), renumbered(report())).change == "same"


def test_text_in_front_moves_offsets_and_changes_no_fact() -> None:
    change = changes(report(), renumbered(report(f"二〇二三年工作情况。{TEXT}")))
    assert (change.change, change.source, seen(change)) == ("changed", True, [])


def test_a_corrected_number_is_one_change() -> None:
    new = report(TEXT.replace("50件", "51件"), "全市收到申请[51件]", *CLAUSES[1:])
    change = changes(report(), new)
    assert seen(change) == [("changed", "51件", ("value", "text", "quote"))]
    (field, *_) = change.figures[0].fields
    assert (field.old, field.new) == ("50", "51")


def test_lost_and_gained() -> None:
    fewer = report(TEXT, *CLAUSES[:3])
    assert seen(changes(report(), fewer)) == [("lost", "8件", ())]
    assert seen(changes(fewer, report())) == [("gained", "8件", ())]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("value", Decimal(5)),
        ("unit", "份"),
        ("bound", "about"),
        ("what", "收到"),
        ("who", "全市"),
        ("where", "阳山县"),
        ("when", "2022年"),
        ("kind", "target"),
        ("measure", "收到申请数"),
        ("row", ("一", "二")),
        ("note", "据原件更正"),
    ],
)
def test_every_field_that_says_what_a_figure_is(field: str, value: object) -> None:
    figures = report().figures
    changed = replace(figures[0], **{field: value})  # type: ignore[arg-type]
    change = changes(report(), replace(report(), figures=(changed, *figures[1:])))
    assert seen(change) == [("changed", "50件", (field,))]


def test_a_part_that_became_part_of_another_figure() -> None:
    first, second, third, letters = report().figures
    moved: Figure = replace(third, part_of=letters.id, group=letters.id)
    change = changes(report(), replace(report(), figures=(first, second, moved, letters)))
    (figure,) = change.figures
    assert [(f.name, f.old, f.new) for f in figure.fields] == [
        ("part_of", "全市收到申请50件", "受理来信8件"),
        ("group", "全市收到申请50件", "受理来信8件"),
    ]


def test_a_sentence_that_moved_keeps_its_facts() -> None:
    moved = "受理来信8件。全市收到申请50件，其中当面20件、网上30件。"
    new = report(moved, "受理来信[8件]", "全市收到申请[50件]", "当面[20件]<1", "网上[30件]<1")
    assert seen(changes(report(), new)) == []


def statement(text: str, quote: str, identity: str = "s1", kind: str = "action") -> Statement:
    start = text.index(quote)
    end = start + len(quote)
    return Statement(identity, kind, "一", start, end, (start, end), quote)


def test_statements_are_matched_by_their_place_and_kind() -> None:
    old = replace(report(), statements=(statement(TEXT, "受理来信8件"),))
    assert (
        changes(old, replace(old, statements=(statement(TEXT, "受理来信8件", "s9"),))).change
        == "same"
    )
    result = replace(old, statements=(statement(TEXT, "受理来信8件", kind="result"),))
    (change,) = changes(old, result).statements
    assert [(f.name, f.old, f.new) for f in change.fields] == [("kind", "action", "result")]
    shorter = replace(old, statements=(statement(TEXT, "受理来信"),))
    (change,) = changes(old, shorter).statements
    assert [f.name for f in change.fields] == ["quote"]


def test_cards_and_whole_reports() -> None:
    other = replace(report(), id="yangshan-2023", title="阳山县年报")
    (change,) = compare_reports([report()], [other])
    assert [field.name for field in change.card] == ["id", "title"]
    found = compare_reports([report(), other], [report()])
    assert [(c.report, c.change) for c in found] == [
        ("linjiang-2023", "same"),
        ("yangshan-2023", "lost"),
    ]


def test_nothing_is_said_twice_in_json() -> None:
    new = report(TEXT.replace("50件", "51件"), "全市收到申请[51件]", *CLAUSES[1:])
    row = changes(report(), new).to_dict()["figures"][0]
    assert row["change"] == "changed"
    assert (row["old"]["value"], row["new"]["value"]) == ("50", "51")
    assert row["fields"][0] == {"field": "value", "old": "50", "new": "51"}


# --------------------------------------------------------------------------- alignment


@pytest.mark.parametrize(
    ("old", "new", "word", "now"),
    [
        ("甲乙丙。丁", "甲乙丙。丁", "乙", "乙"),
        ("甲。乙50件，丙。", "前言。甲。乙50件，丙。", "50件", "50件"),
        ("甲。乙50件，丙。", "甲。乙5200件，丙。", "50件", "5200件"),
        ("甲。乙50件，丙。", "甲。丙。", "丙", "丙"),
        ("甲" * 9000, "乙" * 9000 + "丙", "甲" * 9000, "乙" * 9000 + "丙"),
    ],
)
def test_a_stretch_is_found_again(old: str, new: str, word: str, now: str) -> None:
    start = old.index(word)
    found = Alignment.of(old, new).span(start, start + len(word))
    assert new[slice(*found)] == now


# --------------------------------------------------------------------------- answers


def answer(text: str, value: str, start: int = 0) -> Answer:
    citation = Citation("r", "年报", "一", f"收到{value}件", start, start + 5)
    values = (Value(value, "件", "exact", f"{value}件"),)
    return Answer("几件", "answered", text, values, None, (citation,))


def test_an_answer_is_the_same_where_only_offsets_moved() -> None:
    assert compare_answers("q1", answer("50件。", "50"), answer("50件。", "50", 9)) is None


def test_what_changed_in_an_answer() -> None:
    change = compare_answers("q1", answer("50件。", "50"), answer("51件。", "51"))
    assert change
    assert [field.name for field in change.fields] == ["values", "citations", "text"]
    refused = Answer("几件", "unanswered", "没有。", reason="not_in_report")
    change = compare_answers("q1", answer("50件。", "50"), refused)
    assert change
    assert change.to_dict()["fields"][:2] == [
        {"field": "status", "old": "answered", "new": "unanswered"},
        {"field": "reason", "old": "", "new": "not_in_report"},
    ]
