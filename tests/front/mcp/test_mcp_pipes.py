"""What goes over the pipes and the wire, for clients that are scripts, hostile, or gone."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests import wire
from tests.commands import complaint, gongkai
from tests.mcp_client import COMMAND, PATIENCE, ROOT, over_http

Message = dict[str, Any]
OPENING = (
    {
        "id": 1,
        "method": "initialize",
        "params": {
            "protocolVersion": "2025-06-18",
            "capabilities": {},
            "clientInfo": {"name": "pipe", "version": "1"},
        },
    },
    {"method": "notifications/initialized"},
)
HEADERS = {"Accept": "application/json, text/event-stream", "Content-Type": "application/json"}


def call(number: int, arguments: object, name: object = "answer") -> Message:
    return {"id": number, "method": "tools/call", "params": {"name": name, "arguments": arguments}}


def asked(question: str, number: int = 2) -> Message:
    return call(number, {"question": question})


def lines(*messages: Message) -> bytes:
    rows = (json.dumps({"jsonrpc": "2.0", **message}) for message in messages)
    return "".join(f"{row}\n" for row in rows).encode()


def start(*words: str) -> subprocess.Popen[bytes]:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([sys.executable, *COMMAND, *words], cwd=ROOT, **pipes)


def talk(said: bytes, *words: str) -> tuple[list[Message], str, int]:
    """The messages that come back, what is on standard error, and the exit code."""
    process = start(*words)
    output, complaints = process.communicate(said, PATIENCE)
    return [json.loads(row) for row in output.splitlines()], complaints.decode(), process.returncode


def test_what_is_written_into_a_pipe_is_all_answered() -> None:
    questions = ["连州市进驻多少项", "哪个县市区进驻事项最多", "各县市区进驻多少项"]
    calls = [asked(question, number) for number, question in enumerate(questions, 2)]
    messages, complaints, code = talk(lines(*OPENING, *calls))
    assert {message["id"] for message in messages} == {1, 2, 3, 4}
    assert all("structuredContent" in m["result"] for m in messages if m["id"] > 1)
    assert (complaints, code) == ("", 0)


def test_an_end_before_the_beginning_is_an_end() -> None:
    assert talk(b"") == ([], "", 0)


def test_what_is_withdrawn_keeps_nobody_waiting() -> None:
    withdrawn = {"method": "notifications/cancelled", "params": {"requestId": 2}}
    messages, complaints, code = talk(lines(*OPENING, asked("连州市进驻多少项"), withdrawn))
    assert messages[0]["id"] == 1
    assert (complaints, code) == ("", 0)


NOISE = (
    b"\xff\xfe\x00\n",
    b"nonsense\n",
    b'[]\n""\nnull\n{}\n',
    b"[" * 100_000 + b"\n",
    b'{"jsonrpc": "2.0", "id": 7, "result": {}}\n',
    b'{"jsonrpc": "2.0", "id": {}, "method": "tools/call"}\n',
    lines({"id": 7, "method": "tools/call"}),
    lines({"id": 7, "method": "no/such"}),
    lines(call(7, [1]), call(8, {}, 3), call(9, "x")),
    lines(call(7, {"question": "\ud800"})),
    lines(call(7, {"question": "多" * 3_000_000})),
    lines(call(7, {"question": "多少", "history": ["多少"] * 100_000})),
)


def test_noise_disturbs_no_answer() -> None:
    said = lines(*OPENING)
    for number, noise in enumerate(NOISE, 100):
        said += noise + lines(asked("连州市进驻多少项", number))
    messages, complaints, code = talk(said)
    good = [message for message in messages if (message.get("id") or 0) >= 100]
    assert [m["result"]["structuredContent"]["values"][0]["value"] for m in good] == (
        ["669"] * len(NOISE)
    )
    assert (complaints, code) == ("", 0)
    for message in messages:
        assert "Traceback" not in json.dumps(message) and "/assistant/" not in json.dumps(message)


def test_a_client_that_is_gone_ends_it_quietly() -> None:
    process = start()
    assert process.stdin and process.stdout and process.stderr
    process.stdout.close()
    process.stdin.write(lines(*OPENING, asked("连州市进驻多少项")))
    process.stdin.close()
    assert process.wait(PATIENCE) == 0
    assert process.stderr.read() == b""
    process.stderr.close()


def test_an_interrupt_ends_it_quietly() -> None:
    process = start()
    assert process.stdin and process.stdout
    process.stdin.write(lines(*OPENING))
    process.stdin.flush()
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=PATIENCE) == (b"", b"")
    assert process.returncode == -signal.SIGINT


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--store", "none.db"), "none.db"),
        (("--report", "none-2000"), "none-2000"),
        (("--host", "127.0.0.1"), "--http"),
        (("--name", "example.gov.cn"), "--http"),
        (("--http", "--host", "0.0.0.0"), "--name"),
        (("--http", "--host", "203.0.113.1"), "203.0.113.1"),
        (("--http", "--port", "x"), "--port"),
        (("--http", "--origin", "example.gov.cn"), "--origin"),
    ],
)
def test_wrong_words_are_said_in_one_line(words: tuple[str, ...], part: str) -> None:
    assert part in complaint(gongkai("mcp", *words))


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    words = ("--origin", "https://www.example.gov.cn", "--name", "mcp.example.gov.cn")
    with over_http(*words, "--timeout", "2") as url:
        yield url


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Origin": "https://www.example.gov.cn"}, 200),
        ({"Origin": "http://localhost:3000"}, 200),
        ({"Host": "mcp.example.gov.cn"}, 200),
        ({"Host": "localhost:8000"}, 200),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Host": "evil.example"}, 421),
        ({"Host": "127.0.0.1.evil.example"}, 421),
        ({"Content-Type": "text/plain"}, 400),
    ],
)
def test_only_those_who_may_call_are_heard(
    address: str, headers: dict[str, str], status: int
) -> None:
    body = lines(OPENING[0])
    got = wire.post(address, content=body, headers=HEADERS | headers)
    assert got.status_code == status
    allowed = got.headers.get("Access-Control-Allow-Origin")
    assert allowed == (headers.get("Origin") if "www.example" in str(headers) else None)


@pytest.mark.parametrize(
    ("method", "content", "status"),
    [
        ("GET", b"", 405),
        ("DELETE", b"", 405),
        ("POST", b"", 400),
        ("POST", b"\xff", 400),
        ("POST", b"[" * 60_000, 400),
        ("POST", b"x" * 70_000, 413),
    ],
)
def test_noise_over_http_is_refused(address: str, method: str, content: bytes, status: int) -> None:
    got = wire.request(method, address, content=content, headers=HEADERS)
    assert got.status_code == status
    assert "Traceback" not in got.text


def test_who_is_slow_to_send_is_not_waited_for(address: str) -> None:
    def slowly() -> Iterator[bytes]:
        while True:
            yield b" "
            time.sleep(0.2)

    got = wire.post(address, content=slowly(), headers=HEADERS)
    assert got.status_code == 408
    assert "时限" in got.json()["error"]["message"]
