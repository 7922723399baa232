"""Changed: a figure with what is supposed to be added to it or taken away.

    changed(Quantity, given) → Quantity
    multiplied(Quantity, times) → Quantity

如果阳山再增加10项，是多少: 852 + 10 = 862项. 增加10% adds that share of it, but to a share itself points.
"""

from __future__ import annotations

from assistant.queries.comparing import same_kind
from assistant.queries.evaluate import quantity, register
from assistant.queries.facts import Facts
from assistant.queries.figure import given_number
from assistant.queries.rounding import digits
from assistant.queries.tree import Tree
from assistant.queries.values import PERCENT, Failure, Quantity, computed


def _value(tree: Tree, facts: Facts) -> Quantity | Failure:
    found = quantity(tree["q"], facts)
    given = tree["g"].given
    if isinstance(found, Failure) or given is None:
        return found if isinstance(found, Failure) else Failure("not_comparable")
    if not found.is_exact:
        return Failure("approximate")
    right = given_number(tree["g"])
    if given.percent and found.unit != PERCENT:
        change, term = found.low * right.low / 100, f"{found.term} × {right.low}%"
    elif same_kind(found, right, facts):
        change, term = right.low, digits(right.low)
    else:
        return Failure("different_units")
    up = tree.get("u") is not None
    value = found.low + change if up else found.low - change
    return computed(value, [found], f"{found.term} {'+' if up else '−'} {term}")


def _doubled(tree: Tree, facts: Facts) -> Quantity | Failure:
    """翻一番: so many times as much."""
    found, times = quantity(tree["q"], facts), tree["t"].tag
    if isinstance(found, Failure):
        return found
    if not found.is_exact or found.unit == PERCENT:
        return Failure("approximate")
    return computed(found.low * int(times), [found], f"{found.term} × {times}")


register("changed", _value)
register("multiplied", _doubled)
