"""What the tools give to the SDK's own client, which checks it against the schemas that they announce."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import pytest
from mcp.shared.exceptions import MCPError
from mcp.types import CallToolResult

from assistant import Assistant
from tests.commands import gongkai
from tests.mcp_client import client, over_http

ASSISTANT = Assistant()
REPORT = "qingyuan-2013"
SOURCE = ASSISTANT.reports[0].source
WAYS = [("stdio", "auto"), ("stdio", "legacy"), ("http", "auto"), ("http", "legacy")]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with over_http() as url:
        yield url


def called(
    *calls: tuple[str, dict[str, Any]], url: str = "", mode: str = "auto"
) -> list[CallToolResult]:
    """What the tools give, called one after the other."""

    async def run() -> list[CallToolResult]:
        async with client(url=url, mode=mode) as asking:
            return [await asking.call_tool(name, arguments) for name, arguments in calls]

    return asyncio.run(run())


def said(result: CallToolResult) -> str:
    [content] = result.content
    return str(content.text)


@pytest.mark.parametrize(("door", "mode"), WAYS)
def test_every_way_of_talking_gives_the_same(door: str, mode: str, address: str) -> None:
    history = ["连州市进驻多少项"]
    answer, reports, source, check = called(
        ("answer", {"question": "那英德呢", "history": history, "reports": [REPORT]}),
        ("list_reports", {}),
        ("get_source", {"report": REPORT}),
        ("check", {"reports": [REPORT]}),
        url=address if door == "http" else "",
        mode=mode,
    )
    found = ASSISTANT.answer("那英德呢", history)
    [citation] = found.citations
    assert answer.structured_content == found.to_dict()
    assert said(answer) == (
        f"{found.text}\n\n[1] 《{citation.title}》 {citation.section}：“英德市628项”"
    )
    assert reports.structured_content == {"reports": [ASSISTANT.summaries[0].to_dict()]}
    assert source.structured_content["text"] == SOURCE
    assert said(source).endswith(SOURCE)
    done = gongkai("check", REPORT, "--json")
    assert check.structured_content == json.loads(done.stdout)


def test_a_stretch_of_the_source_is_what_a_citation_quotes(address: str) -> None:
    [citation] = ASSISTANT.answer("连州市进驻多少项").citations
    place = {"report": REPORT, "start": citation.start, "end": citation.end}
    [result] = called(("get_source", place), url=address)
    assert result.structured_content == {
        **place,
        "title": citation.title,
        "characters": len(SOURCE),
        "text": citation.quote,
    }


def test_what_is_not_answered_is_no_error(address: str) -> None:
    [refused, unclear] = called(
        ("answer", {"question": "2012年连州市进驻多少项"}),
        ("answer", {"question": "文件类信息多少条"}),
        url=address,
    )
    assert not refused.is_error and not unclear.is_error
    assert refused.structured_content["reason"] == "no_such_period"
    assert unclear.structured_content["status"] == "clarify"
    for shown in (refused, unclear):
        assert "报告里最相关的原文（不是答案）" in said(shown)
        assert 1 <= len(shown.structured_content["passages"]) <= 3
        for passage in shown.structured_content["passages"]:
            assert SOURCE[passage["start"] : passage["end"]] == passage["quote"]
            assert passage["quote"] in said(shown)
    for question in unclear.structured_content["suggestions"]:
        assert question in said(unclear)


def test_what_cannot_be_done_is_said_in_one_sentence() -> None:
    wrong = [
        ("answer", {}, "question"),
        ("answer", {"question": 3}, "question"),
        ("answer", {"question": None}, "question"),
        ("answer", {"question": "多" * 1001}, "1000"),
        ("answer", {"question": "多少", "history": ["多少"] * 10_000}, "history"),
        ("answer", {"question": "多少", "history": [1]}, "history.0"),
        ("answer", {"question": "多少", "reports": ["../../etc/passwd"]}, REPORT),
        ("answer", {"question": "多少", "surplus": 1}, "字段"),
        ("list_reports", {"surplus": 1}, "字段"),
        ("get_source", {}, "report"),
        ("get_source", {"report": "../../etc/passwd"}, "list_reports"),
        ("get_source", {"report": REPORT, "start": 2, "end": 1}, str(len(SOURCE))),
        ("get_source", {"report": REPORT, "end": len(SOURCE) + 1}, str(len(SOURCE))),
        ("get_source", {"report": REPORT, "start": -1}, "start"),
        ("get_source", {"report": REPORT, "start": "1"}, "整数"),
        ("check", {"reports": ["none"]}, REPORT),
        ("check", {"reports": "none"}, "列表"),
    ]
    results = called(*(call[:2] for call in wrong))
    for (name, arguments, part), result in zip(wrong, results, strict=True):
        message = said(result)
        assert result.is_error, (name, arguments)
        assert part in message and message.endswith("。") and "\n" not in message, message
        assert result.structured_content is None


def test_the_tools_say_what_they_are() -> None:
    async def run() -> None:
        async with client() as asking:
            tools = (await asking.list_tools()).tools
            assert [tool.name for tool in tools] == [
                "answer",
                "list_reports",
                "get_source",
                "check",
            ]
            for tool in tools:
                assert tool.title and tool.description and tool.output_schema
                assert tool.input_schema["additionalProperties"] is False
                hints = tool.annotations
                assert hints and hints.read_only_hint and hints.idempotent_hint
                assert not hints.destructive_hint and not hints.open_world_hint
            assert "clarify" in (asking.instructions or "")
            with pytest.raises(MCPError, match="没有这个工具"):
                await asking.call_tool("delete_everything", {})

    asyncio.run(run())


def test_the_reports_are_resources(address: str) -> None:
    async def run() -> None:
        async with client(url=address) as asking:
            [resource] = (await asking.list_resources()).resources
            [content] = (await asking.read_resource(resource.uri)).contents
            assert content.text == SOURCE
            for uri in ("gongkai://reports/none", "file:///etc/passwd"):
                with pytest.raises(MCPError, match="没有这份报告"):
                    await asking.read_resource(uri)

    asyncio.run(run())


def test_many_ask_at_once(address: str) -> None:
    questions = ("连州市进驻多少项", "哪个县市区进驻事项最多", "2012年有多少项", "你好")
    expected = [ASSISTANT.answer(question).to_dict() for question in questions]

    async def one() -> None:
        async with client(url=address) as asking:
            answers = [asking.call_tool("answer", {"question": q}) for q in questions]
            found = await asyncio.gather(*answers)
            assert [result.structured_content for result in found] == expected

    async def run() -> None:
        await asyncio.gather(*(one() for _ in range(8)))

    asyncio.run(run())
