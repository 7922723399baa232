"""An answer as it is put into a letter: from the assistant, the pages, the widget's turn."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from assistant import Assistant
from assistant.front.letter import letter
from tests import wire
from tests.front.http.test_http_pages import get, hidden, links, parsed, said
from tests.serving import Service
from tests.towns import assistant

KEPT, SHARE, ROW = (
    "连州市进驻多少项",
    "两个区进驻事项合计占全市百分之几",
    "北原市2023年行政复议结果维持多少件",
)
BUNDLED = Assistant()
WORDS = BUNDLED.wording["labels"]["letter"]


@pytest.mark.parametrize("question", [KEPT, SHARE, "县市区进驻事项排名", "公报发给谁"])
def test_it_holds_the_whole_answer_with_its_proof(question: str) -> None:
    answer = BUNDLED.answer(question)
    text = letter(BUNDLED.explain(question), WORDS)
    parts = [question, answer.text, *(f"“{one.quote}”" for one in answer.citations)]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert text.count(answer.citations[0].title) == len({c.section for c in answer.citations})
    assert answer.computation is None or text.count(answer.computation.expression) == 1


def test_a_row_is_quoted_by_the_cells_that_answer() -> None:
    made = assistant()
    text = letter(made.explain(ROW), WORDS)
    assert text.splitlines()[-1] == "“行政复议 › 结果维持：9”"
    assert "|" not in text


@pytest.mark.parametrize("question", ["2012年连州市进驻多少项", "文件类信息多少条", "你好", ""])
def test_what_is_no_answer_stands_in_no_letter(question: str, served: Service) -> None:
    assert letter(BUNDLED.explain(question), WORDS) == ""
    assert list(parsed(get(served, "ask", q=question)).iter("textarea")) == []


@pytest.mark.parametrize(("question", "history"), [(KEPT, []), ("那英德呢", [KEPT])])
def test_the_page_and_the_turn_give_it(served: Service, question: str, history: list[str]) -> None:
    text = letter(BUNDLED.explain(question, history), WORDS)
    [area] = parsed(get(served, "ask", q=question, history=history)).iter("textarea")
    assert said(area) == text
    body = {"question": question, "history": history}
    assert wire.post(f"{served.url}/turn", json=body).json()["letter"] == text


def test_a_page_over_some_reports_stays_with_them(served_towns: Service) -> None:
    rows = wire.get(f"{served_towns.url}/reports").json()["reports"]
    [one] = [row["id"] for row in rows if (row["place"], row["year"]) == ("北原市", 2023)]
    question = "行政复议结果维持多少件"
    page = parsed(get(served_towns, "ask", q=question, report=one))
    assert "有9件" in said(page)
    [form] = [form for form in page.iter("form") if form.get("action") == "ask"]
    assert hidden(form, "report") == [one]
    greeted = parsed(get(served_towns, "ask", q="你好", report=one))
    offered = [link for link in links(greeted) if link.startswith("ask?")]
    assert offered and all(urlencode({"report": one}) in link for link in offered)
    assert get(served_towns, "ask", q=question, report="none").status_code == 404
