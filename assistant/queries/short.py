"""Short: how much an amount lacks of another, or of a number that it is to reach.

    short(a: Quantity, b: Quantity) → Quantity

英德要凑够700项，还差多少: 700 − 628 = 72项. Where b is no less than a, nothing is lacking, and no difference is given.
"""

from __future__ import annotations

from assistant.queries.difference import apart, says
from assistant.queries.evaluate import register
from assistant.queries.facts import Facts
from assistant.queries.lists import operands
from assistant.queries.tree import Tree, around, sides
from assistant.queries.values import Failure, Quantity, aligned


def _value(tree: Tree, facts: Facts) -> Quantity | Failure:
    found = apart(tree, facts)
    if isinstance(found, Failure):
        return found
    extra, unit = around(tree, "w")
    both = operands(sides(tree), extra, unit, facts)
    if isinstance(both, Failure):
        return both
    aim, has = aligned(both)
    return found if aim.low > has.low else Failure("not_comparable")


register("short", _value, says)
