"""Remainder: what is left of a whole without one part, or without all stated parts."""

from __future__ import annotations

from decimal import Decimal

from assistant.language.numerals import plain
from assistant.model import Figure, Finding, Query
from assistant.operators.arithmetic import computation, exact, same_scale, value
from assistant.operators.ground import Ground
from assistant.operators.operands import label, named
from assistant.steps.match import hold


def run(query: Query, ground: Ground) -> Finding:
    """The whole of the excluded parts minus these parts."""
    parts = named(query, ground)
    if isinstance(parts, Finding):
        return parts
    # One figure may be said of two things together (市政府、市政府办公室规范性文件): it is taken away once.
    parts = list({f.id: f for f in parts}.values())
    wholes = {f.part_of for f in parts}
    whole = ground.index.of(next(iter(wholes))) if len(wholes) == 1 else None
    if whole is None or not isinstance(whole.fact, Figure):
        return Finding("unanswered", "no_whole", reason="not_comparable")
    if hold(query.right, whole, ground.index, ground.units).left_over:
        return ground.refuse(query, [hold(query.right, whole, ground.index, ground.units)])
    figures = [whole.fact, *parts]
    if not exact(figures):
        return Finding("unanswered", "approximate", reason="not_comparable")
    (total, *taken), unit = same_scale(figures)
    left = plain(total - sum(taken, Decimal(0)))
    expression = f"{plain(total)} − {' − '.join(map(plain, taken))} = {left}"
    slots = {
        "names": "、".join(map(label, parts)),
        "left": f"{left}{unit}",
        "expression": expression,
    }
    done = computation("remainder", expression, figures)
    return Finding(
        "answered", "remainder", slots, tuple(figures), (value(left, unit),), computation=done
    )
