"""Median: the quantity in the middle.

    median(Rows or list) → Quantity

八个县事项数的中位数: (645 + 663) ÷ 2 = 654项; of an odd number of members the one in the middle.
"""

from __future__ import annotations

from assistant.queries.addends import exact_addends
from assistant.queries.evaluate import register
from assistant.queries.facts import Facts
from assistant.queries.tree import Tree
from assistant.queries.values import Failure, Quantity, computed


def _value(tree: Tree, facts: Facts) -> Quantity | Failure:
    found = exact_addends(tree, facts)
    if isinstance(found, Failure):
        return found
    middle = len(found) // 2
    if len(found) % 2:
        return computed(found[middle].low, [found[middle]], found[middle].term)
    pair = found[middle - 1 : middle + 1]
    formula = f"({pair[0].term} + {pair[1].term}) ÷ 2"
    return computed((pair[0].low + pair[1].low) / 2, pair, formula)


register("median", _value)
