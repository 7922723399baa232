"""Ratio: how many times as much.

    ratio(a: Quantity, b: Quantity) → Quantity

阳山的事项数是清城的几倍: 852 ÷ 525 ≈ 1.62倍. Both are of one kind of unit and exact, and b is not zero.
"""

from __future__ import annotations

from assistant.queries.comparing import unlike
from assistant.queries.evaluate import register
from assistant.queries.facts import Facts
from assistant.queries.lists import operands
from assistant.queries.tree import Tree, around, sides
from assistant.queries.values import Failure, Quantity, aligned, computed


def _value(tree: Tree, facts: Facts) -> Quantity | Failure:
    trees = sides(tree)
    if len(trees) != 2:
        return Failure("not_comparable")
    found = operands(trees, around(tree, "w")[0], "", facts)
    if isinstance(found, Failure):
        return found
    refusal = unlike(found, facts)
    if refusal:
        return refusal
    if set(found[0].facts) & set(found[1].facts) and any(q.formula for q in found):
        # 经费除以人数，人均多少: nothing is divided by what it is divided into.
        return Failure("not_comparable")
    a, b = aligned(found)
    if not (a.is_exact and b.is_exact and b.low):
        return Failure("approximate")
    return computed(a.low / b.low, (a, b), f"{a.term} ÷ {b.term}", "倍")


register("ratio", _value)
