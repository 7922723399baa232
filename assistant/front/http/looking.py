"""Pages to look around in: a report and its text, a place over the years, a year over the places; and the snippet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from assistant.cards import body_of, is_government
from assistant.front.checking import in_order
from assistant.front.http.catalogue import shelf
from assistant.front.http.checks import shown
from assistant.front.http.desk import Edition, edition
from assistant.front.http.drawing import lengths, line
from assistant.front.http.heads import laid_out
from assistant.front.http.pages import page
from assistant.front.http.sentences import sentences, wanted
from assistant.front.http.texts import Block, blocks
from assistant.front.keyfigures import Looked, Questions, Stated
from assistant.front.sidebyside import Row, abreast, ranked
from assistant.model import Card, Report, Section
from assistant.presentation import grouped

router = APIRouter(include_in_schema=False)
Current = Annotated[Edition, Depends(edition)]
Said = Annotated[Mapping[str, Any], Depends(sentences)]
Wanted = Annotated[Looked, Depends(wanted)]
MOST_YEARS = 12
MOST_REPORTS = 60
# Sections below it (一是, 二是) are sentences more than headings.
DEEPEST = 3


@router.get("/report")
def report(current: Current, said: Said, looked: Wanted, report: str = "") -> HTMLResponse:
    """A report at a glance: its key figures, what contradicts itself, its contents."""
    found = current.assistant.report(report)
    if found is None:
        return page("missing", said, 404)
    assistant, card = current.assistant, _card(current, report)
    figures = current.key_figures(report, looked)
    results = in_order(assistant.knowledge(report).results)
    same_year = [c for c in assistant.cards if c.year == card.year]
    body = body_of(card)
    return page(
        "report",
        said,
        report=found,
        body=body,
        figures=[_told(one) for one in figures],
        fails=[shown(result) for result in results if result.verdict == "fail"],
        checked=len(results),
        contents=contents(found, blocks(found)),
        years=len([c for c in assistant.cards if body_of(c) == body]),
        same_year=len(same_year),
    )


@router.get("/text")
def text(current: Current, said: Said, report: str = "") -> HTMLResponse:
    """The whole text of a report, with a mark to go to at each of its sections."""
    found = current.assistant.report(report)
    if found is None:
        return page("missing", said, 404)
    read = blocks(found)
    shown = {"report": found, "blocks": read, "contents": contents(found, read)}
    return page("text", said, laid_out=laid_out, **shown)


@router.get("/place")
def place(current: Current, said: Said, looked: Wanted, name: str = "") -> HTMLResponse:
    """A place or organ over the years: each measure as a line and as a table."""
    cards = sorted(
        (card for card in current.assistant.cards if body_of(card) == name), key=lambda c: c.year
    )[-MOST_YEARS:]
    if not cards:
        return page("missing", said, 404)
    found = (_abreast(current, cards, measure, asked) for measure, asked in looked)
    series = [_series(rows) for rows in found if len({row.stated.card.year for row in rows}) > 1]
    return page("place", said, name=name, cards=cards, series=series)


@router.get("/year")
def year(
    current: Current, said: Said, looked: Wanted, year: str = "", measure: str = "", find: str = ""
) -> HTMLResponse:
    """The places of a year, ranked by one measure."""
    cards = [card for card in shelf(current.assistant.cards, find).cards if str(card.year) == year]
    name = measure or looked[0][0]
    asked = dict(looked).get(name)
    if not cards or not asked:
        return page("missing", said, 404)
    few = cards if len(cards) <= MOST_REPORTS else []
    places = [card for card in few if is_government(card)]
    organs = [card for card in few if not is_government(card)]
    likes = [_bars(_abreast(current, of, name, asked)) for of in (places, organs)]
    # One by itself is the first of nothing.
    ranks = [bars if len(bars) > 1 else [] for bars in likes]
    among = {bar["id"] for bars in ranks for bar in bars}
    return page(
        "year",
        said,
        year=year,
        find=find,
        measure=name,
        measures=[(m, urlencode({"year": year, "measure": m, "find": find})) for m, _ in looked],
        ranks=[
            ranking for ranking in zip(said["pages"]["bodies"], ranks, strict=True) if ranking[1]
        ],
        apart=[card for card in few if card.id not in among],
        too_many=0 if few else len(cards),
    )


@router.get("/embed")
def embed(request: Request, said: Said) -> HTMLResponse:
    """The line with which a website shows the widget."""
    return page("embed", said, script=str(request.url_for("widget")))


def contents(found: Report, read: Sequence[Block]) -> list[Section]:
    """The headings that lead the reader of a report; each is marked in its text."""
    marked = {block.mark for block in read}
    return [s for s in found.sections if s.level <= DEEPEST and s.id in marked]


def _card(current: Edition, identity: str) -> Card:
    return next(card for card in current.assistant.cards if card.id == identity)


def _abreast(
    current: Edition, cards: Sequence[Card], name: str, asked: Questions
) -> tuple[Row, ...]:
    found = (current.stated(card.id, name, asked) for card in cards)
    return abreast([one for one in found if one])


def _told(one: Stated) -> dict[str, Any]:
    """A figure to be shown: its name, the report's words for it, and the query of the page where it is marked."""
    proof = one.proof
    span = {"report": proof.report, "start": proof.start, "end": proof.end}
    return {
        "name": one.name,
        "own_name": one.own_name,
        "text": one.text,
        "grouped": grouped(one.text),
        "words": one.answer.text,
        "query": urlencode({**span, "figure": one.text}),
        "body": body_of(one.card),
        "year": one.card.year,
        "id": one.card.id,
    }


def _bars(rows: Sequence[Row]) -> list[dict[str, Any]]:
    ordered = ranked(rows)
    sizes = lengths([row.value for _, row in ordered])
    return [
        {**_told(row.stated), "place": at, "length": size}
        for (at, row), size in zip(ordered, sizes, strict=True)
    ]


def _series(rows: Sequence[Row]) -> dict[str, Any]:
    """A measure over the years, as a line and as the rows of its table."""
    by_year = {row.stated.card.year: row for row in rows}
    told = [_told(row.stated) for row in by_year.values()]
    values = [row.value for row in by_year.values()]
    points = line(list(by_year), values, [one["text"] for one in told])
    return {"name": told[0]["name"], "rows": told, "points": points}
