"""Several figures added up, with the formula; and the rows of a table that one heading holds."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assistant.language.numerals import plain
from assistant.model import Figure, Finding
from assistant.operators.arithmetic import bound_of_sum, computation, exact, same_scale, value
from assistant.operators.ground import Ground
from assistant.operators.series import names_of


def added(figures: Sequence[Figure], ground: Ground) -> Finding:
    """The sum of figures that may be added."""
    values, unit = same_scale(figures)
    bound = bound_of_sum(figures)
    assert bound is not None
    total = plain(sum(values, Decimal(0)))
    expression = f"{' + '.join(map(plain, values))} = {total}"
    names = names_of(figures, ground.index)
    slots = {
        "names": "、".join(f"{names[f.id]}{f.text}" for f in figures),
        "total": value(total, unit, bound).text,
        "expression": expression,
    }
    done = computation("sum", expression, figures)
    return Finding(
        "answered", "sum", slots, tuple(figures), (value(total, unit, bound),), computation=done
    )


def heading_group(figures: Sequence[Figure], ground: Ground) -> bool:
    """Are these all that stands under one heading of a table (不予公开, 行政诉讼) that has no number of its own?"""
    first = figures[0]
    heading = first.measure.rpartition("/")[0]
    if len(figures) < 2 or not heading or not first.table or not exact(list(figures)):
        return False
    rows = {
        e.fact.id
        for e in ground.index.figures()
        if isinstance(e.fact, Figure)
        and (e.fact.table, e.fact.member, e.fact.unit) == (first.table, first.member, first.unit)
        and e.fact.measure.rpartition("/")[0] == heading
    }
    return rows == {f.id for f in figures}
