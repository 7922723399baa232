"""The pages for people: the demonstration `/`, and `/ask` and `/passage`, which need no JavaScript."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from http import HTTPStatus
from json import loads
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, StreamingResponse

from assistant.front.bars import Chart, charted
from assistant.front.followups import follow_ups
from assistant.front.http import schemas
from assistant.front.http.catalogue import shelf
from assistant.front.http.desk import Edition, edition, put
from assistant.front.http.drawing import lengths
from assistant.front.http.heads import laid_out
from assistant.front.http.places import place_of
from assistant.front.http.sentences import sentences
from assistant.front.http.widget import KEPT
from assistant.front.letter import letter
from assistant.front.render import Stretch, figures_in, places
from assistant.front.tablecells import TableCell, cell_alone, cells_of
from assistant.front.widget import FOLDER
from assistant.model import Answer, Citation, Passage
from assistant.presentation import legible

if TYPE_CHECKING:
    from jinja2 import Environment

router = APIRouter(include_in_schema=False)
Current = Annotated[Edition, Depends(edition)]
Said = Annotated[Mapping[str, Any], Depends(sentences)]
Words = Annotated[tuple[str, ...], Query()]
MOST_FIGURES = 50
MOST_LISTED = 50
SEARCHED_FROM = 10
# What tells of the body that a page takes the place of.
OF_BODY = frozenset({"content-length", "content-type"})
PAGES = FOLDER / "pages"


@router.get("/")
def home(current: Current, said: Said, find: str = "") -> HTMLResponse:
    """What can be asked and how, a line to ask in, the reports that can be looked at, and the widget."""
    cards = current.assistant.cards
    all_of_them, found = shelf(cards), shelf(cards, find)
    hot = current.examples(current.assistant)
    return page(
        "home",
        said,
        hot=hot,
        such_as=next(iter(hot), ""),
        find=find,
        searched=len(cards) > SEARCHED_FROM,
        total=len(found.cards),
        reports=found.cards[:MOST_LISTED],
        years=all_of_them.years,
    )


@router.get("/ask")
def ask(
    request: Request,
    current: Current,
    said: Said,
    history: Words = (),
    report: Words = (),
    q: str = "",
) -> HTMLResponse:
    """The answer to a question, put to all reports or to these, with its proof and what may be asked next."""
    question, earlier = q.strip(), history[-schemas.MOST_TURNS :]
    if max(map(len, (question, *earlier))) > schemas.LONGEST_QUESTION:
        return page("unasked", said, 422, trouble=said["pages"]["too_long"], limited=report)
    if not question:
        return page(
            "unasked", said, trouble=said["pages"]["empty"], history=earlier, limited=report
        )
    assistant, trace = put(request, current, question, earlier, report)
    chart = charted(trace.finding, assistant.cards)
    answer, asked = trace.answer, (*earlier, question)
    formula = answer.computation.expression if answer.computation else ""
    return page(
        "ask",
        said,
        question=question,
        history=earlier,
        asked=asked[-schemas.MOST_TURNS :],
        answer=answer,
        text=[parts(line, figures_in(line, answer)) for line in answer.text.split("\n")],
        formula="" if formula in answer.text else formula,
        chart=chart.title,
        bars=bars(chart),
        citations=_proof(answer, cells_of(trace.finding, answer.citations)),
        passages=[cited(passage, answer) for passage in answer.passages],
        letter=letter(trace, assistant.wording["labels"]["letter"]),
        limited=report,
        further=follow_ups(assistant, trace, asked),
        further_head=said["widget"]["further"][answer.status],
        rated=request.app.state.learner.rates(trace),
        longest_remark=schemas.LONGEST_REMARK,
    )


@router.get("/passage")
def passage(
    current: Current,
    said: Said,
    report: str = "",
    start: int = 0,
    end: int = 0,
    figure: Words = (),
) -> HTMLResponse:
    """The paragraph or table of a report that a citation stands in, with the figures marked."""
    found = current.assistant.report(report)
    if found is None or not 0 <= start < end <= len(found.source):
        return page("missing", said, 404)

    def marked(text: str) -> list[tuple[str, bool]]:
        return parts(text, places(figure[:MOST_FIGURES], text))

    return page(
        "passage",
        said,
        report=found,
        place=place_of(found, start, end),
        marked=marked,
        laid_out=laid_out,
    )


@router.get("/pages.css")
def style() -> FileResponse:
    """How the pages look."""
    return FileResponse(PAGES / "pages.css", headers=KEPT)


@router.get("/icon.svg")
def icon() -> FileResponse:
    """The icon in the browser's tab."""
    return FileResponse(PAGES / "icon.svg", headers=KEPT)


