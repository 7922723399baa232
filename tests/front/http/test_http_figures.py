"""The figures of a report as a sheet: all of them, each with its quote, as a spreadsheet opens it."""

from __future__ import annotations

import csv

import pytest

from assistant.language.numerals import plain
from assistant.presentation import legible
from tests.front.http.test_http_pages import get, links, parsed
from tests.serving import Service
from tests.towns import TEXTS, assistant


@pytest.mark.parametrize("identity", TEXTS)
def test_every_figure_is_a_row(served_towns: Service, identity: str) -> None:
    report = assistant().report(identity)
    assert report
    page = parsed(get(served_towns, "report", report=identity))
    [link] = [link for link in links(page) if link.startswith("figures?")]
    sheet = get(served_towns, link)
    assert sheet.headers["content-type"] == "text/csv; charset=utf-8"
    assert sheet.headers["content-disposition"] == f'attachment; filename="{identity}.csv"'
    head, *rows = csv.reader(sheet.content.decode("utf-8-sig").splitlines())
    assert sheet.content.startswith(b"\xef\xbb\xbf")
    assert head == ["指标", "报告里的写法", "数值", "单位", "期间", "章节", "原文"]
    assert len(rows) == len(report.figures) > 0
    for row, figure in zip(rows, report.figures, strict=True):
        assert all(row[place] for place in (0, 1, 5, 6))
        assert row[2] == ("" if figure.value is None else plain(figure.value))
        assert row[6].removeprefix("'") == legible(figure.quote)


def test_what_is_not_there_is_said_in_a_page(served_towns: Service) -> None:
    for path in ("figures", "figures?report=none"):
        page = get(served_towns, path)
        assert page.status_code == 404
        parsed(page)
