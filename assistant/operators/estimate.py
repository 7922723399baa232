"""Estimate: what a stated rate comes to, of the total beside it; always marked as an estimate."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from assistant.index import Entry
from assistant.language.numerals import plain
from assistant.model import Figure, Finding, Query
from assistant.operators.arithmetic import computation, exact, value
from assistant.operators.ground import Ground
from assistant.operators.operands import countable


def run(query: Query, ground: Ground) -> Finding:
    """A percentage times the one total of its section in the unit asked, rounded to a whole number."""
    rates = [e for e in countable(ground) if isinstance(e.fact, Figure) and e.fact.unit == "%"]
    winners, _, held = ground.choose(query.base, rates)
    if len(winners) != 1 or not query.base.meant():
        return ground.refuse(query, held)
    rate = winners[0].fact
    assert isinstance(rate, Figure)
    total = _total(query, rate, ground)
    if total is None:
        return Finding("unanswered", "no_whole", reason="not_comparable")
    product = (total.value or Decimal(0)) * (rate.value or Decimal(0)) / 100
    rounded = plain(product.quantize(Decimal(1), rounding=ROUND_HALF_UP))
    expression = f"{plain(total.value or Decimal(0))} × {rate.value}% ≈ {rounded}"
    result = value(rounded, total.unit, "about" if rate.bound == "exact" else rate.bound)
    slots = {"estimate": result.text, "expression": expression}
    done = computation("estimate", expression, [total, rate])
    return Finding("answered", "estimate", slots, (total, rate), (result,), computation=done)


def _total(query: Query, rate: Figure, ground: Ground) -> Figure | None:
    """The one exact total that the rate speaks of: of its sentence, or else of its section."""
    totals = [
        e.fact
        for e in countable(ground)
        if isinstance(e.fact, Figure) and _is_total(e, rate, query, ground)
    ]
    beside = [f for f in totals if f.sentence == rate.sentence]
    found = beside or totals
    return found[0] if len(found) == 1 and exact(found) else None


def _is_total(entry: Entry, rate: Figure, query: Query, ground: Ground) -> bool:
    """A whole of the same part of the report, in the unit asked, of what the rate speaks of."""
    fact = entry.fact
    if not isinstance(fact, Figure) or fact.part_of or fact.unit == "%":
        return False
    spoken = ground.index.of(rate.id)
    same = spoken is not None and bool(entry.heads & spoken.says())
    near = (
        fact.section == rate.section
        and bool(query.unit)
        and ground.units.fits(query.unit, fact.unit)
    )
    return same and near
