"""A conversation over standard input and output that ends only when all that was asked is answered."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeAlias

import anyio
import mcp_types as types
from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream
from mcp.server.stdio import stdio_server
from mcp.shared.message import SessionMessage

WITHDRAWN = "notifications/cancelled"
PATIENCE = 10  # seconds for what is still asked when the client has closed its end

Heard: TypeAlias = SessionMessage | Exception


@asynccontextmanager
async def conversation() -> AsyncIterator[
    tuple[MemoryObjectReceiveStream[Heard], MemoryObjectSendStream[SessionMessage]]
]:
    """What the client says and where to answer, for `Server.run`.

    The SDK drops what it is working on as soon as the input ends; a script that writes its calls
    into a pipe would get no answer.
    """
    hear, heard = anyio.create_memory_object_stream[Heard]()
    say, said = anyio.create_memory_object_stream[SessionMessage]()
    asked = Asked()
    async with stdio_server() as (coming, going), going, anyio.create_task_group() as tasks:
        tasks.start_soon(_listen, coming, hear, asked)
        tasks.start_soon(_speak, said, going.send, asked)
        yield heard, say


class Asked:
    """The requests that are not answered yet."""

    def __init__(self) -> None:
        """None."""
        self._open: set[types.RequestId] = set()
        self._answered = anyio.Event()

    def hears(self, message: types.JSONRPCMessage) -> None:
        """A request is to be answered, unless the client withdraws it."""
        if isinstance(message, types.JSONRPCRequest):
            self._open.add(message.id)
        elif isinstance(message, types.JSONRPCNotification) and message.method == WITHDRAWN:
            self._close((message.params or {}).get("requestId"))

    def says(self, message: types.JSONRPCMessage) -> None:
        """An answer goes out."""
        if isinstance(message, types.JSONRPCResponse | types.JSONRPCError):
            self._close(message.id)

    async def all_answered(self) -> None:
        """Wait until nothing is open."""
        while self._open:
            await self._answered.wait()

    def _close(self, identity: object) -> None:
        self._open = {other for other in self._open if other != identity}
        self._answered.set()
        self._answered = anyio.Event()


async def _listen(
    coming: AsyncIterable[Heard], hear: MemoryObjectSendStream[Heard], asked: Asked
) -> None:
    async with hear:
        async for item in coming:
            if isinstance(item, SessionMessage):
                asked.hears(item.message)
            await hear.send(item)
        with anyio.move_on_after(PATIENCE):
            await asked.all_answered()


async def _speak(
    said: MemoryObjectReceiveStream[SessionMessage],
    send: Callable[[SessionMessage], Awaitable[None]],
    asked: Asked,
) -> None:
    async with said:
        async for item in said:
            await send(item)
            asked.says(item.message)
