"""Where a citation stands, to be shown: its paragraph, or the table that its row belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from assistant.front.render import Stretch
from assistant.front.repl.passages import paragraph_around
from assistant.model import Report

BAR = "|"
RULE = re.compile(r"[|:\-\s]+")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is cited, or one that is not."""

    text: str
    cited: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, `span` columns wide."""

    runs: tuple[Run, ...]
    span: int


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a report in its surroundings: `runs` of a paragraph, or else the rows of a `table`."""

    section: str
    runs: tuple[Run, ...]
    table: tuple[tuple[Cell, ...], ...]


def place_of(report: Report, start: int, end: int) -> Place:
    """The surroundings of a span of the report's source; the span must lie within it."""
    section, source = _section(report, start, end), report.source
    first, last = paragraph_around(source, start, end)
    if not source[first:last].lstrip().startswith(BAR):
        return Place(section, runs(source, (first, last), (start, end)), ())
    rows = (row(source, line, (start, end)) for line in _table_around(source, first))
    return Place(section, (), grid(rows))


def _section(report: Report, start: int, end: int) -> str:
    """The section of the figure that is cited; where none is, the innermost around the span."""
    for figure in report.figures:
        if start <= figure.number[0] and figure.number[1] <= end:
            return figure.section
    around = [s for s in report.sections if s.start <= start < s.end]
    return max(around, key=lambda s: s.level).path if around else ""


def runs(source: str, shown: Stretch, cited: Stretch) -> tuple[Run, ...]:
    """What is shown of a source, parted where the cited span begins and ends.

    >>> [run.text for run in runs("连州市669项,英德市628项", (0, 15), (3, 7))]
    ['连州市', '669项', ',英德市628项']
    """
    start, end = (min(max(at, shown[0]), shown[1]) for at in cited)
    parts = ((shown[0], start, False), (start, end, True), (end, shown[1], False))
    return tuple(Run(source[a:b], marked) for a, b, marked in parts if a < b)


def row(source: str, line: Stretch, cited: Stretch) -> tuple[Cell, ...]:
    """The cells of a table's row; one that is followed by empty ones spans them too.

    >>> text = "| 信息内容 | 本年处理决定数量 |  |"
    >>> [(cell.runs[0].text, cell.span) for cell in row(text, (0, len(text)), (0, 0))]
    [('信息内容', 1), ('本年处理决定数量', 2)]
    """
    if RULE.fullmatch(source[slice(*line)]):
        return ()
    cells: list[Cell] = []
    for start, end in _cells(source, line):
        found = runs(source, (start, end), cited)
        if cells and not found:
            cells[-1] = Cell(cells[-1].runs, cells[-1].span + 1)
        else:
            cells.append(Cell(found, 1))
    return tuple(cells)


def grid(rows: Iterable[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows that have cells, without the columns in which no cell begins, which browsers have no use for.

    >>> wide = Cell((Run("信息内容", False),), 3)
    >>> grid([(wide,), (), (Cell((), 1), Cell((Run("件", False),), 2))]) == (
    ...     (Cell(wide.runs, 2),),
    ...     (Cell((), 1), Cell((Run("件", False),), 1)),
    ... )
    True
    """
    placed = [_placed(cells) for cells in rows if cells]
    begun = {first for cells in placed for _, columns in cells for first in columns[:1]}
    return tuple(
        tuple(replace(cell, span=len(begun.intersection(columns))) for cell, columns in cells)
        for cells in placed
    )


def _placed(cells: tuple[Cell, ...]) -> list[tuple[Cell, range]]:
    """The cells of a row with the columns that each takes."""
    ends = list(accumulate(cell.span for cell in cells))
    return [(c, range(end - c.span, end)) for c, end in zip(cells, ends, strict=True)]


def _cells(source: str, line: Stretch) -> Iterator[Stretch]:
    """Where the contents of the cells stand, without the blanks around them."""
    text = source[slice(*line)].rstrip().removesuffix(BAR)
    at = line[0] + text.index(BAR) + 1
    for content in text.partition(BAR)[2].split(BAR):
        start = at + len(content) - len(content.lstrip())
        yield start, max(start, at + len(content.rstrip()))
        at += len(content) + 1


def _table_around(source: str, at: int) -> Iterable[Stretch]:
    """The lines of the table that the line beginning here belongs to."""
    lines, start = [], 0
    for text in source.split("\n"):
        lines.append((start, start + len(text)))
        start += len(text) + 1
    mine = next(number for number, line in enumerate(lines) if line[0] == at)
    first = last = mine
    while first and _is_row(source, lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and _is_row(source, lines[last + 1]):
        last += 1
    return lines[first : last + 1]


def _is_row(source: str, line: Stretch) -> bool:
    return source[slice(*line)].lstrip().startswith(BAR)
