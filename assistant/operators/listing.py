"""List: the members of a breakdown or of a list in the text. 哪些县市区 → 连州市、英德市 …"""

from __future__ import annotations

from assistant.model import Figure, Finding, Query
from assistant.operators import statement
from assistant.operators.ground import Ground, value_of
from assistant.operators.operands import whole_and_parts
from assistant.operators.series import names_of

LISTS = ("sentence",)


def series(query: Query, ground: Ground) -> list[Figure]:
    """The parts of the whole that the question means, of the kinds of place that it names."""
    found = whole_and_parts(query, ground)
    return [] if isinstance(found, Finding) else found[1]


def run(query: Query, ground: Ground) -> Finding:
    """The members of a breakdown, or the nearest clause that names several things."""
    if query.classes:
        members = series(query, ground)
        if members and not query.names_only:
            names = names_of(members, ground.index)
            rows = "；".join(f"{names[m.id]}{m.text}" for m in members)
            values = tuple(v for m in members for v in value_of(m))
            return Finding("answered", "figures_of", {"list": rows}, tuple(members), values)
        if members:
            called = names_of(members, ground.index)
            slots = {"list": "、".join(called.values()), "count": str(len(members))}
            return Finding("answered", "members", slots, facts=tuple(members))
    if not query.selections[0].meant():
        return Finding("unanswered", "not_understood", reason="not_understood")
    entries = [e for e in ground.index.said() if e.fact.kind in LISTS]
    _, fits, held = ground.choose(query.selections[0], entries)
    listed = [c for c in fits if getattr(c.fact, "items", ())]
    if listed and not query.numbers:
        return statement.answer(query, [min(listed, key=statement.closeness)])
    figures = [e for e in ground.index.figures() if isinstance(e.fact, Figure)]
    _, counted, _ = ground.choose(query.selections[0], figures)
    if fits or counted:
        return ground.not_stated(query, (fits or counted)[0])
    return ground.refuse(query, held)