def page(name: str, said: Mapping[str, Any], status: int = 200, /, **shown: Any) -> HTMLResponse:
    """A page from its template; whatever is put into it is text, never markup."""
    template = _templates().get_template(f"{name}.html")
    return HTMLResponse(template.render({**_common(said), **shown}), status)


def growing(name: str, said: Mapping[str, Any], /, **shown: Any) -> StreamingResponse:
    """The same where what is shown comes little by little: the page is sent as far as it is."""
    template = _templates().get_template(f"{name}.html")
    return StreamingResponse(template.generate({**_common(said), **shown}), media_type="text/html")


def _common(said: Mapping[str, Any]) -> dict[str, Any]:
    """What every page may show."""
    words = {"said": said["pages"], "widget": said["widget"]}
    usual = {"history": (), "limited": (), "up": ""}
    return {**words, **usual, "longest": schemas.LONGEST_QUESTION}


def is_for_people(request: Request) -> bool:
    """Is it a browser that opens a page, and no program that calls the service?"""
    return request.method == "GET" and "text/html" in request.headers.get("accept", "")


def way_up(request: Request) -> str:
    """From the address that was asked to where the service's pages are."""
    return "../" * (request.url.path.count("/") - 1) or "./"


def of_fault(request: Request, answered: JSONResponse) -> HTMLResponse:
    """The page of a fault: the sentence that a program is told, and the way back from however deep an address."""
    message = loads(bytes(answered.body))["error"]["message"]
    up, said = way_up(request), sentences(request)
    if answered.status_code == HTTPStatus.NOT_FOUND:
        message = said["pages"]["no_such_page"]
    shown = page(
        "fault", said, answered.status_code, message=message, up=up, status=answered.status_code
    )
    shown.headers.update({k: v for k, v in answered.headers.items() if k not in OF_BODY})
    return shown


def parts(text: str, marks: Sequence[Stretch]) -> list[tuple[str, bool]]:
    """A text in pieces: those between the marks, and those that are marked.

    >>> parts("连州市669项。", [(3, 7)])
    [('连州市', False), ('669项', True), ('。', False)]
    """
    found, at = [], 0
    for start, end in marks:
        found += [(text[at:start], False), (text[start:end], True)]
        at = end
    return [(piece, marked) for piece, marked in (*found, (text[at:], False)) if piece]


def bars(chart: Chart) -> list[dict[str, Any]]:
    """The bars of a chart: `length` in hundredths of the longest."""
    sizes = lengths([bar.figure.value or Decimal(0) for bar in chart.bars])
    return [
        {"label": bar.name, "text": bar.text, "length": size}
        for bar, size in zip(chart.bars, sizes, strict=True)
    ]


def _proof(answer: Answer, cells: Sequence[TableCell]) -> list[dict[str, Any]]:
    """The citations to be shown; of a row the cells that answer, each marked by itself where it leads."""
    found = []
    for number, citation in enumerate(answer.citations):
        mine = [cell for cell in cells if cell.citation == number]
        alone = ({**shown_at(cell_alone(citation, c), (c.text,)), "quote": c.words} for c in mine)
        found.append({**cited(citation, answer), "cells": list(alone)})
    return found


def cited(citation: Citation | Passage, answer: Answer) -> dict[str, Any]:
    """A citation or a passage to be shown: what it quotes, and the query of the page that shows where it stands."""
    figures = [citation.quote[start:end] for start, end in figures_in(citation.quote, answer)]
    return shown_at(citation, figures)


def shown_at(citation: Citation | Passage, figures: Sequence[str] = ()) -> dict[str, Any]:
    """The same, with these figures marked on that page."""
    span = {"report": citation.report, "start": citation.start, "end": citation.end}
    return {
        **citation.to_dict(),
        "title": citation.title,
        "quote": legible(citation.quote),
        "query": urlencode({**span, "figure": figures}, doseq=True),
    }


@cache
def _templates() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined)
