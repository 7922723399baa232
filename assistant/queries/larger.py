"""Larger: which of several is more, or less.

    larger(Quantities) → Names

阳山和佛冈哪个多: 阳山县; those that are equal are named together.
"""

from __future__ import annotations

from assistant.model import Finding
from assistant.naming import called
from assistant.queries.comparing import unlike
from assistant.queries.evaluate import register
from assistant.queries.facts import Facts
from assistant.queries.lists import operands
from assistant.queries.members import ordered
from assistant.queries.tree import Tree, around, sides
from assistant.queries.values import Failure, Names, Quantity, Row, Rows
from assistant.queries.wording import rows_said, shown, values


def _value(tree: Tree, facts: Facts) -> Names | Failure:
    extra, unit = around(tree, "m")
    found = operands(sides(tree), extra, unit, facts)
    if isinstance(found, Failure):
        return found
    refusal = unlike(found, facts)
    if refusal:
        return refusal
    order = "max" if tree["d"].tag == "more" else "min"
    held = ordered(Rows(tuple(Row(_called(q), q) for q in found)), order)
    if isinstance(held, Failure):
        return held
    first = tuple(r for r in held if r.quantity.low == held[0].quantity.low)
    return Names(first, tuple(held), order)


def _called(quantity: Quantity) -> str:
    return called(quantity.facts[0]) if quantity.facts else ""


def _says(tree: Tree, found: Names, facts: Facts) -> Finding:
    first = found.rows[0]
    slots = {
        "names": "、".join(r.name for r in found.rows),
        "figure": shown(first.quantity),
        "name": first.name,
        "list": rows_said(found.among, "，"),
    }
    outcome = f"larger_{found.kind}" if len(found.rows) == 1 else "larger_equal"
    given = tuple(v for r in found.rows for v in values(r.quantity))
    return Finding("answered", outcome, slots, tuple(r.figure for r in found.among), given)


register("larger", _value, _says)
