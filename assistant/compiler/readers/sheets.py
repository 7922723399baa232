"""What openpyxl leaves out when it reads row by row: merged cells, hidden rows and columns, where a sheet ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.etree.ElementTree import Element, iterparse

from assistant.compiler.limits import FOR_EACH_CELL, MOST, WIDEST
from assistant.compiler.readers.grid import TooLarge

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")
TRUE = ("1", "true")


class Unworked(ValueError):
    """A formula stands in a cell whose value was never worked out."""


@dataclass(slots=True)
class Sheet:
    """A sheet without its values: `merged` has the first place of each range, with its rows and columns.

    It ends with the last row and column of its `filled` places.
    """

    rows: int = 0
    columns: int = 0
    filled: int = 0
    merged: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def spans(self, row: int, column: int) -> tuple[int, int]:
        """How many rows and columns the cell at this place covers, of those that hold anything."""
        rows, columns = self.merged.get((row, column), (1, 1))
        return min(rows, self.rows - row + 1), min(columns, self.columns - column + 1)

    def hides(self, row: int, column: int) -> bool:
        """Is this place in a row or column that nobody sees?"""
        return row in self.hidden_rows or column in self.hidden_columns


def survey(part: IO[bytes]) -> Sheet:
    """The sheet in this part of a workbook."""
    sheet = Sheet()
    row = 0
    for event, element in iterparse(part, ("start", "end")):
        name = element.tag.removeprefix(MAIN)
        if event == "start":
            if name == "row":
                row = int(element.get("r") or row + 1)
                if element.get("hidden") in TRUE:
                    sheet.hidden_rows.add(row)
            continue
        if name == "row":
            _extend(sheet, row, element)
        elif name == "col" and element.get("hidden") in TRUE:
            first, last = (int(element.get(end) or 0) for end in ("min", "max"))
            sheet.hidden_columns |= {*range(first, min(last, WIDEST) + 1)}
        elif name == "mergeCell":
            sheet.merged.update(_range(element.get("ref") or ""))
        if name in ("row", "col", "mergeCell"):
            element.clear()
    if sheet.rows * sheet.columns > max(MOST, FOR_EACH_CELL * sheet.filled):
        raise TooLarge
    return sheet


def _extend(sheet: Sheet, row: int, element: Element) -> None:
    """The sheet reaches as far as there are values."""
    column = 0
    for cell in element:
        found = ADDRESS.fullmatch(cell.get("r") or "")
        column = _column(found[1]) if found else column + 1
        value = cell.findtext(f"{MAIN}v")
        # A formula may well come to an empty text.
        if cell.find(f"{MAIN}f") is not None and not value and cell.get("t") != "str":
            raise Unworked(f"{cell.get('r')}")
        if value or cell.find(f"{MAIN}is") is not None:
            sheet.rows, sheet.columns = max(sheet.rows, row), max(sheet.columns, column)
            sheet.filled += 1
    if sheet.columns > WIDEST:
        raise TooLarge


def _range(reference: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    corners = [ADDRESS.fullmatch(corner) for corner in reference.split(":")]
    if len(corners) == 2 and corners[0] and corners[1]:
        left, right = (_column(corner[1]) for corner in corners if corner)
        top, bottom = (int(corner[2]) for corner in corners if corner)
        yield (top, left), (bottom - top + 1, right - left + 1)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
