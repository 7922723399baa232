"""What a question leaves out is left out: of a table with a column 其他, and of ranks among its rows."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

TABLE = """\
澄溪县人民政府2022年政府信息公开工作年度报告
一、总体情况
全年推送信息500条。
二、收到和处理政府信息公开申请情况
| 项目 | 自然人 | 商业企业 | 其他 | 总计 |
|---|---|---|---|---|
| 一、本年新收政府信息公开申请数量 | 30 | 4 | 6 | 40 |
| 无法提供 - 本机关不掌握相关政府信息 | 8 | 0 | 1 | 9 |
| 无法提供 - 没有现成信息需要另行制作 | 2 | 1 | 0 | 3 |
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
    ("question", "share"),
    [
        ("本年新收政府信息公开申请中，其他占多大比例", "15"),
        ("本年新收政府信息公开申请中，自然人占多大比例", "75"),
    ],
)
def test_a_column_is_a_part(question: str, share: str) -> None:
    assert [v.value for v in ask(question).values] == [share]


@pytest.mark.parametrize(
    "question",
    [
        "本年新收政府信息公开申请中，除其他以外的申请人之和在总数中占多大比例",
        "本年新收政府信息公开申请中，不算其他占多大比例",
    ],
)
def test_what_is_left_out_is_not_the_part(question: str) -> None:
    assert "15" not in [v.value for v in ask(question).values]


@pytest.mark.parametrize(
    "question",
    [
        # The second of the rows is the row itself, and the second of its own cells is less than all of them always.
        "无法提供中，没有现成信息需要另行制作超过排第二的类别吗",
        "无法提供中，本机关不掌握相关政府信息超过排第一的类别吗",
        "无法提供中，本机关不掌握相关政府信息不到排第二的类别吗",
    ],
)
def test_a_row_is_held_against_a_rank_and_not_its_cells(question: str) -> None:
    assert ask(question).status == "unanswered"
