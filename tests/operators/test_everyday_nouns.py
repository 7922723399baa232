"""Everyday words for how money was raised, how applications came and what they were about."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

COUNTY = """\
松阳河县2011年政府信息公开年度报告
一、概述
县财政拨付工作经费60万元,各镇自筹20万元,合计80万元。
二、依申请公开政府信息的情况
全年受理申请18件。从提交方式看,网上9件、当面6件、信函3件;从申请内容看,土地征收8件、拆迁补偿7件、其他3件。
"""
CARDS = {
    "songyanghe-2011": (
        "松阳河县2011年政府信息公开年度报告",
        "松阳河县人民政府",
        "松阳河县",
        "2011",
    )
}


@cache
def assistant() -> Assistant:
    return over({"songyanghe-2011": COUNTY}, CARDS)


def ask(question: str) -> Answer:
    return proved(assistant(), question)


FIGURES = {
    "各镇自己筹了多少钱": "20",
    "县财政拨付的经费比各镇自己筹的多多少": "40",
    "各镇自己筹措了多少万元": "20",
    "寄信来申请的有几件": "3",
    "当面来申请的和寄信来申请的相差几件": "3",
    "写信来申请的有多少件": "3",
    "拆迁的申请有几件": "7",
    "征地和拆迁的申请一共多少件": "15",
    "因为动迁提出的申请有几件": "7",
}


@pytest.mark.parametrize("question", FIGURES)
def test_everyday_nouns_are_known(question: str) -> None:
    found = ask(question)
    assert [v.value for v in found.values] == [FIGURES[question]], found.text


@pytest.mark.parametrize(
    "question", ["县财政自己筹了多少", "寄信来举报的有几件", "拆迁了多少户", "传真来申请的有几件"]
)
def test_of_another_they_are_not_told(question: str) -> None:
    found = ask(question)
    assert found.status == "unanswered", found.text
