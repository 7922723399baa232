"""Remainder: a whole without some of its parts.

    remainder(whole?, parts: list) → Quantity

除市级外还有多少项: 6211 − 978 = 5233项. The whole is the one stated figure that all the parts belong to.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from assistant.queries.evaluate import register
from assistant.queries.facts import Facts
from assistant.queries.lists import operands
from assistant.queries.tree import Tree, around, items, keyed
from assistant.queries.values import Failure, Quantity, aligned, computed, stated


def _value(tree: Tree, facts: Facts) -> Quantity | Failure:
    extra, unit = around(tree, "q", "w")
    one = [] if tree.get("l") else [keyed(replace(tree["d"], op="figure"))]
    found = operands(one or list(items(tree["l"])), extra, unit, facts)
    if isinstance(found, Failure):
        return found
    wholes = facts.wholes(f for q in found for f in q.facts)
    if len(wholes) != 1:
        return Failure("no_whole")
    named = tree.get("q")
    if named is not None and not facts.says(wholes[0], named.phrase.facets):
        return Failure("not_matched", named.phrase.facets)
    left = aligned((stated(wholes[0]), *found))
    if not all(q.is_exact for q in left):
        return Failure("approximate")
    value = left[0].low - sum((q.low for q in left[1:]), Fraction(0))
    return computed(value, left, " − ".join(q.term for q in left))


register("remainder", _value)
