"""A source text as it is read: lines broken inside a paragraph joined, spaces inside words gone.

A report that stands in one long line is read with its headings on lines of their own. Everything
is read from the joined text; `back` leads every span to where it stands in the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.compiler.outline import LABELS
from assistant.compiler.paging import is_mark
from assistant.compiler.unlined import breaks

Span = tuple[int, int]

# Between these widths (a Chinese character counts two) lines may be broken by a typewriter: shorter
# ones are a list, longer ones paragraphs.
NARROWEST, WIDEST = 40, 130
FULL = 0.75
STOPS = "。!?;:…"
OPEN_ENDED = ",、(《“‘·"
CLOSERS = ",，、。;:)》”’"
ALONE = ("无", "略", "注")
# Marks of a text that was typed for the web or with dashes: # 概述, **公开。**, - 一项, ——一项.
MARKUP = re.compile(r"(?m)^[ \t]*(?:#{1,6}[ \t]+|>[ \t]+|[-*+•●■◆][ \t]+|[—–-]{2,})|\*\*|__")
WRITTEN = re.compile(r"\S")
GROUPS = re.compile(r"(?<!\d)\d{1,3}(?: \d{3})+(?![\d.])")


@dataclass(frozen=True, slots=True)
class Flow:
    """The joined text, and for each of its characters the offset in the source."""

    text: str
    offsets: tuple[int, ...]
    length: int

    def back(self, span: Span) -> Span:
        """A span of the joined text as a span of the source."""
        start, end = span
        if start >= end:
            return (self.at(start), self.at(start))
        return self.offsets[start], self.offsets[end - 1] + 1

    def at(self, offset: int) -> int:
        """Where a character of the joined text, or its end, stands in the source."""
        return self.offsets[offset] if offset < len(self.offsets) else self.length


def flow(text: str) -> Flow:
    """The joined text of a folded source; rows of a table stay as they are.

    >>> flow("全年,\\n发放约 9000 份。").text
    '全年,发放约9000份。'
    """
    kept = list(_kept(text))
    joined = "".join("\n" if inserted else text[i] for i, inserted in kept)
    return Flow(joined, tuple(i for i, _ in kept), len(text))


def _kept(text: str) -> Iterator[tuple[int, bool]]:
    """The offsets that are read, and whether a line's end is read before what stands there."""
    lines = list(_unpaged(text, list(_lines(text))))
    width = max((_width(text[s:e]) for s, e in lines if not _is_row(text[s:e])), default=0)
    marks = {i for m in MARKUP.finditer(text) for i in range(*m.span())}
    grouped = {i for m in GROUPS.finditer(text) for i in range(*m.span())}
    for index, (start, end) in enumerate(lines):
        if _is_row(text[start:end]):
            yield from ((i, False) for i in range(start, end))
        else:
            label = _label(text, start, end)
            yield from (
                (i, False)
                for i in range(start, end)
                if i not in marks and (i in label or _stays(text, i, start, end, grouped))
            )
        if index + 1 < len(lines) and lines[index + 1][0] == end:
            yield end, True
        elif end < len(text):
            following = lines[index + 1] if index + 1 < len(lines) else (end, end)
            soft = _is_soft(text[start:end], text[slice(*following)], width)
            if not (soft or _in_list(text, start, end)):
                yield end, False


def _lines(text: str) -> Iterator[Span]:
    at = 0
    while at <= len(text):
        start, end = at, text.find("\n", at)
        end = len(text) if end < 0 else end
        for cut in breaks(text[at:end]):
            yield at, start + cut
            at = start + cut
        yield at, end
        at = end + 1


def _unpaged(text: str, lines: list[Span]) -> Iterator[Span]:
    """The lines without the numbers of pages, and without the empty lines around these."""
    marked = [is_mark(text[start:end]) for start, end in lines]
    blank = [not text[start:end].strip() for start, end in lines]
    gone = set[int]()
    for at in (n for n, mark in enumerate(marked) if mark):
        before = next((n for n in range(at - 1, -1, -1) if not blank[n]), -1)
        after = next((n for n in range(at + 1, len(lines)) if not blank[n]), len(lines))
        gone.update(range(before + 1, after))
    return (line for n, line in enumerate(lines) if n not in gone)


def _in_list(text: str, start: int, end: int) -> bool:
    """Does a list of short lines go on in the next line (按内容分:⏎甲类五条;⏎乙类三条。)?"""
    line, following = text[start:end].strip(), end + 1
    first = MARKUP.match(text, following)
    begin = first.end() if first else following
    stop = text.find("\n", begin)
    after = text[begin : stop if stop >= 0 else len(text)].strip()
    if not after or "|" in after or any(label.match(after) for label in LABELS):
        return False
    if any(label.match(line) for label in LABELS):
        return False
    return line.endswith(";") or (line.endswith(":") and after.endswith(";"))


def _label(text: str, start: int, end: int) -> range:
    """The number of a heading with the spaces that part it from its title (二  主动公开)."""
    line = text[start:end]
    begin = start + len(line) - len(line.lstrip())
    found = next((m for label in LABELS if (m := label.match(line.strip()))), None)
    return range(begin, begin + found.end()) if found else range(0)


def _is_row(line: str) -> bool:
    return line.count("|") > 1


def _stays(text: str, at: int, start: int, end: int, grouped: set[int]) -> bool:
    """A space stays only between two words in Latin letters or two numbers."""
    if not text[at].isspace():
        return True
    if at == start or text[at - 1].isspace() or at in grouped:
        return False
    following = WRITTEN.search(text, at, end)
    return following is not None and all(
        c.isascii() and c.isalnum() for c in (text[at - 1], following.group())
    )


def _width(line: str) -> int:
    return sum(1 if c.isascii() else 2 for c in line.strip())


def _is_soft(line: str, following: str, width: int) -> bool:
    """Does the line go on in the next one, in the middle of a sentence?"""
    first, second = line.strip(), following.strip()
    if not first or not second or _is_row(line) or _is_row(following):
        return False
    if first[-1] in STOPS or MARKUP.match(second):
        return False
    if second[0] in CLOSERS or (first[-1] in OPEN_ENDED and not LABELS[0].match(second)):
        return True
    if LABELS[0].match(second) or LABELS[1].match(second):
        return False
    if len(second) == 1 and second not in ALONE:
        return True
    return NARROWEST <= width <= WIDEST and _width(line) >= FULL * width
