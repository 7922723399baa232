"""What bounds a number, and from where places are counted: no word of it may be lost."""

from __future__ import annotations

import pytest

from assistant import answer

SAID = [
    ("进驻事项在700项以上的县有哪些", {"740", "852"}, None),
    ("在600项以内的区有哪几个", {"525", "511"}, None),
    ("阳山县进驻事项占全市的13%以上吗", {"13.72"}, "yes"),
    ("专项经费有两百万以上吗", {"122.03"}, "no"),
    ("连州市进驻事项600多项吗", {"669"}, "yes"),
    ("佛冈县进驻事项700多项，对吗", {"663"}, "no"),
    ("受理群众电话咨询600多人次，对吗", {"600"}, "yes"),
    ("八个县(市、区)按进驻事项从少到多排，第二个是谁", {"525"}, None),
    ("从少到多排，前三个县市区是哪几个", {"511", "525", "628"}, None),
    ("按进驻事项从高到低排，倒数第二的县市区是谁", {"525"}, None),
]
# 645 and 663 may be more than 600多 or not.
UNTOLD = ["超过600多项的县有哪些", "比600多项多的县有哪些"]


@pytest.mark.parametrize(("question", "values", "polarity"), SAID)
def test_what_bounds_a_number_is_used(
    question: str, values: set[str], polarity: str | None
) -> None:
    found = answer(question)
    assert found.status == "answered"
    assert ({v.value for v in found.values}, found.polarity) == (values, polarity)


@pytest.mark.parametrize("question", UNTOLD)
def test_a_comparison_that_cannot_be_told_is_refused(question: str) -> None:
    assert answer(question).status == "unanswered"


# A word that the first core or a loose rule dropped: the right value, or a refusal.
WORDS = [
    ("佛冈、连山哪个县进驻事项最多", {"740"}),
    ("佛冈、连山、连南三个县进驻事项合计多少", {"2048"}),
    ("市级和各区网上办事大厅进驻事项合计多少项", {"2014"}),
]
DROPPED = [
    "阳山县占连山县的百分之几",
    "阳山县占全市多少办结率",
    "阳山县占多少规范性文件",
    "进驻事项最多的五个县是哪些",
]


@pytest.mark.parametrize(("question", "values"), WORDS)
def test_names_are_meant_and_no_others(question: str, values: set[str]) -> None:
    assert {v.value for v in answer(question).values} == values


def test_the_direction_of_a_claim_is_held() -> None:
    assert answer("佛冈县进驻事项比连南县少18项吗").polarity == "no"
    assert answer("佛冈县进驻事项比连南县多18项吗").polarity == "yes"


def test_members_are_listed_in_the_order_that_is_asked() -> None:
    found = answer("各县进驻事项从高到低排列")
    assert [v.value for v in found.values] == ["852", "740", "663", "645"]


@pytest.mark.parametrize("question", DROPPED)
def test_a_word_that_nothing_accounts_for_is_refused(question: str) -> None:
    assert answer(question).status == "unanswered"
