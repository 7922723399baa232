"""The figures of a report as a sheet to download: `/figures?report=`."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response

from assistant.faq.pages.delimited import safe
from assistant.front.http.desk import Edition, edition
from assistant.front.http.pages import page
from assistant.front.http.sentences import sentences
from assistant.language.numerals import plain
from assistant.model import Report
from assistant.naming import subject
from assistant.presentation import legible

router = APIRouter(include_in_schema=False)
Current = Annotated[Edition, Depends(edition)]
Said = Annotated[Mapping[str, Any], Depends(sentences)]


@router.get("/figures")
def figures(current: Current, said: Said, report: str = "") -> Response:
    """Each figure with what it counts, its section and its quote; CSV as spreadsheets open it."""
    found = current.assistant.report(report)
    if found is None:
        return page("missing", said, 404)
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow(said["pages"]["figure_columns"])
    writer.writerows(_rows(found))
    named = {"Content-Disposition": f'attachment; filename="{found.id}.csv"'}
    # With the mark by which spreadsheets know UTF-8.
    return Response(written.getvalue().encode("utf-8-sig"), media_type="text/csv", headers=named)


def _rows(report: Report) -> Iterator[tuple[str, ...]]:
    for one in report.figures:
        value = "" if one.value is None else plain(one.value)
        name, quote = subject(one, report) or one.what, legible(one.quote)
        texts = (name, one.text, one.unit, one.when, one.section, quote)
        name, text, unit, when, section, quote = map(safe, texts)
        yield name, text, value, unit, when, section, quote
