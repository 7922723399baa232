"""Estimate: a share of a whole that the report does not state.

    estimate(rate: Quantity, whole: Quantity) → Quantity
    estimate_rest(rate: Quantity, denied: description, whole: Quantity) → Quantity

按办结率96%推算，1618件中约办结多少件: 1618 × 96% = 1553.28件. 按办结率推算，未办结的来信约几件: what the same sentence
counts, without those of whom the rate is, in whole ones: 1618 × (100 − 96)% ≈ 65件.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.model import Figure, Finding, Value
from assistant.queries.evaluate import quantity, register
from assistant.queries.facts import Facts
from assistant.queries.rounding import digits
from assistant.queries.share import unused
from assistant.queries.spreading import in_order
from assistant.queries.tree import Phrase, Tree, around
from assistant.queries.values import HUNDRED, PERCENT, Failure, Quantity, computed, stated
from assistant.queries.values import Value as Found
from assistant.queries.wording import computation


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


def _rest(tree: Tree, facts: Facts) -> Quantity | Failure:
    rate = quantity(tree["r"], facts)
    denied = tree["d"].phrase.facets
    said, unit = around(tree, "q", "w")
    if isinstance(rate, Failure):
        return rate
    if not rate.facts or not facts.says(rate.facts[0], denied):
        return Failure("not_matched", denied)
    # 未办结的来信: what the rate itself does not say is of the whole.
    said = said or tuple(m for m in denied if not facts.owns(rate.facts[0], (m,)))
    beside = [f for f in _beside(rate.facts[0], unit, facts) if said and facts.owns(f, said)]
    alone = stated(beside[0]) if len(beside) == 1 else None
    whole = alone or facts.figure(Phrase(facets=in_order(said)), unit)
    if isinstance(whole, Failure):
        return whole
    if left := unused(said, whole.facts, facts):
        return Failure("not_matched", left)
    if whole.facts[0].sentence != rate.facts[0].sentence:
        return Failure("no_whole")
    counted = rate.unit == PERCENT and whole.unit != PERCENT and whole.is_exact and rate.is_exact
    if not counted or rate.low > HUNDRED:
        return Failure("not_comparable")
    formula = f"{whole.term} × ({HUNDRED} − {rate.term})%"
    found = computed(whole.low * (HUNDRED - rate.low) / HUNDRED, (whole, rate), formula, whole.unit)
    return replace(found, places=0)


def _beside(rate: Figure, unit: str, facts: Facts) -> list[Figure]:
    """What else the sentence of a rate counts, in a measure word of the kind that is asked."""
    figures = (f for f in facts.report.figures if f.sentence == rate.sentence)
    return [f for f in figures if f.unit != PERCENT and facts.units.fits(unit, f.unit)]


def _says_rest(tree: Tree, found: Found, facts: Facts) -> Finding:
    """About so many, and that the report does not state it."""
    assert isinstance(found, Quantity)
    done = computation("estimate", found)
    number = digits(found.low, found.places)
    value = Value(number, found.unit, "about", f"{number}{found.unit}左右")
    slots = {"estimate": value.text, "expression": done.expression}
    return Finding("answered", "estimate", slots, found.facts, (value,), computation=done)


register("estimate", _value)
register("estimate_rest", _rest, _says_rest)
