"""What a rule makes of its parts, by the name of its operator: the productions of all rooms in one table.

Types are guards here: a production that gives None is no reading. An operator without a production of its own is a
tree of its parts.
"""

from __future__ import annotations

from assistant.grammar.meanings import (
    asking,
    claims,
    conditions,
    descriptions,
    lists,
    members,
    numbers,
    ranks,
    sums,
)
from assistant.grammar.meanings.parts import Kids, Production
from assistant.queries.tree import Tree, keyed

# What only asks whether.
TRUTHS = frozenset({"holds", "holds_than", "agree"})
# What stands around the operands of an operator; only these hold a number there against the facts.
AROUND = ("m", "w", "e")
NUMBERED = frozenset(
    {
        "wanted",
        "join",
        "apposed",
        "element",
        "bag",
        "bags",
        "bags_and",
        "part",
        "ask_quantity",
        "per",
        "per_time",
        "per_given",
    }
)


PRODUCTIONS: dict[str, Production] = {
    **descriptions.PRODUCTIONS,
    **numbers.PRODUCTIONS,
    **members.PRODUCTIONS,
    **ranks.PRODUCTIONS,
    **lists.PRODUCTIONS,
    **conditions.PRODUCTIONS,
    **sums.PRODUCTIONS,
    **claims.PRODUCTIONS,
    **asking.PRODUCTIONS,
}


def build(op: str, kids: Kids) -> Tree | None:
    """The tree of an operator over these parts; None where their types do not fit."""
    if op not in NUMBERED and any(part in kids and kids[part].phrase.given for part in AROUND):
        return None
    if op in TRUTHS and any(leaf.phrase.asked for kid in kids.values() for leaf in kid.leaves()):
        # A超出B的平均值多少期 asks how much, and claims nothing.
        return None
    production = PRODUCTIONS.get(op)
    if production is not None:
        return production(kids)
    return keyed(Tree(op, tuple(kids.items())))
