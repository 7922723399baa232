"""List: the members of a breakdown or of a list in the text. 哪些县市区 → 连州市、英德市 …"""

from __future__ import annotations

from assistant.model import Figure, Finding, Query
from assistant.operators import statement
from assistant.operators.ground import Ground

LISTS = ("sentence",)


def run(query: Query, ground: Ground) -> Finding:
    """The smallest sentence that accounts for every word and names several things."""
    entries = [e for e in ground.index.said() if e.fact.kind in LISTS]
    _, fits, held = ground.choose(query.selections[0], entries)
    listed = [c for c in fits if getattr(c.fact, "items", ())]
    if listed:
        best = min(listed, key=lambda c: (len(c.added), c.fact.start))
        return statement.answer(query, [best])
    figures = [e for e in ground.index.figures() if isinstance(e.fact, Figure)]
    _, counted, _ = ground.choose(query.selections[0], figures)
    if fits or counted:
        return ground.not_stated(query, (fits or counted)[0])
    return ground.refuse(query, held)
