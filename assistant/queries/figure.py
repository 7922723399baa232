"""Figure: what the report states, or the question; alone, as a total, or as that of one member.

    figure(description) → Quantity
    figure_in(description, unit) → Quantity
    given(number) → Quantity
    total(description) → Quantity
    total_of_all(description) → Quantity

阳山的事项数: 852项. 出席人次: the figure in this unit. 852项 as the question gives it. 全市一共多少项: 6211项, and no
figure of each one (每期1535册). What the report says did not happen is none of it.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from assistant.model import Finding
from assistant.queries.evaluate import register
from assistant.queries.facts import Facts
from assistant.queries.spreading import in_order
from assistant.queries.tree import Phrase, Tree, around, asked_of
from assistant.queries.values import PERCENT, Failure, Quantity, last_place
from assistant.queries.wording import values


def _figure(tree: Tree, facts: Facts) -> Quantity | Failure:
    return facts.figure(tree.phrase)


def _in(tree: Tree, facts: Facts) -> Quantity | Failure:
    told = tree.get("d")
    return facts.figure(told.phrase if told else Phrase(), tree["u"].tag)


def given_number(tree: Tree) -> Quantity:
    """The number that a question states, as a quantity of its own."""
    given = tree.given
    assert given is not None
    value = Fraction(given.value)
    unit = PERCENT if given.percent else given.unit
    found = Quantity(value, value, unit, operands=(str(given.value),), given=True)
    if not given.more:
        return found
    return replace(found, high=value + last_place(given.value), ends=(False, False))


def _given(tree: Tree, facts: Facts) -> Quantity | Failure:
    return given_number(tree)


def _total(tree: Tree, facts: Facts) -> Quantity | Failure:
    facets, _ = around(tree, "d", "e", "w")
    found = facts.figure(Phrase(facets=in_order(facets), asked=asked_of(tree)))
    if isinstance(found, Quantity) and facts.rate(found.facts[0]):
        return Failure("not_comparable")
    return found


def stated_as(tree: Tree, found: Quantity, facts: Facts) -> Finding:
    """The figure as the report has it."""
    if found.facts and found.facts[0].kind == "zero":
        return Finding("answered", "zero", facts=found.facts, polarity="no")
    return Finding("answered", "figure", facts=found.facts, values=values(found))


register("figure", _figure, stated_as)
register("figure_in", _in, stated_as)
register("given", _given)
register("total", _total, stated_as)
register("total_of_all", _total, stated_as)
