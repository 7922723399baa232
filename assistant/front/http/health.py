"""How the service is: `GET /healthz`, `/readyz`, `/metrics`; never waits for a question being answered."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST

from assistant.front.http import schemas
from assistant.front.http.desk import Desk
from assistant.front.http.faults import Fault, refusals
from assistant.front.http.metrics import exposition

router = APIRouter(tags=["运行"])
OK = {"status": "ok"}
PATHS = frozenset({"/healthz", "/readyz", "/metrics"})


@router.get("/healthz", summary="进程在运行吗", response_model=schemas.State)
async def healthz() -> JSONResponse:
    """在运行就是 200。"""
    return JSONResponse(OK)


@router.get(
    "/readyz",
    summary="可以提问了吗",
    response_model=schemas.State,
    responses=refusals("not_ready"),
)
async def readyz(request: Request) -> JSONResponse:
    """报告载入以后是 200；正在启动或停止是 503。"""
    desk: Desk = request.app.state.desk
    if not desk.ready:
        raise Fault("not_ready")
    return JSONResponse(OK)


@router.get("/metrics", summary="Prometheus 指标", response_class=PlainTextResponse)
async def metrics() -> PlainTextResponse:
    """请求、答案、用时、报告份数、重新载入的次数，各工作进程合计。"""
    return PlainTextResponse(exposition(), media_type=CONTENT_TYPE_LATEST)
