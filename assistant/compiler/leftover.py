"""The numerals of tables that are no figures, each with the reason why it is none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from assistant.compiler.cells import bare
from assistant.compiler.grid import Cell, Grid, Row, Span
from assistant.compiler.layout import Layout
from assistant.compiler.pieces import Torn
from assistant.compiler.spans import Spans
from assistant.language.numerals import find
from assistant.model import LedgerEntry

REASONS = {
    "head": "表头",
    "label": "表格行名",
    "number": "表格行名序号",
    "unit": "表格单位",
    "text": "表格文字",
    "excluded": "表格中的号码",
    "unreadable": "没有读懂",
    "unplaced": "没有放进表格",
}
BEHIND_NUMBER = re.compile(r"[.、](?!\d)")


def ledger_of(
    text: str, source: str, grid: Grid, layout: Layout, lost: str = "unreadable"
) -> Iterator[LedgerEntry]:
    """Every numeral of the table that is no figure, with the reason; `lost` that of rows not read."""
    numbers = Spans((e.cell.start, e.cell.end) for e in layout.entries)
    starts = [row.start for row in grid.rows]
    unread = {row.span: lost for row in layout.unreadable}
    for numeral in find(text[grid.start : grid.end]):
        start, end = grid.start + numeral.start, grid.start + numeral.end
        if numbers.hold((start, end)):
            continue
        at = bisect_right(starts, start) - 1
        row = grid.rows[at] if at >= 0 and start < grid.rows[at].end else None
        yield LedgerEntry(start, end, source[start:end], None, _reason(start, row, layout, unread))


def _reason(start: int, row: Row | None, layout: Layout, unread: dict[Span, str]) -> str:
    cell = _cell_at(row, start) if row else None
    if row is None or cell is None:
        return REASONS["text"]
    if row.span in unread:
        return REASONS[unread[row.span]]
    part = layout.parts.get(cell, "text")
    if part == "label" and start < bare(cell)[0]:
        part = "number"
    return REASONS[part]


def _cell_at(row: Row, at: int) -> Cell | None:
    index = bisect_right(row.cells, at, key=lambda cell: cell.start) - 1
    return row.cells[index] if index >= 0 and at < row.cells[index].end else None


def torn_ledger(text: str, source: str, torn: Torn) -> Iterator[LedgerEntry]:
    """Every numeral of a torn table that was not proved to be a cell of its form."""
    placed = {place.cell.start for place in torn.places}
    placed |= {place.note.part.start for place in torn.places if place.note}
    for start, end in torn.spans:
        for numeral in find(text[start:end]):
            at, to = start + numeral.start, start + numeral.end
            if at in placed:
                continue
            yield LedgerEntry(at, to, source[at:to], None, REASONS[_torn_reason(text, at, to)])


def _torn_reason(text: str, at: int, end: int) -> str:
    if BEHIND_NUMBER.match(text, end):
        return "number"
    return "unplaced" if text[at].isascii() else "text"
