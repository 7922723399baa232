"""Spread: how far the largest of several is from the smallest.

    spread(Rows or list) → Quantity

八个县事项数的极差: 852 − 511 = 341项.
"""

from __future__ import annotations

from assistant.places import asks_places, suffix
from assistant.presentation import label
from assistant.queries.addends import exact_addends
from assistant.queries.evaluate import register
from assistant.queries.facts import Facts
from assistant.queries.tree import Tree
from assistant.queries.values import Failure, Quantity, computed


def _value(tree: Tree, facts: Facts) -> Quantity | Failure:
    found = exact_addends(tree, facts)
    if isinstance(found, Failure):
        return found
    figures = [f for quantity in found for f in quantity.facts]
    if asks_places(facts.text) and not all(suffix(label(f)) for f in figures):
        # 各地最多与最少相差多少 is none of kinds of information.
        return Failure("not_comparable")
    least, most = found[0], found[-1]
    return computed(most.low - least.low, [most, least], f"{most.term} − {least.term}")


register("spread", _value)
