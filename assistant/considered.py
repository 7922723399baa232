"""Considered: the facts nearest to a question, each with what accounts for every word of it; `explain` shows them."""

from __future__ import annotations

from assistant.knowledge import Knowledge
from assistant.model import Considered, Figure, Statement
from assistant.steps.match.explaining import explain
from assistant.trace import Trace
from assistant.worded import ground_of

# What accounts for a mention, by its level in `match`.
HOW = ("own", "inherited", "heading", "given")


def consider(trace: Trace, knowledge: Knowledge, limit: int) -> tuple[Considered, ...]:
    """The facts nearest to a question, each with what accounts for every word; for `explain`."""
    if trace.query is None:
        return ()
    index = knowledge.indexes[0]
    ground = ground_of(index, knowledge)
    selection = trace.query.base
    held = ground.choose(selection, index.entries)[2]
    found = {f.id for f in trace.finding.facts if isinstance(f, Figure | Statement)}
    nearest = sorted(held, key=lambda c: (c.fact.id not in found, len(c.left_over), -c.close,
                                          len(c.added), c.fact.start))  # fmt: skip
    shown = []
    for candidate in nearest[:limit]:
        entry = index.of(candidate.fact.id)
        assert entry is not None
        levels = ((m, explain(m, entry, index)) for m in selection.mentions)
        accounts = tuple((m, HOW[level[0]] if level else "nothing") for m, level in levels)
        shown.append(Considered(candidate, accounts))
    return tuple(shown)
