"""The pages that need no JavaScript, and what the widget is served: as bytes, without a browser."""

from __future__ import annotations

from html import unescape
from urllib.parse import urlencode
from xml.etree.ElementTree import Element

import html5lib
import httpx
import pytest

from assistant import Assistant
from assistant.front.http.places import place_of
from assistant.model import Report
from tests import wire
from tests.serving import Service

ASSISTANT = Assistant()
REPORT = "qingyuan-2013"
LIANZHOU = "连州市进驻多少项"
MARKUP = '"><script>alert(1)</script><b>甲</b> & \u202e'
SMALL = 32 * 1024
ASKED = (
    (LIANZHOU, ()),
    ("那英德呢", (LIANZHOU,)),
    ("县市区进驻事项排名", ()),
    ("两个区进驻事项合计占全市百分之几", ()),
    ("文件类信息多少条", ()),
    ("2012年连州市进驻多少项", ()),
    ("为什么要公开", ()),
    ("你好", ()),
    (MARKUP, (MARKUP,)),
)
REFUSED = (
    ("ask", 200),
    ("ask?q=%20", 200),
    (f"ask?q={'长' * 1001}", 422),
    ("passage", 404),
    ("passage?report=none&start=1&end=2", 404),
    (f"passage?report={REPORT}&start=9&end=9", 404),
    (f"passage?report={REPORT}&start=0&end=99999", 404),
)


def get(served: Service, path: str, **query: object) -> httpx.Response:
    asked = f"?{urlencode(query, doseq=True)}" if query else ""
    return wire.get(f"{served.url}/{path}{asked}")


def parsed(page: httpx.Response) -> Element:
    """The page as a strict HTML parser reads it; fails for whatever is no valid HTML."""
    strict = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = strict.parse(page.text)
    assert tree.get("lang") == "zh-CN"
    assert len(list(tree.iter("h1"))) == 1
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "set-cookie" not in page.headers
    return tree


def said(element: Element) -> str:
    return "".join(element.itertext())


def hidden(form: Element, name: str) -> list[str]:
    return [e.get("value", "") for e in form.iter("input") if e.get("name") == name]


def links(page: Element) -> list[str]:
    return [link.get("href", "") for link in page.iter("a")]


@pytest.mark.parametrize(("question", "history"), ASKED)
def test_the_page_of_an_answer_says_what_the_assistant_says(
    served: Service, question: str, history: tuple[str, ...]
) -> None:
    answer = ASSISTANT.answer(question, history)
    page = parsed(get(served, "ask", q=question, history=history))
    text = said(page)
    for line in answer.text.split("\n"):
        assert line in text
    for value in answer.values:
        assert value.text in [said(b) for b in page.iter("b")] or answer.computation
    shown = [link for link in links(page) if link.startswith("passage?")]
    assert len(shown) == len(answer.citations) + len(answer.passages)
    asked = {form.get("action"): form for form in page.iter("form")}
    assert hidden(asked["ask"], "history") == [*history, question]
    if "unhelpful" in asked:
        assert hidden(asked["unhelpful"], "history") == [*history]
        assert hidden(asked["unhelpful"], "q") == [question]


@pytest.mark.parametrize("question", [q for q, h in ASKED if not h])
def test_every_citation_leads_to_its_paragraph(served: Service, question: str) -> None:
    page = parsed(get(served, "ask", q=question))
    answer = ASSISTANT.answer(question)
    citations = (*answer.citations, *answer.passages)
    found = [link for link in links(page) if link.startswith("passage?")]
    for link, citation in zip(found, citations, strict=True):
        passage = parsed(get(served, unescape(link)))
        assert "".join(said(mark) for mark in passage.iter("mark")) == citation.quote
        # A passage may name a heading below that of the figures in it.
        assert citation.section in said(passage) or citation in answer.passages


@pytest.mark.parametrize("question", ["2012年连州市进驻多少项", "文件类信息多少条", LIANZHOU])
def test_passages_are_marked_as_no_answer(served: Service, question: str) -> None:
    answer = ASSISTANT.answer(question)
    text = said(parsed(get(served, "ask", q=question)))
    assert ("报告里最相关的原文（不是答案）" in text) == bool(answer.passages)
    for passage in answer.passages:
        assert passage.quote in text and passage.section in text


