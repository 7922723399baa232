"""What is loaded: `GET /reports`, `/reports/{id}`, `/reports/{id}/source`."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path
from fastapi.responses import JSONResponse, PlainTextResponse, Response

from assistant.front.http import schemas
from assistant.front.http.desk import Edition, edition
from assistant.front.http.faults import Fault, refusals
from assistant.model import Report

router = APIRouter(prefix="/reports", tags=["报告"])
Current = Annotated[Edition, Depends(edition)]
Identity = Annotated[
    str,
    Path(
        alias="id",
        max_length=schemas.LONGEST_ID,
        description="报告编号",
        examples=["qingyuan-2013"],
    ),
]
REFUSED = refusals("no_such_report", "bad_request")
TEXT: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/plain": {"schema": {"type": "string"}}}}
}


@router.get("", summary="已载入的报告", response_model=schemas.Reports)
def reports(current: Current) -> JSONResponse:
    """按编号排列，与 `gongkai reports --json` 相同。"""
    return JSONResponse({"reports": current.rows})


@router.get("/{id}", summary="一份报告", response_model=schemas.WholeReport, responses=REFUSED)
def report(identity: Identity, current: Current) -> JSONResponse:
    """报告的情况和章节。"""
    found = _found(identity, current)
    row = next(row for row in current.rows if row["id"] == identity)
    sections = [
        {"path": s.path, "level": s.level, "start": s.start, "end": s.end} for s in found.sections
    ]
    return JSONResponse({**row, "sections": sections})


@router.get(
    "/{id}/source",
    summary="报告原文",
    response_class=Response,
    responses={**REFUSED, **TEXT},
)
def source(identity: Identity, current: Current) -> PlainTextResponse:
    """一字不差的原文；出处的位置按它的码点计数。"""
    return PlainTextResponse(_found(identity, current).source)


def _found(identity: str, current: Edition) -> Report:
    found = current.assistant.report(identity)
    if found is None:
        raise Fault("no_such_report")
    return found
