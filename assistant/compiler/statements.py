"""What a report says without counting: bases, duties, actions, results, channels, problems …"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.compiler.genre import Genre
from assistant.compiler.outline import Outline, Span
from assistant.model import Section, Statement

LISTED = re.compile(r"[^、,，;；:：。]{1,40}(?:、[^、,，;；:：。]{1,40})+")
BRACKETED = re.compile(r"[(（]([^()（）]*、[^()（）]*)[)）]")


def statements(text: str, outline: Outline, genre: Genre) -> tuple[Statement, ...]:
    """Every clause that says something of a known kind, and every sentence as a whole.

    A clause may be of several kinds (a measure that is an action); each is a statement of its own.
    """
    found = list(_read(text, outline, genre))
    return tuple(replace(s, id=f"t{n:03d}") for n, s in enumerate(found, start=1))


def _read(text: str, outline: Outline, genre: Genre) -> Iterator[Statement]:
    for sentence in outline.sentences:
        around = outline.enclosing(sentence[0])
        body = _body(sentence, around)
        if body[0] >= body[1]:
            continue
        numbered = [s for s in around if s.level < 4]
        path = numbered[-1].path if numbered else ""
        title = any(_is_title(sentence, s) for s in numbered)
        yield _statement("sentence", path, body, body, text, title)
        for clause in outline.clauses[sentence]:
            span = (max(clause[0], body[0]), clause[1])
            for kind in _kinds(text[span[0] : span[1]], around, title, genre):
                yield _statement(kind, path, span, body, text, title)


def _is_title(sentence: Span, section: Section) -> bool:
    end = section.start + len(section.label) + len(section.heading)
    return section.start <= sentence[0] and sentence[1] <= end + 1


def _body(sentence: Span, around: tuple[Section, ...]) -> Span:
    """The sentence without the number of its heading or item (一是…)."""
    start = max(
        (s.start + len(s.label) for s in around if s.start == sentence[0]), default=sentence[0]
    )
    return start, sentence[1]


def _statement(
    kind: str, path: str, span: Span, sentence: Span, text: str, heading: bool
) -> Statement:
    quote = text[span[0] : span[1]]
    return Statement("", kind, path, span[0], span[1], sentence, quote, _items(quote), heading)


def _kinds(clause: str, around: tuple[Section, ...], title: bool, genre: Genre) -> list[str]:
    outer = around[0].heading if around else ""
    nested = len(around) > 1
    kinds: list[str] = []
    for kind, patterns in genre.statements:
        marks = genre.headings.get(kind)
        if marks and not any(mark in outer for mark in marks):
            continue
        if title and not (kind == "measure" and marks and nested):
            continue
        if kind == "measure" and "problem" in kinds:
            continue
        below = kind == "measure" and nested
        if below or any(pattern.search(clause) for pattern in patterns):
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
