"""Figures of a report's tables: every number in a cell, with its row, its column and their measure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.compiler.cells import CellReader
from assistant.compiler.flat import flat_tables
from assistant.compiler.genre import Genre
from assistant.compiler.grid import Grid, Span, grids
from assistant.compiler.layout import Entry, Layout, Words, read_layout
from assistant.compiler.leftover import ledger_of, torn_ledger
from assistant.compiler.outline import Outline
from assistant.compiler.pieces import Torn
from assistant.compiler.standard import StandardTable
from assistant.compiler.torn import is_other, torn_tables
from assistant.model import Figure, LedgerEntry

UNIT_HEADS = frozenset({"单位", "计量单位", "单位名称计量"})
LABEL_HEADS = frozenset({"序号", "编号", "年份", "年度", "时间", "日期", "月份"})
NOT_FIGURES = frozenset(
    {"电话", "联系电话", "办公电话", "咨询电话", "传真", "邮编", "邮政编码", "文号", "行号", "代码"}
)


@dataclass(frozen=True, slots=True)
class Tables:
    """What the tables of a text hold, and where those stand that only this report knows."""

    figures: tuple[Figure, ...]
    ledger: tuple[LedgerEntry, ...]
    others: tuple[Span, ...]


def blank(text: str, spans: Iterable[Span]) -> str:
    """The text with these spans made blank, line ends and offsets kept.

    A table inside a line parts what stands before it from what follows.
    """
    pieces, at = [], 0
    for start, end in sorted(spans):
        gap = re.sub(r"[^\n]", " ", text[max(at, start) : end])
        inside = text[text.rfind("\n", 0, start) + 1 : start].strip()
        pieces += [text[at:start], f"\n\n{gap[2:]}" if inside and len(gap) > 1 else gap]
        at = max(at, end)
    return "".join([*pieces, text[at:]])


@dataclass(frozen=True, slots=True)
class Found:
    """The tables of a text: those that have their grid, with the form they follow, and the torn ones."""

    whole: tuple[tuple[Grid, Layout, StandardTable | None], ...]
    torn: tuple[Torn, ...]
    flat: tuple[tuple[Grid, Layout, StandardTable | None], ...]
    units: frozenset[str]
    words: Words

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where no prose stands."""
        grids = [(grid.start, grid.end) for grid, _, _ in (*self.whole, *self.flat)]
        return tuple(sorted([*grids, *(span for torn in self.torn for span in torn.spans)]))


def find_tables(text: str, genre: Genre, standard: tuple[StandardTable, ...]) -> Found:
    """The tables of a folded text, before their numbers are read."""
    units = frozenset(genre.units) | {"%"}
    words = Words(lambda unit: unit in units, UNIT_HEADS, LABEL_HEADS, NOT_FIGURES)
    laid = [(grid, read_layout(grid, words)) for grid in grids(text)]
    found = [(grid, layout, _standard(layout, standard)) for grid, layout in laid]
    kept = [grid for grid, layout, table in found if table or is_other(layout, standard)]
    starts = {grid.start for grid in kept}
    loose = [(grid, layout) for grid, layout, _ in found if grid.start not in starts]
    torn = torn_tables(text, standard, kept, loose)
    pieces = {start for each in torn for start, _ in each.spans}
    whole = tuple(row for row in found if row[0].start not in pieces)
    flat = tuple((g, layout, _standard(layout, standard)) for g, layout in flat_tables(text, words))
    return Found(whole, torn, flat, units, words)


def read_tables(text: str, source: str, outline: Outline, found: Found, year: int) -> Tables:
    """Every figure in the tables of a folded text, and its other numerals.

    `source` is the text as it is printed, `outline` that of the prose around the tables.
    """
    figures: list[Figure] = []
    ledger: list[LedgerEntry] = []
    units, words = found.units, found.words
    for grid, layout, table in found.whole:
        figures += CellReader(text, source, outline, units, table, year, grid, words).figures(
            layout
        )
        ledger += ledger_of(text, source, grid, layout)
    for grid, layout, table in found.flat:
        figures += CellReader(text, source, outline, units, table, year, grid, words).figures(
            layout
        )
        ledger += ledger_of(text, source, grid, layout, lost="unplaced")
    for torn in found.torn:
        places = {place.cell: place for place in torn.places}
        entries = tuple(Entry(p.cell, p.strip.row, (), p.head, None) for p in torn.places)
        grid = Grid(torn.start, torn.end, ())
        reader = CellReader(text, source, outline, units, torn.table, year, grid, words, places)
        cells = reader.figures(Layout(entries, {}, ()))
        figures += (*cells, *_noted(cells, torn, source))
        ledger += torn_ledger(text, source, torn)
    others = tuple(
        (grid.start, grid.end) for grid, _, table in (*found.whole, *found.flat) if table is None
    )
    return Tables(tuple(figures), tuple(ledger), others)


def _noted(cells: list[Figure], torn: Torn, source: str) -> Iterator[Figure]:
    """What the notes in brackets tell: a part of the number that they stand at (规章制发22件, 其中修订16件)."""
    by_start = {cell.number[0]: cell for cell in cells}
    for place in torn.places:
        if place.note is None or place.row is None:
            continue
        whole, part = by_start[place.cell.start], place.note.part
        span = (whole.start, place.note.end)
        yield replace(
            whole,
            id=f"@{part.start}",
            value=Decimal(part.text),
            text=part.text + whole.unit,
            number=(part.start, part.end),
            end=span[1],
            quote=source[slice(*span)],
            clause=span,
            sentence=span,
            part_of=whole.id,
            group=whole.id,
            row=(place.row.label,),
            column=(*whole.column, place.note.words.text),
            measure="",
            member="",
        )


def _standard(layout: Layout, standard: tuple[StandardTable, ...]) -> StandardTable | None:
    """The standard table that knows most of this table's labels, and at least half of them."""
    rows = {tuple(c.text for c in e.labels) for e in layout.entries}
    columns = {tuple(c.text for c in e.heads) for e in layout.entries}
    scored = [(_known(rows, columns, table), -n, table) for n, table in enumerate(standard)]
    known, _, table = max(scored, key=lambda row: row[:2], default=(0.0, 0, None))
    return table if known >= 0.5 else None


def _known(
    rows: set[tuple[str, ...]], columns: set[tuple[str, ...]], table: StandardTable
) -> float:
    shares = []
    for found, lines in ((rows, table.rows), (columns, table.columns)):
        if lines:
            match = table.row if lines is table.rows else table.column
            shares.append(sum(match(labels) is not None for labels in found) / max(1, len(found)))
    return min(shares, default=0.0)
