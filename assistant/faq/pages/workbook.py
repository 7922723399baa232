"""XLSX: the questions on one sheet, their citations on another, made to be filtered and read."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from assistant.drafting.material import Material
from assistant.faq.entries import Collection, Entry
from assistant.faq.pages.shared import about, all_citations, cited, rows_said, title
from assistant.presentation import columns as wide

# The same questions make the same file: it was made at no time of its own.
MADE = datetime(2000, 1, 1)
QUESTIONS = {
    **{"question": 34, "answer": 48, "values": 12, "unit": 6, "source": 44, "section": 24},
    **{"topic": 12, "kind": 10, "variants": 32, "id": 18},
}
CITATIONS = {"id": 18, "question": 36, "source": 70, "section": 36, "start": 8, "end": 8}
# A line of text in points, and the highest row that Excel knows.
LINE, HIGHEST = 14, 409
FONT = "Microsoft YaHei"


def xlsx(collection: Collection, material: Material) -> bytes:
    """The workbook; text cells are text whatever they begin with, figures and offsets are numbers."""
    import xlsxwriter

    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties(
            {
                "title": title(collection, material),
                "comments": about(collection, material),
                "created": MADE,
            }
        )
        said = material.pages
        _sheet(
            book,
            said["sheet"],
            QUESTIONS,
            material,
            [_row(e, material) for e in collection.entries],
        )
        rows = [row for entry in collection.entries for row in _cited(entry)]
        _sheet(book, said["citations"], CITATIONS, material, rows)
    return file.getvalue()


def _sheet(
    book: Any, name: str, columns: dict[str, int], material: Material, rows: Sequence[Sequence[Any]]
) -> None:
    """A sheet with its header frozen, a filter over it, and every cell wrapped."""
    plain = {"font_name": FONT, "font_size": 10, "text_wrap": True, "valign": "top"}
    cell = book.add_format(plain)
    head = book.add_format({**plain, "bold": True, "bg_color": "#D9E2EF", "border": 1})
    sheet = book.add_worksheet(name)
    names = material.pages["columns"]
    for at, (column, width) in enumerate(columns.items()):
        sheet.set_column(at, at, width, cell)
        sheet.write_string(0, at, names[column], head)
    for line, row in enumerate(rows, 1):
        sheet.set_row(line, _height(row, list(columns.values())))
        for at, value in enumerate(row):
            if isinstance(value, Decimal | int):
                sheet.write_number(line, at, value, cell)
            else:
                sheet.write_string(line, at, value, cell)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(1, len(rows)), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&C&P / &N")


def _height(row: Sequence[Any], widths: Sequence[int]) -> int:
    """How high a row is with its cells wrapped, in points; LibreOffice does not find that by itself."""
    lines = (
        sum(-(-max(1, wide(part)) // width) for part in str(cell).split("\n"))
        for cell, width in zip(row, widths, strict=True)
    )
    return min(HIGHEST, LINE * max(lines) + 2)


def _row(entry: Entry, material: Material) -> tuple[str | Decimal, ...]:
    """The cells of a question, in the order of `QUESTIONS`; one figure as a number, several as text."""
    values = entry.answer.values
    figure: str | Decimal = "、".join(value.text for value in values)
    if len(values) == 1 and values[0].value:
        figure = Decimal(values[0].value)
    return (
        entry.question,
        "\n".join((entry.text, *rows_said(entry))),
        figure,
        values[0].unit if len(values) == 1 else "",
        "\n".join(cited(entry, material)),
        entry.section,
        entry.topic,
        material.kinds[entry.kind],
        "\n".join(entry.variants),
        entry.id,
    )


def _cited(entry: Entry) -> list[tuple[str | int, ...]]:
    """The citations of a question, the quotes in full, in the order of `CITATIONS`."""
    return [
        (entry.id, entry.question, c.quote, c.section, c.start, c.end) for c in all_citations(entry)
    ]
