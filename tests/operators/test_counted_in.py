"""In what a question counts (人数, 册数, 几封), what is divided by what, which places, and what no count tells."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

COUNTY = """\
临泽县人民政府办公室2014年政府信息公开工作年度报告
一、主动公开情况
全县政务公开工作人员数46人，年度专项工作经费69万元。编印《临泽政报》12期，每期800册，免费发放到各村和图书馆。政报刊登文件类信息210条，其中规范性文件36条。
政务服务中心进驻事项总数为1200项，其中县级600项，云口镇160项，沙河镇250项，白石乡190项。
召开新闻发布会3场，参加记者90多人次。
二、依申请公开情况
县政府办公室受理政府信息公开申请9宗，均按时答复。网上处理来信320件，办结率95%。受理电话咨询400多人次。办理信访件100件，其中土地类60件、社保类30件、其他类10件。网络舆情简报24期，涉及信息70余条。
"""
CARDS = {
    "linze-2014": (
        "临泽县人民政府办公室2014年政府信息公开工作年度报告",
        "临泽县人民政府办公室",
        "临泽县",
        "2014",
    )
}


@cache
def assistant() -> Assistant:
    return over({"linze-2014": COUNTY}, CARDS)


def ask(question: str, *before: str) -> Answer:
    if before:
        return assistant().answer(question, history=before)
    return proved(assistant(), question)


FIGURES = {
    # A noun says in what it is asked.
    "政务公开工作人数是多少": ["46"],
    "规范性文件件数": ["36"],
    "电话咨询次数": ["400"],
    "专项工作经费的金额": ["69"],
    # Any two figures are divided; who does what the report is about are its persons.
    "专项工作经费除以从事政务公开工作的人数，人均多少": ["1.5"],
    "专项工作经费除以工作人员数，人均多少": ["1.5"],
    "专项工作经费除以46人，每人多少": ["1.5"],
    # Places, and not the level of the whole.
    "下辖各地进驻事项最高与最低之差": ["90"],
    "各地进驻事项平均多少项": ["200"],
    # 封 counts letters.
    "收了几封信办了几成": ["320", "95"],
}


@pytest.mark.parametrize(("question", "values"), FIGURES.items())
def test_it_is_counted_in_what_is_asked(question: str, values: list[str]) -> None:
    assert [v.value for v in ask(question).values] == values


AFTER = {
    ("政务公开工作经费多少", "不对，我问错了，我要的是人数"): ["46"],
    ("政务公开工作经费多少", "人数呢"): ["46"],
    ("新闻发布会开了几场", "说错了，人数"): ["90"],
    ("编印政报多少期", "不对，我要的是册数"): ["800"],
}


@pytest.mark.parametrize(("turns", "values"), AFTER.items())
def test_another_count_is_asked_after(turns: tuple[str, str], values: list[str]) -> None:
    assert [v.value for v in ask(turns[1], turns[0]).values] == values


NEAR_MISSES = [
    # In other measure words than the report counts in.
    "专项工作经费的人数是多少",
    "规范性文件的册数是多少",
    "政务公开工作人员的件数是多少",
    "受理申请的金额是多少",
    "收了几封",
    "受理了几封申请",
    # What making it costs the body is not told by its being free.
    "政报印一本要花政府多少钱",
    "编印政报要花多少钱",
    "发行政报政府出多少钱",
    # A count tells neither what something was about nor who.
    "打电话咨询的那400多人主要问的是哪方面的事",
    "打电话咨询的人都问了些什么",
    "70条信息是哪方面的",
    "电话咨询是怎么处理的",
    # Kinds of information are no places.
    "各地信访件最多与最少相差多少",
    "各地信访件平均多少件",
    "各乡镇信访件最多与最少之差",
    # Spread over those of whom nothing is told.
    "专项工作经费除以看门的人数，人均多少",
]


@pytest.mark.parametrize("question", NEAR_MISSES)
def test_what_is_not_counted_so_is_refused(question: str) -> None:
    assert ask(question).status == "unanswered"


def test_another_count_is_no_answer_after() -> None:
    assert ask("不对，我要人数", "沙河镇进驻多少项").status != "answered"
    assert ask("不对，我要的是金额", "网上来信处理多少件").status != "answered"


def test_the_free_bulletin_is_free_for_who_gets_it() -> None:
    assert ask("拿一本政报要花多少钱").polarity == "no"
