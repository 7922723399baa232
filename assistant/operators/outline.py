"""The report's structure: how many parts, which part says what."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.index.concepts import THEME
from assistant.language.numerals import parse
from assistant.model import CARD_KINDS, Finding, Query, Span
from assistant.operators import listing
from assistant.operators.ground import Ground
from assistant.operators.outlook import outlook
from assistant.operators.passages import clauses, sentences


def run(query: Query, ground: Ground) -> Finding:
    """The parts of the report, the part that a question names by content, or by its number."""
    parts = [s for s in ground.index.report.sections if s.level == 1]
    if query.ask == "parts":
        # 学历和年龄结构: what is of something else than the report has no parts here.
        left = [m for m in query.selections[0].meant() if "theme" not in m.kinds()]
        if left:
            # 哪几块重点领域: parts of something that the report lists.
            return listing.run(replace(query, ask="list"), ground)
        if not parts:
            return ground.refuse(query, [])
        said = _stated(ground)
        if said:
            return Finding("answered", "outline_said", facts=(said, *parts))
        return Finding("answered", "outline", {"count": str(len(parts))}, facts=tuple(parts))
    if query.ask == "part":
        return _nth(query, ground)
    return _where(query, ground)


STATED = re.compile("[两二三四五六七八九十\\d]+个?(?:大)?(?:部分|章)(?=[及组构,，。;；])")


def _stated(ground: Ground) -> Span | None:
    """Where the report says itself how many parts it has: 由概述…等六个部分组成."""
    source = ground.index.report.source
    for entry in sentences(ground):
        start, end = entry.fact.start, entry.fact.end
        for clause in clauses(source, start, end, "。;；"):
            told = STATED.search(source, *clause)
            if told and re.search("报告|组成|分为|包括", source[slice(*clause)]):
                first = source.rfind("由", clause[0], told.start())
                return Span(first if first >= 0 else clause[0], clause[1])
    return None


def _nth(query: Query, ground: Ground) -> Finding:
    parts = [s for s in ground.index.report.sections if s.level == 1]
    ordinal = next(m for m in query.selections[0].mentions if "ordinal" in m.kinds())
    number = parse(next(iter(ordinal.tags("ordinal"))))
    if number is None or not 1 <= number <= len(parts):
        return ground.refuse(query, [])
    return Finding("answered", "part", facts=(parts[int(number) - 1],))


def _where(query: Query, ground: Ground) -> Finding:
    wanted = [m for m in query.selections[0].required() if "theme" not in m.kinds()]
    looks = [kind for kind in ("problem", "measure") if kind in query.words]
    if looks and all(m.kinds() & CARD_KINDS for m in wanted):
        span = outlook(ground).span(looks[0])
        around = [s for s in ground.index.report.sections if span and s.start <= span[0] < s.end]
        if around:
            return Finding("answered", "where", facts=(around[0],))
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
