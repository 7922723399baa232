"""Standard tables that lost their grid: torn into small tables, without a head, without labels.

A region under the title of a standard form is read as strips: a line of cells, or a run of numbers in
the text, with the labels beside it. Where the strips belong says `proved`; what it cannot prove is
no figure. Lines of the region that are no sentences are pieces of the table, and no prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.compiler.grid import Grid
from assistant.compiler.layout import Layout
from assistant.compiler.pieces import SENTENCE, Line, Region, Torn, lines_of
from assistant.compiler.printed import NUMBERING, normal
from assistant.compiler.standard import StandardTable

MARKS = re.compile(r"^[#>*\s]+|^表\s*[一二三四五\d]+\s*[:：、]?\s*")
# The parts of a report that follow its tables.
AFTER = re.compile(r"(?:问题|改进情况|整改情况|其他需要报告|需要报告的|需要说明的)[^。]{0,12}$")
TITLE_LENGTH = 40


def torn_tables(
    text: str,
    standard: tuple[StandardTable, ...],
    whole: Iterable[Grid],
    loose: Iterable[tuple[Grid, Layout]],
) -> tuple[Torn, ...]:
    """The torn standard tables of a folded text.

    The `whole` grids are read by themselves; the `loose` are pieces, under a title or without one.
    """
    lines = list(lines_of(text))
    kept = [(grid.start, grid.end) for grid in whole]
    regions = [(table, lines[first + 1 : last]) for table, first, last in _regions(lines, standard)]
    titled = {x.start for _, region in regions for x in region}
    rest = [(grid, layout) for grid, layout in loose if grid.start not in titled]
    for table, start, end in _untitled(text, rest, standard):
        regions.append((table, [x for x in lines if start <= x.start and x.end <= end]))
    read = (Region(table, [x for x in region if x.text], kept).read() for table, region in regions)
    return tuple(torn for torn in read if torn is not None)


def _untitled(
    text: str, loose: list[tuple[Grid, Layout]], standard: tuple[StandardTable, ...]
) -> Iterator[tuple[StandardTable, int, int]]:
    """Runs of tables without a head whose rows are those of a form with several columns."""
    run: tuple[StandardTable, int, int] | None = None
    for grid, layout in loose:
        table = _named_by_rows(layout, standard)
        between = text[run[2] : grid.start] if run else ""
        if run and table in (run[0], None) and not SENTENCE.search(between):
            run = (run[0], run[1], grid.end)
            continue
        if run:
            yield run
        run = (table, grid.start, grid.end) if table else None
    if run:
        yield run


def _named_by_rows(layout: Layout, standard: tuple[StandardTable, ...]) -> StandardTable | None:
    """The form that has most of the rows of a table that has no head, several numbers in a row."""
    rows = {entry.row: entry.labels for entry in layout.entries}
    if any(entry.heads for entry in layout.entries) or len(rows) == len(layout.entries):
        return None
    labels = {normal(cells[-1].text) for cells in rows.values() if cells}
    scored = [
        (sum(any(key in line.keys for line in table.rows) for key in labels), -n, table)
        for n, table in enumerate(standard)
        if table.columns
    ]
    known, _, found = max(scored, key=lambda row: row[:2], default=(0, 0, None))
    return found if known and 2 * known >= len(labels) else None


def _regions(
    lines: list[Line], standard: tuple[StandardTable, ...]
) -> Iterator[tuple[StandardTable, int, int]]:
    """Every form with the lines from its title to where something else begins."""
    table, first = None, 0
    for at, line in enumerate(lines):
        named = _titled(line, standard)
        ends = table is not None and not line.is_row and _goes_on(line)
        if table is not None and ((named and named is not table) or ends):
            yield table, first, at
            table = None
        if named and table is None:
            table, first = named, at
    if table is not None:
        yield table, first, len(lines)


def _titled(line: Line, standard: tuple[StandardTable, ...]) -> StandardTable | None:
    if line.is_row or not line.text or len(line.text) > TITLE_LENGTH:
        return None
    bare = MARKS.sub("", MARKS.sub("", line.text))
    key = normal(MARKS.sub("", bare[NUMBERING.match(bare).end() :]))  # type: ignore[union-attr]
    return next((t for t in standard if t.columns and key in t.called), None)


def _goes_on(line: Line) -> bool:
    """Is it the heading of a part that has no table?"""
    return len(line.text) <= TITLE_LENGTH and AFTER.search(line.text) is not None


def is_other(layout: Layout, standard: tuple[StandardTable, ...]) -> bool:
    """Is this a table of the report's own, with a head, and rows that no form has?"""
    labels = {normal(entry.labels[-1].text) for entry in layout.entries if entry.labels}
    known = {key for table in standard for line in table.rows for key in line.keys}
    headed = all(entry.heads for entry in layout.entries)
    return bool(labels) and headed and 2 * len(labels & known) < len(labels)
