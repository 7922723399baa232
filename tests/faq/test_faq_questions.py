"""Which questions are made of a report's facts, what is published of them, and under which id."""

from __future__ import annotations

from dataclasses import asdict, replace
from decimal import Decimal
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

from assistant import proof
from assistant.drafting.draft import Draft, Wanted
from assistant.drafting.frame import Frame
from assistant.errors import KnowledgeError, ReportError
from assistant.faq import Collection, Entry, drafts_of, load_material, select
from assistant.faq.judging import fault
from assistant.faq.narrowing import Narrowing
from assistant.faq.pages.shared import shown
from assistant.faq.saying import none, said
from assistant.faq.selecting import known_topics, on_topics
from assistant.folders import knowledge_folder
from assistant.model import Answer
from tests.asking import BUNDLED, MODERN, OLDER, QUIET, assistant, collection, material, report
from tests.compiling import over

EVERY = (BUNDLED, MODERN, OLDER)
LENGTHS = ("short", "standard", "full")
# Of what was asked once to be published, one in so many is asked again and proved.
EACH = 3


@cache
def entries(identity: str, length: str = "standard") -> dict[str, Entry]:
    return {entry.question: entry for entry in collection(identity, length).entries}


# --------------------------------------------------------------------------- which questions


@pytest.mark.parametrize(
    ("identity", "question", "kind", "values"),
    [
        (BUNDLED, "2013年全市开通了多少个实体办事大厅？", "figure", ["9个"]),
        (BUNDLED, "2013年全市网上办事大厅进驻事项有多少项？", "figure", ["6211项"]),
        (BUNDLED, "2013年清远市网上处理来信的办结率是多少？", "figure", ["96%"]),
        (BUNDLED, "2013年清远市政府信息公开专项工作经费是多少元？", "figure", ["122.03万元"]),
        (BUNDLED, "哪个部门负责市政府政务公开和指导、协调全市政府信息公开工作？", "duty", []),
        (BUNDLED, "市政府办公室通过哪些渠道主动公开政府信息？", "channel", []),
        (BUNDLED, "清远市政府公报免费发放给谁？", "recipient", []),
        (BUNDLED, "2013年清远市政府信息公开工作存在哪些问题？", "problem", []),
        (BUNDLED, "针对存在的问题，清远市有哪些改进措施？", "measure", []),
        (BUNDLED, "清远市多久对政府门户网站巡查一次？", "frequency", []),
        (MODERN, "2023年白山市收到多少件政府信息公开申请？", "cell", None),
        (MODERN, "2023年白山市政府信息公开行政复议有多少件？", "cell", None),
        (OLDER, "2016年金塘县制发了多少件规范性文件？", "cell", None),
        (OLDER, "2016年金塘县收到的申请中，当面提出的有多少件？", "cell", None),
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
            assert not material().is_ungrammatical(question), question


def test_noughts_of_a_table_stand_in_the_table_of_their_whole() -> None:
    def noughts(length: str) -> list[Entry]:
        return [
            entry
            for entry in collection(QUIET, length).entries
            if entry.kind in ("cell", "breakdown")
            and all(Decimal(value.value) == 0 for value in entry.answer.values)
        ]

    assert noughts("short") == []
    assert [(entry.question, entry.text) for entry in noughts("standard")] == [
        (
            "2023年平溪镇有多少件政府信息公开申请是上年结转的？",
            "2023年平溪镇没有政府信息公开申请是上年结转的。",
        ),
        (
            "2023年平溪镇有多少件政府信息公开申请结转下年度继续办理？",
            "2023年平溪镇没有政府信息公开申请结转下年度继续办理。",
        ),
    ]
    given, reasons = entries(QUIET)["2023年平溪镇办结了多少件政府信息公开申请？"].tables
    assert given.rows == (("予以公开", "3件"), ("部分公开", "0件"))
    assert ("属于国家秘密", "0件") in reasons.rows and ("属于四类过程性信息", "1件") in reasons.rows


# --------------------------------------------------------------------------- one entry a measure


def test_a_breakdown_is_a_table_under_its_whole() -> None:
    [table] = entries(BUNDLED)["2013年全市网上办事大厅进驻事项有多少项？"].tables
    assert dict(table.rows) == {
        **{"市级": "978项", "连州市": "669项", "英德市": "628项", "清城区": "525项"},
        **{"清新区": "511项", "佛冈县": "663项", "连山县": "740项", "连南县": "645项"},
        "阳山县": "852项",
    }
    applicants, *_ = entries(MODERN)["2023年白山市收到多少件政府信息公开申请？"].tables
    assert [name for name, _ in applicants.rows] == [
        *("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他申请人"),
    ]


@pytest.mark.parametrize("identity", EVERY)
def test_a_row_of_a_table_is_no_entry_by_itself(identity: str) -> None:
    found = collection(identity, "full").entries
    spans = {
        (cited.start, cited.end)
        for entry in found
        for table in entry.tables
        for cited in table.answer.citations
    }
    figures = [entry for entry in found if entry.kind == "figure" and not entry.tables]
    alone = {(c.start, c.end) for e in figures for c in e.answer.citations}
    assert not spans & alone


def test_parts_of_a_whole_that_is_narrowed_are_not_asked_about_as_parts_of_it() -> None:
    after = "有3件政府信息公开申请收取信息处理费2230元。其中，柳江县1件，鹿寨县2件。\n"
    asked = [entry.question for entry in written(8200, after=after).entries]
    assert not any("申请中，" in question for question in asked)


def test_a_growth_is_asked_about_with_what_grew() -> None:
    after = "全年共收办政府信息公开申请案件36件，同比增长5%。\n"
    found = {entry.question: entry.text for entry in written(8200, after=after).entries}
    assert found["2022年临江县收办政府信息公开申请案件同比增长百分之几？"] == (
        "2022年临江县收办政府信息公开申请案件同比增长5%。"
    )


def reasons(after: str) -> dict[str, str]:
    return {held.question: held.reason for held in written(8200, after=after).withheld}


def test_what_only_the_clauses_before_make_plain_is_withheld() -> None:
    after = "三、其他\n开展征集调查19期，收到公众意见75条。\n"
    held = {why for question, why in reasons(after).items() if "公众意见" in question}
    assert held == {"context"}


def test_a_figure_of_a_body_is_not_said_of_the_whole_place() -> None:
    after = "三、其他\n县司法局创新形式，编印普法读本2000册。\n"
    held = {why for question, why in reasons(after).items() if "普法读本" in question}
    assert held == {"subject"}
    asked = written(8200, after="三、其他\n编印普法读本2000册。\n").entries
    assert "2022年临江县编印了多少册普法读本？" in {entry.question for entry in asked}


def test_what_was_gathered_over_the_years_is_not_the_years() -> None:
    held = reasons("三、其他\n建设政策文件库，共归集政策文件10219件。\n")
    assert {why for question, why in held.items() if "政策文件" in question} == {"stock"}


def test_a_notice_that_gives_duties_is_no_basis_of_the_report() -> None:
    basis = [e.text for e in collection(BUNDLED, "full").entries if e.kind == "basis"]
    assert not any("清机编〔2010〕1号" in text for text in basis)
    assert "编制这份报告的依据是什么？" in entries(OLDER)


@pytest.mark.parametrize("identity", EVERY)
def test_the_common_questions_lead(identity: str) -> None:
    found = collection(identity).entries
    heading = material().common["heading"]
    leading = [entry for entry in found if entry.under == heading]
    assert list(found[: len(leading)]) == leading and len(leading) >= 5
    assert leading[0].kind in ("cell", "figure")
    assert {"problem"} <= {entry.kind for entry in leading}
    assert all(entry.under == entry.section for entry in found[len(leading) :])


def test_the_first_report_answers_ten_common_questions() -> None:
    heading = material().common["heading"]
    leading = [entry for entry in collection(BUNDLED).entries if entry.under == heading]
    assert [entry.question for entry in leading][:3] == [
        # It is the office that tells of its own applications, and not of the whole city's.
        "2013年市政府办公室受理了多少宗政府信息公开申请？",
        "2013年市政府办公室收到的政府信息公开申请都答复了吗？",
        "2013年清远市有没有政府信息公开的收费及减免？",
    ]
    assert len(leading) == 10


@pytest.mark.parametrize(
    ("variant", "narrow"),
    [
        ("2013年清远市群众在网上写来的信件有多少受理了，受理率是多少？", True),
        # The same sentence, without its verb, or without whose it is, is no other way to ask.
        ("2013年清远市网上处理来信受理率百分之几？", False),
        ("2013年清远市网上处理来信受理率是百分之几？", False),
        ("2013年清远市的受理率是多少？", False),
        ("网上处理群众写来的信件的受理率是多少？", False),
    ],
)
def test_a_variant_names_the_report_and_what_is_asked_about(variant: str, narrow: bool) -> None:
    narrowing = Narrowing(Frame(report(BUNDLED), material()))
    question = "2013年清远市网上处理来信的受理率是多少？"
    assert narrowing.is_narrow(variant, question, "figure") is narrow


def test_a_long_quote_is_shown_up_to_its_marks() -> None:
    quote = (
        "全市各级机关认真落实条例，"
        + "推进信息公开工作" * 12
        + "。其中满意率为100%，按时公开答复。"
    )
    assert shown(quote) == "全市各级机关认真落实条例，……其中满意率为100%，按时公开答复。"
    assert shown("推进" * 100) == "推进" * 100


def test_an_answer_begins_with_what_it_says_and_ends_as_a_sentence() -> None:
    frame = Frame(report(BUNDLED), material())
    draft = Draft("measure", (), (), Wanted(), "", 0)
    for told, shown_as in (
        ("报告写道：（二）整改措施。一是完善机制", "一是完善机制。"),
        ("报告写道：针对上述问题，我市作了改进；", "我市作了改进。"),
        ("报告写道：为此,将采取措施: (一)加强公开。", "将采取措施：（一）加强公开。"),
    ):
        assert said(Answer("怎样改进？", "answered", told), draft, frame) == shown_as
    called = Answer("临江县的联系电话是多少？", "answered", "报告写道：电话：0527—83593059。")
    phone = replace(draft, kind="contact")
    assert said(called, phone, frame) == "临江县的联系电话是0527—83593059。"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("2013年清远市废止了多少件规章？", "2013年清远市没有废止规章。"),
        ("2013年清远市行政事业性收费收了多少钱？", "2013年清远市没有收取行政事业性收费。"),
        ("2013年清远市部分公开的申请有多少件？", "2013年清远市没有部分公开的申请。"),
        ("2013年清远市收到的申请中，当面提出的有多少件？", ""),
    ],
)
def test_nought_is_said_as_none(question: str, answer: str) -> None:
    assert none(question, Frame(report(BUNDLED), material())) == answer


