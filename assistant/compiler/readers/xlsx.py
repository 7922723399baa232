"""XLSX: the sheets of a workbook in their order, what stands alone as paragraphs, the rest as tables.

openpyxl reads the values row by row, which a file made to be too much cannot swell; merged cells and
what is hidden come from the sheet's own part. A formula counts as the value that it was last worked
out to. Hidden sheets, rows and columns are not part of the text.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

from assistant.compiler.readers.extras import load
from assistant.compiler.readers.grid import Cell, TooLarge, pipe_rows
from assistant.compiler.readers.joining import close, join, settle
from assistant.compiler.readers.package import check_package
from assistant.compiler.readers.sheets import Sheet, Unworked, survey
from assistant.compiler.readers.shown import shown
from assistant.errors import ReportError
from assistant.language.script import unify

HEADING = re.compile("[一二三四五六七八九十]+、")
SENTENCE = "。"


def read(data: bytes, path: Path) -> str:
    """The text of a workbook."""
    library = load("openpyxl", "xlsx")
    try:
        check_package(data, path)
        with zipfile.ZipFile(io.BytesIO(data)) as package, warnings.catch_warnings():
            # What it warns of (an unknown extension, a rule for colours) is nothing of the text.
            warnings.simplefilter("ignore")
            book = library.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            lines = [line for sheet in book.worksheets for line in _lines(sheet, package)]
    except (ReportError, TooLarge):
        raise
    except Unworked as fault:
        raise ReportError(
            f"{path}: {fault} 的公式没有算出数来，请用 Excel 或 WPS 打开后另存再试"
        ) from fault
    except Exception as fault:  # whatever a broken file makes of the library
        raise ReportError(f"{path}: XLSX 文件已损坏，请用 Excel 或 WPS 打开后另存再试") from fault
    return unify("".join(f"{line}\n" for line in lines))


def _lines(values: Any, package: zipfile.ZipFile) -> Iterator[str]:
    """The lines of a sheet that is seen."""
    if values.sheet_state != "visible":
        return
    # The library has no other name for where the sheet is.
    with package.open(values._worksheet_path) as part:
        sheet = survey(part)
    block: list[Cell] = []
    last = 0
    for row, found in groupby(_cells(values, sheet), key=lambda cell: cell.row):
        cells = list(found)
        if any(between not in sheet.hidden_rows for between in range(last + 1, row)):
            yield from _block(block)
            block = []
        block += cells
        last = max(last, *(cell.row + cell.rows - 1 for cell in cells))
    yield from _block(block)


def _cells(values: Any, sheet: Sheet) -> Iterator[Cell]:
    """The cells that show something, in order; what a merged cell covers shows nothing."""
    if not sheet.rows:
        return
    values.reset_dimensions()
    # For each column that is under a merged cell the last row of it.
    under: dict[int, int] = {}
    rows = values.iter_rows(max_row=sheet.rows, max_col=sheet.columns)
    for y, row in enumerate(rows, start=1):
        for x, cell in enumerate(row, start=1):
            if under.get(x, 0) >= y:
                continue
            height, width = sheet.spans(y, x)
            if height > 1 or width > 1:
                under |= dict.fromkeys(range(x, x + width), y + height - 1)
            text = "" if cell.value is None or sheet.hides(y, x) else _text(cell)
            if text:
                yield Cell(text, y, x, height, width)


def _text(cell: Any) -> str:
    """What a cell shows; its lines stay lines."""
    lines = shown(cell.value, str(cell.number_format)).splitlines()
    return "\n".join(filter(None, map(settle, lines)))


def _block(cells: list[Cell]) -> Iterator[str]:
    """Rows without a gap between them: paragraphs where one cell stands for a whole row, else tables."""
    rows = [list(found) for _, found in groupby(cells, key=lambda cell: cell.row)]
    left = min((cell.column for cell in cells), default=0)
    right = max((cell.column + cell.columns for cell in cells), default=0)
    shapes = [tuple(cell.column for cell in row) for row in rows]
    begun = [number for number, shape in enumerate(shapes) if len(shape) > 1]
    table: list[Cell] = []
    for number, row in enumerate(rows):
        first = row[0]
        whole = first.columns == right - left
        alone = shapes[number] == (left,) and (whole or first.rows == 1)
        outside = not begun or not begun[0] <= number <= begun[-1]
        if alone and (outside or (whole and _parts(number, shapes, first))):
            yield from _table(table)
            table = []
            yield from first.text.split("\n")
        else:
            table += row
    yield from _table(table)


def _parts(number: int, shapes: list[tuple[int, ...]], cell: Cell) -> bool:
    """Does this row end one table and begin another, and is no row of either?

    一、 between rows of the same columns heads a group of them; a sentence is in no table.
    """
    same = shapes[number - 1] == shapes[number + 1]
    return SENTENCE in cell.text or (bool(HEADING.match(cell.text)) and not same)


def _table(cells: list[Cell]) -> list[str]:
    return pipe_rows(replace(c, text=close(join(c.text.split("\n")))) for c in cells)
