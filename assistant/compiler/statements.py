"""What a report says without counting: bases, duties, actions, results, channels, problems …"""

from __future__ import annotations

import re

from assistant.compiler.genre import Genre
from assistant.compiler.outline import Outline, Span
from assistant.model import Section, Statement

LISTED = re.compile(r"[^、,，;；:：。]{1,40}(?:、[^、,，;；:：。]{1,40})+")
BRACKETED = re.compile(r"[(（]([^()（）]*、[^()（）]*)[)）]")


def statements(text: str, outline: Outline, genre: Genre) -> tuple[Statement, ...]:
    """Every clause that says something of a known kind, and every sentence as a whole.

    A clause may be of several kinds (a measure that is an action); each is a statement of its own.
    """
    found: list[Statement] = []
    for sentence in outline.sentences:
        around = outline.enclosing(sentence[0])
        if any(s.start <= sentence[0] and sentence[1] <= _heading_end(text, s) for s in around):
            if not around or around[-1].level < 4:
                continue
        body = _body(sentence, around)
        section = next((s.path for s in reversed(around) if s.level < 4), "")
        found.append(_statement("sentence", section, body, body, text))
        for clause in outline.clauses[sentence]:
            span = (max(clause[0], body[0]), clause[1])
            for kind in _kinds(text[span[0] : span[1]], around, genre):
                found.append(_statement(kind, section, span, body, text))
    return tuple(
        Statement(
            id=f"t{n:03d}",
            kind=s.kind,
            section=s.section,
            start=s.start,
            end=s.end,
            sentence=s.sentence,
            quote=s.quote,
            items=s.items,
        )
        for n, s in enumerate(found, start=1)
    )


def _heading_end(text: str, section: Section) -> int:
    end = section.start + len(section.label) + len(section.heading)
    return end + 1 if text[end : end + 1] == "。" else end


def _body(sentence: Span, around: tuple[Section, ...]) -> Span:
    """The sentence without an item's number (一是…)."""
    start = next((s.start + len(s.label) for s in around if s.start == sentence[0]), sentence[0])
    return start, sentence[1]


def _statement(kind: str, section: str, span: Span, sentence: Span, text: str) -> Statement:
    quote = text[span[0] : span[1]]
    return Statement("", kind, section, span[0], span[1], sentence, quote, _items(quote))


def _kinds(clause: str, around: tuple[Section, ...], genre: Genre) -> list[str]:
    heading = around[0].heading if around else ""
    kinds = []
    for kind, patterns in genre.statements:
        marks = genre.headings.get(kind)
        if marks and not any(mark in heading for mark in marks):
            continue
        if any(pattern.search(clause) for pattern in patterns):
            kinds.append(kind)
    return kinds


def _items(clause: str) -> tuple[str, ...]:
    """The members of the longest list in the clause, as they are written."""
    lists = [m.group(1) for m in BRACKETED.finditer(clause)]
    lists += [m.group() for m in LISTED.finditer(clause)]
    if not lists:
        return ()
    longest = max(lists, key=lambda row: row.count("、"))
    return tuple(item.strip() for item in longest.split("、"))
