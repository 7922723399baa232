"""What is added up, averaged or spread: the items of a list, or the members of a breakdown."""

from __future__ import annotations

from dataclasses import replace

from assistant.queries.comparing import unlike
from assistant.queries.facts import Facts
from assistant.queries.lists import operands
from assistant.queries.members import rows
from assistant.queries.spreading import in_order
from assistant.queries.tree import Tree, around, asked_of, sides
from assistant.queries.values import Failure, Quantity, aligned


def addends(tree: Tree, facts: Facts) -> list[Quantity] | Failure:
    """The quantities that an operator over rows takes, in the order of the report or of the question."""
    whole = tree.get("b")
    if whole is None or whole.op != "phrase":
        return _listed(tree, facts)
    phrase = whole.phrase
    asked = phrase.asked or asked_of(tree)
    found = rows(
        replace(phrase, facets=in_order(phrase.facets, around(tree, "w")[0]), asked=asked), facts
    )
    if isinstance(found, Failure):
        return found
    general = facts.units.general
    # 一共几个 asks how many members there are, and adds nothing up.
    counts = asked is not None and asked.unit in general
    if counts and found.members and found.members[0].quantity.unit not in general:
        return Failure("not_comparable")
    # 上年结转的也算上 adds to something: what is found alone is not the sum.
    if phrase.besides and len(found.members) < 2:
        return Failure("not_comparable")
    return [r.quantity for r in found.members]


def _listed(tree: Tree, facts: Facts) -> list[Quantity] | Failure:
    extra, unit = around(tree, "w")
    trees = sides(tree)
    listed = tree.get("l")
    number = listed["n"].given if listed and listed.op == "counted" else None
    if number and int(number.value) != len(trees):
        return Failure("other_number")
    return operands(trees, extra, unit, facts)


def exact_addends(tree: Tree, facts: Facts) -> list[Quantity] | Failure:
    """The same in one unit and from the smallest up, where each is an exact number."""
    held = addends(tree, facts)
    if isinstance(held, Failure):
        return held
    found = aligned(held)
    if len(found) < 2 or not all(q.is_exact for q in found):
        return Failure("approximate")
    return unlike(found, facts) or sorted(found, key=lambda q: q.low)
