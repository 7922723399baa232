"""Which questions are made of a report's facts, what is published of them, and under which id."""

from __future__ import annotations

from dataclasses import asdict, replace
from decimal import Decimal
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

from assistant import proof
from assistant.errors import KnowledgeError, ReportError
from assistant.faq import Collection, Entry, drafts_of, load_material, select
from assistant.faq.entries import Draft, Wanted
from assistant.faq.judging import fault
from assistant.faq.selecting import known_topics, on_topics
from assistant.folders import knowledge_folder
from tests.asking import BUNDLED, MODERN, OLDER, QUIET, assistant, collection, material, report
from tests.compiling import over

EVERY = (BUNDLED, MODERN, OLDER)
LENGTHS = ("short", "standard", "full")


@cache
def entries(identity: str, length: str = "standard") -> dict[str, Entry]:
    return {entry.question: entry for entry in collection(identity, length).entries}


# --------------------------------------------------------------------------- which questions


@pytest.mark.parametrize(
    ("identity", "question", "kind", "values"),
    [
        (BUNDLED, "2013年全市开通了多少个实体办事大厅？", "figure", ["9个"]),
        (BUNDLED, "2013年全市网上办事大厅进驻事项中，连州市有多少项？", "figure", ["669项"]),
        (BUNDLED, "2013年哪个县市区的网上办事大厅进驻事项最多？", "most", ["852项"]),
        (BUNDLED, "2013年网上处理来信的办结率是多少？", "figure", ["96%"]),
        (BUNDLED, "2013年专项工作经费是多少元？", "figure", ["122.03万元"]),
        (BUNDLED, "编制这份报告的依据是什么？", "basis", []),
        (BUNDLED, "市政府办公室负责什么工作？", "duty", []),
        (BUNDLED, "市政府办公室通过哪些渠道主动公开政府信息？", "channel", []),
        (BUNDLED, "政府公报免费发放给谁？", "recipient", []),
        (BUNDLED, "2013年清远市政府信息公开工作存在哪些问题？", "problem", []),
        (BUNDLED, "针对存在的问题，清远市打算采取哪些改进措施？", "measure", []),
        (BUNDLED, "将怎样加强监督检查？", "measure", []),
        (BUNDLED, "2013年清远市是怎样加强政府信息公开队伍建设的？", "section", []),
        (MODERN, "2023年白山市收到自然人提出的政府信息公开申请多少件？", "cell", None),
        (MODERN, "2023年白山市新收到多少件政府信息公开申请？", "cell", None),
        (MODERN, "2023年白山市作出了多少件行政许可决定？", "cell", None),
        (MODERN, "2023年白山市政府信息公开行政复议案件有多少件？", "cell", None),
        (OLDER, "2016年金塘县制发规范性文件多少件？", "cell", None),
        (OLDER, "2016年金塘县收到当面提出的申请多少件？", "cell", None),
    ],
)
def test_what_is_asked(identity: str, question: str, kind: str, values: list[str] | None) -> None:
    entry = entries(identity)[question]
    assert entry.kind == kind
    if values is not None:
        assert [value.text for value in entry.answer.values] == values


@pytest.mark.parametrize("identity", EVERY)
def test_every_figure_of_a_report_is_asked_about_or_said_to_be_withheld(identity: str) -> None:
    mine = report(identity)
    drafts = drafts_of(mine, assistant(identity).knowledge(identity), material())
    asked = {fact for draft in drafts for fact in draft.wanted.facts}
    assert asked == {figure.id for figure in mine.figures}
    full = collection(identity, "full")
    ids = {entry.id for entry in full.entries} | {withheld.id for withheld in full.withheld}
    # What is neither gave the same answer as another question, and is its variant.
    assert len(ids) == len(full.entries) + len(full.withheld) <= len(drafts)


@pytest.mark.parametrize("identity", EVERY)
def test_questions_read_as_a_person_asks(identity: str) -> None:
    for entry in collection(identity, "full").entries:
        for question in (entry.question, *entry.variants):
            assert question.endswith("？") and question.count("？") == 1, question
            assert "/" not in question and "|" not in question, question
            assert "（总计）" not in question and "\n" not in question, question
            assert not material().is_clumsy(question), question


