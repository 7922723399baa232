"""CSV and TSV with the columns that QnA tools import: Question, Answer, Source, Metadata.

These are the columns of Azure custom question answering (and of QnA Maker before it); a variant is a
row of its own with the same answer. `Citations` comes after them.
"""

from __future__ import annotations

import csv as delimited
import io
from collections.abc import Iterator

from assistant.drafting.material import Material
from assistant.faq.entries import Collection, Entry
from assistant.faq.pages.shared import cited, one_line, rows_said

COLUMNS = ("Question", "Answer", "Source", "Metadata", "Citations")
# By this mark Excel sees that a CSV file is UTF-8.
MARK = "\ufeff"
# What a spreadsheet would take for the beginning of a formula.
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def csv(collection: Collection, material: Material) -> bytes:
    """Comma-separated (RFC 4180), UTF-8 with a mark for Excel."""
    return (MARK + _written(collection, material, ",", "\r\n")).encode()


def tsv(collection: Collection, material: Material) -> bytes:
    """Tab-separated, UTF-8 without a mark; no cell holds a tab or a line break."""
    return _written(collection, material, "\t", "\n").encode()


def safe(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would compute.

    >>> safe("=1+1"), safe("23件")
    ("'=1+1", '23件')
    """
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text


def _written(collection: Collection, material: Material, mark: str, end: str) -> str:
    file = io.StringIO()
    writer = delimited.writer(file, delimiter=mark, lineterminator=end)
    writer.writerow(COLUMNS)
    source = collection.card.url or collection.card.title
    for entry in collection.entries:
        for row in _rows(entry, source, material):
            cells = (one_line(cell) for cell in row) if mark == "\t" else row
            writer.writerow([safe(cell) for cell in cells])
    return file.getvalue()


def _rows(entry: Entry, source: str, material: Material) -> Iterator[tuple[str, ...]]:
    """The question and each of its variants with the same answer."""
    citations = " ".join(
        f"[{number}] {line}" for number, line in enumerate(cited(entry, material), 1)
    )
    answer = "\n".join((entry.text, *rows_said(entry)))
    for question in (entry.question, *entry.variants):
        yield question, answer, source, _metadata(entry, material), citations


def _metadata(entry: Entry, material: Material) -> str:
    """`key:value | key:value`, none of which may hold the marks between them."""
    told = {
        "id": entry.id,
        "topic": entry.topic,
        "kind": material.kinds[entry.kind],
        "section": entry.section,
    }
    pairs = (f"{key}:{value.replace(':', '：').replace('|', '｜')}" for key, value in told.items())
    return " | ".join(pairs)