@pytest.mark.parametrize(
    ("answer", "fragment"),
    [
        ("报告写道：以方便群众查阅。", True),
        ("报告写道：全市各级机关通过政府网站、政府公报等渠道。", True),
        ("报告写道：坚持“先审查、后公开”“一事一审”工作原则。", False),
        ("报告写道：本报告依据《中华人民共和国政府信息公开条例》编制。", False),
    ],
)
def test_an_answer_that_breaks_off_is_not_published(answer: str, fragment: bool) -> None:
    assert material().is_fragment(answer) is fragment


@pytest.mark.parametrize("identity", EVERY)
def test_a_longer_page_has_all_of_a_shorter_one(identity: str) -> None:
    pages = [{entry.id for entry in collection(identity, length).entries} for length in LENGTHS]
    assert len(pages[0]) >= 10
    assert pages[0] <= pages[1] <= pages[2]
    told = [
        sum(
            1 + sum(len(table.rows) for table in entry.tables)
            for entry in entries(identity, n).values()
        )
        for n in LENGTHS
    ]
    assert told[0] < told[1] <= told[2]


# --------------------------------------------------------------------------- what is published


@pytest.mark.parametrize("identity", EVERY)
def test_what_is_published_is_what_the_engine_answers_and_proves(identity: str) -> None:
    mine = report(identity)
    corrected = proof.corrections(asdict(figure) for figure in mine.figures)
    sources = {identity: proof.Source(mine.source, mine.digest, mine.title, corrected)}
    for entry in collection(identity, "full").entries[::EACH]:
        published = [(question, entry.answer) for question in (entry.question, *entry.variants)]
        published += [(table.question, table.answer) for table in entry.tables]
        for question, told in published:
            answer = assistant(identity).answer(question)
            assert answer.status == "answered", question
            assert (answer.text, answer.values) == (told.text, told.values)
            assert answer.citations == told.citations
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
    assert "2022年依申请公开中，各县市区各有多少件？" in asked
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
    assert any("主动公开" in question for question in changed)
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
        told = [e.under for e in collection(identity).entries if e.under in paths]
        assert [paths.index(path) for path in told] == sorted(map(paths.index, told))
        groups = [path for path, _ in groupby(e.under for e in collection(identity).entries)]
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


def test_an_office_that_fills_in_the_form_speaks_of_itself() -> None:
    office = replace(report(MODERN), organ="白山市人民政府办公室")
    assert Frame(office, material()).place == "白山市人民政府办公室"
    assert Frame(report(MODERN), material()).place == "白山市"
    assert Frame(report(BUNDLED), material()).place == "清远市"


def test_what_goes_on_of_something_is_asked_of_nobody_else() -> None:
    portal = "“临江服务门户”新增英语网站,目前已覆盖10个语种,共发布各类信息13528条。"
    questions = [entry.question for entry in written(8200, after=portal).entries]
    assert not any("各类信息" in question for question in questions)


def test_a_number_that_is_about_so_many_stays_so() -> None:
    about = "全县已有近1400个政策文件实现“阅办联动”。"
    told = [e.text for e in written(8200, after=about).entries if "阅办联动" in e.question]
    assert told and all("近1400" in text for text in told)
