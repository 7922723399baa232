"""Accounts called after a place are those of the department that quotes them: “东湖科技”网站."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Assistant
from tests.compiling import over

COMMISSION = """一、概述
“东湖科技”网站发布信息210条。“东湖科技”微信公众号编发文章90篇，其中原创文章12篇。“东湖发布”转载本局稿件8篇。
"""
CITY = """一、概述
全市主动公开政府信息8200条。“东湖发布”微信公众号推送图文640篇。市政府网站发布信息5100条。
"""
CARDS = {
    "ke": ("东湖市科学技术局2023年政府信息公开工作年度报告", "东湖市科学技术局", "东湖市", "2023"),
    "shi": ("东湖市人民政府2022年政府信息公开工作年度报告", "东湖市人民政府", "东湖市", "2022"),
}


@cache
def assistant() -> Assistant:
    return over({"ke": COMMISSION, "shi": CITY}, CARDS)


FIGURES = {
    "“东湖科技”网站2023年发布信息多少条": "210",
    "东湖科技公众号编发了多少篇文章": "90",
    "2023年“东湖科技”微信公众号的原创文章有几篇": "12",
    # What the government quotes itself is its own, whoever else speaks of it.
    "“东湖发布”微信公众号推送图文多少篇": "640",
    "东湖市2022年主动公开政府信息多少条": "8200",
}


@pytest.mark.parametrize(("question", "value"), FIGURES.items())
def test_whose_account_it_is(question: str, value: str) -> None:
    assert [v.value for v in assistant().answer(question).values] == [value]


NEAR_MISSES = [
    # No account of that name, and a place that is only followed by what the department has.
    "“东湖科普”网站发布信息多少条",
    "东湖科技园发布信息多少条",
    "东湖2023年编发文章多少篇",
    "东湖公众号编发文章多少篇",
]


@pytest.mark.parametrize("question", NEAR_MISSES)
def test_no_other_name_means_the_department(question: str) -> None:
    answer = assistant().answer(question)
    assert answer.status != "answered", answer.text
