"""Tables as every format writes them: cells that span rows and columns, and their pipe rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from assistant.compiler.limits import FOR_EACH_CELL, MOST, WIDEST


class TooLarge(ValueError):
    """A table has more rows and columns than a report's can have."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its text, its first row and column, and how many of each it covers."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


def place(rows: Sequence[Sequence[tuple[str, int, int]]]) -> list[Cell]:
    """Cells from rows of `(text, rowspan, colspan)`, each in the first place left free.

    A rowspan of 0, or one that is too large, ends with the last row; a colspan of 0 is 1.
    """
    # For each column the first row that is not taken yet.
    free: list[int] = []
    cells = []
    for y, row in enumerate(rows):
        x = 0
        for text, rowspan, colspan in row:
            while x < len(free) and free[x] > y:
                x += 1
            if x > 2 * WIDEST:
                raise TooLarge
            height = min(rowspan, len(rows) - y) if rowspan > 0 else len(rows) - y
            # A table that is wider than any is torn: what is spanned there is not believed.
            width = min(max(colspan, 1), max(1, WIDEST - x))
            free += [0] * (x + width - len(free))
            free[x : x + width] = [max(y + height, until) for until in free[x : x + width]]
            cells.append(Cell(text, y, x, height, width))
            x += width
    return cells


def pipe_rows(cells: Iterable[Cell]) -> list[str]:
    """The lines of a table: a merged cell has its text in its first place, the rest is blank.

    Rows without any text are left out, as are columns that exist only through a wrong span: no
    cell begins in them, and most rows do not reach them.
    """
    cells = list(cells)
    columns = {x: i for i, x in enumerate(_columns(cells))}
    rows: dict[int, list[str]] = {}
    if len({cell.row for cell in cells}) * len(columns) > max(MOST, FOR_EACH_CELL * len(cells)):
        raise TooLarge
    for cell in cells:
        row = rows.setdefault(cell.row, [""] * len(columns))
        row[columns[cell.column]] = cell.text.replace("|", "｜").replace("\n", " ")
    return [f"| {' | '.join(row)} |" for _, row in sorted(rows.items()) if any(row)]


def _columns(cells: Sequence[Cell]) -> list[int]:
    begun = {cell.column for cell in cells}
    height = len({cell.row for cell in cells})
    change: Counter[int] = Counter()
    for cell in cells:
        change[cell.column] += cell.rows
        change[cell.column + cell.columns] -= cell.rows
    until = max(change, default=0)
    reached = dict(enumerate(accumulate(change[column] for column in range(until))))
    return [x for x in sorted(reached) if x in begun or reached[x] * 2 > height]
