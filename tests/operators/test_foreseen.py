"""What is to come, how often something is done, how long it takes, and whether what is planned is done."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

TOWN = """\
一、概述
2015年,全镇主动公开政府信息186条。村务公开栏每季度更新一次,全年更新88期。编发简报24期。
二、依申请公开情况
收到申请12件,平均答复用时6.5个工作日,最长的一件用了14个工作日。投诉3件,办结2件,1件尚在办理。
三、问题和打算
问题:部分村公开不及时。
2016年,一是力争主动公开信息突破220条;二是在青石村新建查阅点4个;三是每半年通报一次进度;四是集中轮训新任网格员两次;
八是把培训覆盖面提高到95%;五是年底前建成网上查询系统;六是将答复时限由20个工作日压缩到12个工作日;七是考核权重由3分调整为5分;九是出台考核办法。
"""
CARDS = {
    "t": ("青河县东港镇2015年政府信息公开工作年度报告", "东港镇人民政府", "青河县东港镇", "2015")
}


@cache
def assistant() -> Assistant:
    return over({"t": TOWN}, CARDS)


def ask(question: str) -> Answer:
    return proved(assistant(), question)


FIGURES = {
    "2016年主动公开信息的目标是多少条": ["220"],
    "来年镇里打算在青石村新建几个查阅点": ["4"],
    "明年的目标比2015年实际公开的多几条": ["34"],
    "今后的答复时限要压到多少个工作日": ["12"],
    "答复时限原先是几个工作日": ["20"],
    "下一年考核权重要调到几分": ["5"],
    "一件申请平均得等多久才有答复": ["6.5"],
    "最慢的一件用了几天": ["14"],
    "来年培训覆盖面的目标是百分之多少": ["95"],
    "培训覆盖面2016年的目标": ["95"],
    "拖得最久的那件申请用了多少个工作日": ["14"],
}


@pytest.mark.parametrize(("question", "values"), FIGURES.items())
def test_numbers_of_what_is_to_come_and_how_long_it_takes(question: str, values: list[str]) -> None:
    assert [v.value for v in ask(question).values] == values


TOLD = {
    "村务公开栏是每个月更新还是每个季度更新": "每季度",
    "以后多长时间通报一次进度": "每半年",
    "网上查询系统准备什么时候建好": "年底前",
    "2016年集中轮训哪些人": "网格员",
}


@pytest.mark.parametrize(("question", "told"), TOLD.items())
def test_what_is_told_in_words(question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert told in answer.text


def test_what_is_under_way_is_not_done() -> None:
    assert ask("投诉都办完了吗").polarity == "no"


PLANNED = ["考核办法出台了没有", "网上查询系统建成了吗", "青石村的查阅点建好了没有"]


@pytest.mark.parametrize("question", PLANNED)
def test_what_is_only_planned_is_never_affirmed(question: str) -> None:
    assert ask(question).polarity != "yes"


NEAR_MISSES = [
    # Another year, another thing, another place, another act, and what no plan tells.
    "2017年主动公开信息的目标是多少条",
    "明年要编发多少期简报",
    "明年在白石村新建几个查阅点",
    "明年取消几个查阅点",
    "简报多久编发一次",
    "投诉平均要几天办结",
    "最快的一件用了几天",
    "明年的目标比2015年实际编发的简报多几期",
    "网上缴费系统建成了吗",
    "网上投诉系统准备什么时候建好",
    "2016年集中轮训哪些企业",
    "答复时限原先是几个月",
]


@pytest.mark.parametrize("question", NEAR_MISSES)
def test_what_is_not_told_of_it(question: str) -> None:
    assert ask(question).status != "answered"
