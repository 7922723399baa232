"""What is claimed of all of something: 都, 全部, 26件都."""

from __future__ import annotations

from dataclasses import replace

from assistant.model import Figure, Finding, Query
from assistant.naming import value_of
from assistant.operators.ground import Ground
from assistant.operators.verifying import numbers
from assistant.operators.verifying.clause import by_clause
from assistant.operators.verifying.passage import in_passage, whole_and_done
from assistant.operators.verifying.verdict import by_share

RATE = "率"


def all_of(query: Query, ground: Ground) -> Finding | None:
    """41个问题都整改到位了吗: the number of those done against the number of all, in one passage."""
    if not query.universal or query.negated:
        return None
    figures = whole_and_done(query, ground)
    if figures is None:
        return None
    yes = figures[0].value == figures[1].value
    return Finding(
        "answered",
        "verify_figures_yes" if yes else "verify_figures_no",
        facts=figures,
        values=tuple(v for f in figures for v in value_of(f)),
        polarity="yes" if yes else "no",
    )


def all_claimed(query: Query, ground: Ground) -> Finding:
    """26件申请都答复了吗: proved by the passage; a number alone may deny it, and only a rate confirm it."""
    found = all_of(query, ground)
    stated = by_clause(query, ground) or by_clause(replace(query, universal=False), ground)
    found = found or (stated if stated and not numbers.counts_others(query, ground) else None)
    if found:
        return found
    claim = numbers.claims(query, ground)
    if claim.status != "answered":
        claim = in_passage(query, ground) or claim
    rates = all(unit == "%" for _, unit in query.numbers)
    sure = claim.status != "answered" or claim.polarity == "no" or rates
    return claim if sure else ground.not_stated(query)


def by_rate(query: Query, ground: Ground) -> Finding | None:
    """都受理了吗: a stated rate of 100% says yes, a lower one no."""
    if not query.universal:
        return None
    rates = [e for e in ground.index.figures() if isinstance(e.fact, Figure) and e.fact.unit == "%"]
    winners, _, _ = ground.choose(query.selections[0], rates)
    if len(winners) != 1 or RATE not in ground.own(winners[0]):
        return None
    fact = winners[0].fact
    assert isinstance(fact, Figure)
    return by_share(fact, query)
