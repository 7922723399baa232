"""What stands where in a table: which rows are headers, what each number's row and column are called.

Merged cells come as blank cells after the first. A header's blank belongs to the label on its left
while both stand under the same label above; a row's blank belongs to the label above it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.compiler.grid import Cell, Grid, Row
from assistant.compiler.printed import NUMBERING, normal

NUMBER = re.compile(r"[+＋−-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
SCALE = re.compile("^[十百千]?(?:万亿?|亿)(?=.)")
YEAR = re.compile(r"(?:19|20)\d{2}")
LEVELS = (
    re.compile(r"[一二三四五六七八九十]{1,3}、"),
    re.compile(r"\([一二三四五六七八九十]{1,3}\)"),
    re.compile(r"\d{1,2}[.、](?!\d)|\(\d{1,2}\)|[①-⑳]"),
)
PART = re.compile(r"其中[:：,，]?")
PART_LEVEL, BELOW = 3, 4


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell that holds a number: its row, and the labels over it, outermost first.

    `part`: its row stands under 其中, and is a part of the row above it in its labels.
    """

    cell: Cell
    row: Row
    labels: tuple[Cell, ...]
    heads: tuple[Cell, ...]
    unit: Cell | None
    part: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A table as read: its numbers, the parts that its other cells play, the rows that make no sense."""

    entries: tuple[Entry, ...]
    parts: dict[Cell, str]
    unreadable: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What a table's cells may be: a measure word, and headers that say what is no figure."""

    is_unit: Callable[[str], bool]
    unit_heads: frozenset[str]
    label_heads: frozenset[str]
    not_figures: frozenset[str]


@dataclass
class _Body:
    """The header rows and the rows under them, while a table is being read."""

    heads: list[Row]
    rows: list[Row]
    title: Cell | None


def read_layout(grid: Grid, words: Words) -> Layout:
    """Read a table from its first row to its last."""
    entries: list[Entry] = []
    parts: dict[Cell, str] = {}
    unreadable: list[Row] = []
    for body in _bodies(grid, words):
        _Reader(body, words, entries, parts, unreadable).read()
    return Layout(tuple(entries), parts, tuple(unreadable))


def number_of(text: str, words: Words) -> tuple[str, str] | None:
    """A cell's number and the measure word after it; None for any other text, and for a year."""
    found = NUMBER.match(text)
    if not found or re.match(r"(?:19|20)\d{2}年", text):
        return None
    unit = text[found.end() :].strip()
    known = not unit or words.is_unit(unit) or words.is_unit(SCALE.sub("", unit))
    return (found.group(), unit) if known else None


def _bodies(grid: Grid, words: Words) -> Iterator[_Body]:
    """Parts of a table with headers of their own, each under its title row, if it has one."""
    body, inherited, first_head = _Body([], [], None), list[Row](), ""
    for row in grid.rows:
        texts = [c for c in row.cells if not c.blank]
        if not texts:
            continue
        numbers = [c for c in row.cells if number_of(c.text, words)]
        numeric = numbers not in ([], [row.cells[0]]) or len(numbers) == len(texts)
        if numeric and not body.rows and row.cells[0] not in numbers:
            # 2015 | 2016 are heads; 主动公开政府信息数 | 条 | 1900 under a head is a row.
            years = all(YEAR.fullmatch(c.text) for c in numbers)
            row_of_one = len(numbers) == 1 or any(words.is_unit(c.text) for c in texts)
            numeric = not years or (bool(body.heads) and row_of_one)
        alone = len(texts) == 1 and texts[0] is row.cells[0] and not numeric
        key = normal(texts[0].text)
        if alone and not _numbered(texts[0]):
            if body.rows:
                yield body
                body, inherited = _Body([], [], None), body.heads
            body.title = texts[0]
        elif not numeric and not alone and (not body.rows or key == first_head):
            if body.rows:
                yield body
                body = _Body([], [], body.title)
            body.heads.append(row)
            first_head = first_head or key
        else:
            body.heads = body.heads or inherited
            body.rows.append(row)
    yield body


def _numbered(cell: Cell) -> bool:
    found = NUMBERING.match(cell.text)
    return bool(found and found.group().strip())


