"""Where the rows of a torn standard table belong: by their labels, and by order where that is proved.

A row of as many numbers as the form has columns must hold the form's own sums from left to right. A
row without its label is placed by order only where there are as many rows as in the form, every
label that is left agrees with its place, and the form's sums hold from top to bottom. A number that
stands outside of its row is put back by its note, where as many rows lack one number as there are notes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assistant.compiler.grid import Cell, Row
from assistant.compiler.noted import Noted
from assistant.compiler.printed import normal
from assistant.compiler.standard import Line, StandardTable, best

# Of so many labels it is kept which row they name.
LABELS_KEPT = 1024

# What is left of a label says which it is from so many characters on.
PIECE = 2
# No form has nearly as many rows as this.
MOST = 500
Sums = list[tuple[list[Line], list[Line]]]


@dataclass(frozen=True, slots=True)
class Head:
    """The column that a head names, and the cell where it alone is named."""

    column: str
    cell: Cell | None


@dataclass(frozen=True, slots=True)
class Strip:
    """A row as it was found: the labels beside it, its numbers (None where a cell is empty).

    `heads` are the columns that a head right above it names; `whole`: its table is read by itself.
    """

    row: Row
    labels: tuple[Cell, ...]
    numbers: tuple[Cell | None, ...]
    heads: tuple[Head, ...] = ()
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A number that was proved to be the cell of this row and this column of the form."""

    strip: Strip
    cell: Cell
    row: Line | None
    column: Line
    head: tuple[Cell, ...] = ()
    note: Noted | None = None


def width_of(table: StandardTable) -> int:
    """How many numbers every row of the form has; 0 where its rows differ."""
    return len(_leaves(table.columns)) if table.total else 0


def proved(
    table: StandardTable, strips: tuple[Strip, ...], notes: tuple[Noted, ...] = ()
) -> tuple[Place, ...]:
    """The cells of these rows that the form accounts for."""
    if len(strips) > MOST:
        return ()
    if not width_of(table):
        return tuple(_headed(table, strips, notes))
    columns = _leaves(table.columns)
    if not table.rows:
        rows = [s for s in strips if s.numbers]
        places = list(_across(table, rows[0], None, columns)) if len(rows) == 1 else []
        return tuple(places) if len(places) == len(columns) else ()
    ordered = _in_order(table, strips, columns)
    if ordered:
        return ordered
    lines = [_named(table, strip) for strip in strips]
    found: list[Place] = []
    for strip, line in zip(strips, lines, strict=True):
        if line is not None and lines.count(line) == 1 and None not in strip.numbers:
            found += _across(table, strip, line, columns)
    return tuple(found)


def _headed(
    table: StandardTable, strips: tuple[Strip, ...], notes: tuple[Noted, ...]
) -> Iterator[Place]:
    """Rows of a form whose rows differ: with a label, and as many numbers as the head above has names."""
    columns = {line.label: line for line in table.columns}
    named = [_named(table, strip) for strip in strips]
    known = [
        (strip, line)
        for strip, line in zip(strips, named, strict=True)
        if line is not None and named.count(line) == 1
    ]
    short = [strip for strip, _ in known if len(strip.numbers) + 1 == len(strip.heads)]
    beside = dict(zip(short, notes, strict=True)) if len(short) == len(notes) else {}
    for strip, line in known:
        cells, note = strip.numbers, beside.get(strip)
        if note is not None:
            cells = _filled(strip, note, columns)
        if not len(cells) == len(strip.heads) == len({h.column for h in strip.heads}):
            continue
        for head, cell in zip(strip.heads, cells, strict=True):
            if cell is None:
                continue
            printed = (head.cell,) if head.cell else ()
            column = columns[head.column]
            if note is not None and cell == note.number:
                apart = Strip(Row(cell.start, cell.end, ()), (), (cell,))
                yield Place(apart, cell, line, column, printed, note)
            else:
                yield Place(strip, cell, line, column, printed)


def _filled(strip: Strip, note: Noted, columns: Mapping[str, Line]) -> tuple[Cell | None, ...]:
    """The numbers of a row with the one outside of it in the column of its note; as they are where that is not told."""
    told = [
        at
        for at, head in enumerate(strip.heads)
        if any(word in note.words.text for word in columns[head.column].noted)
    ]
    if len(told) != 1 or None in strip.numbers:
        return strip.numbers
    filled = (*strip.numbers[: told[0]], note.number, *strip.numbers[told[0] :])
    values = {h.column: value(c) for h, c in zip(strip.heads, filled, strict=True) if c is not None}
    bounds = ((values[name], values.get(columns[name].within)) for name in values)
    return filled if all(most is None or own <= most for own, most in bounds) else strip.numbers


def _across(
    table: StandardTable, strip: Strip, line: Line | None, columns: list[Line]
) -> Iterator[Place]:
    """The cells of a row that holds its sums from left to right."""
    if len(strip.numbers) != len(columns):
        return
    cells = dict(zip(columns, strip.numbers, strict=True))
    values = {column: value(cell) for column, cell in cells.items() if cell is not None}
    if all(_holds(values, left, right) is not False for left, right in _column_sums(table)):
        for column, cell in cells.items():
            if cell is not None:
                yield Place(strip, cell, line, column)


