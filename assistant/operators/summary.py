"""Summary: the smallest part of the report that speaks of everything asked, quoted."""

from __future__ import annotations

from assistant.model import Figure, Finding, Query, Section, Statement
from assistant.operators.ground import Ground, value_of


def run(query: Query, ground: Ground) -> Finding:
    """A sentence that accounts for all words, or else the smallest section whose heading does."""
    selection = query.selections[0]
    if not selection.mentions:
        return Finding("answered", "outline", facts=_parts(ground))
    sentences = [e for e in ground.index.statements() if e.fact.kind == "sentence"]
    _, fits, held = ground.choose(selection, sentences)
    section = _section(query, ground)
    if section:
        return Finding("answered", "summary", facts=(section,))
    own = [c for c in fits if c.weak == 0]
    if own:
        best = min(own, key=lambda c: (len(c.added), c.fact.start)).fact
        assert isinstance(best, Statement)
        values = tuple(v for f in _inside(ground, best) for v in value_of(f))
        return Finding("answered", "statement", facts=(best,), values=values)
    return ground.refuse(query, held)


def _parts(ground: Ground) -> tuple[Section, ...]:
    return tuple(s for s in ground.index.report.sections if s.level == 1)


def _section(query: Query, ground: Ground) -> Section | None:
    mentions = [m for m in query.selections[0].mentions if "theme" not in m.kinds()]
    found = [
        section
        for section, concepts in ground.index.sections
        if mentions
        and all(any(s.atoms and set(s.atoms) <= concepts for s in m.senses) for m in mentions)
    ]
    return min(found, key=lambda s: s.end - s.start, default=None)


def _inside(ground: Ground, statement: Statement) -> list[Figure]:
    start, end = statement.sentence
    return [f for f in ground.index.report.figures if start <= f.number[0] < end]
