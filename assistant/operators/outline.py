"""The report's structure: how many parts, which part says what."""

from __future__ import annotations

from assistant.index import THEME
from assistant.language.numerals import parse
from assistant.model import Finding, Query
from assistant.operators.ground import Ground


def run(query: Query, ground: Ground) -> Finding:
    """The parts of the report, the part that a question names by content, or by its number."""
    parts = [s for s in ground.index.report.sections if s.level == 1]
    if query.ask == "parts":
        left = [m for m in query.selections[0].mentions if not m.senses]
        if left or not parts:
            return ground.refuse(query, [])
        return Finding("answered", "outline", {"count": str(len(parts))}, facts=tuple(parts))
    if query.ask == "part":
        return _nth(query, ground)
    return _where(query, ground)


def _nth(query: Query, ground: Ground) -> Finding:
    parts = [s for s in ground.index.report.sections if s.level == 1]
    ordinal = next(m for m in query.selections[0].mentions if "ordinal" in m.kinds())
    number = parse(next(iter(ordinal.tags("ordinal"))))
    if number is None or not 1 <= number <= len(parts):
        return ground.refuse(query, [])
    return Finding("answered", "part", facts=(parts[int(number) - 1],))


def _where(query: Query, ground: Ground) -> Finding:
    wanted = [m for m in query.selections[0].required() if "theme" not in m.kinds()]
    best = None
    for section, concepts in ground.index.sections:
        explained = all(
            any(set(s.atoms) <= concepts | {THEME} for s in m.senses if s.atoms) for m in wanted
        )
        if wanted and explained and section.level < 4 and best is None:
            best = section
    if best:
        return Finding("answered", "where", facts=(best,))
    _, fits, held = ground.choose(query.selections[0], ground.index.entries)
    if not fits:
        return ground.refuse(query, held)
    at = fits[0].fact.start
    around = [s for s in ground.index.report.sections if s.start <= at < s.end and s.level < 4]
    return Finding("answered", "where", facts=(around[-1],)) if around else ground.refuse(query, [])