class _Reader:
    """Reads one body: finds its data columns, then walks down its rows."""

    def __init__(
        self,
        body: _Body,
        words: Words,
        entries: list[Entry],
        parts: dict[Cell, str],
        unreadable: list[Row],
    ) -> None:
        self.body, self.words = body, words
        self.entries, self.parts, self.unreadable = entries, parts, unreadable
        self.width = max((len(r.cells) for r in [*body.heads, *body.rows]), default=0)
        self.heads = _header(body.heads, self.width)
        self.skipped = {c for c in range(self.width) if self._says(c, words.label_heads)}
        self.excluded = {c for c in range(self.width) if self._says(c, words.not_figures)}
        self.unit_column = self._unit_column()
        self.first = self._first_data()
        labels = [c for c in range(self.first) if c not in self.skipped and c != self.unit_column]
        self.label_columns = labels
        inner = [r.cells[c] for r in body.rows for c in labels[1:] if c < len(r.cells)]
        self.flat = all(cell.blank for cell in inner)
        self.above: list[Cell | None] = []
        self.stack: list[tuple[int, Cell]] = []

    def read(self) -> None:
        if self.body.title:
            self.parts[self.body.title] = "label"
        for row in self.body.heads:
            self.parts.update(dict.fromkeys(row.cells, "head"))
        for row in self.body.rows:
            placed = self._placed(row)
            if placed is None:
                self.unreadable.append(row)
            else:
                self._row(row, placed)

    def _says(self, column: int, words: frozenset[str]) -> bool:
        return any(normal(cell.text) in words for cell in self.heads[column][-1:])

    def _unit_column(self) -> int | None:
        for column in range(self.width):
            if self._says(column, self.words.unit_heads):
                return column
            texts = [
                r.cells[column].text
                for r in self.body.rows
                if column < len(r.cells) and not r.cells[column].blank
            ]
            if texts and column and all(self.words.is_unit(text) for text in texts):
                return column
        return None

    def _first_data(self) -> int:
        for column in range(self.width):
            if column in self.skipped or column == self.unit_column:
                continue
            if any(
                column < len(r.cells) and number_of(r.cells[column].text, self.words)
                for r in self.body.rows
            ):
                return column
        return self.width

    def _placed(self, row: Row) -> tuple[Cell | None, ...] | None:
        """The row's cells in their columns; None where the row does not fit under the header."""
        numbers = [c for c, cell in enumerate(row.cells) if number_of(cell.text, self.words)]
        numbers = [c for c in numbers if c not in self.skipped]
        missing = [None] * (self.width - len(row.cells))
        if missing and numbers:
            tail = len(row.cells) - numbers[0]
            if numbers[0] < self.first and tail == self.width - self.first:
                return (*row.cells[: numbers[0]], *missing, *row.cells[numbers[0] :])
            if numbers[0] != self.first or tail < len(
                dict.fromkeys(filter(None, self.heads[self.first :]))
            ):
                return None
        headed = any(self.heads)
        for column in numbers:
            if column == self.unit_column or (headed and not self.heads[column]):
                return None
        return (*row.cells, *missing)

    def _row(self, row: Row, placed: Sequence[Cell | None]) -> None:
        labels = self._labels(placed)
        unit = placed[self.unit_column] if self.unit_column is not None else None
        for column, cell in enumerate(placed):
            if cell is None:
                continue
            if column < self.first or column == self.unit_column:
                self.parts[cell] = "unit" if column == self.unit_column else "label"
            elif column in self.excluded or not number_of(cell.text, self.words):
                self.parts[cell] = "excluded" if column in self.excluded else "text"
            else:
                shown = unit if unit and not unit.blank else None
                self.entries.append(Entry(cell, row, labels, self.heads[column], shown))

    def _labels(self, placed: Sequence[Cell | None]) -> tuple[Cell, ...]:
        """The labels of a row, outermost first: from its columns, or from its numbers in one column."""
        title = [self.body.title] if self.body.title else []
        shown = [placed[c] for c in self.label_columns]
        if self.flat:
            return (*title, *self._by_number(_first(shown)))
        self.above += [None] * (len(shown) - len(self.above))
        first = next((n for n, cell in enumerate(shown) if cell and not cell.blank), len(shown))
        self.above = [self.above[n] if n < first else shown[n] for n in range(len(shown))]
        kept = [cell for cell in self.above if cell and not cell.blank]
        return (*title, *_unlike(list(kept)))

    def _by_number(self, label: Cell | None) -> tuple[Cell, ...]:
        """Labels in one column nest by how they are numbered: 一、 (一) 1. 其中."""
        if label is None:
            return ()
        level = _level(label.text, self.stack)
        self.stack = [(n, cell) for n, cell in self.stack if n < level]
        self.stack.append((level, label))
        return tuple(cell for _, cell in self.stack)


def _level(label: str, stack: list[tuple[int, Cell]]) -> int:
    found = next((n for n, way in enumerate(LEVELS) if way.match(label)), None)
    if found is not None:
        return found
    if PART.match(label):
        return PART_LEVEL
    inside = next((n for n, cell in stack if n >= PART_LEVEL), None)
    return BELOW if not stack or inside is None else inside


def _header(rows: list[Row], width: int) -> list[tuple[Cell, ...]]:
    """The labels over each column, outermost first."""
    # Beyond the header's own cells nothing is merged: a number there stands under no label.
    own = max((len(row.cells) for row in rows), default=0)
    table = [[*row.cells, *[None] * (own - len(row.cells))] for row in rows]
    filled: list[list[Cell | None]] = []
    for r, cells in enumerate(table):
        line: list[Cell | None] = []
        for c, cell in enumerate(cells):
            if cell and not cell.blank:
                line.append(cell)
                continue
            below = r + 1 < len(table) and _text(table[r + 1][c])
            alike = c > 0 and (
                not filled or all(above[c] is above[c - 1] for above in filled) or bool(below)
            )
            line.append(line[c - 1] if alike and line[c - 1] else None)
        filled.append(line)
    labels = [tuple(_unlike([line[c] for line in filled])) for c in range(own)]
    return [*labels, *[()] * (width - own)]


def _text(cell: Cell | None) -> str:
    return "" if cell is None or cell.blank else cell.text


def _unlike(cells: list[Cell | None]) -> Iterator[Cell]:
    previous = ""
    for cell in cells:
        if cell and cell.text != previous:
            yield cell
            previous = cell.text


def _first(cells: Sequence[Cell | None]) -> Cell | None:
    return next((cell for cell in cells if cell and not cell.blank), None)
