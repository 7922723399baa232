"""What the report tells of from one number to another: by how much it changed, and what it was before."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

OFFICE = """\
一、主动公开情况
修订公开指南,指南条目由120条增至158条。行政权力事项从原来的640项精简为480项。网站发布信息310条。
二、便民服务情况
一般登记由30个工作日压缩至12个工作日,抵押登记由10个工作日缩短到4个工作日。全年培训2期。
窗口由6个增加到9个,咨询电话由2部减少到1部。
"""
CARDS = {
    "o": ("西陵市国土资源局2015年政府信息公开工作年度报告", "西陵市国土资源局", "西陵市", "2015")
}


@cache
def assistant() -> Assistant:
    return over({"o": OFFICE}, CARDS)


def ask(question: str) -> Answer:
    return proved(assistant(), question)


FIGURES = {
    "指南条目比原来多了几条": ["38"],
    "指南条目增加了多少条": ["38"],
    "行政权力事项精简了多少项": ["160"],
    "行政权力事项减少了百分之几": ["25"],
    "一般登记时限压缩了几个工作日": ["18"],
    "抵押登记比以前快了几个工作日": ["6"],
    "窗口比以前多了几个": ["3"],
    # The number that it became, and the one that it was.
    "一般登记压缩到几个工作日": ["12"],
    "一般登记原来要几个工作日": ["30"],
    "行政权力事项原先有多少项": ["640"],
}


@pytest.mark.parametrize(("question", "values"), FIGURES.items())
def test_by_how_much_it_changed(question: str, values: list[str]) -> None:
    assert [v.value for v in ask(question).values] == values


def test_both_numbers_are_shown() -> None:
    answer = ask("指南条目增加了多少条")
    assert answer.computation is not None
    assert answer.computation.expression == "158 − 120 = 38"


NEAR_MISSES = [
    # The other way, another thing, and what is told of as one number only.
    "指南条目减少了多少条",
    "查封登记压缩了几个工作日",
    "网站发布信息比原来多了几条",
    "培训原来有几期",
    "登记时限压缩了几个工作日",
]


@pytest.mark.parametrize("question", NEAR_MISSES)
def test_no_other_change_is_told(question: str) -> None:
    answer = ask(question)
    assert answer.status in ("unanswered", "clarify"), answer.text
