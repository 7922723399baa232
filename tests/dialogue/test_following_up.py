"""What a turn asks of the answer before: the whole of its part, its change, its source, and of nothing else."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved
from tests.towns import say

TOWN = """\
江北市2021年政府信息公开工作年度报告
一、总体情况
全年举办政策宣讲活动64场,其中,市级30场、桥东区14场、白石县11场、黄土县9场。全市共收到政府信息公开申请案件520件,同比增长4.2%,其中,予以公开300件、部分公开90件、不予公开50件、无法提供80件。归集政策文件900件,其中,市级文件700件、县区级文件200件。
全市政务公开工作人员80人,年度工作经费40万元。网上受理来信240件,受理率100%,办结率92%。
2021年有2件政府信息公开申请案件收取信息处理费500元。
二、依申请公开情况
市政府办公室受理申请12宗,已全部在规定时间内作出答复。2021年未发生收费及减免情况。
"""
CARDS = {
    "jiangbei-2021": (
        "江北市2021年政府信息公开工作年度报告",
        "江北市人民政府",
        "江北市",
        "2021",
    )
}
ONE, TOLD = "政策宣讲活动白石县办了几场", "全市共收到政府信息公开申请案件多少件"
FILES = "归集政策文件多少件"
# turns, and the figures of the last answer
FOLLOWED = [
    ([ONE, "全市一共几场"], ["64场"]),
    ([ONE, "总共几场"], ["64场"]),
    ([ONE, "全市呢"], ["64场"]),
    ([ONE, "总数是多少"], ["64场"]),
    # What was said by mistake is not added.
    ([ONE, "打错了，我问的是黄土县", "全市一共几场"], ["64场"]),
    ([ONE, "打错了，我问的是黄土县", "一共几场"], ["64场"]),
    # Two that were asked for one after the other are added, and the whole is the whole.
    ([ONE, "黄土县呢", "加起来呢"], ["20场"]),
    ([ONE, "黄土县呢", "全市合计多少场"], ["64场"]),
    # What is to be counted in is added to what was spoken of, and to nothing else.
    ([ONE, "再把黄土县算进去一共几场"], ["20场"]),
    ([ONE, "那把黄土县也算上呢"], ["20场"]),
    ([ONE, "把桥东区加进去是多少场"], ["25场"]),
    ([ONE, "那边占全市的百分之几"], ["17.19%"]),
    ([TOLD, "比上年多多少"], ["4.2%"]),
    ([TOLD, "跟去年比呢"], ["4.2%"]),
    ([FILES, "市级呢"], ["700件"]),
    ([FILES, "市级和县区级各多少"], ["700件", "200件"]),
    ([FILES + "，市级和县区级各多少"], ["900件", "700件", "200件"]),
    (["政务公开工作人员和工作经费各多少", "平均一个人多少"], ["0.5万元"]),
    (["工作经费平均到一个人是多少"], ["0.5万元"]),
    (["受理几宗申请，按时答复了没有"], ["12宗"]),
]
LEFT_OPEN = [
    # What is told of the whole city is told of no place that was spoken of.
    [ONE, "那边收到多少件申请"],
    [ONE, "那边的工作经费是多少"],
    [ONE, "当地受理来信多少件"],
    # The sum of two is not that of three.
    [ONE, "加上黄土县和桥东区一共多少"],
    [ONE, "再把黄土县和桥东区算进去一共多少"],
    # No part of what was spoken of is called so, and that of another thing is none.
    [FILES, "白石县呢"],
    [ONE, "比上年多多少"],
    [TOLD, "比上年少多少"],
    # What is put right is no answer that says the same again.
    ["年度工作经费多少", "不对，我问错了，我要的是册数"],
    ["政策宣讲活动多少场", "平均一个人多少"],
]
DENIED = {
    "520件申请是不是全都公开了": ["300件", "90件", "50件"],
    "520件申请都公开了吗": ["300件", "90件", "50件"],
    "240件来信都办结了吗": ["92%"],
}
# No other figure denies a number that the report has, or counts what only some of them are.
UNDENIED = [
    "520件申请都答复了吗",
    "520件申请公开了吗",
    "公开的申请是520件吗",
    "9000件申请都公开了吗",
]
SHOWN = [
    "把原文那句话给我看",
    "原文怎么写的",
    "出处在哪",
    "这个数字是从哪来的",
    "报告里怎么写的",
    "给我一段能抄进信里的话，带出处",
]


@cache
def assistant() -> Assistant:
    return over({"jiangbei-2021": TOWN}, CARDS)


def last(turns: list[str]) -> Answer:
    return assistant().answer(turns[-1], tuple(turns[:-1]))


@pytest.mark.parametrize(("turns", "figures"), FOLLOWED)
def test_what_is_asked_of_the_answer_before(turns: list[str], figures: list[str]) -> None:
    found = last(turns)
    assert found.status == "answered", found.text
    assert [v.text for v in found.values] == figures


@pytest.mark.parametrize("turns", LEFT_OPEN)
def test_what_the_answer_before_does_not_tell(turns: list[str]) -> None:
    assert last(turns).status != "answered", last(turns).text


@pytest.mark.parametrize("question", DENIED)
def test_of_all_it_is_denied_by_the_parts(question: str) -> None:
    found = proved(assistant(), question)
    assert (found.status, found.polarity) == ("answered", "no"), found.text
    assert [v.text for v in found.values] == DENIED[question]


@pytest.mark.parametrize("question", UNDENIED)
def test_no_other_figure_denies_it(question: str) -> None:
    assert proved(assistant(), question).status != "answered"


@pytest.mark.parametrize("asked", SHOWN)
def test_the_words_of_the_report_are_shown(asked: str) -> None:
    found = last([ONE, asked])
    assert found.status == "answered", found.text
    [cited] = found.citations
    assert cited.quote == TOWN[cited.start : cited.end]
    assert cited.quote.startswith("全年举办政策宣讲活动64场") and cited.quote.endswith(
        "黄土县9场。"
    )
    assert cited.quote in found.text and CARDS["jiangbei-2021"][0] in found.text
    assert "总体情况" in found.text


def test_what_is_shown_changes_nothing() -> None:
    assert [v.text for v in last([ONE, "出处在哪", "黄土县呢"]).values] == ["9场"]
    assert last([ONE, "原文呢", "再把原文发给我"]).citations == last([ONE, "原文呢"]).citations


def test_nothing_is_shown_of_no_answer() -> None:
    assert last(["市长叫什么", "原文呢"]).status != "answered"
    assert last([ONE, "原文有多少字"]).status != "answered"


def test_what_wants_the_words_besides_asks_nothing() -> None:
    found = last(["政策宣讲活动黄土县办了几场？给我一段能抄进信里的话，带出处"])
    assert [v.text for v in found.values] == ["9场"]


def test_each_of_two_questions_in_one_line_is_answered_or_refused() -> None:
    found = last(["那场次排名怎样？收过费没有？"])
    assert "1." not in found.text or "2." in found.text
    assert "2." in last(["一共有几宗？收过费没有？"]).text


FINES = "北原2023年行政处罚多少件"
AGAINST = [
    [FINES, "南浦比北原多多少"],
    [FINES, "南浦2023年和北原2023年哪个多"],
    [FINES, "和南浦比哪个多"],
    [FINES, "南浦呢", "南浦和北原哪个多"],
]


@pytest.mark.parametrize("turns", AGAINST)
def test_two_places_are_held_against_each_other(turns: list[str]) -> None:
    found = say(turns)
    assert found.status == "answered", found.text
    assert [v.text for v in found.values] == ["50件"]
    assert {c.report for c in found.citations} == {"nanpu-2023", "beiyuan-2023"}


def test_a_place_after_two_elliptic_turns_is_of_the_same_year() -> None:
    found = say(["南浦2023年行政处罚多少件", "那行政强制呢", "北原的呢"])
    assert [v.text for v in found.values] == ["8件"]
    assert {c.report for c in found.citations} == {"beiyuan-2023"}


def test_places_alone_are_of_nothing_that_was_counted() -> None:
    assert say([FINES, "西川和南浦哪个大"]).status != "answered"


UNTOLD = [
    # What names nothing is asked of what was spoken of, and not of what else the report counts so.
    ["政策宣讲活动多少场", "全年多少件"],
    ["归集政策文件多少件", "比上年多吗"],
    ["归集政策文件多少件", "还有呢"],
]


@pytest.mark.parametrize("turns", UNTOLD)
def test_what_names_nothing_is_of_nothing_else(turns: list[str]) -> None:
    assert last(turns).status != "answered", last(turns).text


def test_what_another_was_held_against_is_held_against_a_third() -> None:
    turns = ["政策宣讲活动白石县办了几场", "比黄土县多多少", "比桥东区呢"]
    assert [v.text for v in last(turns).values] == ["3场"]


def test_how_far_apart_two_are_is_asked_after_both() -> None:
    turns = ["政策宣讲活动白石县办了几场", "黄土县呢", "哪个多", "多多少"]
    assert [v.text for v in last(turns).values] == ["2场"]
    assert last(["政策宣讲活动多少场", "多多少"]).status != "answered"


def test_what_was_mixed_up_is_put_right() -> None:
    turns = ["北原市2023年行政处罚是650件，对吗", "哦我弄混了，那行政强制呢"]
    assert [v.text for v in say(turns).values] == ["8件"]


def test_a_line_above_questions_says_of_which_report_they_are() -> None:
    found = say(["我想问北原2023年：\n1. 行政处罚多少件？\n2. 行政强制多少件？"])
    assert [v.text for v in found.values] == ["60件", "8件"]
