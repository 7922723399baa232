"""A number that a claim says of one thing is never confirmed by another thing of the same number."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

COUNTY = """一、概述
全年收办申请310件，其中，予以公开150件、部分公开47件、作其他处理（含申请人撤回申请）46件、转下年度办理67件。
"""
CARDS = {
    "lushan-2021": ("芦山县2021年政府信息公开工作年度报告", "芦山县人民政府", "芦山县", "2021")
}


@cache
def assistant() -> Assistant:
    return over({"lushan-2021": COUNTY}, CARDS)


def ask(question: str) -> Answer:
    return proved(assistant(), question)


@pytest.mark.parametrize(
    ("question", "polarity"),
    [
        ("作其他处理（含申请人撤回申请）46件，对吗", "yes"),
        ("收办申请中作其他处理（含申请人撤回申请）46件，没错吧", "yes"),
        ("作其他处理（含申请人撤回申请）47件，对吗", "no"),
        ("收办申请中作其他处理（含申请人撤回申请）67件，没错吧", "no"),
    ],
)
def test_a_number_is_held_against_what_it_is_said_of(question: str, polarity: str) -> None:
    found = ask(question)
    assert (found.status, found.polarity) == ("answered", polarity), found.text
