"""One line of JSON for every request and event: never a question, an address or a browser.

What is logged of a request is the route as it was declared, so that nobody can write into the log.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from logging.handlers import WatchedFileHandler
from pathlib import Path
from time import perf_counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.front.http import metrics

METHODS = frozenset({"GET", "POST", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE"})
OTHER = "other"
ANSWER = "answer"
PROCESS = re.compile(r"\[\d+\]")

log = logging.getLogger("gongkai")


def open_log(path: Path | None, server: Mapping[str, str]) -> None:
    """Send the log of the service and of its server to a file, or to standard error.

    What the server says is said in the words of `server` (`log` in `knowledge/service.yaml`).

    The file is opened anew when it was moved away, as logrotate does. Raises `OSError`.
    """
    handler = (
        WatchedFileHandler(path, encoding="utf-8") if path else logging.StreamHandler(sys.stderr)
    )
    handler.setFormatter(Lines(server))
    for name in ("gongkai", "uvicorn", "asyncio"):
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.setLevel(logging.INFO)
        logger.propagate = False


class Lines(logging.Formatter):
    """A record as one line of JSON; of an exception its kind and where it was raised, not what it says."""

    def __init__(self, server: Mapping[str, str]) -> None:
        """What the server says, in these words."""
        super().__init__()
        self._server = server

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        said: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": self._event(record.getMessage()),
            **getattr(record, "said", {}),
        }
        if record.exc_info and record.exc_info[0]:
            frames = traceback.extract_tb(record.exc_info[2])
            said["exception"] = record.exc_info[0].__name__
            said["at"] = [f"{Path(f.filename).name}:{f.lineno}" for f in frames]
        return json.dumps(said, ensure_ascii=False)

    def _event(self, said: str) -> str:
        process = PROCESS.search(said)
        number = process[0] if process else "[]"
        return self._server.get(PROCESS.sub("[]", said), said).replace("[]", number)


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
