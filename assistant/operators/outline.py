"""The report's structure: how many parts, which part says what."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.index.concepts import THEME
from assistant.language.numerals import parse
from assistant.model import CARD_KINDS, Finding, Query, Section, Span
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
        if said and _are_counted(parts):
            return Finding("answered", "outline_said", facts=(said, *parts))
        told = said or _named(ground, parts)
        if told:
            return Finding("answered", "outline_named", facts=(told,))
        if not _are_counted(parts):
            return Finding("answered", "outline_printed", facts=tuple(parts))
        return Finding("answered", "outline", {"count": str(len(parts))}, facts=tuple(parts))
    if query.ask == "part":
        return _nth(query, ground)
    return _where(query, ground)


NAMED = re.compile(r"(?:报告)?[主内全]\s*[体容文](?:内容)?(?:主要)?(?:包括|包含|由)")
MARKS = re.compile(r"[\W_]")
NUMBER = re.compile(r"[一二三四五六七八九十]+|\d+")
# So many of the headings make a list of them.
FEW = 3
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


def _named(ground: Ground, parts: list[Section]) -> Span | None:
    """Where the report names its parts: 全文包括总体情况、主动公开情况…; it names some of its headings."""
    source = ground.index.report.source
    titles = [_bare(part.heading) for part in parts]
    for entry in sentences(ground):
        start, end = entry.fact.start, entry.fact.end
        told = NAMED.search(source, start, end)
        if told:
            said = _bare(source[told.start() : end])
            if sum(title in said for title in titles if len(title) > 1) >= FEW:
                return Span(told.start(), end)
    return None


def _bare(text: str) -> str:
    """A text without marks and white space, as a heading and its name in a sentence agree."""
    return MARKS.sub("", text)


def _nth(query: Query, ground: Ground) -> Finding:
    parts = [s for s in ground.index.report.sections if s.level == 1]
    ordinal = next(m for m in query.selections[0].mentions if "ordinal" in m.kinds())
    number = parse(next(iter(ordinal.tags("ordinal"))))
    if _are_counted(parts):
        found = [part for n, part in enumerate(parts, start=1) if n == number]
    else:
        found = [part for part in parts if _number(part) == number is not None]
    if len(found) != 1:
        return ground.refuse(query, [])
    return Finding("answered", "part", facts=(found[0],))


def _number(part: Section) -> Decimal | None:
    """The number that a heading has (二、); None where it has none."""
    found = NUMBER.search(part.label)
    return parse(found.group()) if found else None


def _are_counted(parts: list[Section]) -> bool:
    """Are the headings all there? A text may have lost one (四、… 六、…), or number its annex anew."""
    numbers = [number for part in parts if (number := _number(part)) is not None]
    return numbers == list(range(1, len(numbers) + 1))


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
