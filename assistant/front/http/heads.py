"""What in a report's table names its columns and its rows, so that the names stay in sight where it is scrolled."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.front.http.places import Cell

Cells = tuple[Cell, ...]
# A number, or what is written in the place of one.
NUMBER = re.compile(r"[\d.,，%％]+|[-—－/]+")


@dataclass(frozen=True, slots=True)
class Laid:
    """A table's rows: those that name the columns, and the others, each with the place of the cell that names it."""

    head: tuple[Cells, ...]
    body: tuple[tuple[Cells, int], ...]


def laid_out(table: tuple[Cells, ...]) -> Laid:
    """The rows before the first number are its head, unless other names of columns follow further down.

    >>> from assistant.front.http.places import Run
    >>> def row(*texts): return tuple(Cell((Run(t, False),), 1) for t in texts)
    >>> laid = laid_out((row("", "自然人"), row("（三）不予公开", "7.行政执法案卷", "21", "2")))
    >>> len(laid.head), [at for _, at in laid.body]
    (1, [1])
    >>> twice = laid_out((row("内容", "件数"), row("规章", "2"), row("内容", "金额"), row("收费", "7")))
    >>> twice.head, [at for _, at in twice.body]
    ((), [-1, 0, -1, 0])
    """
    counted = [any(map(_is_number, cells)) for cells in table]
    first = counted.index(True) if True in counted else 0
    first = first if all(counted[first:]) else 0
    return Laid(table[:first], tuple((cells, _named_by(cells)) for cells in table[first:]))


def _named_by(cells: Cells) -> int:
    """The last cell with words before the first number; -1 where there is none."""
    numbers = [at for at, cell in enumerate(cells) if _is_number(cell)]
    before = range(numbers[0] if numbers else 0)
    return max((at for at in before if _said(cells[at])), default=-1)


def _is_number(cell: Cell) -> bool:
    return NUMBER.fullmatch(_said(cell)) is not None


def _said(cell: Cell) -> str:
    return "".join(run.text for run in cell.runs).strip()
