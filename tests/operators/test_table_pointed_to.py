"""A standard table is pointed to by its place (表三), and a row by how people say that something is carried over."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

TOWN = """\
一、总体情况
全年召开新闻发布会3场，受理政府信息公开申请37件。
二、主动公开政府信息情况
| 第二十条第（五）项 |  |
| 信息内容 | 本年处理决定数量 |
| 行政许可 | 512 |
三、收到和处理政府信息公开申请情况
|  |  |  | 自然人 | 商业企业 | 总计 |
| 一、本年新收政府信息公开申请数量 |  |  | 30 | 4 | 34 |
| 二、上年结转政府信息公开申请数量 |  |  | 7 | 0 | 7 |
| 三、本年度办理结果 | （一）予以公开 |  | 25 | 3 | 28 |
|  | （七）总计 |  | 31 | 4 | 35 |
| 四、结转下年度继续办理 |  |  | 6 | 0 | 6 |
"""
CARDS = {"t": ("南溪县人民政府2022年政府信息公开工作年度报告", "南溪县人民政府", "南溪县", "2022")}


@cache
def assistant() -> Assistant:
    return over({"t": TOWN}, CARDS)


def ask(question: str) -> Answer:
    return proved(assistant(), question)


FIGURES = {
    "表三里商业企业的新收申请是多少": ["4"],
    "按附表三，自然人予以公开了几件": ["25"],
    "表2中行政许可有多少件": ["512"],
    "第三张表总计一栏里，予以公开填的多少": ["28"],
    "正文写的受理件数和表三写的新收总数，分别是多少": ["37", "34"],
    "办理结果总计那行，自然人是多少": ["31"],
    "有几件申请顺延到下年度答复": ["6"],
    "留待次年办理的申请有多少件": ["6"],
    "拖到第二年的申请有几件": ["6"],
    "由上一年转来的申请有几件": ["7"],
    "去年遗留下来的申请有几件": ["7"],
    "新闻发布会开了几场，给个数就行": ["3"],
}


@pytest.mark.parametrize(("question", "values"), FIGURES.items())
def test_the_table_that_is_pointed_to_answers(question: str, values: list[str]) -> None:
    assert [v.value for v in ask(question).values] == values


NEAR_MISSES = [
    # What stands in another table, or in none.
    "表四里行政许可有多少件",
    "表三里召开新闻发布会几场",
    "表二里商业企业的新收申请是多少",
    # A verb before a number is no table, and what is kept is not carried over.
    "发表三篇文章了吗",
    "延到下年度的工程有几个",
]


@pytest.mark.parametrize("question", NEAR_MISSES)
def test_another_table_does_not(question: str) -> None:
    answer = ask(question)
    assert answer.status in ("unanswered", "clarify"), answer.text
