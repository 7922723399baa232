"""Questions and their answers: `POST /answer`, `POST /turn`, `POST /further`, `GET /suggest`."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse

from assistant.front.bars import Bar, charted
from assistant.front.completing import proposals
from assistant.front.followups import offered
from assistant.front.http import schemas
from assistant.front.http.aside import aside
from assistant.front.http.desk import Edition, edition, put
from assistant.front.http.faults import refusals
from assistant.front.http.learning import Learner
from assistant.front.letter import letter
from assistant.front.tablecells import cells_of
from assistant.language.numerals import plain
from assistant.model import Answer

router = APIRouter(tags=["问答"])
Current = Annotated[Edition, Depends(edition)]
REFUSED = refusals("bad_json", "bad_request", "unknown_report")
SUGGESTED = 8


@router.post("/answer", summary="回答一个问题", response_model=schemas.Answer, responses=REFUSED)
def answer(asked: schemas.Question, request: Request, current: Current) -> JSONResponse:
    """答案与 `gongkai ask --json` 相同。不能回答也是一种答案，状态码仍是 200。"""
    _, trace = put(request, current, asked.question, asked.history, asked.reports)
    return JSONResponse(trace.answer.to_dict())


@router.post("/turn", summary="对话的一轮", response_model=schemas.Turn, responses=REFUSED)
def turn(asked: schemas.Question, request: Request, current: Current) -> JSONResponse:
    """答案，连同它自己给出的问题和可以画成条形图的数字。答过之后还可以问什么，请用 `/further`。"""
    assistant, trace = put(request, current, asked.question, asked.history, asked.reports)
    found = trace.answer
    chart = charted(trace.finding, assistant.cards)
    bars = [as_data(bar, found) for bar in chart.bars]
    cells = [asdict(cell) for cell in cells_of(trace.finding, found.citations)]
    titles = {passage.report: passage.title for passage in found.passages}
    further = list(offered(found))
    shown = {"answer": found.to_dict(), "further": further, "bars": bars, "titles": titles}
    learner: Learner = request.app.state.learner
    words = assistant.wording["labels"]["letter"]
    more = {"measure": chart.title, "cells": cells, "rated": learner.rates(trace)}
    return JSONResponse({**shown, **more, "letter": letter(trace, words)})


@router.post("/further", summary="还可以问什么", response_model=schemas.Further, responses=REFUSED)
async def further(asked: schemas.Question, request: Request, current: Current) -> JSONResponse:
    """一个问题答过之后可以接着问的；找它们比作答更花时间，所以不让答案等它们。"""
    over, history = current.among(asked.reports), tuple(asked.history)
    found = await aside(request, current.further, over, asked.question, history)
    return JSONResponse({"further": found})


@router.get(
    "/suggest",
    summary="边输入边提示",
    response_model=schemas.Suggestions,
    responses=refusals("bad_request"),
)
def suggest(
    current: Current,
    q: Annotated[str, Query(max_length=schemas.LONGEST_QUESTION, description="已输入的文字")] = "",
    limit: Annotated[
        int, Query(ge=1, le=schemas.MOST_SUGGESTIONS, description="最多几条")
    ] = SUGGESTED,
) -> JSONResponse:
    """名称和问题，按文字、拼音或拼音首字母找；每条都是整行的话。"""
    proposed = proposals(q, current.vocabulary()) if q.strip() else ()
    lines = dict.fromkeys(q[: len(q) - p.back] + p.text for p in proposed)
    return JSONResponse({"suggestions": list(lines)[:limit]})


def as_data(bar: Bar, answer: Answer) -> dict[str, str | int | None]:
    """One bar of a chart, with the place in `citations` of what proves it."""
    figure = bar.figure
    start, end = figure.number
    proofs = (n for n, c in enumerate(answer.citations) if c.start <= start and end <= c.end)
    assert figure.value is not None
    return {
        "label": bar.name,
        "value": plain(figure.value),
        "unit": figure.unit or figure.said,
        "text": bar.text,
        "citation": next(proofs, None),
    }
