"""The cells of tables in the words of the dictionary: a row and a column by any of their names.

Derived from `knowledge/terms/tables` and from the measure and member of the figure alone, not from how
the engine indexes a cell. Where a name is not only this row's, the outer row is named with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from random import Random

from assistant.adversaries.clauses import Clause
from assistant.adversaries.material import Material, slots_of
from assistant.compiler.standard import Line, StandardTable
from assistant.compiler.standard_files import read_standard
from assistant.folders import knowledge_folder
from assistant.model import Figure, Report
from assistant.naming import cell_name

TOTAL = "总计"
CELL = "cell"
# How many names of a row are tried with each form.
NAMES_TRIED = 4
Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """What a cell may be called: its row, the row around it, its column; the forms that fit."""

    forms: Sequence[str]
    rows: Names
    parent: str
    columns: Names


@dataclass(frozen=True)
class Cells:
    """Makes the clauses of the cells of one report."""

    report: Report
    material: Material
    tables: tuple[StandardTable, ...]

    @classmethod
    def of(cls, report: Report, material: Material, folder: Path | None = None) -> Cells:
        """The cells of a report, with the dictionary of a `knowledge/` folder."""
        return cls(report, material, read_standard((folder or knowledge_folder()) / "terms"))

    def clauses(self, figure: Figure, rng: Random) -> Iterator[Clause]:
        """The cell by its official names first, then by others; one clause for each form and name."""
        named = self.named(figure)
        if named is None:
            yield self._clause(figure, "{row}", cell_name(figure), "", "")
            return
        official = (named.rows[0], named.columns[0] if named.columns else "")
        for form in named.forms:
            yield self._clause(figure, form, official[0], named.parent, official[1])
        others = [
            (row, column)
            for row in named.rows
            for column in (named.columns or ("",))
            if (row, column) != official
        ]
        for row, column in rng.sample(others, min(len(others), NAMES_TRIED)):
            for form in rng.sample(list(named.forms), min(len(named.forms), 2)):
                clause = self._clause(figure, form, row, named.parent, column)
                yield replace(clause, renamed=True)

    def named(self, figure: Figure) -> Named | None:
        """What a cell of a standard table may be called; nothing for a table without dictionary."""
        table = next((t for t in self.tables if t.id == figure.table), None)
        line = self._line(table, figure.measure) if table else None
        if table is None or line is None:
            return None
        rows = self._names(table, line)
        shared = not rows
        total = figure.member in ("", TOTAL)
        forms = self._forms(figure, line, total)
        columns = () if total else self._columns(table, line, figure.member)
        parent = self._parent(table, line)
        if not total and not columns:
            return None
        if shared:
            rows = (line.label,)
            forms = [form for form in forms if "{parent}" in form]
        if not parent:
            forms = [form for form in forms if "{parent}" not in form]
        return Named(forms, rows, parent, columns) if forms else None

    def renamed(self, clause: Clause, **slots: str) -> Clause:
        """The same clause with another row or column in its form."""
        slots = {**clause.slots, **slots}
        phrase = slots["form"].format_map(slots)
        return clause.put(**{**slots, **_phrased(phrase)})

    def _clause(self, figure: Figure, form: str, row: str, parent: str, column: str) -> Clause:
        unit = figure.unit.lstrip("万亿") or "件"
        money = figure.kind == "money"
        slots = {
            "form": form,
            "row": row,
            "parent": parent,
            "column": column,
            "figure": figure.text,
        }
        slots |= {"unit": unit, "ask": f"多少{unit}"}
        if money:
            del slots["unit"]
        phrase = form.format_map({**slots, "label": figure.member})
        return Clause(figure, CELL, {**slots, "label": figure.member, **_phrased(phrase)})

    # ---- the dictionary

    def _line(self, table: StandardTable, measure: str) -> Line | None:
        return next((x for x in self._lines(table) if table.measure(x) == measure), None)

    def _lines(self, table: StandardTable) -> tuple[Line, ...]:
        return table.rows or table.columns

    def _names(self, table: StandardTable, line: Line) -> Names:
        """The names that no other line of the table has; none where its own label is not its own."""
        lines = self._lines(table)
        others = {n for x in lines if x is not line and not x.heading for n in _called(x)}
        wrong = self.material.cells["clumsy"]
        found = [n for n in _called(line) if n not in others and n not in wrong and len(n) > 1]
        if (not table.rows and line.label in others) or line.label in others:
            return ()
        return tuple(dict.fromkeys([line.measure or line.label, *found]))

    def _columns(self, table: StandardTable, line: Line, member: str) -> Names:
        lines = table.columns
        inner = (*line.path, member) if not table.rows else None
        column = next((x for x in lines if (x.path == inner if inner else x.label == member)), None)
        if column is None:
            return ()
        own = [n for n in _called(column) if n not in self.material.cells["clumsy"] and len(n) > 1]
        if member == "其他":
            own = [n for n in own if n != member]
        return tuple(dict.fromkeys(own))

    def _parent(self, table: StandardTable, line: Line) -> str:
        """The nearest row around this one that is a measure itself or tells it from its likes."""
        outer = [x for x in self._lines(table) if x.path == line.path[:-1]]
        if not outer:
            return ""
        label = outer[0].label
        for ending in self.material.cells["parent_ends"]:
            label = label.removesuffix(ending)
        return label if label not in self.material.cells["no_parents"] else ""

    def _forms(self, figure: Figure, line: Line, total: bool) -> list[str]:
        kind = "part" if len(line.path) > 1 and not line.measure else "item"
        forms: Mapping[str, Mapping[str, Sequence[str]]] = self.material.cells["forms"]
        keys = (f"{figure.table}/{kind}", f"{figure.table}/{figure.unit}", figure.table)
        group = next((forms[key] for key in keys if key in forms), {})
        return list(group.get("total" if total else "each", ()))

    @cached_property
    def stated(self) -> frozenset[tuple[str, str, str]]:
        """The cells that the report states."""
        return frozenset((f.table, f.measure, f.member) for f in self.report.figures if f.table)

    # ---- twins

    def crossed(self, clause: Clause, rng: Random) -> Clause | None:
        """A row of the same table with a column that stands blank there, or does not fit it."""
        figure = clause.figure
        named = self.named(figure)
        table = next((t for t in self.tables if t.id == figure.table), None)
        if named is None or table is None or "{column}" not in clause.slots["form"]:
            return None
        if not table.rows:
            return None
        members = {x.label: x for x in table.columns if not x.heading and x.label != TOTAL}
        stated = {member for t, measure, member in self.stated if (t, measure) == (
            figure.table, figure.measure)}  # fmt: skip
        blank = [m for m, x in members.items() if m not in stated and len(x.concept) == 1]
        allowed = self.material.cells["crossed"].get(figure.table, ())
        blank = [m for m in blank if m in allowed]
        if not blank:
            return None
        member = rng.choice(blank)
        return self.renamed(clause, column=members[member].concept[0], label=member)

    def column_swapped(self, clause: Clause, rng: Random) -> Clause | None:
        """A column that no table has: 外资企业申请中予以公开的."""
        absent = self.material.cells["absent_columns"].get(clause.figure.table, ())
        absent = [name for name in absent if name not in self.report.source]
        if not absent or "{column}" not in clause.slots["form"]:
            return None
        return self.renamed(clause, column=rng.choice(absent))

    def row_swapped(self, clause: Clause, rng: Random) -> Clause | None:
        """A row that this report's table does not have, among them those of another era's table."""
        absent = self.material.cells["absent_rows"].get(clause.figure.table, ())
        absent = [name for name in absent if name not in self.report.source]
        if not absent or "{row}" not in clause.slots["form"]:
            return None
        return self.renamed(clause, row=rng.choice(absent))


def _called(line: Line) -> Iterator[str]:
    yield line.label
    yield from (line.concept if len(line.concept) == 1 else ())
    yield from map(str, line.names)


def _phrased(phrase: str) -> dict[str, str]:
    return {"phrase": phrase, "before": phrase, "stem": phrase, "after": "", "subject": phrase}


def wanted(form: str) -> tuple[str, ...]:
    """The slots of a form."""
    return slots_of(form)
