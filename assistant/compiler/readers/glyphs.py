"""Glyphs to lines of text: which stand in one line, and where a gap is a space."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.compiler.readers.joining import IS_WIDE, close, squeeze

# Gaps in parts of the size of the glyphs: between words, between numbers, between columns.
WORD_GAP, NUMBER_GAP, COLUMN_GAP = 0.25, 0.5, 1.6


@dataclass(frozen=True, slots=True)
class Glyph:
    """What is printed at a place, in points from the upper left corner of the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of it, across and down."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its text and its place; `start` is the width of what it begins with."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    start: float


def lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines that these glyphs make, from the top."""
    rows: list[list[Glyph]] = []
    middle = size = 0.0
    for glyph in sorted(glyphs, key=lambda g: g.centre[1]):
        down = glyph.centre[1]
        if not rows or down - middle > max(size, glyph.size) / 2:
            rows.append([])
            size = 0.0
        row = rows[-1]
        row.append(glyph)
        if glyph.size >= size and not glyph.text.isspace():
            size = glyph.size
        middle = sum(g.centre[1] for g in row) / len(row) if len(row) < 8 else middle
    return [line for row in rows if (line := _line(row))]


def _line(row: Iterable[Glyph]) -> Line | None:
    """The line of these glyphs; none where nothing is printed."""
    printed: list[Glyph] = []
    text = ""
    spaced = False
    for glyph in sorted(row, key=lambda g: g.left):
        if not glyph.text.strip():
            spaced = True
            continue
        if printed and _is_gap(printed[-1], glyph, spaced):
            text += "\t" if glyph.left - printed[-1].right > COLUMN_GAP * glyph.size else " "
        printed.append(glyph)
        text += glyph.text
        spaced = False
    if not printed:
        return None
    return Line(
        " ".join(filter(None, map(close, text.split("\t")))),
        printed[0].left,
        min(glyph.top for glyph in printed),
        printed[-1].right,
        max(glyph.bottom for glyph in printed),
        sorted(glyph.size for glyph in printed)[len(printed) // 2],
        _start(printed),
    )


def _is_gap(last: Glyph, glyph: Glyph, spaced: bool) -> bool:
    gap = (glyph.left - last.right) / max(glyph.size, 1.0)
    if gap > COLUMN_GAP or spaced:
        return True
    numbers = last.text.isdigit() and glyph.text.isdigit()
    return gap > (NUMBER_GAP if numbers else WORD_GAP)


def _start(printed: Sequence[Glyph]) -> float:
    """The width of what cannot be parted from the start of a line: a character, or a word."""
    end = printed[0].right
    if not IS_WIDE.match(printed[0].text):
        for last, glyph in pairwise(printed):
            if IS_WIDE.match(glyph.text) or glyph.left - last.right > WORD_GAP * glyph.size:
                break
            end = glyph.right
    return end - printed[0].left


def cell_text(found: Sequence[Line]) -> list[str]:
    """The lines of a cell, in which a gap never parts Chinese characters."""
    return [close(squeeze(line.text)) for line in found]
