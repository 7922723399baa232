"""What the report tells of the year before: the number then, which way it went since, and by how much."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

TOWN = """\
一、概述
2015年,全镇落实宣传经费6.4万元,比上年增加1.6万元。配备专职人员9人,较2014年减少3人。
二、主动公开情况
全年编发简报268期,比2014年的240期增长11.67%。接待来访群众520人次,2014年为650人次。
公务接待支出较上年下降12.5%。“青河发布”关注用户2.8万人,较上年末净增0.7万人。张贴公告77张。
收到政府信息公开申请36件(东港村20件、南岭村16件),同比增长20%。
三、问题
部分村公开不及时。
"""
CARDS = {
    "t": ("青河县东港镇2015年政府信息公开工作年度报告", "东港镇人民政府", "青河县东港镇", "2015")
}


@cache
def assistant() -> Assistant:
    return over({"t": TOWN}, CARDS)


def ask(question: str) -> Answer:
    *before, question = question.split(" / ")
    if before:
        return assistant().answer(question, history=before)
    return proved(assistant(), question)


FIGURES = {
    # The number of the year before, as it is told or as it follows.
    "头一年编发了多少期简报": ["240"],
    "再往前一年，也就是2014年，简报编发了几期": ["240"],
    "2014年接待来访群众多少人次": ["650"],
    "比2015年早一年，接待来访群众多少人次": ["650"],
    "上年的宣传经费是多少万": ["4.8"],
    "镇里前一年有几名专职人员": ["12"],
    "简报全年编发了多少期 / 那上一年呢": ["240"],
    "宣传经费落实了多少 / 2014年呢": ["4.8"],
    "上年末“青河发布”有多少关注用户": ["2.1"],
    # By how much, as an amount or a share.
    "宣传经费跟上年比多了多少钱": ["1.6"],
    "宣传经费同比增长百分之几": ["33.33"],
    "编发的简报比头一年多了几期": ["28"],
    "接待来访群众比上年少了多少人次": ["130"],
    "公务接待支出是涨了还是降了，变化多大": ["12.5"],
    "政府信息公开申请同比增幅是多少": ["20"],
    "简报全年编发了多少期 / 比上一年多了几期": ["28"],
}


@pytest.mark.parametrize(("question", "values"), FIGURES.items())
def test_what_it_was_and_how_it_changed(question: str, values: list[str]) -> None:
    assert [v.value for v in ask(question).values] == values


WAYS = {
    "接待来访群众和上年比是多了还是少了": "减少",
    "公务接待支出同比是升还是降": "下降",
    "宣传经费的变化情况怎么样": "增加",
    "申请量跟上年比增加了还是减少了，幅度多大": "增加",
}


@pytest.mark.parametrize(("question", "way"), WAYS.items())
def test_which_way_it_went(question: str, way: str) -> None:
    assert f"{way}" in ask(question).text.rpartition("比")[2]


def test_what_follows_is_worked_out_before_ones_eyes() -> None:
    answer = ask("接待来访群众比上年少了多少人次")
    assert answer.computation is not None
    assert answer.computation.expression == "650 − 520 = 130"


NEAR_MISSES = [
    # Another year, another thing, another unit, the other way, and what no change is told of.
    "前年编发了多少期简报",
    "2013年接待来访群众多少人次",
    "再往前两年的宣传经费是多少",
    "上年的培训经费是多少万",
    "张贴公告比上年多了多少张",
    "上年张贴公告多少张",
    "专职人员比上年增加了几人",
    "兼职人员比上年少了几人",
    "东港村的申请比上年增长百分之几",
    "上年公务接待支出是多少万元",
    "张贴公告多少张 / 上一年呢",
    "简报全年编发了多少期 / 前年呢",
    "宣传经费环比增长多少",
    "接待来访群众比2015年多了多少人次",
]


@pytest.mark.parametrize("question", NEAR_MISSES)
def test_what_is_not_told_of_then(question: str) -> None:
    assert ask(question).status != "answered"
