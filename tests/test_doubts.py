"""An answer about a figure that its report contradicts says so, and proves it."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Assistant
from assistant.compiled import make_index
from assistant.knowledge import load
from assistant.library import Opened
from tests.compiling import compiler

TEXT = "一、总体情况\n全市设立查阅点{total}个，其中县级6个、乡镇18个、村级22个。\n全市召开发布会3场。\n"
CARD = {
    "id": "linjiang-2016",
    "title": "临江市2016年政府信息公开工作年度报告",
    "organ": "临江市人民政府",
    "place": "临江市",
    "year": "2016",
}


@cache
def assistant(total: int) -> Assistant:
    report = compiler().read(TEXT.format(total=total), CARD)
    return Assistant(store=Opened([make_index(report, load().terms)]))


def test_a_total_whose_parts_do_not_add_up_is_given_with_a_warning() -> None:
    answer = assistant(47).answer("查阅点多少个")
    assert [value.value for value in answer.values] == ["47"]
    assert "6 + 18 + 22 ≠ 47" in answer.text
    source = TEXT.format(total=47)
    quotes = [citation.quote for citation in answer.citations]
    assert all(source[c.start : c.end] == c.quote for c in answer.citations)
    assert all(any(number in quote for quote in quotes) for number in ("6", "18", "22", "47"))


@pytest.mark.parametrize(
    ("total", "question"), [(46, "查阅点多少个"), (47, "乡镇查阅点多少个"), (47, "发布会几场")]
)
def test_nothing_is_said_where_nothing_is_in_doubt(total: int, question: str) -> None:
    answer = assistant(total).answer(question)
    assert answer.values
    assert "≠" not in answer.text
