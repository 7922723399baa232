"""Convert: the same figure in another scale of its unit. 122.03万元 → 1220300元."""

from __future__ import annotations

from decimal import Decimal

from assistant.language.numerals import plain
from assistant.model import Figure, Finding, Query
from assistant.operators.arithmetic import SCALES, base_unit, computation, value
from assistant.operators.ground import Ground
from assistant.operators.operands import COUNTABLE, named


def run(query: Query, ground: Ground) -> Finding:
    """The figure meant, or the one that the question states, in the scale that is asked."""
    figure = _meant(query, ground)
    if isinstance(figure, Finding):
        return figure
    if figure.unit == "%":
        return Finding("unanswered", "not_understood", reason="not_understood")
    stated = figure.value or Decimal(0)
    scale = (
        SCALES.get(figure.unit[:1], Decimal(1))
        if base_unit(figure.unit) != figure.unit
        else Decimal(1)
    )
    wanted = SCALES.get(query.scale, Decimal(1))
    unit = query.scale + base_unit(figure.unit)
    if unit == figure.unit:
        # 129人即129人 says nothing.
        return Finding("unanswered", "not_comparable", reason="not_comparable")
    converted = plain(stated * scale / wanted)
    expression = f"{plain(stated)}{figure.unit} = {converted}{unit}"
    slots = {"figure": figure.text, "converted": value(converted, unit, figure.bound).text}
    done = computation("convert", expression, [figure])
    result = value(converted, unit, figure.bound)
    return Finding("answered", "convert", slots, (figure,), (result,), computation=done)


def _meant(query: Query, ground: Ground) -> Figure | Finding:
    if query.base.required():
        found = named(query, ground)
        if isinstance(found, list) and len(found) == 1:
            return found[0]
        if isinstance(found, Finding):
            return found
    stated = [
        e.fact
        for e in ground.index.figures()
        if isinstance(e.fact, Figure)
        and e.fact.kind in COUNTABLE
        and any(e.fact.value == v or _scaled(e.fact) == v for v, _ in query.numbers)
    ]
    if len(stated) == 1:
        return stated[0]
    return Finding("unanswered", "not_understood", reason="not_understood")


def _scaled(figure: Figure) -> Decimal:
    return (figure.value or Decimal(0)) * SCALES.get(figure.unit[:1], Decimal(1))
