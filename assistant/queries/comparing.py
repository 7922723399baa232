"""Quantities held against each other: whether they are of one kind, and how one stands to the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.queries.facts import Facts
from assistant.queries.values import (
    PERCENT,
    POINTS,
    SCALES,
    Failure,
    Quantity,
    aligned,
    plain_unit,
    scale_of,
    unscaled,
)


def compare(a: Quantity, sign: str, b: Quantity) -> bool | None:
    """Does a stand to b as the sign says; None where their intervals do not tell.

    >>> from fractions import Fraction
    >>> five, three = (Quantity(Fraction(n), Fraction(n), "件") for n in (5, 3))
    >>> compare(five, "more", three), compare(five, "at_most", three)
    (True, False)
    >>> over = replace(five, low=Fraction(600), high=Fraction(700), ends=(False, False))
    >>> compare(over, "more", replace(five, low=Fraction(650), high=Fraction(650))) is None
    True
    """
    if b.given and not b.unit:
        # 超过3000万 of 3170万: written out, the number is held against the figure written out.
        a = unscaled(a) if b.low >= SCALES.get(scale_of(a.unit), b.low + 1) else a
        b = replace(b, unit=a.unit)
    a, b = aligned((a, b))
    if a.about or b.about:
        return None
    if sign in ("less", "at_most"):
        return compare(b, "more" if sign == "less" else "at_least", a)
    if sign == "equal":
        return a.low == b.low if a.is_exact and b.is_exact else None
    above = a.low > b.high if b.high is not None else False
    touching = b.high is not None and a.low == b.high
    if above or (touching and (sign == "at_least" or not (a.ends[0] and b.ends[1]))):
        return True
    below = a.high < b.low if a.high is not None else False
    meeting = a.high is not None and a.high == b.low
    if below or (meeting and (sign == "more" or not (a.ends[1] and b.ends[0]))):
        return False
    return None


def both(one: bool | None, other: bool | None) -> bool | None:
    """Are both true; None where that cannot be told."""
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


def same_kind(a: Quantity, b: Quantity, facts: Facts) -> bool:
    """May these be compared or added: one kind of unit, or a number that the question gives without one?"""
    if b.given and (not b.unit or b.unit in facts.units.general):
        return a.unit != PERCENT or not b.unit
    if a.given and not a.unit:
        return True
    return plain_unit(a.unit) == plain_unit(b.unit) or facts.units.same_kind(a.unit, b.unit)


def unlike(found: Sequence[Quantity], facts: Facts) -> Failure | None:
    """Why these cannot be held against each other, if they cannot: their units are of different kinds."""
    first = found[0]
    alike = all(same_kind(first, q, facts) for q in found[1:])
    return None if alike else Failure("different_units")


def fits(unit: str, found: Quantity, facts: Facts) -> bool:
    """Is the unit that is asked of the kind of what was found?"""
    if PERCENT in (unit, found.unit) or POINTS in (unit, found.unit):
        return {unit, found.unit} <= {PERCENT, POINTS}
    return facts.units.fits(unit, found.unit)
