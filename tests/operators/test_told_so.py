"""What only stands beside the words asked tells nothing of them: reasons, recipients, ends, and one of several."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

COUNTY = """\
澄溪县2019年政府信息公开工作年度报告
一、总体情况
领导小组成员单位由18个增加到22个，新增的4个单位是县审计局、县林业局、县统计局和县气象局。扎实推进教育、就业、医疗卫生等重点领域25项公开任务。对办事指南目录进行调整。及时移交县政府产生的文件。专栏改版已完成。平台粉丝数超3170万。公开工作在考核中的分值由3分提高到5分。县长热线和县长信箱受理来电来信127件,办结103件。
二、依申请公开情况
收到申请60件。因不掌握等原因无法提供30件，属信访、重复申请等不予处理12件，其他处理18件（含申请人主动撤回9件）。因系统升级，网上申请停办3天。属于国家秘密不予公开4件（涉密）。
三、经费情况
全县会务经费支出300万元，其中差旅费120万元、因公出国费20万元，比上年减少40万元。
"""
CARDS = {
    "chengxi-2019": (
        "澄溪县2019年政府信息公开工作年度报告",
        "澄溪县人民政府",
        "澄溪县",
        "2019",
    )
}
FIGURES = {
    "领导小组有多少个成员单位": "22",
    "新增了几个单位": "4",
    "教育、就业、医疗卫生等重点领域有多少项任务": "25",
}
SAID = {
    "网上申请为什么停办": "系统升级",
    "为什么无法提供": "不掌握",
    "属于国家秘密不予公开的原因是什么": "涉密",
}
NOT_SAID = (
    "教育方面有多少项任务",
    "申请人为什么主动撤回",
    "会务经费为什么比上年减少",
    "县政府产生的文件移交给了哪个单位",
    "办事指南目录调整完成了吗",
    "不予公开的4件是哪些信息",
)


@cache
def assistant() -> Assistant:
    return over({"chengxi-2019": COUNTY}, CARDS)


def ask(question: str) -> Answer:
    return proved(assistant(), question)


@pytest.mark.parametrize("question", FIGURES)
def test_a_figure_is_of_all_that_it_counts(question: str) -> None:
    assert [v.value for v in ask(question).values] == [FIGURES[question]]


@pytest.mark.parametrize("question", SAID)
def test_a_reason_stands_beside_what_it_explains(question: str) -> None:
    assert SAID[question] in ask(question).text


@pytest.mark.parametrize("question", NOT_SAID)
def test_what_stands_beside_it_is_no_answer(question: str) -> None:
    assert ask(question).status != "answered"


def test_what_is_said_to_be_finished_is() -> None:
    assert ask("专栏改版完成了吗").polarity == "yes"


@pytest.mark.parametrize(
    ("question", "polarity"),
    [
        ("平台粉丝数超过3000万了吗", "yes"),
        ("平台粉丝数超过4000万了吗", "no"),
        ("平台粉丝数不到4000万吧", "yes"),
    ],
)
def test_a_bare_number_is_held_against_one_written_out(question: str, polarity: str) -> None:
    assert ask(question).polarity == polarity


@pytest.mark.parametrize(
    ("question", "polarity"),
    [
        ("您好，公开工作在考核中的分值由3分提高到5分，没错吧？谢谢", "yes"),
        ("考核中的分值从3分提高到了5分吗", "yes"),
        # What is told of no such change is not denied.
        ("考核中的分值由3分提高到6分，对吗", None),
    ],
)
def test_a_change_is_claimed_of_both_its_numbers(question: str, polarity: str | None) -> None:
    assert ask(question).polarity == polarity


def test_a_number_that_is_stated_is_not_denied_by_its_neighbour() -> None:
    assert ask("县长热线和县长信箱受理来电来信办结103件，是真的吗").polarity != "no"
