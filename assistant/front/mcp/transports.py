"""How clients reach the server: over standard input and output, or over streamable HTTP."""

from __future__ import annotations

import asyncio
import json
import logging
import signal
from collections.abc import Sequence
from ipaddress import ip_address
from pathlib import Path

import anyio
import mcp_types as types
import uvicorn
from mcp.server import Server
from mcp.server.streamable_http_manager import StreamableHTTPASGIApp, StreamableHTTPSessionManager
from mcp.server.transport_security import TransportSecuritySettings
from starlette.applications import Starlette
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.engine import Assistant
from assistant.folders import knowledge_folder
from assistant.front.http.protocol import Config
from assistant.front.http.settings import Settings
from assistant.front.listening import address_of, listen
from assistant.front.mcp.conversation import conversation
from assistant.front.mcp.server import server
from assistant.front.mcp.tools import Desk
from assistant.front.streams import UsageError, progress

PATH = "/mcp"
LOCAL = ("127.0.0.1", "localhost", "[::1]")
HEADERS = ("Content-Type", "Authorization", "Mcp-Protocol-Version", "Mcp-Method", "Mcp-Name")
CONNECTIONS = 256


def serve_streams(settings: Settings) -> None:
    """Serve the one client at the other end of standard input and output, until it closes the input.

    Raises `BrokenPipeError` where nobody reads the answers any more.
    """
    _quiet()
    served = server(_desk(settings))
    # Nothing is kept and nothing is changed, so an interrupt may end it on the spot.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        anyio.run(_converse, served)
    except BaseExceptionGroup as faults:
        if faults.subgroup(BrokenPipeError) is None:
            raise
        raise BrokenPipeError from None


def serve_http(settings: Settings, names: Sequence[str]) -> None:
    """Serve clients over HTTP, under the host names given and those of this machine, until told to stop.

    Raises `UsageError` where the address cannot be listened on or nobody could use it.
    """
    _quiet()
    desk = _desk(settings)
    hosts = _hosts(settings.host, names)
    listening = listen(settings.host, settings.port)
    progress(f"正在 http://{address_of(listening)}{PATH} 提供 MCP 服务，按 Ctrl-C 停止")
    unreadable = _fault(types.PARSE_ERROR, desk.said["errors"]["bad_http"])
    config = Config(
        application(desk, settings, hosts),
        patience=settings.timeout,
        unreadable=lambda: unreadable,
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        limit_concurrency=CONNECTIONS,
        timeout_graceful_shutdown=settings.grace,
    )
    uvicorn.Server(config).run(sockets=[listening])


def application(desk: Desk, settings: Settings, hosts: Sequence[str]) -> ASGIApp:
    """The application: each request by itself, for there is nothing to remember of a client."""
    manager = StreamableHTTPSessionManager(
        server(desk),
        json_response=True,
        stateless=True,
        max_request_body_size=settings.body,
        security_settings=TransportSecuritySettings(
            allowed_hosts=[*hosts, *(f"{host}:*" for host in hosts)],
            allowed_origins=[*settings.origin, *(f"http://{host}:*" for host in LOCAL)],
        ),
    )
    door = Route(PATH, StreamableHTTPASGIApp(manager), methods=["POST"])
    app = Starlette(routes=[door], lifespan=lambda _app: manager.run())
    app.add_middleware(Hurry, settings.timeout, desk.said["errors"]["too_slow"])
    app.add_middleware(
        CORSMiddleware, allow_origins=settings.origin, allow_methods=["POST"], allow_headers=HEADERS
    )
    return app


class Hurry:
    """Answers for a request that is not done in time, in seconds."""

    def __init__(self, app: ASGIApp, timeout: float, said: str) -> None:
        """Around this application."""
        self.app = app
        self._timeout = timeout
        self._late = JSONResponse(json.loads(_fault(types.REQUEST_TIMEOUT, said)), 408)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        try:
            async with asyncio.timeout(self._timeout):
                await self.app(scope, receive, send)
        except TimeoutError:
            await self._late(scope, receive, send)


async def _converse(served: Server[object]) -> None:
    async with conversation() as (heard, say):
        await served.run(heard, say, served.create_initialization_options())


def _desk(settings: Settings) -> Desk:
    folder = settings.knowledge or knowledge_folder()
    return Desk(Assistant(folder, settings.report, settings.store), Path(folder))


def _hosts(host: str, names: Sequence[str]) -> tuple[str, ...]:
    """The names by which clients may call; raises `UsageError` where these are not known."""
    shown = f"[{host}]" if ":" in host else host
    if names or shown in LOCAL:
        return (*LOCAL, *names)
    try:
        everywhere = ip_address(host).is_unspecified
    except ValueError:
        everywhere = False
    if everywhere:
        raise UsageError(f"--host {host} 在所有地址上监听，请用 --name 写明别人用哪些主机名访问")
    return (*LOCAL, shown)


def _fault(code: int, said: str) -> bytes:
    """An error of the protocol that answers no request in particular."""
    error = {"jsonrpc": "2.0", "id": None, "error": {"code": code, "message": said}}
    return json.dumps(error, ensure_ascii=False).encode()


def _quiet() -> None:
    """Of what the SDK and the server say, only what is broken."""
    for name in ("mcp", "uvicorn"):
        logging.getLogger(name).setLevel(logging.ERROR)
