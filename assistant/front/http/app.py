"""The application of a worker: its routers, what stands around them, and its life."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from operator import attrgetter
from pathlib import Path
from threading import current_thread, main_thread
from types import FrameType
from typing import Any

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.middleware.cors import CORSMiddleware
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from assistant import __version__
from assistant.folders import knowledge_folder
from assistant.front.http import (
    answers,
    checks,
    feedback,
    figures,
    health,
    looking,
    metrics,
    openai,
    pages,
    reports,
    widget,
)
from assistant.front.http.aside import lane
from assistant.front.http.counts import SharedCounts
from assistant.front.http.desk import Desk
from assistant.front.http.faults import Complaints, refusals
from assistant.front.http.guard import Guard
from assistant.front.http.headers import HeadIsGet, SecurityHeaders
from assistant.front.http.journal import Journal
from assistant.front.http.learning import Learner
from assistant.front.http.settings import Settings

ABOUT = "按政府信息公开年度报告回答问题，每个数字都附出处。"
ALWAYS = refusals("bad_method", "too_slow", "too_large", "too_many", "broken", "busy", "store_gone")
HOUR = 3600

log = logging.getLogger("gongkai")


def create_app(settings: Settings, counts: Path) -> FastAPI:
    """The service over the reports that the settings name; `counts` is the table that its workers share.

    Raises `ReportError`, `KnowledgeError` or `OSError` where they cannot be loaded.
    """
    complaints = Complaints(settings.knowledge or knowledge_folder())
    app = Described(
        title="Gongkai",
        version=__version__,
        summary=ABOUT,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=attrgetter("name"),
        lifespan=_life,
    )
    app.state.settings, app.state.desk = settings, Desk(settings)
    app.state.complaints = complaints
    app.state.learner = Learner(settings)
    app.state.lane = lane()
    for part in (answers, feedback, openai, reports, checks, widget):
        app.include_router(part.router, responses=ALWAYS)
    for router in (
        health.router,
        pages.router,
        looking.router,
        figures.router,
        checks.pages,
        feedback.form,
    ):
        app.include_router(router)
    app.add_exception_handler(HTTPException, _says(complaints.to))
    app.add_exception_handler(RequestValidationError, _says(complaints.to_invalid))
    # The last one added is the first that a request meets.
    app.add_middleware(Guard, settings=settings, complaints=complaints, counts=SharedCounts(counts))
    app.add_middleware(
        CORSMiddleware,
        allow_origins=settings.origin,
        allow_methods=("GET", "POST"),
        allow_headers=("Content-Type", "Authorization"),
        expose_headers=("Retry-After",),
        max_age=HOUR,
    )
    for around in (Journal, SecurityHeaders, HeadIsGet):
        app.add_middleware(around)
    return app


class Described(FastAPI):
    """An application that is described, with its refusals, when that is first asked for: it takes as long as to load
    the reports.
    """

    def openapi(self) -> dict[str, Any]:
        """What the service takes and gives, as OpenAPI has it."""
        if self.openapi_schema is None:
            complaints: Complaints = self.state.complaints
            complaints.describe(super().openapi()["paths"])
        return super().openapi()


@asynccontextmanager
async def _life(app: FastAPI) -> AsyncIterator[None]:
    desk: Desk = app.state.desk
    settings: Settings = app.state.settings
    current_default_thread_limiter().total_tokens = settings.threads
    watch = asyncio.create_task(_watch(desk, settings.watch))
    metrics.REPORTS.set(len(desk.edition.rows))
    _take_leave(desk, settings.drain)
    desk.ready = True
    yield
    desk.ready = False
    watch.cancel()
    with suppress(asyncio.CancelledError):
        await watch
    await asyncio.to_thread(app.state.learner.close)


def _take_leave(desk: Desk, drain: float) -> None:
    """When told to stop, say at once that the service is not ready; stop listening only later."""
    if current_thread() is not main_thread():
        return
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        stop = signal.getsignal(number)

        def leave(number: int, frame: FrameType | None, stop: Any = stop) -> None:
            desk.ready = False
            loop.call_soon_threadsafe(loop.call_later, drain, stop, number, frame)

        if callable(stop):
            signal.signal(number, leave)


async def _watch(desk: Desk, pause: float) -> None:
    while True:
        await asyncio.sleep(pause)
        try:
            renewed = await asyncio.to_thread(desk.renew)
        except Exception:
            # Whatever an editor may have written: the service goes on with what it has.
            log.exception("not reloaded")
            renewed = False
        if renewed is not None:
            metrics.RELOADS.labels("done" if renewed else "failed").inc()
            metrics.REPORTS.set(len(desk.edition.rows))


def _says(
    answer: Callable[..., JSONResponse],
) -> Callable[[Request, Exception], Awaitable[Response]]:
    """What answers a fault: JSON for programs, the same sentence in a page for who reads with a browser."""

    async def handle(request: Request, fault: Exception) -> Response:
        answered = answer(fault, request.url.path)
        return pages.of_fault(request, answered) if pages.is_for_people(request) else answered

    return handle
