"""哪类申请人 asks for applicants, and 其他 alone for none of many others; 合计占 is one share of all together."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

TABLE = """\
澄溪县人民政府2022年政府信息公开工作年度报告
一、收到和处理政府信息公开申请情况
| 项目 | 自然人 | 商业企业 | 其他 | 总计 |
|---|---|---|---|---|
| 一、本年新收政府信息公开申请数量 | 30 | 4 | 6 | 40 |
| 二、上年结转政府信息公开申请数量 | 5 | 2 | 1 | 8 |
| 三、本年度办理结果 - 部分公开 | 7 | 3 | 0 | 10 |
| 三、本年度办理结果 - 不予公开 - 属于国家秘密 | 2 | 0 | 0 | 2 |
| 三、本年度办理结果 - 不予公开 - 保护第三方合法权益 | 4 | 1 | 0 | 5 |
二、其他
全县进驻事项总数为100项，其中县级50项，东河镇20项，西山镇18项，南塘乡12项。
"""
CARDS = {
    "chengxi-2022": (
        "澄溪县人民政府2022年政府信息公开工作年度报告",
        "澄溪县人民政府",
        "澄溪县",
        "2022",
    )
}


@cache
def assistant() -> Assistant:
    return over({"chengxi-2022": TABLE}, CARDS)


def ask(question: str) -> Answer:
    return proved(assistant(), question)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("部分公开里哪类申请人最多", "自然人"),
        ("部分公开排第二的是哪类申请人", "商业企业"),
        ("本年新收政府信息公开申请，哪类申请人最少", "商业企业"),
    ],
)
def test_applicants_are_asked_for_by_their_class(question: str, name: str) -> None:
    assert name in ask(question).text


@pytest.mark.parametrize("question", ["不予公开里哪类申请人最多", "不予公开排第二的是哪类申请人"])
def test_reasons_are_no_applicants(question: str) -> None:
    answer = ask(question)
    assert answer.status != "answered" or "保护第三方" not in answer.text


def test_others_alone_are_of_no_row() -> None:
    answer = ask("上年结转政府信息公开申请超过其他的申请人吗")
    assert all(v.value in ("8", "5", "2", "1") for v in answer.values)


@pytest.mark.parametrize(
    "question", ["三个乡镇的事项合计占总数的百分之几", "三个乡镇进驻事项一共占全县总数多少"]
)
def test_together_they_have_one_share(question: str) -> None:
    assert [v.value for v in ask(question).values] == ["50"]


@pytest.mark.parametrize("question", ["去年转发了几件", "上年转发了多少件申请"])
def test_passed_on_is_not_carried_over(question: str) -> None:
    assert ask(question).status != "answered"


def test_what_is_carried_over_is_told() -> None:
    assert [v.value for v in ask("上年结转政府信息公开申请多少件").values] == ["8"]
