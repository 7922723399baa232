"""Several: quantities side by side, each by itself.

    several(Quantities) → Many

阳山、佛冈和连州各多少项: 852项, 663项, 669项, in the order asked.
"""

from __future__ import annotations

from assistant.model import Finding
from assistant.queries.evaluate import register
from assistant.queries.facts import Facts
from assistant.queries.lists import operands
from assistant.queries.tree import Tree, around, items
from assistant.queries.values import Failure, Many, Quantity
from assistant.queries.wording import values


def _value(tree: Tree, facts: Facts) -> Many | Failure:
    extra, unit = around(tree, "w")
    found = operands(list(items(tree["l"])), extra, unit, facts)
    return found if isinstance(found, Failure) else Many(tuple(found))


def abreast(tree: Tree, found: Many, facts: Facts) -> Finding:
    """Figures one after the other, as the report has them."""
    quantities = [v for v in found.values if isinstance(v, Quantity)]
    figures = tuple(f for q in quantities for f in q.facts)
    given = tuple(v for q in quantities for v in values(q))
    return Finding("answered", "figures", facts=figures, values=given)


register("several", _value, abreast)
