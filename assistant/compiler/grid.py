"""Tables in a text: runs of lines whose cells are parted by pipes, with the offsets of every cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

Span = tuple[int, int]

PIPE = re.compile(r"(?<!\\)\|")
# A markdown rule (| --- | :---: |) parts the head from the body and says nothing itself.
RULE = re.compile(r"[\s|:+=-]*-{3}[\s|:+=-]*")
DASHES: Final = "—–―-－─/\\／*※… \u3000"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its span, trimmed of white space."""

    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        """Is nothing in it, or a mark for nothing (——, /)?"""
        return not self.text.strip(DASHES)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table, trimmed of white space, and its cells."""

    start: int
    end: int
    cells: tuple[Cell, ...]

    @property
    def span(self) -> Span:
        """Where the line stands."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of one table in order, rules left out; `start:end` covers them all."""

    start: int
    end: int
    rows: tuple[Row, ...]


def grids(text: str) -> tuple[Grid, ...]:
    """All tables of a text: at least two lines with pipes, one below the other.

    >>> [[[c.text for c in r.cells] for r in g.rows] for g in grids("见表\\n| 甲 | 1 |\\n乙||2\\n")]
    [[['甲', '1'], ['乙', '', '2']]]
    """
    return tuple(_grids(text))


def _grids(text: str) -> Iterator[Grid]:
    run: list[tuple[int, str]] = []
    for start, line in [*_lines(text), (len(text), "")]:
        if PIPE.search(line):
            run.append((start, line))
            continue
        if len(run) > 1:
            written = [(at, row) for at, row in run if not RULE.fullmatch(row)]
            bare = _pipes_of_bare_rows(row for _, row in written)
            rows = tuple(row_of(at, row, _pipes(row) == bare) for at, row in written)
            if rows:
                yield Grid(run[0][0], run[-1][0] + len(run[-1][1]), rows)
        run = []


def _pipes(line: str) -> int:
    return len(PIPE.findall(line))


def _pipes_of_bare_rows(lines: Iterable[str]) -> int:
    """How many pipes the most rows have that begin without one; 0 where there are none.

    In their table a pipe at the beginning is a blank first cell: 行政复议||行政诉讼 over |维持|.
    """
    counted = Counter(_pipes(line) for line in lines if not line.startswith("|"))
    return counted.most_common(1)[0][0] if counted else 0


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Every line with its offset, trimmed."""
    at = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        yield at + (line.find(stripped) if stripped else 0), stripped
        at += len(line)


def row_of(start: int, line: str, bare: bool = False) -> Row:
    """A line of a table cut at its pipes; `bare`: one at its beginning or end is no border."""
    marks = [m.start() for m in PIPE.finditer(line)]
    opened = marks[0] == 0 and not bare
    closed = opened and len(marks) > 1 and marks[-1] == len(line) - 1
    edges = [*([] if opened else [-1]), *marks, *([] if closed else [len(line)])]
    cells = []
    for left, right in pairwise(edges):
        piece = line[left + 1 : right]
        text = piece.strip()
        at = start + left + 1 + (piece.find(text) if text else 0)
        cells.append(Cell(at, at + len(text), text))
    return Row(start, start + len(line), tuple(cells))
