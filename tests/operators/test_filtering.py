"""Filter: the members over, under or between; their number; and against one of them."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qingyuan import PLACES, answered, figures, refused

TESTS: dict[str, Callable[[int, int], bool]] = {
    "超过": lambda number, limit: number > limit,
    "多于": lambda number, limit: number > limit,
    "不足": lambda number, limit: number < limit,
    "少于": lambda number, limit: number < limit,
    "不少于": lambda number, limit: number >= limit,
    "不超过": lambda number, limit: number <= limit,
}
AGAINST = [
    ("比佛冈县进驻事项多的县市区有哪些", {"连州市", "连山县", "阳山县"}),
    ("比佛冈县进驻事项少的县市区有哪些", {"英德市", "清城区", "清新区", "连南县"}),
    ("进驻事项比连山县多的县市区有哪些", {"阳山县"}),
    ("进驻事项比连州市多出10项以上的县市区有哪些", {"连山县", "阳山县"}),
    ("进驻事项与连州市相差不超过10项的县市区有哪些", {"佛冈县"}),
    ("进驻事项跟连南县相差20项以内的县市区有哪些", {"英德市", "佛冈县"}),
]
REFUSED = [
    "受理申请超过650项的县市区有哪些",
    "2012年进驻事项超过650项的县市区有哪些",
    "进驻事项超过650项的镇有哪些",
    "经费超过100万元的县市区有几个",
]
limits = st.integers(480, 900)


def passing(test: Callable[[int], bool]) -> list[str]:
    """The members that pass, one by one, in the order of the report."""
    return [name for name, number in PLACES.items() if test(number)]


@given(st.sampled_from(list(TESTS)), limits)
def test_which_pass(said: str, limit: int) -> None:
    names = passing(lambda n: TESTS[said](n, limit))
    found = answered(f"进驻事项{said}{limit}项的县市区有哪些")
    assert figures(found) == [f"{PLACES[n]}项" for n in names]
    assert all((name in found.text) == (name in names) for name in PLACES)


@given(st.sampled_from(list(TESTS)), limits)
def test_how_many_pass(said: str, limit: int) -> None:
    names = passing(lambda n: TESTS[said](n, limit))
    found = answered(f"进驻事项{said}{limit}项的县市区有几个")
    if names:
        assert [v.value for v in found.values] == [str(len(names))]
    else:
        assert "没有" in found.text or figures(found) == ["0个"]


@given(limits, limits)
def test_between(one: int, other: int) -> None:
    low, high = sorted((one, other))
    names = passing(lambda n: low <= n <= high)
    found = answered(f"进驻事项介于{low}项和{high}项之间的县市区有哪些")
    assert figures(found) == [f"{PLACES[n]}项" for n in names]


@pytest.mark.parametrize(("asked", "names"), AGAINST)
def test_against_one_of_them(asked: str, names: set[str]) -> None:
    found = answered(asked)
    assert set(figures(found)) == {f"{PLACES[n]}项" for n in names}


@pytest.mark.parametrize("asked", REFUSED)
def test_what_cannot_be_filtered(asked: str) -> None:
    refused(asked)
