"""Spread: how far the largest of several is from the smallest.

    spread(Rows or list) → Quantity

八个县事项数的极差: 852 − 511 = 341项.
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
    least, most = found[0], found[-1]
    return computed(most.low - least.low, [most, least], f"{most.term} − {least.term}")


register("spread", _value)