@pytest.mark.parametrize("question", ["文件类信息多少条", LIANZHOU, "2012年办了几场新闻发布会"])
def test_every_question_that_is_offered_is_answered(served: Service, question: str) -> None:
    offered = [x for x in links(parsed(get(served, "ask", q=question))) if x.startswith("ask?")]
    assert offered
    for link in offered:
        assert "passage?" in get(served, link).text


@pytest.mark.parametrize(("path", "status"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_shown_is_said_in_a_page(served: Service, path: str, status: int) -> None:
    page = get(served, path)
    assert page.status_code == status
    parsed(page)


def test_the_first_page_leads_to_answers(served: Service) -> None:
    page = parsed(get(served, ""))
    offered = [link for link in links(page) if link.startswith("ask?")]
    assert len(offered) == len(ASSISTANT.answer("你好").suggestions)
    assert get(served, "hot").json()["questions"] == list(ASSISTANT.answer("你好").suggestions)
    for card in ASSISTANT.cards:
        assert card.title in said(page)


@pytest.mark.parametrize(
    "path",
    [
        *("", "passage?report=qingyuan-2013&start=3&end=9", "embed"),
        *("report?report=qingyuan-2013", "text?report=qingyuan-2013", "check?report=qingyuan-2013"),
        *("place?name=清远市", "year?year=2013"),
    ],
)
def test_a_conversation_goes_on_from_page_to_page(served: Service, path: str) -> None:
    page = get(served, path)
    assert page.status_code == 200
    assert '<script src="widget.js" defer></script>' in page.text


def test_the_script_is_small_and_kept(served: Service) -> None:
    script = get(served, "widget.js")
    assert len(script.content) < SMALL
    assert script.headers["content-type"] == "text/javascript; charset=utf-8"
    assert "set-cookie" not in script.headers
    known = {"If-None-Match": script.headers["etag"]}
    assert wire.get(f"{served.url}/widget.js", headers=known).status_code == 304
    for never in ("innerHTML", "eval(", "document.cookie", "localStorage", "http:", "https:"):
        assert never not in script.text.replace("http://www.w3.org/2000/svg", "")


def test_a_passage_is_its_paragraph_with_what_is_cited(served: Service) -> None:
    [citation] = ASSISTANT.answer(LIANZHOU).citations
    path = f"reports/{REPORT}/passage"
    found = get(served, path, start=citation.start, end=citation.end).json()
    assert [run["text"] for run in found["runs"] if run["cited"]] == [citation.quote]
    report = ASSISTANT.report(REPORT)
    assert report
    assert "".join(run["text"] for run in found["runs"]) in report.source.split("\n")
    assert found["table"] == []
    assert get(served, path, start=9, end=9).status_code == 404
    assert get(served, path, start=0, end=10**8).status_code == 404
    assert get(served, path, start="x", end=1).status_code == 422


TABLE = "前文\n| 项目 | 自然人 | |\n|---|---|---|\n| 新收 | 36 | 4 |\n后文"


def test_a_row_is_shown_in_its_table() -> None:
    start, end = TABLE.index("| 新收"), TABLE.index("\n后文")
    report = Report("x-2020", "x", "", "", 2020, TABLE, "", (), (), (), (), {})
    place = place_of(report, start, end)
    shown = [
        [("".join(run.text for run in cell.runs), cell.span) for cell in row] for row in place.table
    ]
    assert shown == [[("项目", 1), ("自然人", 2)], [("新收", 1), ("36", 1), ("4", 1)]]
    assert all(run.cited for cell in place.table[1] for run in cell.runs)
    assert place.runs == ()


def test_the_page_of_a_check_shows_what_agrees_and_leads_to_its_numbers(served: Service) -> None:
    page = get(served, "check", report=REPORT)
    assert page.status_code == 200
    tree = parsed(page)
    said = "".join(tree.itertext())
    assert f"《{ASSISTANT.cards[0].title}》" in said
    assert "没有发现对不上的" in said
    assert "669 + 628 + 525 + 511 + 663 + 740 + 645 + 852 = 6211 ↔ 6211" in said
    assert "所列分项可能不全" in said
    assert REPORT not in said
    links = [a.get("href", "") for a in tree.iter("a")]
    cited = [link for link in links if link.startswith("passage?")]
    assert len(cited) > 10
    for link in cited[:3]:
        assert get(served, unescape(link)).status_code == 200
