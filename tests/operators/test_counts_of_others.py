"""Figures that stand near what is asked and count something else: no sum, no mean and no order is made of them."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

COUNTY = """\
云河县2017年政府信息公开工作年度报告
一、概述
2017年，全县18个乡镇（街道）和43个县直部门落实了专人，编制公开指南61份、公开目录60份。将35个部门子站迁入县政府门户网站，关停9个不更新的站点。
作出行政处罚决定50件，其中食品药品26件、公共场所20件、学校4件，罚没款合计25万元。
柳河镇公开信息310条。
二、存在的问题
有两个乡镇连续两个月未更新信息。
"""
CARDS = {"yunhe-2017": ("云河县2017年政府信息公开工作年度报告", "云河县人民政府", "云河县", "2017")}


@cache
def assistant() -> Assistant:
    return over({"yunhe-2017": COUNTY}, CARDS)


def ask(question: str) -> Answer:
    return proved(assistant(), question)


FIGURES = {
    # Two that one clause counts each by itself.
    "乡镇和县直部门一共多少个": ["61"],
    "全县乡镇街道和县直部门合起来多少家": ["61"],
    "乡镇加县直部门总共有多少个": ["61"],
    # All of them, and not the last part told before the money.
    "罚没款平均每件多少万元": ["0.5"],
}


@pytest.mark.parametrize(("question", "values"), FIGURES.items())
def test_what_is_counted_is_counted(question: str, values: list[str]) -> None:
    assert [v.value for v in ask(question).values] == values


NEAR_MISSES = [
    # 子站 are no 部门, 指南 and 目录 no 乡镇, and the fines of all are not those of one kind.
    "乡镇和子站部门一共多少个",
    "数量最少的乡镇多少条",
    "柳河镇比数量最少的乡镇多多少条",
    "学校罚没款平均每件多少万元",
    "食品药品罚没款平均每件多少万元",
]


@pytest.mark.parametrize("question", NEAR_MISSES)
def test_what_counts_something_else_is_not_taken(question: str) -> None:
    answer = ask(question)
    assert answer.status != "answered", answer.text
