"""Amounts that can be added: a figure's value with its scale, and the unit without it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from assistant.language.numerals import scaled
from assistant.late import late
from assistant.model import Figure

PERCENT = "%"
SCALE = late("[十百千]?(?:万亿?|亿)")


def base(figure: Figure) -> str:
    """The unit without its scale: 条 of 万条."""
    return _without_scale(figure.unit)


@lru_cache(1024)
def _without_scale(unit: str) -> str:
    found = SCALE.match(unit)
    return unit[found.end() :] if found else unit


def amount(figure: Figure) -> Decimal:
    """The value in the unit without its scale: 140000 of 14万条."""
    found = SCALE.match(figure.unit)
    value = figure.value if figure.value is not None else Decimal(0)
    return scaled(value, found.group()) if found else value


def is_share(stated: Figure, part: Figure, whole: Figure) -> bool:
    """Is a stated percentage that of a part in its whole, as far as its decimals say?"""
    if stated.unit != PERCENT or stated.value is None or not amount(whole):
        return False
    share = Fraction(amount(part)) * 100 / Fraction(amount(whole))
    decimals = max(0, -int(stated.value.as_tuple().exponent))
    return abs(share - Fraction(stated.value)) * 2 <= Fraction(1, 10**decimals)


def has_sum(parts: Iterable[Decimal], total: Decimal) -> bool:
    """Do the parts add up to the total?"""
    return sum(parts, Decimal(0)) == total
