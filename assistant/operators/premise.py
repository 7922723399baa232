"""Premise: 为什么甲最多 takes for granted that it is so: where it is not, the answer says so."""

from __future__ import annotations

from dataclasses import replace

from assistant.model import Finding, Query
from assistant.operators import compare, rank, statement
from assistant.operators.ground import Ground


def run(query: Query, ground: Ground) -> Finding:
    """The claim denied; or, where it holds, the reason, which figures do not give."""
    found = rank.run(query, ground) if query.order else compare.run(query, ground)
    if found.status != "answered" or found.polarity == "no":
        return found
    why = replace(query, ask="why")
    return statement.said(why, ground) or ground.not_stated(why)
