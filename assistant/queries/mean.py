"""Mean: quantities added up and spread evenly over themselves.

    mean(Rows or list) → Quantity

八个县平均多少项: (669 + … + 852) ÷ 8 = 654.13项. 平均数 by itself (`mean_bare`) has no value: what it stands
beside says of what it is (高于平均数的县).
"""

from __future__ import annotations

from assistant.model import Finding
from assistant.queries.addends import addends
from assistant.queries.adding import mean_of
from assistant.queries.evaluate import register
from assistant.queries.facts import Facts
from assistant.queries.tree import Tree
from assistant.queries.values import Failure, Quantity
from assistant.queries.wording import computation, listed, rounding, shown, values


def _value(tree: Tree, facts: Facts) -> Quantity | Failure:
    held = addends(tree, facts)
    if isinstance(held, Failure):
        return held
    if tree.get("b") and len(held) > 1 and facts.unlike([f for q in held for f in q.facts]):
        # 入驻部门13个、开设窗口26个: a list of different things has no mean, unless they are named.
        return Failure("not_comparable")
    return mean_of(held, facts)


def _of_nothing(tree: Tree, facts: Facts) -> Quantity | Failure:
    return Failure("not_matched")


def _says(tree: Tree, found: Quantity, facts: Facts) -> Finding:
    done = computation("average", found)
    slots = {
        "list": listed(found.facts, facts),
        "mean": shown(found),
        "expression": done.expression,
        "rounded": rounding(found),
    }
    return Finding("answered", "mean", slots, found.facts, values(found), computation=done)


register("mean", _value, _says)
register("mean_bare", _of_nothing)
