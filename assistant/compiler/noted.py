"""Numbers with a note in brackets below them, which an extractor puts outside of their row: 22⏎（其中修订16件）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from assistant.compiler.grid import Cell

NUMBER = re.compile(r"\d{1,9}")
NOTE = re.compile(
    r"\(\s*(?:其中|含|包括|包含)?\s*[:：,，]?\s*(?P<words>[一-龥]{2,8}?)\s*(?P<part>\d{1,9})\s*[件条]?\s*\)"
)
WHOLE = re.compile(rf"(?P<number>\d{{1,9}})\s*{NOTE.pattern}")


@dataclass(frozen=True, slots=True)
class Noted:
    """A number that stands by itself, and the part of it that its note tells: what it is, and how many."""

    number: Cell
    words: Cell
    part: Cell
    end: int


def noted(lines: list[tuple[int, str]]) -> tuple[Noted, ...]:
    """The numbers with a note among these lines (offset, trimmed and folded text), in one line or in two.

    >>> [(n.number.text, n.words.text, n.part.text) for n in noted([(0, "22"), (3, "(其中修订 16 件)")])]
    [('22', '修订', '16')]
    """
    return tuple(n for n in _noted(lines) if int(n.part.text) <= int(n.number.text))


def _noted(lines: list[tuple[int, str]]) -> Iterator[Noted]:
    for start, text in lines:
        found = WHOLE.fullmatch(text)
        if found:
            number = Cell(start, start + found.end("number"), found["number"])
            yield _of(number, start, found)
    for (at, text), (start, note) in pairwise(lines):
        found = NOTE.fullmatch(note)
        if found and NUMBER.fullmatch(text):
            yield _of(Cell(at, at + len(text), text), start, found)


def _of(number: Cell, at: int, found: re.Match[str]) -> Noted:
    words, part = (
        Cell(at + found.start(group), at + found.end(group), found[group])
        for group in ("words", "part")
    )
    return Noted(number, words, part, at + found.end())
