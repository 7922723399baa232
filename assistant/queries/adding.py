"""Quantities added up: whether they may be, their sum and their mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from assistant.queries.comparing import unlike
from assistant.queries.facts import Facts
from assistant.queries.values import PERCENT, Failure, Quantity, aligned, computed


def sum_of(found: Sequence[Quantity], facts: Facts) -> Quantity | Failure:
    """What they make together; open above where one of them is no exact number."""
    refusal = unaddable(found, facts)
    if refusal:
        return refusal
    parts = aligned(found)
    value = sum((q.low for q in parts), Fraction(0))
    total = computed(value, parts, " + ".join(q.term for q in parts))
    return total if all(q.is_exact for q in parts) else replace(total, high=None)


def mean_of(found: Sequence[Quantity], facts: Facts) -> Quantity | Failure:
    """Their mean; of exact numbers only."""
    refusal = unaddable(found, facts)
    if refusal:
        return refusal
    parts = aligned(found)
    if not all(q.is_exact for q in parts):
        return Failure("approximate")
    total = sum((q.low for q in parts), Fraction(0))
    formula = f"({' + '.join(q.term for q in parts)}) ÷ {len(parts)}"
    return computed(total / len(parts), parts, formula)


def unaddable(found: Sequence[Quantity], facts: Facts) -> Failure | None:
    """Why these must not be added, if they must not: shares, different units, a whole and its part."""
    if len(found) == 1 and found[0].unit != PERCENT and not found[0].about:
        return None
    if len(found) < 2 or any(q.unit == PERCENT or q.about for q in found):
        return Failure("not_comparable")
    refusal = unlike(found, facts)
    if refusal:
        return refusal
    plain = [q.facts[0] for q in found if len(q.facts) == 1 and not q.formula]
    reason = facts.unaddable(plain) if len(plain) == len(found) else ""
    return Failure(reason) if reason else None
