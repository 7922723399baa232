"""What a refused question asks for, by its words."""

from __future__ import annotations

import pytest

from assistant.offering.asked import Asked, asked_of
from tests.qingyuan import assistant


def asked(question: str) -> Asked:
    trace = assistant().attempt(question)
    return asked_of(trace.mentions, trace.question.text)


COMPUTES = {
    "猫和狗加起来多少只": "sum",
    "猫占狗的百分之几": "share",
    "猫比狗多几只": "compare",
    "平均每人几只猫": "average",
    "除了猫还有几只": "remainder",
    "还有几只猫没喂": "remainder",
    "上年猫有几只": "before",
    "猫和狗各几只": "each",
    "猫里头谁最多": "rank",
}
WHETHER = {
    "猫喂过没有": True,
    "能不能喂猫": True,
    "猫喂了吗": True,
    "受到了猫的表扬？": True,
    "猫是被谁喂的嘛": False,
    "多少只猫喂了吗": False,
    "为什么不喂猫": False,
}
# Numbers that are claimed, each with what stands behind it.
CLAIMED = {"猫有90件,是吧": [("90", "件")], "猫有几只": [], "猫喂到98%了吗": [("98", "%")]}


@pytest.mark.parametrize("question", COMPUTES)
def test_what_it_may_mean_to_compute(question: str) -> None:
    assert COMPUTES[question] in asked(question).computes


@pytest.mark.parametrize("question", WHETHER)
def test_whether_something_is_so(question: str) -> None:
    assert asked(question).whether is WHETHER[question]


@pytest.mark.parametrize("question", CLAIMED)
def test_the_numbers_that_it_claims(question: str) -> None:
    assert [(str(n), behind) for n, behind in asked(question).numbers] == CLAIMED[question]
