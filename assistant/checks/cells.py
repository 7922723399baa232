"""The cells of a report's standard tables, by their official row and column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from assistant.checks.amounts import term
from assistant.checks.dictionary import Line, Table
from assistant.checks.result import Term
from assistant.model import Figure, Report

Terms = tuple[Term, ...]


class Cells:
    """One standard table of a report. In a table of one row (复议、诉讼) the columns are the measures."""

    def __init__(self, table: Table, report: Report) -> None:
        """The cells of this table in this report; a place that is stated twice counts as none."""
        self.table = table
        self.report = report
        self._at: dict[tuple[str, str], list[Figure]] = defaultdict(list)
        for figure in report.figures:
            if figure.table == table.id and figure.measure:
                self._at[self._place(figure)].append(figure)

    def _place(self, figure: Figure) -> tuple[str, str]:
        if self.table.rows:
            return figure.measure, figure.member
        return "", "/".join(part for part in (figure.measure, figure.member) if part)

    @property
    def row_names(self) -> tuple[str, ...]:
        """The rows that have a cell, in their order."""
        return tuple(dict.fromkeys(row for row, _ in self._at))

    @property
    def column_names(self) -> tuple[str, ...]:
        """The columns that have a cell, in their order."""
        return tuple(dict.fromkeys(column for _, column in self._at))

    def own(self, row: str, column: str) -> Term | None:
        """The cell at this place, where there is exactly one."""
        found = self._at.get((row, column), [])
        return term(found[0], self.report) if len(found) == 1 else None

    def at(self, row: str, column: str) -> Terms:
        """What is stated for a row and a column by their names: the cell, or what adds up to it."""
        own = self.own(row, column)
        if own:
            return (own,)
        lines = (line for outer in self.table.rows for line in outer.all())
        line = next((line for line in lines if line.measure == row), None)
        return self.row(line, column) if line else ()

    def own_row(self, line: Line, column: str) -> Terms:
        """A row's own cell in a column."""
        own = self.own(line.measure, column)
        return (own,) if own else ()

    def own_column(self, line: Line, row: str) -> Terms:
        """A column's own cell in a row."""
        own = self.own(row, line.label if self.table.rows else "/".join(line.path))
        return (own,) if own else ()

    def row(self, line: Line, column: str) -> Terms:
        """A row in a column: its own cell, or what is stated under it."""
        return self._of(line, lambda each: self.own_row(each, column))

    def column(self, line: Line, row: str) -> Terms:
        """A column in a row: its own cell, or what is stated under it."""
        return self._of(line, lambda each: self.own_column(each, row))

    def _of(self, line: Line, cell: Callable[[Line], Terms]) -> Terms:
        own = cell(line)
        if own:
            return own
        whole = next((c for c in line.children if c.label == line.total), None)
        if whole:
            return self._of(whole, cell)
        return tuple(t for child in line.children for t in self._of(child, cell))

    def lacking(self, line: Line, cell: Callable[[Line], Terms]) -> tuple[Line, ...]:
        """The lines that a sum over this one goes without: no number of their own, none under them."""
        if cell(line):
            return ()
        whole = next((c for c in line.children if c.label == line.total), None)
        if whole and cell(whole):
            return ()
        below = [child for child in line.children if child != whole]
        return tuple(x for child in below for x in self.lacking(child, cell)) if below else (line,)

    @property
    def is_read(self) -> bool:
        """Was every number of the table found a row and a column?"""
        mine = (f for f in self.report.figures if f.table == self.table.id)
        return all(f.measure and (f.member or not self.table.columns) for f in mine)

    def prints(self, line: Line) -> bool:
        """Does the report print this line's label at all?"""
        return line.label in self.report.source


def cells_of(report: Report, tables: tuple[Table, ...]) -> Iterator[Cells]:
    """The standard tables that the report has."""
    held = {figure.table for figure in report.figures}
    return (Cells(table, report) for table in tables if table.id in held)
