"""Exact arithmetic on figures: scales, rounding, bounds. By hand-made figures."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qingyuan import half_up
from steps.handmade import figure

from assistant.operators.arithmetic import base_unit, bound_of_sum, rounded, same_scale

UNITS = [
    ("万元", "元"),
    ("亿元", "元"),
    ("万篇(条)", "篇(条)"),
    ("元", "元"),
    ("项", "项"),
    ("万", "万"),
]
ROUNDED = [
    ("16.675", "16.68"),
    ("16.674999", "16.67"),
    ("2.745", "2.75"),
    ("725", "725"),
    ("12.80", "12.8"),
    ("0.005", "0.01"),
]
# bounds of the addends → the bound of their sum; None: they pull different ways
BOUNDS = [
    (["exact", "exact"], "exact"),
    (["more", "exact"], "at_least"),
    (["more", "more"], "at_least"),
    (["at_least", "more"], "at_least"),
    (["at_most", "more"], None),
]


@pytest.mark.parametrize(("unit", "base"), UNITS)
def test_a_unit_without_its_scale(unit: str, base: str) -> None:
    assert base_unit(unit) == base


@pytest.mark.parametrize(("value", "short"), ROUNDED)
def test_two_decimals_half_up(value: str, short: str) -> None:
    assert rounded(Decimal(value))[0] == short


@pytest.mark.parametrize(("bounds", "bound"), BOUNDS)
def test_the_bound_of_a_sum(bounds: list[str], bound: str | None) -> None:
    parts = [figure(str(at), "1", "条", bound=b) for at, b in enumerate(bounds)]
    assert bound_of_sum(parts) == bound_of_sum(parts[::-1]) == bound


def test_different_scales_become_one() -> None:
    values, unit = same_scale([figure("a", "1.2", "万条"), figure("b", "664", "条")])
    assert (values, unit) == ([Decimal(12000), Decimal(664)], "条")
    assert same_scale([figure("a", "1.2", "万条"), figure("b", "3", "万条")])[1] == "万条"


@given(st.integers(0, 10**9), st.integers(1, 10**6))
def test_rounding_agrees_with_fractions(top: int, bottom: int) -> None:
    text, short = rounded(Decimal(top) / Decimal(bottom))
    assert text == half_up(Fraction(top, bottom))
    assert short == (Fraction(top, bottom) != Fraction(text))
