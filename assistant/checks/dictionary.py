"""What the dictionary of the standard tables says about sums: trees of lines, and identities over them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

# As the files under `knowledge/terms/tables/` write it.
ALL, SOME, YES = "各分项之和", "其中", "是"
SUM, BOUND = "sum", "bound"


@dataclass(frozen=True, slots=True)
class Line:
    """A row or column under its official labels; `total` names the child that sums up the others."""

    path: tuple[str, ...]
    measure: str
    heading: bool
    total: str
    parts: str
    children: tuple[Line, ...]

    @property
    def label(self) -> str:
        """Its own label."""
        return self.path[-1]

    def all(self) -> Iterator[Line]:
        """The line and those under it."""
        yield self
        for child in self.children:
            yield from child.all()


@dataclass(frozen=True, slots=True)
class Identity:
    """What is on the left must be as much as what is on the right (`bound`: no more than it)."""

    kind: str
    left: tuple[Line, ...]
    right: tuple[Line, ...]
    says: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A standard table with its identities among rows, to hold in every column, and among columns."""

    id: str
    title: str
    source: str
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    among_rows: tuple[Identity, ...]
    among_columns: tuple[Identity, ...]


def table_of(data: Mapping[str, Any]) -> Table:
    """A table from its file's plain data."""
    rows = tuple(_lines(data.get("rows") or {}, "rows", (), ()))
    columns = tuple(_lines(data.get("columns") or {}, "columns", (), ()))
    known = {line.measure: line for outer in rows for line in outer.all()}
    sums = (
        Identity(
            SUM,
            tuple(known[m] for m in row["left"]),
            tuple(known[m] for m in row["right"]),
            str(row.get("says", "")),
        )
        for row in data.get("sums") or ()
    )
    return Table(
        id=str(data["id"]),
        title=str(data["title"]),
        source=str(data["source"]),
        rows=rows,
        columns=columns,
        among_rows=(*sums, *_identities(rows, "")),
        among_columns=tuple(_identities(columns, str(data.get("total") or ""))),
    )


def _lines(
    tree: Mapping[str, Any], inner: str, outer: tuple[str, ...], named: tuple[str, ...]
) -> Iterator[Line]:
    for label, fields in tree.items():
        path, heading = (*outer, str(label)), str(fields.get("heading", "")) == YES
        own = str(fields.get("measure") or "/".join((*named, str(label))))
        below = named if heading else (*named, str(label))
        yield Line(
            path=path,
            measure=own,
            heading=heading,
            total=str(fields.get("total") or ""),
            parts=str(fields.get("parts") or ""),
            children=tuple(_lines(fields.get(inner) or {}, inner, path, below)),
        )


def _identities(lines: Iterable[Line], total: str) -> Iterator[Identity]:
    """The sums that the trees speak of: a total among its siblings, a line over its parts."""
    lines = tuple(lines)
    whole = next((line for line in lines if line.label == total), None)
    if whole:
        yield Identity(SUM, tuple(line for line in lines if line != whole), (whole,))
    for line in lines:
        if line.children and not (line.heading or line.total):
            if line.parts == SOME:
                yield from (Identity(BOUND, (child,), (line,)) for child in line.children)
            else:
                yield Identity(SUM, line.children, (line,))
        yield from _identities(line.children, line.total)
