"""Summary: the smallest part of the report that speaks of everything asked, quoted."""

from __future__ import annotations

from dataclasses import replace

from assistant.model import (
    CARD_KINDS,
    Candidate,
    Figure,
    Finding,
    Query,
    Section,
    Selection,
    Span,
    Statement,
)
from assistant.naming import value_of
from assistant.operators import statement
from assistant.operators.evidence import below_title
from assistant.operators.ground import Ground
from assistant.operators.numbered import wrong_premise


def run(query: Query, ground: Ground) -> Finding:
    """What is asked by kind (问题, 措施), or the smallest section or sentence that covers all words."""
    wrong = wrong_premise(query, ground) if query.numbers else None
    if wrong:
        return wrong
    kinds = [ask for ask in statement.SEVERAL if ask in query.words]
    if kinds and not query.selections[0].required():
        return _by_kind(query, ground, kinds)
    selection = query.selections[0]
    if not selection.required():
        parts = _parts(ground)
        if not parts:
            return ground.not_stated(query)
        return Finding("answered", "outline", {"count": str(len(parts))}, facts=parts)
    section = _section(query, ground)
    if section:
        return Finding("answered", "summary", facts=(section,))
    several = _sections(query, ground)
    if several:
        return Finding("answered", "summaries", facts=several)
    below = below_title(selection, ground)
    if below:
        return Finding("answered", "statement", facts=(Span(*below),))
    sentences = [e for e in ground.index.said() if e.fact.kind == "sentence"]
    _, fits, held = ground.choose(selection, sentences)
    close = [c for c in fits if c.close]
    if not close:
        return ground.refuse(query, held)
    best = min(close, key=_nearness).fact
    assert isinstance(best, Statement)
    values = tuple(v for f in _inside(ground, best) for v in value_of(f))
    return Finding("answered", "statement", facts=(best,), values=values)


def _nearness(candidate: Candidate) -> tuple[int, int, int]:
    return (-candidate.close, len(candidate.added), candidate.fact.start)


def _by_kind(query: Query, ground: Ground, kinds: list[str]) -> Finding:
    found = [statement.run(replace(query, ask=kind), ground) for kind in kinds]
    refused = next((f for f in found if f.status != "answered"), None)
    if refused:
        return refused
    facts = {f.start: f for finding in found for f in finding.facts}
    return Finding("answered", "statements", facts=tuple(facts[at] for at in sorted(facts)))


def _parts(ground: Ground) -> tuple[Section, ...]:
    return tuple(s for s in ground.index.report.sections if s.level == 1)


def _section(query: Query, ground: Ground) -> Section | None:
    required = query.selections[0].required()
    years = {year for m in required for year in m.tags("year")}
    if years - {str(ground.index.report.year)}:
        return None
    mentions = [m for m in required if not m.kinds() & (CARD_KINDS | {"theme"})]
    found = [
        (len(concepts), section.level, section.end - section.start, section)
        for section, concepts in ground.index.sections
        if mentions
        and all(any(s.atoms and set(s.atoms) <= concepts for s in m.senses) for m in mentions)
    ]
    return min(found, key=lambda row: row[:3])[3] if found else None


def _sections(query: Query, ground: Ground) -> tuple[Section, ...]:
    """The parts whose headings name the things asked, where each is named by one (收费、复议的情况)."""
    found: dict[str, Section] = {}
    for mention in query.selections[0].meant():
        if mention.kinds() & (CARD_KINDS | {"theme"}):
            continue
        one = _section(replace(query, selections=(Selection((mention,)),)), ground)
        if one is None:
            return ()
        found[one.id] = one
    return tuple(sorted(found.values(), key=lambda s: s.start)) if len(found) > 1 else ()


def _inside(ground: Ground, statement: Statement) -> list[Figure]:
    start, end = statement.sentence
    return [f for f in ground.index.report.figures if start <= f.number[0] < end]