def test_noughts_of_a_table_are_asked_about_together_and_one_by_one_only_in_full() -> None:
    def noughts(length: str) -> list[Entry]:
        return [
            entry
            for entry in collection(QUIET, length).entries
            if entry.kind in ("cell", "breakdown")
            and all(Decimal(value.value) == 0 for value in entry.answer.values)
        ]

    assert noughts("short") == []
    together = [entry for entry in noughts("standard") if entry.kind == "breakdown"]
    assert [len(entry.answer.values) for entry in together] == [4, 3]
    assert together[0].question == (
        "2023年平溪镇因属于国家秘密、其他法律行政法规禁止公开、危及“三安全一稳定”、"
        "保护第三方合法权益不予公开的申请各有多少件？"
    )
    singly = [entry.question for entry in noughts("standard") if entry.kind == "cell"]
    assert singly == [
        "2023年平溪镇有多少件政府信息公开申请是上年结转的？",
        "2023年平溪镇部分公开的政府信息公开申请有多少件？",
        "2023年平溪镇有多少件政府信息公开申请结转下年度继续办理？",
    ]
    assert "2023年平溪镇因属于国家秘密不予公开的政府信息公开申请有多少件？" in entries(
        QUIET, "full"
    )


@pytest.mark.parametrize("identity", EVERY)
def test_a_longer_page_has_all_of_a_shorter_one(identity: str) -> None:
    pages = [{entry.id for entry in collection(identity, length).entries} for length in LENGTHS]
    assert 10 <= len(pages[0]) < len(pages[1])
    assert pages[0] <= pages[1] <= pages[2]


# --------------------------------------------------------------------------- what is published


@pytest.mark.parametrize("identity", EVERY)
def test_what_is_published_is_what_the_engine_answers_and_proves(identity: str) -> None:
    mine = report(identity)
    corrected = proof.corrections(asdict(figure) for figure in mine.figures)
    sources = {identity: proof.Source(mine.source, mine.digest, mine.title, corrected)}
    for entry in collection(identity, "full").entries:
        for question in (entry.question, *entry.variants):
            answer = assistant(identity).answer(question)
            assert answer.status == "answered", question
            assert (answer.text, answer.values) == (entry.answer.text, entry.answer.values)
            assert answer.citations == entry.answer.citations
            assert not proof.check(answer.to_dict(), sources)
        assert entry.answer.question == entry.question


@pytest.mark.parametrize("identity", EVERY)
def test_no_question_and_no_answer_is_published_twice(identity: str) -> None:
    found = collection(identity, "full").entries
    asked = [question for entry in found for question in (entry.question, *entry.variants)]
    assert len(asked) == len(set(asked))
    answers = [(entry.answer.text, entry.answer.citations) for entry in found]
    assert len(answers) == len(set(answers))


ASKED = "连州市进驻多少项"


@pytest.mark.parametrize(
    ("question", "wanted", "kind", "why"),
    [
        (ASKED, Wanted(((815, 819),), frozenset(), ((Decimal(669), "项"),)), "figure", ""),
        (ASKED, Wanted(((815, 819),), frozenset(), ((Decimal(628), "项"),)), "figure", "more"),
        (ASKED, Wanted(((823, 827),)), "figure", "other"),
        (ASKED, Wanted(((815, 819),), frozenset(["f001"])), "figure", "other"),
        (ASKED, Wanted(within=(0, 20)), "section", "other"),
        (ASKED, Wanted(within=(780, 875), share=60), "section", "other"),
        ("连州市劲驻多少项", Wanted(), "figure", "repaired"),
        ("2012年连州市进驻多少项", Wanted(), "figure", "unanswered"),
        ("文件类信息多少条", Wanted(), "figure", "clarify"),
        ("连州市进驻事项是669项吗", Wanted(), "figure", "other"),
        ("连州市进驻事项是669项吗", Wanted(), "zero", "other"),
    ],
)
def test_an_answer_that_is_another_is_not_published(
    question: str, wanted: Wanted, kind: str, why: str
) -> None:
    mine = report(BUNDLED)
    at = mine.source.index("连州市669项")
    # The spans above count from where the example stands in the report.
    moved = replace(wanted, spans=tuple((a - 812 + at, b - 812 + at) for a, b in wanted.spans))
    sources = {BUNDLED: proof.Source(mine.source, mine.digest, mine.title, frozenset())}
    assert fault(assistant(BUNDLED).explain(question), moved, sources, kind) == why


def test_what_is_withheld_says_why() -> None:
    for identity in EVERY:
        assert {w.reason for w in collection(identity).withheld} <= set(material().reasons)


# --------------------------------------------------------------------------- ids and order

