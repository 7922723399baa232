"""What the widget on a website needs: its script, `GET /hot` and `GET /reports/{id}/passage`."""

from __future__ import annotations

from dataclasses import asdict
from functools import lru_cache
from hashlib import sha256
from json import dumps, loads
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query
from fastapi.responses import JSONResponse, Response

from assistant.front.http import schemas
from assistant.front.http.desk import Edition, edition
from assistant.front.http.faults import Fault, refusals
from assistant.front.http.places import place_of
from assistant.front.http.reports import Identity
from assistant.front.http.sentences import sentences
from assistant.front.widget import script

router = APIRouter(tags=["网页组件"])
Current = Annotated[Edition, Depends(edition)]
Said = Annotated[dict[str, Any], Depends(sentences)]
Offset = Annotated[int, Query(ge=0, le=schemas.LONGEST_SOURCE, description="位置，按原文的码点计")]
Reports = Annotated[
    tuple[schemas.Identity, ...],
    Query(max_length=schemas.MOST_REPORTS, description="只问这些编号的报告；不写则问全部"),
]
KEPT = {"Cache-Control": "public, max-age=600"}


@router.get("/widget.js", include_in_schema=False)
def widget(said: Said, if_none_match: Annotated[str, Header()] = "") -> Response:
    """The script that a website embeds."""
    text = _script(dumps(said["widget"]))
    headers = {**KEPT, "ETag": f'"{sha256(text.encode()).hexdigest()[:16]}"'}
    if if_none_match.removeprefix("W/") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    return Response(text, media_type="text/javascript", headers=headers)


@lru_cache(maxsize=2)
def _script(said: str) -> str:
    return script(loads(said))


@router.get(
    "/hot",
    summary="大家常问的问题",
    response_model=schemas.Hot,
    responses=refusals("bad_request", "unknown_report"),
)
def hot(current: Current, report: Reports = ()) -> JSONResponse:
    """可以从这些问题问起，每个都能回答。"""
    return JSONResponse({"questions": current.examples(current.among(report))})


@router.get(
    "/reports/{id}/passage",
    summary="出处所在的段落或表格",
    response_model=schemas.Passage,
    responses=refusals("bad_request", "no_such_report", "no_such_passage"),
)
def passage(identity: Identity, start: Offset, end: Offset, current: Current) -> JSONResponse:
    """原文 `source[start:end]` 所在的整段；在表格里的，给出整张表。引用的部分都标明。"""
    report = current.assistant.report(identity)
    if report is None:
        raise Fault("no_such_report")
    if not start < end <= len(report.source):
        raise Fault("no_such_passage")
    return JSONResponse(
        {"report": report.id, "title": report.title, **asdict(place_of(report, start, end))}
    )
