"""Limited: the number of those of whom the report itself states a limit (7个村全年公开栏更新少于12期)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from assistant.index import Entry
from assistant.model import Figure, Finding, Query
from assistant.naming import value_of
from assistant.operators.ground import Ground

LIMITS = frozenset({"less", "at_most", "more", "at_least"})


def run(query: Query, ground: Ground) -> Finding | None:
    """The one figure that is told with just the limit that the question names; None where none or several are."""
    if query.ask != "number" or query.negated or query.comparison not in LIMITS:
        return None
    if len(query.numbers) != 1:
        return None
    stated = list(_stated(query, *query.numbers[0], ground))
    winners, _, _ = ground.choose(query.base, stated)
    figures = [c.fact for c in winners if isinstance(c.fact, Figure)]
    if len(figures) != 1:
        return None
    return Finding("answered", "figure", facts=tuple(figures), values=value_of(figures[0]))


def _stated(query: Query, number: Decimal, unit: str, ground: Ground) -> Iterator[Entry]:
    """The figures behind which their clause states this limit."""
    figures = [(e, e.fact) for e in ground.index.figures() if isinstance(e.fact, Figure)]
    limits = {
        f.clause: f.number[0]
        for _, f in figures
        if f.value == number and f.bound == query.comparison and ground.units.fits(unit, f.unit)
    }
    for entry, counted in figures:
        if limits.get(counted.clause, 0) > counted.number[1]:
            yield entry