def _in_order(
    table: StandardTable, strips: tuple[Strip, ...], columns: list[Line]
) -> tuple[Place, ...]:
    """All rows, where they are those of the form in its order; nothing where that is not proved."""
    for lines in _forms(table):
        if len(lines) != len(strips):
            continue
        pairs = list(zip(strips, lines, strict=True))
        if not all(_agrees(table, strip, line) for strip, line in pairs):
            continue
        rows = {line: list(_across(table, strip, line, columns)) for strip, line in pairs}
        if any(
            len(strip.numbers) != len(columns)
            or len(rows[line]) != len(columns) - strip.numbers.count(None)
            for strip, line in pairs
        ):
            continue
        cells = {(line, p.column): value(p.cell) for line, ps in rows.items() for p in ps}
        open_rows = {x for s, x in pairs if not _named(table, s) or None in s.numbers}
        certain = _certain(table, cells, columns)
        if certain is not None and all(c in certain for c in cells if c[0] in open_rows):
            return tuple(p for places in rows.values() for p in places)
    return ()


def _certain(
    table: StandardTable, cells: Mapping[tuple[Line, Line], Decimal], columns: list[Line]
) -> set[tuple[Line, Line]] | None:
    """The cells that a sum from top to bottom accounts for; None where one does not hold."""
    certain: set[tuple[Line, Line]] = set()
    sums = _row_sums(table, {row for row, _ in cells})
    for column in columns:
        values = {row: number for (row, c), number in cells.items() if c == column}
        for left, right in sums:
            held = _holds(values, left, right)
            if held is False:
                return None
            if held:
                certain |= {(row, column) for row in (*left, *right)}
    return certain


def _forms(table: StandardTable) -> Iterator[list[Line]]:
    """The rows of the form, as it is today and as it was before rows were divided."""
    yield _leaves(table.rows)
    newer = {line.path[:-1] for line in table.rows if line.years}
    if newer:
        yield _leaves(tuple(x for x in table.rows if x.path[:-1] not in newer or not x.years))


def _leaves(lines: tuple[Line, ...]) -> list[Line]:
    outer = {line.path[:-1] for line in lines}
    return [line for line in lines if line.path not in outer]


def _column_sums(table: StandardTable) -> Sums:
    leaves = _leaves(table.columns)
    totals: dict[tuple[str, ...], str] = {(): table.total}
    totals |= {line.path: line.total for line in table.columns if line.total}
    return list(_totals(leaves, totals))


def _row_sums(table: StandardTable, rows: set[Line]) -> Sums:
    """The sums over these rows: of the results, and the form's own."""
    leaves = [line for line in table.rows if line in rows]
    totals = {line.path: line.total for line in table.rows if line.total}
    found = list(_totals(leaves, totals))
    names = {table.measure(line): line for line in leaves}
    for each in table.sums:
        if all(name in names for name in (*each.left, *each.right)):
            found.append(([names[n] for n in each.left], [names[n] for n in each.right]))
    return found


def _totals(
    leaves: list[Line], totals: Mapping[tuple[str, ...], str]
) -> Iterator[tuple[list[Line], list[Line]]]:
    for path, label in totals.items():
        inside = [line for line in leaves if line.path[: len(path)] == path]
        whole = [line for line in inside if line.path == (*path, label)]
        parts = [line for line in inside if line not in whole]
        if whole and parts:
            yield parts, whole


def _holds(values: Mapping[Line, Decimal], left: list[Line], right: list[Line]) -> bool | None:
    """Does the sum hold? None where a term is missing."""
    if any(line not in values for line in (*left, *right)):
        return None
    sides = (sum((values[x] for x in side), Decimal(0)) for side in (left, right))
    return next(sides) == next(sides)


def _named(table: StandardTable, strip: Strip) -> Line | None:
    """The row that its own label names, and no other."""
    if not strip.labels:
        return None
    joined = "".join(cell.text for cell in strip.labels)
    return _meant(table, strip.labels[-1].text) or _meant(table, joined)


@lru_cache(maxsize=LABELS_KEPT)
def _meant(table: StandardTable, label: str) -> Line | None:
    leaves = _leaves(table.rows)
    return best(label, [*leaves, *(x for form in _forms(table) for x in form if x not in leaves)])


def _agrees(table: StandardTable, strip: Strip, line: Line) -> bool:
    """Does all that is left of its labels speak for this row, or at least not for another?"""
    if not strip.labels:
        return True
    named = _named(table, strip)
    if named is not None:
        return named == line
    key = normal("".join(cell.text for cell in strip.labels))
    return len(key) >= PIECE and any(key in whole for whole in line.keys)


def value(cell: Cell) -> Decimal:
    """The number in a cell."""
    return Decimal(cell.text.replace(",", "").replace("＋", "+").lstrip("+"))