TEXT = """临江县人民政府2022年政府信息公开工作年度报告
一、主动公开情况
2022年，全县主动公开政府信息{count}条，召开新闻发布会1场。{more}
二、依申请公开情况
全年收到政府信息公开申请36件，其中当面申请4件，网络申请22件，信函申请10件。
"""


NAMELESS = """按受理单位分，市直部门5件，县（区）31件（柳江县16件、鹿寨县15件）。
"""


def test_parts_of_a_whole_without_a_name_are_asked_about_by_their_section() -> None:
    asked = [entry.question for entry in written(8200, after=NAMELESS).entries]
    assert "2022年依申请公开中，柳江县有多少件？" in asked
    assert not any("县(区)" in question or "县（区）" in question for question in asked)


def written(count: int, more: str = "", after: str = "") -> Collection:
    identity = "linjiang-2022"
    card = ("临江县人民政府2022年政府信息公开工作年度报告", "临江县人民政府", "临江县", "2022")
    made = over({identity: TEXT.format(count=count, more=more) + after}, {identity: card})
    mine = made.report(identity)
    assert mine
    drafts = drafts_of(mine, made.knowledge(identity), material())
    from assistant.faq import ask_all

    return ask_all(mine, select(drafts, mine, [], 3), made, material(), 3)


def test_an_id_stays_while_the_fact_does() -> None:
    before = {entry.id: entry for entry in written(8200).entries}
    after = {e.id: e for e in written(9450, "编印宣传手册300册。").entries}
    assert set(before) < set(after)
    changed = [before[i].question for i in before if before[i].answer.text != after[i].answer.text]
    assert any("主动公开政府信息" in question for question in changed)
    assert not any("当面" in question for question in changed)


def test_ids_name_the_report_and_the_kind_and_are_unique() -> None:
    for identity in EVERY:
        found = collection(identity, "full").entries
        assert len({entry.id for entry in found}) == len(found)
        for entry in found:
            assert entry.id.startswith(f"{identity}-{entry.kind}-")


def test_entries_stand_in_the_order_of_the_reports_sections() -> None:
    for identity in EVERY:
        paths = [section.path for section in report(identity).sections]
        told = [e.section for e in collection(identity).entries if e.section in paths]
        assert [paths.index(path) for path in told] == sorted(map(paths.index, told))
        groups = [path for path, _ in groupby(e.section for e in collection(identity).entries)]
        assert len(groups) == len(set(groups))


def test_facts_that_nothing_tells_apart_have_ids_of_their_own() -> None:
    drafts = drafts_of(report(BUNDLED), assistant(BUNDLED).knowledge(BUNDLED), material())
    assert len({draft.id(BUNDLED) for draft in drafts}) == len(drafts)
    twice = Draft("figure", ("甲",), (), Wanted(), "", 0)
    assert twice.id("a-2020") != twice.id("b-2020") != replace(twice, kind="cell").id("b-2020")


# --------------------------------------------------------------------------- selection


def test_a_section_is_named_by_a_piece_of_its_heading() -> None:
    found = collection(BUNDLED, "full", "行政复议").entries
    assert found and {entry.section[:2] for entry in found} == {"五、"}
    drafts = drafts_of(report(BUNDLED), assistant(BUNDLED).knowledge(BUNDLED), material())
    with pytest.raises(ReportError, match=r"没有章节“财政”.*一、概述"):
        select(drafts, report(BUNDLED), ["财政"], 3)


def test_topics_are_those_of_the_file() -> None:
    found = collection(MODERN, "full").entries
    chosen = on_topics(found, ["依申请公开"])
    assert chosen and {entry.topic for entry in chosen} == {"依申请公开"}
    assert on_topics(found, []) == found
    assert {entry.topic for entry in found} <= set(material().topics)
    with pytest.raises(ReportError, match=r"没有主题“财政”，可用的是：.*依申请公开"):
        known_topics(["依申请公开", "财政"], material())


# --------------------------------------------------------------------------- the file


def copied(tmp_path: Path, old: str, new: str) -> Path:
    text = (knowledge_folder() / "faq.yaml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "faq.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{year}{before}{ask}", "{year}{befor}{ask}", r"faq.yaml:\d+: \{befor\} 没有内容可填"),
        ("\nbreakdowns:", "\nbreakdown:", "faq.yaml:1: 缺少「breakdowns」"),
    ],
)
def test_a_mistake_in_the_file_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    with pytest.raises(KnowledgeError, match=said):
        load_material(copied(tmp_path, old, new))


def test_a_folder_without_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"faq\.yaml: 没有这个文件"):
        load_material(tmp_path)
