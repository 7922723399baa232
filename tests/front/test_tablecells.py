"""A table as proof: the cells that answer, with the heads of their rows and columns, each where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape

import pytest

from assistant.front.tablecells import cells_of
from tests import wire
from tests.front.http.test_http_pages import get, links, parsed, said
from tests.serving import Service
from tests.towns import assistant

CASES: tuple[tuple[str, Sequence[str]], ...] = (
    ("北原市2023年行政复议结果维持多少件", ["行政复议 › 结果维持：9"]),
    (
        "北原市2023年新收政府信息公开申请自然人多少件",
        ["本年新收政府信息公开申请数量 › 自然人：44"],
    ),
    (
        "北原市2022年和2023年行政许可各多少件",
        [f"第二十条第(五)项 › 行政许可 › 本年处理决定数量：{number}" for number in (500, 650)],
    ),
    ("北原市2023年编印政府公报多少期", []),
)


@pytest.mark.parametrize(("question", "expected"), CASES)
def test_cells_have_their_heads(question: str, expected: Sequence[str]) -> None:
    made = assistant()
    trace = made.explain(question)
    found = cells_of(trace.finding, trace.answer.citations)
    assert [cell.words for cell in found] == list(expected)
    for cell in found:
        report = made.report(trace.answer.citations[cell.citation].report)
        assert report and report.source[cell.start : cell.end] == cell.text


def test_the_page_and_the_turn_show_the_cell_and_not_the_row(served_towns: Service) -> None:
    question, [words] = CASES[0]
    page = parsed(get(served_towns, "ask", q=question))
    assert f"“{words}”" in said(page)
    [link] = [link for link in links(page) if link.startswith("passage?")]
    passage = parsed(get(served_towns, unescape(link)))
    assert [said(mark) for mark in passage.iter("mark")] == ["9"]
    turn = wire.post(f"{served_towns.url}/turn", json={"question": question}).json()
    [cell] = turn["cells"]
    quote = turn["answer"]["citations"][cell["citation"]]["quote"]
    assert (f"{cell['heads']}：{cell['text']}", cell["text"] in quote) == (words, True)
