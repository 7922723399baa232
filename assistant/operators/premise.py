"""Premise: 为什么甲最多 takes for granted that it is so: where it is not, the answer says so."""

from __future__ import annotations

from dataclasses import replace

from assistant.model import Finding, Query
from assistant.operators import compare, rank
from assistant.operators.ground import Ground
from assistant.operators.prose import said


def run(query: Query, ground: Ground) -> Finding:
    """The claim denied; or, where it holds, the reason, which figures do not give."""
    found = rank.run(query, ground) if query.order else compare.run(query, ground)
    if found.status != "answered" or found.polarity == "no":
        return found
    why = replace(query, ask="why")
    return said(why, ground) or ground.not_stated(why)
