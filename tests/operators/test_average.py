"""Average: over the members of a kind, or one figure per unit of another; two decimals, half up."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qingyuan import (
    CITIES,
    COUNTIES,
    DISTRICTS,
    PLACES,
    answered,
    figures,
    half_up,
    refused,
)

CLASSES = [
    ("八个县市区", PLACES),
    ("四个县", COUNTIES),
    ("两个区", DISTRICTS),
    ("两个县级市", CITIES),
]
FRAMES = ["{}平均进驻多少项", "{}的进驻事项平均是多少项"]
PER = [
    ("人均专项工作经费是多少", Fraction("122.03") / 129, "万元"),
]
REFUSED = [
    "八个县市区平均处理来信多少件",
    "三个区平均进驻多少项",
    "各镇平均进驻多少项",
    "2012年八个县市区平均进驻多少项",
    "受理率和办结率平均是多少人",
]


def slow_mean(members: dict[str, int]) -> Fraction:
    """The mean, counted up one by one."""
    total = count = 0
    for number in members.values():
        total, count = total + number, count + 1
    return Fraction(total, count)


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(("said", "members"), CLASSES)
def test_over_the_members_of_a_kind(said: str, members: dict[str, int], frame: str) -> None:
    mean = slow_mean(members)
    found = answered(frame.format(said))
    assert figures(found) == [f"{half_up(mean)}项"]
    assert found.computation and ("≈" in found.computation.expression) == (
        (mean * 100).denominator > 1
    )


def test_rounding_is_said() -> None:
    assert "两位小数" in answered("八个县市区平均进驻多少项").text
    assert "两位小数" not in answered("四个县平均进驻多少项").text


@pytest.mark.parametrize(("asked", "mean", "unit"), PER)
def test_one_figure_per_unit_of_another(asked: str, mean: Fraction, unit: str) -> None:
    assert figures(answered(asked)) == [half_up(mean) + unit]


def test_the_bound_is_carried_through() -> None:
    (value,) = answered("《网络舆情》平均每期涉及网络信息多少宗").values
    assert value.value == half_up(Fraction(360, 131)) and value.bound in ("more", "at_least")
    refused("《网络舆情》平均每期涉及网络信息准确是多少宗")


@pytest.mark.parametrize("asked", REFUSED)
def test_what_has_no_average(asked: str) -> None:
    refused(asked)


@given(st.lists(st.sampled_from(list(PLACES)), min_size=2, max_size=5, unique=True))
def test_averages_agree_with_the_parts(names: list[str]) -> None:
    mean = slow_mean({n: PLACES[n] for n in names})
    found = answered(f"{'、'.join(names)}平均进驻多少项")
    assert figures(found) == [f"{half_up(mean)}项"]


@pytest.mark.parametrize("question", ["平均一期几条信息", "平均一次多少条信息"])
def test_what_it_is_spread_over_is_no_row(question: str) -> None:
    refused(question)
