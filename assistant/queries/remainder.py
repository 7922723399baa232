"""Remainder: a whole without some of its parts.

    remainder(whole?, parts: list) → Quantity

除市级外还有多少项: 6211 − 978 = 5233项. The whole is the one stated figure that all the parts belong to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from assistant.model import Mention
from assistant.queries.evaluate import register
from assistant.queries.facts import Facts
from assistant.queries.lists import operands
from assistant.queries.spreading import in_order
from assistant.queries.tree import Asked, Phrase, Tree, around, items, keyed
from assistant.queries.values import Failure, Quantity, aligned, computed, stated
from assistant.queries.wholes import named_whole


def _value(tree: Tree, facts: Facts) -> Quantity | Failure:
    extra, unit = around(tree, "q", "w")
    one = [] if tree.get("l") else [keyed(replace(tree["d"], op="figure"))]
    found = operands(one or list(items(tree["l"])), extra, unit, facts)
    if isinstance(found, Failure):
        return found
    whole = _whole(extra, found, unit, facts)
    if isinstance(whole, Failure):
        return whole
    left = aligned((whole, *found))
    if not all(q.is_exact for q in left):
        return Failure("approximate")
    value = left[0].low - sum((q.low for q in left[1:]), Fraction(0))
    return computed(value, left, " − ".join(q.term for q in left))


def _whole(
    named: tuple[Mention, ...], parts: Sequence[Quantity], unit: str, facts: Facts
) -> Quantity | Failure:
    """The one stated figure that all belong to; of one part also what is named and told before it."""
    wholes = facts.wholes(f for q in parts for f in q.facts)
    if len(wholes) == 1:
        said = facts.says(wholes[0], named)
        return stated(wholes[0]) if said else Failure("not_matched", named)
    if not named or len(parts) > 1 or wholes:
        return Failure("no_whole")
    whole = named_whole(parts[0], Phrase(facets=in_order(named), asked=Asked(unit)), facts)
    if isinstance(whole, Failure):
        return whole
    return whole if facts.follows(parts[0].facts[0], whole.facts[0]) else Failure("no_whole")


register("remainder", _value)
