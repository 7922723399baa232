"""What is claimed of all of something: 都, 全部, 26件都."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.model import Figure, Finding, Query
from assistant.naming import value_of
from assistant.operators.ground import Ground
from assistant.operators.operands import countable
from assistant.operators.verifying import numbers
from assistant.operators.verifying.clause import by_clause
from assistant.operators.verifying.counted import tells_share
from assistant.operators.verifying.passage import in_passage, whole_and_done
from assistant.operators.verifying.verdict import by_share
from assistant.steps.match.explaining import explain

RATE = "率"
ALL = re.compile("都|均|全部|一律")


def all_of(query: Query, ground: Ground) -> Finding | None:
    """41个问题都整改到位了吗: the number of those done against the number of all, in one passage."""
    if not query.universal or query.negated:
        return None
    figures = whole_and_done(query, ground) or _whole_and_part(query, ground)
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


def _whole_and_part(query: Query, ground: Ground) -> tuple[Figure, Figure] | None:
    """每次在线访谈都有主要领导参加吗: what 都 is said of, and the part of it of which the rest is told.

    What stands before 都 is the whole, and what stands behind it only the part tells.
    """
    selection, all_of_it = query.selections[0], ALL.search(query.text)
    winners, _, _ = ground.choose(selection, countable(ground))
    part = winners[0].fact if len(winners) == 1 else None
    if not isinstance(part, Figure) or part.part_of is None or all_of_it is None:
        return None
    entry = ground.index.of(part.part_of)
    whole = entry.fact if entry else None
    if entry is None or not isinstance(whole, Figure) or not whole.value:
        return None
    exact = part.bound == whole.bound == "exact" and part.unit == whole.unit
    before = [m for m in selection.required() if m.end <= all_of_it.start()]
    behind = [m for m in selection.required() if m.start >= all_of_it.end()]
    of_all = bool(before) and all(explain(m, entry, ground.index) for m in before)
    of_some = any(not explain(m, entry, ground.index) for m in behind)
    return (whole, part) if exact and of_all and of_some else None


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
    return by_share(fact, query) if tells_share(fact, query, ground) else None
