"""Every request is logged and counted: never a question, an address or a browser.

What is logged of a request is the route as it was declared, so that nobody can write into the log.
"""

from __future__ import annotations

import logging
from time import perf_counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.front.http import metrics

METHODS = frozenset({"GET", "POST", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE"})
OTHER = "other"
ANSWER = "answer"

log = logging.getLogger("gongkai")


class Journal:
    """Logs and counts every request that passes."""

    def __init__(self, app: ASGIApp) -> None:
        """Around this application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began = perf_counter()
        status = 0

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, sending)
        finally:
            note(scope, status, perf_counter() - began)


def note(scope: Scope, status: int, seconds: float) -> None:
    """Write down a request that is done, and count it."""
    route = getattr(scope.get("route"), "path", OTHER)
    method = scope["method"] if scope["method"] in METHODS else OTHER
    answered = scope.get("state", {}).get(ANSWER)
    said = {"route": route, "method": method, "status": status, "ms": round(seconds * 1000, 1)}
    log.info("request", extra={"said": said | ({ANSWER: answered} if answered else {})})
    metrics.REQUESTS.labels(route, method, status).inc()
    metrics.SECONDS.labels(route).observe(seconds)
    if answered:
        metrics.ANSWERS.labels(answered).inc()
