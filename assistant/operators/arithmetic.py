"""Exact arithmetic on figures: decimals, never floats; units and bounds carried through."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from assistant.language.numerals import plain
from assistant.model import Computation, Figure, Value

SCALES = {"千": Decimal(1000), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
CENT = Decimal("0.01")
OPEN = ("more", "at_least")


def base_unit(unit: str) -> str:
    """The unit without its scale: 万元 → 元."""
    return unit[1:] if unit[:1] in SCALES and len(unit) > 1 else unit


def same_scale(figures: Sequence[Figure]) -> tuple[list[Decimal], str]:
    """The values in one unit: as stated where the units agree, else without their scales."""
    units = {figure.unit for figure in figures}
    stated = [figure.value or Decimal(0) for figure in figures]
    if len(units) == 1:
        return stated, figures[0].unit or figures[0].said
    scaled = [v * SCALES.get(f.unit[:1], Decimal(1)) if base_unit(f.unit) != f.unit else v
              for v, f in zip(stated, figures, strict=True)]  # fmt: skip
    return scaled, base_unit(figures[0].unit)


def rounded(value: Decimal) -> tuple[str, bool]:
    """The value to two decimals, half up, and whether anything was rounded off."""
    short = value.quantize(CENT, rounding=ROUND_HALF_UP)
    return plain(short), short != value


def bound_of_sum(figures: Sequence[Figure]) -> str | None:
    """The bound of a sum; None where the bounds pull different ways."""
    bounds = {figure.bound for figure in figures} - {"exact"}
    if not bounds:
        return "exact"
    return "at_least" if bounds <= set(OPEN) else None


def exact(figures: Sequence[Figure]) -> bool:
    """Are all figures stated exactly?"""
    return all(figure.bound == "exact" for figure in figures)


SUFFIX = {"exact": "", "more": "以上", "at_least": "以上", "about": "左右", "at_most": "以下"}


def value(number: str, unit: str, bound: str = "exact") -> Value:
    """A computed value in words: 520条以上."""
    return Value(number, unit, bound, f"{number}{unit}{SUFFIX.get(bound, '')}")


def computation(operator: str, expression: str, figures: Sequence[Figure]) -> Computation:
    """The computation over these figures."""
    return Computation(operator, expression, tuple(plain(f.value or Decimal(0)) for f in figures))
