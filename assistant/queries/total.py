"""Sum: quantities added up.

    sum(Rows or list) → Quantity

阳山和佛冈一共多少项: 852 + 663 = 1515项. Never shares, never a whole with its part, never what may be counted
twice; with a number that is open above (600多) the sum is too.
"""

from __future__ import annotations

from assistant.model import Finding
from assistant.queries.addends import addends
from assistant.queries.adding import sum_of
from assistant.queries.evaluate import register
from assistant.queries.facts import Facts
from assistant.queries.tree import Tree
from assistant.queries.values import Failure, Quantity
from assistant.queries.wording import computation, listed, shown, values


def _value(tree: Tree, facts: Facts) -> Quantity | Failure:
    held = addends(tree, facts)
    return held if isinstance(held, Failure) else sum_of(held, facts)


def _says(tree: Tree, found: Quantity, facts: Facts) -> Finding:
    slots = {"names": listed(found.facts, facts), "total": shown(found)}
    done = computation("sum", found)
    return Finding("answered", "sum", slots, found.facts, values(found), computation=done)


register("sum", _value, _says)
