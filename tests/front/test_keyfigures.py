"""What people look for first: only a figure of the year that is the whole answer, under a name that is true of it."""

from __future__ import annotations

import pytest

from assistant.front.keyfigures import stated
from tests.compiling import over

REPORT = """一、概述
全县历年累计主动公开政府信息41370条。
编印政府公报12期。
二、收到和处理政府信息公开申请情况
全年收到政府信息公开申请27件。
|  |  |  | 自然人 | 总计 |
| 一、本年新收政府信息公开申请数量 |  |  | 27 | 27 |
| 三、本年度办理结果 | （一）予以公开 |  | 20 | 20 |
|  | （三）不予公开 | 1.属于国家秘密 | 0 | 0 |
|  |  | 2.其他法律行政法规禁止公开 | 0 | 0 |
"""
CARD = ("东湖县人民政府2021年政府信息公开工作年度报告", "东湖县人民政府", "东湖县", "2021")
# The question, and the figure under the report's own name; none where it is of many years, or of many cells.
CASES = (
    ("主动公开政府信息多少条", None),
    ("编印政府公报多少期", ("编印政府公报", "12期")),
    ("新收政府信息公开申请多少件", ("甲", "27件")),
    ("予以公开多少件", ("甲", "20件")),
    ("不予公开多少件", None),
    ("新闻发布会多少场", None),
)


@pytest.mark.parametrize(("question", "expected"), CASES)
def test_a_key_figure(question: str, expected: tuple[str, str] | None) -> None:
    made = over({"donghu-2021": REPORT}, {"donghu-2021": CARD})
    found = stated(made, "donghu-2021", "甲", (question,))
    assert (found and (found.own_name, found.text)) == expected
    if found:
        start, end = found.proof.start, found.proof.end
        assert REPORT[start:end] == found.proof.quote
