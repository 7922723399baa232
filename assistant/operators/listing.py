"""List: the members of a breakdown or of a list in the text. 哪些县市区 → 连州市、英德市 …"""

from __future__ import annotations

from assistant.model import Figure, Finding, Query
from assistant.operators import statement
from assistant.operators.ground import Ground
from assistant.places import suffix

LISTS = ("sentence",)


def series(query: Query, ground: Ground) -> list[Figure]:
    """The parts of the whole that the question means, of the kinds of place that it names."""
    figures = ground.index.figures()
    winners, _, _ = ground.choose(query.selections[0], figures)
    whole = next((c.fact for c in winners if isinstance(c.fact, Figure)), None)
    if whole is None:
        return []
    return [
        e.fact
        for e in figures
        if isinstance(e.fact, Figure)
        and e.fact.part_of == whole.id
        and suffix(e.fact.where) in query.classes
    ]


def run(query: Query, ground: Ground) -> Finding:
    """The members of a breakdown, or the nearest clause that names several things."""
    if query.classes:
        members = series(query, ground)
        if members:
            names = {"list": "、".join(m.where or m.what for m in members), "count": str(len(members))}
            return Finding("answered", "members", names, facts=tuple(members))
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
