"""Whether there is any of what is asked, said by a figure."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.model import Figure, Finding, Query
from assistant.operators.ground import Ground
from assistant.operators.verifying.verdict import agrees, say

# Whether there is any is asked.
EXISTS = re.compile("有没有|有无|是否有|有.{0,16}吗|有没有$|有过")


def by_presence(query: Query, ground: Ground) -> Finding:
    """Is there any: a stated zero says no, another figure says yes.

    Of several figures that the question names alike (the columns of one row), none of them says no
    alone: one that is not zero says yes.
    """
    entries = [e for e in ground.index.figures() if getattr(e.fact, "kind", "") != "document"]
    winners, fits, held = ground.choose(query.selections[0], entries)
    if not winners or query.universal:
        return _other_period(query, ground) or ground.refuse(query, held)
    fact = winners[0].fact
    assert isinstance(fact, Figure)
    if fact.value == 0 and fact.kind != "zero":
        more = [f for c in fits if isinstance(f := c.fact, Figure) and f.value and f.table]
        if more and fact.table:
            return say(not query.negated, max(more, key=lambda f: f.value or Decimal(0)))
        return say(query.negated, fact)
    entry = ground.index.of(fact.id)
    assert entry is not None
    if query.negated and not frozenset(query.denied) & entry.own:
        # 报告在网站未公布: 政府网站公开5312条 tells of what is there, and of no such denial.
        return ground.not_stated(query, winners[0])
    return say(agrees(query, entry), fact)


def _other_period(query: Query, ground: Ground) -> Finding | None:
    """每周巡查吗, where the report says 每天: no, and how often."""
    selection = query.selections[0]
    rest = tuple(m for m in selection.mentions if "period" not in m.kinds())
    if len(rest) == len(selection.mentions):
        return None
    often = [e for e in ground.index.figures() if getattr(e.fact, "kind", "") == "frequency"]
    winners, _, _ = ground.choose(replace(selection, mentions=rest), often)
    if len(winners) != 1 or not winners[0].close:
        return None
    return say(query.negated, winners[0].fact)
