"""The pieces of a torn table: the rows and runs of numbers between its title and the next part."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.compiler.grid import PIPE, Cell, Row, Span, row_of
from assistant.compiler.noted import noted
from assistant.compiler.printed import normal
from assistant.compiler.proved import Head, Place, Strip, proved, width_of
from assistant.compiler.standard import StandardTable

NUMBER = re.compile(r"[+＋-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
TOKEN = re.compile(r"\S+")
GLUED = re.compile(r"(?P<label>.*[^\d.,+\-])(?P<number>\d+(?:\.\d+)?)")
RULE = re.compile(r"[\s|:+=-]*-{3}[\s|:+=-]*")
SENTENCE = re.compile("[。；;!！?？]")
REMARK = re.compile(r"\s*(?:备?注|说明)\s*[:：]")
LEADS = ("信息内容", "项目", "指标", "内容")
# A label may be broken over so many lines.
LABEL_LINES = 4


@dataclass(frozen=True, slots=True)
class Torn:
    """A torn table: where its pieces stand, and the numbers that were proved to be cells of the form."""

    table: StandardTable
    start: int
    end: int
    spans: tuple[Span, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, trimmed."""

    start: int
    end: int
    text: str

    @property
    def is_row(self) -> bool:
        """Has it pipes?"""
        return PIPE.search(self.text) is not None


def lines_of(text: str) -> Iterator[Line]:
    """Every line of a text."""
    at = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        start = at + (line.find(stripped) if stripped else 0)
        yield Line(start, start + len(stripped), stripped)
        at += len(line)


class Region:
    """The lines between the title of a form and the next part of the report."""

    def __init__(self, table: StandardTable, lines: list[Line], whole: list[Span]) -> None:
        """The lines of a region, in which the `whole` tables are read by themselves."""
        self.table = table
        self.whole = whole
        self.blocks = list(_blocks(lines))
        self.notes = noted([(line.start, line.text) for line in lines if not line.is_row])
        self.columns = {k: c.label for c in table.columns if not c.heading for k in c.keys if k}
        self.rows = {k for line in table.rows for k in line.keys}
        self.width = width_of(table)
        self.strips: list[Strip] = []
        self.words: list[Cell] = []
        self.run: list[Cell] = []
        self.heads: tuple[Head, ...] = ()
        self.told = False

    def read(self) -> Torn | None:
        """What is proved of it; nothing where no piece of a torn table stands here."""
        end = 0
        for block in self.blocks:
            if not block[0].is_row and _is_prose(block):
                self._forget()
                continue
            before = len(self.strips)
            for line in block:
                if line.is_row:
                    self._row(line)
                elif not REMARK.match(line.text):
                    for token in _tokens(line, self.rows):
                        self._token(token)
            self._end()
            self.words, self.told = [], False
            if any(not strip.whole for strip in self.strips[before:]):
                end = block[-1].end
        places = proved(self.table, tuple(self.strips), self.notes)
        pieces = tuple((x.start, x.end) for x in self._pieces() if x.end <= end)
        if not pieces:
            return None
        own = tuple(place for place in places if not place.strip.whole)
        return Torn(self.table, pieces[0][0], end, pieces, own)

    def _pieces(self) -> Iterator[Line]:
        """The lines that are pieces of the torn table: neither prose nor another table."""
        for block in self.blocks:
            if block[0].is_row or not _is_prose(block):
                yield from (x for x in block if not self._is_whole(x))

    def _forget(self) -> None:
        self.words, self.run, self.heads, self.told = [], [], (), False

    def _is_whole(self, line: Line) -> bool:
        at = bisect_right(self.whole, (line.start, sys.maxsize)) - 1
        return at >= 0 and line.start < self.whole[at][1]

    def _row(self, line: Line) -> None:
        """A line of cells: a head, or labels and numbers."""
        if RULE.fullmatch(line.text):
            return
        row = row_of(line.start, line.text)
        first = next((n for n, c in enumerate(row.cells) if NUMBER.fullmatch(c.text)), None)
        if first is None:
            self._forget()
            for cell in row.cells:
                if not cell.blank:
                    self._word(cell)
            return
        labels = tuple(c for c in row.cells[:first] if not c.blank)
        cells = list(row.cells[first:])
        while cells[-1].blank and len(cells) > (self.width or 1):
            cells.pop()
        known = all(c.blank or NUMBER.fullmatch(c.text) for c in cells)
        numbers = tuple(None if c.blank else c for c in cells) if known else ()
        self.strips.append(Strip(row, labels, numbers, self.heads, self._is_whole(line)))

    def _token(self, token: Cell) -> None:
        if NUMBER.fullmatch(token.text):
            self.run.append(token)
        else:
            self._end()
            self._word(token)

    def _end(self) -> None:
        """The end of a run of numbers: a row, where the form or the head above has so many columns."""
        run, labels = self.run, self._label()
        width = self.width or len(self.heads)
        if run and len(run) == width and (labels or self.width):
            row = Row((labels or run)[0].start, run[-1].end, ())
            self.strips.append(Strip(row, labels, tuple(run), self.heads))
        if run:
            self.words, self.told = [], False
        self.run = []

    def _label(self) -> tuple[Cell, ...]:
        """The last words before a number that are the name of a row of the form."""
        ways = (tuple(self.words[-n:]) for n in range(1, min(LABEL_LINES, len(self.words)) + 1))
        return next((w for w in ways if normal("".join(c.text for c in w)) in self.rows), ())

    def _word(self, token: Cell) -> None:
        """The name of a column, or of several glued together; else a piece of the label of a row."""
        names = self._columns_of(normal(token.text))
        if names or normal(token.text) in LEADS:
            heads = tuple(Head(name, token if len(names) == 1 else None) for name in names)
            self.heads = (*self.heads, *heads) if self.told and names else heads
            self.told, self.words = True, []
        else:
            self.told = False
            self.words.append(token)

    def _columns_of(self, key: str) -> tuple[str, ...]:
        found: list[str] = []
        for lead in LEADS:
            key = key.removeprefix(lead)
        while key:
            name = max((k for k in self.columns if key.startswith(k)), key=len, default="")
            if not name:
                return ()
            found.append(self.columns[name])
            key = key[len(name) :]
        return tuple(found)


def _blocks(lines: list[Line]) -> Iterator[list[Line]]:
    """Runs of lines that are all rows, or all text."""
    block: list[Line] = []
    for line in lines:
        if block and line.is_row != block[-1].is_row:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_prose(block: list[Line]) -> bool:
    return any(SENTENCE.search(x.text) and not REMARK.match(x.text) for x in block)


def _tokens(line: Line, rows: set[str]) -> Iterator[Cell]:
    """The words of a line; a number glued to the label of a row is one of its own."""
    for found in TOKEN.finditer(line.text):
        start, text = line.start + found.start(), found.group()
        glued = GLUED.fullmatch(text)
        if glued and normal(glued["label"]) in rows:
            middle = start + glued.end("label")
            yield Cell(start, middle, glued["label"])
            yield Cell(middle, start + len(text), glued["number"])
        else:
            yield Cell(start, start + len(text), text)
