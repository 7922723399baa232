"""Verify: is it so? A claim about a stated figure, or about what a statement says."""

from __future__ import annotations

import re

from assistant.model import Figure, Finding, Query, Statement
from assistant.operators.ground import Ground, value_of
from assistant.operators.reverse import scaled_values

NEGATIONS = re.compile(r"不含|未|没有|无(?!偿)|不(?!断|仅|少|足)")


def run(query: Query, ground: Ground) -> Finding:
    """Yes or no, with the sentence or the figure that says so."""
    if query.numbers:
        return _figure(query, ground)
    clauses = [e for e in ground.index.entries if not isinstance(e.fact, Figure)]
    _, fits, held = ground.choose(query.selections[0], clauses)
    zeros = [
        e
        for e in ground.index.figures()
        if isinstance(e.fact, Figure) and e.fact.kind in ("zero", "frequency")
    ]
    _, stated, _ = ground.choose(query.selections[0], zeros)
    if stated:
        fact = stated[0].fact
        assert isinstance(fact, Figure)
        says = (fact.kind != "zero") != query.negated
        return _say(says, fact)
    if not fits:
        figures = [e for e in ground.index.figures() if e.fact not in [z.fact for z in zeros]]
        winners, counted, _ = ground.choose(query.selections[0], figures)
        if winners and all(getattr(c.fact, "value", 0) for c in winners):
            fact = winners[0].fact
            assert isinstance(fact, Figure)
            return _say(not query.negated, fact)
        return ground.refuse(query, held)
    best = min(fits, key=lambda c: (c.weak, len(c.added), c.fact.end - c.fact.start)).fact
    assert isinstance(best, Statement)
    denied = bool(NEGATIONS.search(best.quote))
    return _say((not denied) != query.negated, best)


def _say(yes: bool, fact: Figure | Statement) -> Finding:
    outcome = "verify_yes" if yes else "verify_no"
    return Finding("answered", outcome, facts=(fact,), polarity="yes" if yes else "no")


def _figure(query: Query, ground: Ground) -> Finding:
    """X是N吗: the figure meant, held against the number given."""
    (value, unit), *more = query.numbers
    entries = [
        e
        for e in ground.index.figures()
        if isinstance(e.fact, Figure)
        and e.fact.value is not None
        and ground.units.fits(unit, e.fact.unit)
    ]
    winners, fits, held = ground.choose(query.selections[0], entries)
    if more or len(winners) != 1:
        return ground.refuse(query, held)
    fact = winners[0].fact
    assert isinstance(fact, Figure)
    yes = value in scaled_values(fact)
    outcome = "verify_figure_yes" if yes else "verify_figure_no"
    polarity = "yes" if yes != query.negated else "no"
    return Finding("answered", outcome, facts=(fact,), values=value_of(fact), polarity=polarity)
