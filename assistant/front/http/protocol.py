"""HTTP/1.1 by uvicorn and h11, for clients that are slow on purpose or speak something else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, cast

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

HEADERS = [(b"content-type", b"application/json"), (b"connection", b"close")]


class Config(uvicorn.Config):
    """The server's set-up, with `patience` in seconds and what makes the answer to what is no HTTP."""

    def __init__(
        self, app: Any, *, patience: float, unreadable: Callable[[], bytes], **rest: Any
    ) -> None:
        """The set-up of uvicorn, and ours."""
        super().__init__(app, http=PatientProtocol, **rest)
        self.patience = patience
        self.unreadable = unreadable


class PatientProtocol(H11Protocol):
    """A connection that is cut when no whole request arrives, or no answer is fetched, in time.

    A request that is being answered has a limit of its own, in `Guard`.
    """

    _end: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._wait()

    def on_response_complete(self) -> None:
        """Begin to wait for the next one."""
        super().on_response_complete()
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        super().connection_lost(exc)
        if self._end:
            self._end.cancel()

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP as every other fault is answered."""
        body = cast(Config, self.config).unreadable()
        length = (b"content-length", str(len(body)).encode())
        response = h11.Response(status_code=400, headers=[*HEADERS, length], reason=b"Bad Request")
        events = (response, h11.Data(data=body), h11.EndOfMessage())
        self.transport.write(b"".join(self.conn.send(event) or b"" for event in events))
        self.transport.close()

    def _wait(self) -> None:
        if self._end:
            self._end.cancel()
        self._end = self.loop.call_later(cast(Config, self.config).patience, self._cut)

    def _cut(self) -> None:
        answering = self.cycle is not None and not self.cycle.response_complete
        if answering and not self.transport.is_closing():
            self._wait()
        else:
            self.transport.abort()
