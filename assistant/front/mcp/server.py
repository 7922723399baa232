"""The server of the protocol: the tools as they are announced and called, and the reports as resources."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import TypeVar

import mcp_types as types
from anyio.to_thread import run_sync
from mcp.server import Server, ServerRequestContext
from mcp.shared.exceptions import MCPError

from assistant import __version__
from assistant.front.mcp.tools import TOOLS, Desk, Outcome, Refused
from assistant.store.packing import Summary

NAME = "gongkai"
SCHEME = "gongkai://reports/"
TEXT = "text/plain; charset=utf-8"
SAFE = types.ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)

Context = ServerRequestContext[object]
Page = types.PaginatedRequestParams | None
Made = TypeVar("Made")

log = logging.getLogger("gongkai")


def server(desk: Desk) -> Server[object]:
    """A server over this desk; it keeps nothing of a client, so one serves them all."""

    async def tools(_context: Context, _page: Page) -> types.ListToolsResult:
        return types.ListToolsResult(tools=[_tool(name, desk) for name in TOOLS])

    async def call(_context: Context, asked: types.CallToolRequestParams) -> types.CallToolResult:
        if asked.name not in TOOLS:
            fault = desk.refusal("no_such_tool", known="、".join(TOOLS))
            raise MCPError(types.INVALID_PARAMS, str(fault))
        try:
            done = await _aside(desk, partial(desk.call, asked.name, asked.arguments or {}))
        except Refused as fault:
            return types.CallToolResult(content=[_text(str(fault))], is_error=True)
        return _result(done)

    async def resources(_context: Context, _page: Page) -> types.ListResourcesResult:
        found = [_resource(summary, desk) for summary in desk.assistant.summaries]
        return types.ListResourcesResult(resources=found)

    async def read(
        _context: Context, asked: types.ReadResourceRequestParams
    ) -> types.ReadResourceResult:
        identity = str(asked.uri).removeprefix(SCHEME)
        try:
            report = await _aside(desk, partial(desk.report, identity))
        except Refused as fault:
            raise MCPError(types.INVALID_PARAMS, str(fault)) from None
        text = types.TextResourceContents(uri=asked.uri, mime_type=TEXT, text=report.source)
        return types.ReadResourceResult(contents=[text])

    return Server(
        NAME,
        version=__version__,
        instructions=desk.said["instructions"],
        on_list_tools=tools,
        on_call_tool=call,
        on_list_resources=resources,
        on_read_resource=read,
    )


async def _aside(desk: Desk, work: Callable[[], Made]) -> Made:
    """Work in a thread, so that others are heard meanwhile; of a fault of ours only that there was one is told."""
    try:
        return await run_sync(work)
    except Refused:
        raise
    except Exception:
        log.exception("broken")
        raise desk.refusal("broken") from None


def _tool(name: str, desk: Desk) -> types.Tool:
    said, tool = desk.said["tools"][name], TOOLS[name]
    return types.Tool(
        name=name,
        title=said["title"],
        description=said["about"].strip(),
        input_schema=tool.takes.model_json_schema(),
        output_schema=tool.gives.model_json_schema(mode="serialization"),
        annotations=SAFE,
    )


def _resource(summary: Summary, desk: Desk) -> types.Resource:
    card = summary.card
    title = desk.said["source"]["title"].format(title=card.title)
    return types.Resource(uri=SCHEME + card.id, name=card.id, title=title, mime_type=TEXT)


def _result(done: Outcome) -> types.CallToolResult:
    return types.CallToolResult(content=[_text(done.text)], structured_content=done.data)


def _text(text: str) -> types.TextContent:
    return types.TextContent(text=text)
