"""A clause of the report, asked whether it is so, is so; a piece of one, or one that is denied, answers nothing."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Assistant
from tests.compiling import over, proved

TEXT = """白石镇2012年政府信息公开工作年度报告
一、概述
政策解读的形式还不够丰富。历史征地档案不全，部分申请难以提供。全年未发生收取费用的情况，村级重大事项按“四议两公开”办理。
二、存在的问题
存在以下问题：一是水雨情信息更新间隔偏长；二是村务公开栏位置不醒目。
"""
CARDS = {
    "baishi-2012": ("白石镇2012年政府信息公开工作年度报告", "白石镇人民政府", "白石镇", "2012")
}
SO = [
    "政策解读的形式还不够丰富吗",
    "历史征地档案不全，对吗？",
    "历史征地档案不全，部分申请难以提供，是吗",
    "村级重大事项按四议两公开办理吧",
    "水雨情信息更新间隔偏长吗",
    "村务公开栏位置不醒目，属实吗",
]
# A piece of a clause that is denied, the contrary, and one clause in the words of another.
NOT_SO = ["发生收取费用的情况吗", "历史征地档案齐全吗", "政策解读的位置不醒目吗"]


@cache
def assistant() -> Assistant:
    return over({"baishi-2012": TEXT}, CARDS)


@pytest.mark.parametrize("question", SO)
def test_a_clause_of_the_report_is_so(question: str) -> None:
    answer = proved(assistant(), question)
    assert (answer.status, answer.polarity) == ("answered", "yes"), answer.text


@pytest.mark.parametrize("question", NOT_SO)
def test_what_the_report_does_not_say_is_not_so(question: str) -> None:
    answer = assistant().answer(question)
    assert answer.polarity != "yes", answer.text
