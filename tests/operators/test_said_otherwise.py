"""What was done and counted, said in other words than the report's: 净增, 尚在审理, 没给公开, 回复了多少封来信."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

TOWN = """\
一、总体情况
“县长信箱”收到来信120件,回复114件。“竹溪发布”公众号关注用户3.2万人,较上年末净增0.4万人;微博粉丝900人。
环境信息分五类:水质类40条,大气类33条,噪声类21条,固废类12条,辐射类5条。
二、收到和处理政府信息公开申请情况
|  |  |  | 自然人 | 总计 |
| 一、本年新收政府信息公开申请数量 |  |  | 30 | 30 |
| 三、本年度办理结果 | （一）予以公开 |  | 25 | 25 |
|  | （三）不予公开 | 1.属于国家秘密 | 2 | 2 |
|  |  | 2.危及“三安全一稳定” | 3 | 3 |
三、行政诉讼情况
被提起行政诉讼3件,法院驳回原告诉讼请求2件,尚在审理1件。
"""
CARDS = {"z": ("竹溪县人民政府2021年政府信息公开工作年度报告", "竹溪县人民政府", "竹溪县", "2021")}


@cache
def assistant() -> Assistant:
    return over({"z": TOWN}, CARDS)


def ask(question: str) -> Answer:
    return proved(assistant(), question)


FIGURES = {
    "县长信箱回复了多少件来信": ["114"],
    "公众号关注用户比上年末多了多少": ["0.4"],
    "公众号关注用户净增多少": ["0.4"],
    "公众号关注用户比去年底增加多少万人": ["0.4"],
    # What it was then, and not by how much it changed since.
    "公众号关注用户上年末有多少": ["2.8"],
    "上年末公众号关注用户有多少": ["2.8"],
    "公众号关注用户去年底有多少": ["2.8"],
    "行政诉讼还没审完的有几件": ["1"],
    "正在审理的行政诉讼几件": ["1"],
    "有几件申请因危及三安全一稳定没给公开": ["3"],
    "因国家秘密未能公开的有几件": ["2"],
    "环境信息中条数居第三位的是哪类": ["21"],
    "环境信息中位列第二的是哪类": ["33"],
}


@pytest.mark.parametrize(("question", "values"), FIGURES.items())
def test_it_is_the_same(question: str, values: list[str]) -> None:
    assert [v.value for v in ask(question).values] == values


NEAR_MISSES = [
    # Another's change, a year that is no number, another outcome, and what nobody wrote.
    "微博粉丝比上年末多了多少",
    "公众号关注用户比2019年末多了多少",
    "微博粉丝上年末有多少",
    "公众号关注用户上年末有多少篇文章",
    "县长信箱回复了多少件投诉",
    "尚在审理的行政复议几件",
    "因商业秘密没给公开的有几件",
    "环境信息中居第七位的是哪类",
]


def test_by_how_much_it_changed_is_not_what_it_was() -> None:
    assert "0.4" not in [v.value for v in ask("公众号关注用户上年末有多少人").values]


@pytest.mark.parametrize("question", NEAR_MISSES)
def test_it_is_not_the_same(question: str) -> None:
    answer = ask(question)
    assert answer.status in ("unanswered", "clarify"), answer.text
