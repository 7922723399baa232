"""The standard tables of the genre: rows and columns are trees of `Line`s under their official labels.

A printed label is matched to a line by `best`: exactly, else to the clearly nearest within its group; two candidates
are none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.compiler.printed import normal
from assistant.compiler.yamlfile import Name

OTHER = "other"
MANY = 4096  # labels of tables that are kept in mind
# How near a misprinted label must come (行政申诉数 is no 行政诉讼数), and by how much nearer than the next.
NEAR_ENOUGH, NEARER = 85.0, 8.0


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column of a standard table.

    `path` are the official labels from the outermost, `concept` the words that it stands for,
    `also` what it says besides, `apart` what it does not although its heading does; `total` names the
    child that is the sum of the others; `noted` are words that a note in brackets has in this column,
    `within` is the column whose number is never smaller.
    """

    path: tuple[str, ...]
    concept: tuple[str, ...]
    also: tuple[str, ...]
    apart: tuple[str, ...]
    names: tuple[Name, ...]
    near: tuple[Name, ...]
    keys: frozenset[str]
    unit: str | None
    measure: str
    heading: bool
    total: str
    parts: str
    at: int
    years: str = ""
    noted: tuple[Name, ...] = ()
    within: str = ""

    @property
    def label(self) -> str:
        """The official label."""
        return self.path[-1]


@dataclass(frozen=True, slots=True)
class Sum:
    """An official identity: the sum of the measures on the left is that of those on the right."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    says: str


@dataclass(frozen=True, eq=False)
class StandardTable:
    """A standard table: its rows and columns, outer lines before inner ones; each is only itself."""

    id: str
    title: str
    years: str
    source: str
    unit: str
    said: str
    counts: tuple[str, ...]
    total: str
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    sums: tuple[Sum, ...]
    file: str
    titles: tuple[str, ...] = ()
    pointed: tuple[Name, ...] = ()

    def row(self, labels: tuple[str, ...]) -> Line | None:
        """The row printed under these labels, outermost first."""
        return self._row_of(labels)

    def column(self, labels: tuple[str, ...]) -> Line | None:
        """The column printed under these labels, outermost first."""
        return self._column_of(labels)

    @cached_property
    def called(self) -> frozenset[str]:
        """The titles under which it is printed, as `normal` gives them."""
        return frozenset(normal(title) for title in (self.title, *self.titles))

    def measure(self, line: Line | None) -> str:
        """The official name of a row or column: 不予公开/属于国家秘密."""
        if line is None:
            return ""
        if line.measure:
            return line.measure
        lines = self.rows if line in self.rows else self.columns
        headings = {other.path for other in lines if other.heading}
        ways = (line.path[: n + 1] for n in range(len(line.path)))
        return "/".join(way[-1] for way in ways if way not in headings or way == line.path)

    # Reports print the same labels over and over, so that each is looked for once.
    @cached_property
    def _row_of(self) -> Callable[[tuple[str, ...]], Line | None]:
        return lru_cache(maxsize=MANY)(lambda labels: _descend(labels, self.rows))

    @cached_property
    def _column_of(self) -> Callable[[tuple[str, ...]], Line | None]:
        return lru_cache(maxsize=MANY)(lambda labels: _descend(labels, self.columns))

    @cached_property
    def _rows(self) -> Mapping[tuple[str, ...], Line]:
        return {line.path: line for line in self.rows}

    @cached_property
    def _columns(self) -> Mapping[tuple[str, ...], Line]:
        return {line.path: line for line in self.columns}

    def wholes(
        self, row: Line | None, column: Line | None
    ) -> Iterator[tuple[Line | None, Line | None]]:
        """The cells that the cell of this row and column may be a part of, the nearest first."""
        if column is not None:
            for path in _totals(column, self._columns, self.total):
                yield row, self._columns.get(path)
        if row is not None:
            for path in _totals(row, self._rows, ""):
                yield self._rows.get(path), column


def _totals(
    line: Line, lines: Mapping[tuple[str, ...], Line], total: str
) -> Iterator[tuple[str, ...]]:
    """The paths of the lines that are the sum of this one and others, or of which it is a part."""
    for depth in range(len(line.path) - 1, 0, -1):
        outer = lines[line.path[:depth]]
        if outer.total and (*outer.path, outer.total) != line.path:
            yield (*outer.path, outer.total)
        elif outer.parts:
            yield outer.path
    if total and line.path != (total,):
        yield (total,)


def best(label: str, lines: Iterable[Line]) -> Line | None:
    """The line that a printed label means: the only exact one, else the clearly nearest."""
    key = normal(label)
    lines = list(lines)
    exact = [line for line in lines if key in line.keys]
    if exact or len(key) < 4:
        return exact[0] if len(exact) == 1 else None
    from rapidfuzz.fuzz import ratio

    scored = sorted(
        ((max(ratio(key, k) for k in line.keys), -line.at, line) for line in lines if line.keys),
        key=lambda row: row[:2],
        reverse=True,
    )
    if not scored or scored[0][0] < NEAR_ENOUGH:
        return None
    clear = len(scored) == 1 or scored[0][0] - scored[1][0] >= NEARER
    return scored[0][2] if clear else None


def _descend(labels: tuple[str, ...], lines: tuple[Line, ...]) -> Line | None:
    scope = lines
    for label in labels[:-1]:
        outer = best(label, [x for x in scope if _has_children(x, lines)]) or best(
            label, [x for x in lines if _has_children(x, lines)]
        )
        if outer:
            scope = tuple(
                x for x in lines if x.path[: len(outer.path)] == outer.path and x != outer
            )
    if not labels:
        return None
    return best(labels[-1], scope) or next(
        iter([x for x in [_exactly(labels[-1], lines)] if x and scope != lines]), None
    )


def _exactly(label: str, lines: tuple[Line, ...]) -> Line | None:
    key = normal(label)
    found = [line for line in lines if key in line.keys]
    return found[0] if len(found) == 1 else None


def _has_children(line: Line, lines: tuple[Line, ...]) -> bool:
    return any(x.path[:-1] == line.path for x in lines)
