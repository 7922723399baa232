"""Estimate: a share of a whole that the report does not state.

    estimate(rate: Quantity, whole: Quantity) → Quantity

按办结率96%推算，1618件中约办结多少件: 1618 × 96% = 1553.28件.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.queries.evaluate import quantity, register
from assistant.queries.facts import Facts
from assistant.queries.share import unused
from assistant.queries.spreading import in_order
from assistant.queries.tree import Tree, around
from assistant.queries.values import PERCENT, Failure, Quantity, computed


def _value(tree: Tree, facts: Facts) -> Quantity | Failure:
    rate = quantity(tree["r"], facts)
    phrase = tree["q"].phrase
    said, unit = around(tree, "q", "w")
    # 按办结率…办结多少件: what the rate is of need not be said of the whole.
    for facets in (in_order(said), phrase.facets):
        whole = facts.figure(replace(phrase, facets=facets), unit)
        if isinstance(whole, Quantity) and whole.unit != PERCENT:
            break
    if isinstance(rate, Failure) or isinstance(whole, Failure):
        return rate if isinstance(rate, Failure) else whole
    # The rate has to be that of what it is applied to; 按96% by itself may be of anything.
    told = unused(said, (*whole.facts, *rate.facts), facts)
    if told or (rate.facts and unused(phrase.facets, rate.facts, facts)):
        return Failure("not_matched", told or phrase.facets)
    if rate.unit != PERCENT or whole.unit == PERCENT or not whole.is_exact:
        return Failure("not_comparable")
    formula = f"{whole.term} × {rate.term}%"
    return computed(whole.low * rate.low / 100, (whole, rate), formula, whole.unit)


register("estimate", _value)
