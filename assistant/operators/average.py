"""Average: over the members of a breakdown, or one figure per unit of another."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.language.numerals import plain
from assistant.model import Figure, Finding, Query
from assistant.operators.arithmetic import OPEN, base_unit, computation, rounded, same_scale, value
from assistant.operators.ground import Ground
from assistant.operators.operands import named, whole_and_parts
from assistant.operators.total import may_add


def run(query: Query, ground: Ground) -> Finding:
    """The mean of the members, or a quotient of two figures, to two decimals, half up."""
    return _say_unless_approximate(query, _mean(query, ground))


def _mean(query: Query, ground: Ground) -> Finding:
    if query.divisor:
        return _divided(query, ground)
    if query.per and not query.classes and not query.places_only:
        return _per(query, ground)
    found = named(query, ground) if len(query.selections) > 1 else whole_and_parts(query, ground)
    if isinstance(found, Finding):
        return found
    figures = found if isinstance(found, list) else found[1]
    refusal = may_add(figures, ground)
    if refusal:
        return refusal
    values, unit = same_scale(figures)
    total, count = sum(values, Decimal(0)), len(values)
    return _say(total, Decimal(count), unit, figures, "exact", "个")


def _per(query: Query, ground: Ground) -> Finding:
    """One figure per unit of another in its sentence: 人均经费, 平均每期几宗."""
    found = named(replace(query, selections=(query.base,)), ground)
    if isinstance(found, Finding):
        return found
    (over,) = found
    under = _counted_in(query.per, over, ground)
    if under is None or "%" in (over.unit, under.unit):
        return Finding("unanswered", "not_comparable", reason="not_comparable")
    if under.bound != "exact" or not under.value:
        return Finding("unanswered", "approximate", reason="not_comparable")
    bound = "more" if over.bound in OPEN else over.bound
    return _say(over.value or Decimal(0), under.value, over.unit, [over, under], bound, under.unit)


def _counted_in(unit: str, over: Figure, ground: Ground) -> Figure | None:
    """The one other figure of the sentence that is counted in this unit."""
    beside = [
        f
        for f in ground.index.report.figures
        if f.sentence == over.sentence and f.id != over.id and base_unit(f.unit) == unit
    ]
    return beside[0] if len(beside) == 1 else None


def _divided(query: Query, ground: Ground) -> Finding:
    """A figure over a count that the question gives (摊到十二个月)."""
    found = named(replace(query, selections=(query.base,)), ground)
    if isinstance(found, Finding):
        return found
    (figure,) = found
    assert query.divisor is not None
    count, unit = query.divisor
    if not count:
        return Finding("unanswered", "not_comparable", reason="not_comparable")
    stated = _counted_in(unit, figure, ground)
    figures = [figure, stated] if stated and stated.value == count else [figure]
    return _say(figure.value or Decimal(0), count, figure.unit, figures, figure.bound, unit)


def _say_unless_approximate(query: Query, finding: Finding) -> Finding:
    """An exact mean was asked: one from an approximate figure is none."""
    approximate = any(v.bound != "exact" for v in finding.values)
    if query.exactly and approximate:
        return Finding("unanswered", "approximate", reason="not_comparable")
    return finding


def _say(
    total: Decimal, count: Decimal, unit: str, figures: list[Figure], bound: str, each: str
) -> Finding:
    mean, short = rounded(total / count)
    expression = f"{plain(total)} ÷ {plain(count)} {'≈' if short else '='} {mean}"
    slots = {"mean": value(mean, unit, bound).text, "expression": expression, "each": each}
    slots["rounded"] = "（保留两位小数）" if short else ""
    done = computation("average", expression, figures)
    return Finding(
        "answered", "average", slots, tuple(figures), (value(mean, unit, bound),), computation=done
    )
