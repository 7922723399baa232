"""Convert: the same figure in another scale of its unit. 122.03万元 → 1220300元."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.language.numerals import plain
from assistant.model import Figure, Finding, Query
from assistant.operators.arithmetic import SCALES, base_unit, computation, value
from assistant.operators.ground import Ground
from assistant.operators.operands import COUNTABLE, named

INTO = re.compile(r"(?:换算?成|换算为|折算?成|折算为|折合成?)(?:多少|几)?[千万亿]*(\w{1,2})")


def run(query: Query, ground: Ground) -> Finding:
    """The figure meant, or the one that the question states, in the scale that is asked."""
    figure = _meant(query, ground)
    if isinstance(figure, Finding):
        return figure
    if figure.unit == "%":
        return Finding("unanswered", "not_understood", reason="not_understood")
    if not _is_of_kind(query, figure, ground):
        return Finding("unanswered", "not_comparable", reason="not_comparable")
    stated = figure.value or Decimal(0)
    scale = (
        SCALES.get(figure.unit[:1], Decimal(1))
        if base_unit(figure.unit) != figure.unit
        else Decimal(1)
    )
    wanted = SCALES.get(query.scale, Decimal(1))
    unit = query.scale + base_unit(figure.unit)
    converted = plain(stated * scale / wanted)
    expression = f"{plain(stated)}{figure.unit} = {converted}{unit}"
    slots = {"figure": figure.text, "converted": value(converted, unit, figure.bound).text}
    done = computation("convert", expression, [figure])
    result = value(converted, unit, figure.bound)
    return Finding("answered", "convert", slots, (figure,), (result,), computation=done)


def _is_of_kind(query: Query, figure: Figure, ground: Ground) -> bool:
    """Is the unit that is asked one for such a figure: no 人 become 元?"""
    said = INTO.search(query.text)
    asked = (
        next((u for u in (said[1][:2], said[1][:1]) if u in ground.units.groups), "")
        if said
        else ""
    )
    return not asked or ground.units.fits(asked, base_unit(figure.unit))


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
