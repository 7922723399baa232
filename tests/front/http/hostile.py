"""A service under hostile requests, with good ones in between.

    python -m tests.front.http.hostile [--count 10000] [--seed 1]

starts a service, sends the requests, asks good questions all the while, and says what came of it.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from assistant import Assistant
from tests.patience import PATIENCE
from tests.serving import Service, serving

TIMEOUT = 20
LOOKS = 10
FLAGS = ("--timeout", str(TIMEOUT), "--proxy", "127.0.0.1", "--total", "1000000")
AT_ONCE = 60
GOOD_AT_ONCE = 3
REFUSED = frozenset({400, 404, 405, 408, 413, 422, 429})
HUGE = 10**7
GOOD = (
    ("连州市进驻多少项", []),
    ("那英德呢", ["连州市进驻多少项"]),
    ("哪个县市区进驻事项最多", []),
    ("两个区进驻事项合计占全市百分之几", []),
    ("2012年连州市进驻多少项", []),
)
STARTED = re.compile(r"工作进程已启动 \[(\d+)\]")


def head(method: str = "POST", path: str = "/answer", *lines: str) -> bytes:
    given = (f"{method} {path} HTTP/1.1", "Host: localhost", *lines)
    return "\r\n".join(given).encode("utf-8", "surrogateescape") + b"\r\n\r\n"


def posted(body: bytes, *lines: str, path: str = "/answer") -> list[bytes]:
    kind = () if any(x.lower().startswith("content-type") for x in lines) else (JSON,)
    return [head("POST", path, *kind, f"Content-Length: {len(body)}", *lines) + body]


JSON = "Content-Type: application/json"
WORDS = (
    *(
        "连州市",
        "进驻",
        "事项",
        "多少",
        "英德",
        "比",
        "占",
        "合计",
        "2013年",
        "12345",
        "最多",
        "ＡＢ",
    ),
    *("項", "lianzhou", "<b>", "\x00", "\x1b[2J", "\u202e", "😀", "'"),
)
VALUES: tuple[Any, ...] = (
    *(None, True, 0, -1, 1.5, 10**400, "", [], {}, [[]], {"a": {}}, "\ud800", "x" * 1001),
    *([{}] * 60, ["x"] * 60, [None], "../../etc/passwd", ["../../etc/passwd"], "%00"),
)
PATHS = (
    *(
        "/../../etc/passwd",
        "/reports/..%2f..%2fetc%2fpasswd/source",
        "/reports/%00/source",
        "//",
        "/%",
    ),
    *("/reports/" + "x" * 5000, "/suggest?q=" + "%E8%BF%9E" * 1500, "/suggest?limit=" + "9" * 5000),
    *("/answer/../metrics", "/%2e%2e/%2e%2e/", "/reports/qingyuan-2013/source/", "*", "http://x/y"),
    *("/suggest?q=%ff%fe", "/suggest?q=%00&q=2", "/suggest?q=' OR 1=1 --".replace(" ", "%20")),
)
LINES = (
    *(
        "X: " + "x" * 17000,
        "Content-Length: -1",
        "Content-Length: 9\r\nContent-Length: 8",
        "X\x00: 1",
    ),
    *("Transfer-Encoding: chunked\r\nContent-Length: 5", "Transfer-Encoding: gzip, chunked", ": x"),
    *("Expect: 200-maybe", "Upgrade: websocket\r\nConnection: Upgrade", "Cookie: " + "a=b; " * 900),
    *("Range: bytes=0-1,1-2,2-3", "Host: evil.example", "X-Forwarded-For: " + "1.2.3.4, " * 900),
    *("Content-Encoding: gzip", "Content-Type: multipart/form-data", "Content-Type: text/html"),
)
ENCODINGS = ("gb18030", "utf-16", "utf-32", "utf-7", "big5", "shift_jis")


def question(chance: random.Random, longest: int = 40) -> str:
    return "".join(chance.choices(WORDS, k=chance.randint(1, longest)))


def oversized(chance: random.Random) -> list[bytes]:
    if chance.random() < 0.5:
        return [
            head("POST", "/answer", JSON, f"Content-Length: {HUGE}"),
            b" " * chance.randint(0, 10**5),
        ]
    chunk = b"2000\r\n" + b" " * 0x2000 + b"\r\n"
    return [
        head("POST", "/answer", JSON, "Transfer-Encoding: chunked"),
        *[chunk] * chance.randint(9, 30),
    ]


def malformed(chance: random.Random) -> list[bytes]:
    body = bytearray(
        json.dumps({"question": question(chance), "history": [question(chance)]}).encode()
    )
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(body))
        body[at : at + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 3))
    return posted(bytes(body))


def nested(chance: random.Random) -> list[bytes]:
    opened = chance.choice([b"[", b'{"question":', b'{"history":[', b'"\\ud800'])
    return posted(opened * chance.randint(100, 4000))


def mistyped(chance: random.Random) -> list[bytes]:
    names = ("question", "history", "reports", "messages", "model", "stream", "__proto__", "")
    body = {chance.choice(names): chance.choice(VALUES) for _ in range(chance.randint(1, 4))}
    path = chance.choice(["/answer", "/turn", "/further", "/feedback", "/v1/chat/completions"])
    return posted(
        json.dumps(chance.choice([body, [body], chance.choice(VALUES)])).encode(), path=path
    )


def misencoded(chance: random.Random) -> list[bytes]:
    encoding = chance.choice(ENCODINGS)
    text = json.dumps({"question": "连州市进驻多少项"}, ensure_ascii=False)
    return posted(
        text.encode(encoding, "replace"), f"Content-Type: application/json; charset={encoding}"
    )


def garbage(chance: random.Random) -> list[bytes]:
    return [chance.randbytes(chance.randint(1, 3000)) + b"\r\n\r\n"]


def lost(chance: random.Random) -> list[bytes]:
    method = chance.choice(
        ["GET", "GET", "GET", "PUT", "DELETE", "TRACE", "CONNECT", "OPTIONS", "EVIL"]
    )
    return [head(method, chance.choice(PATHS))]


def smuggled(chance: random.Random) -> list[bytes]:
    line = chance.choice(LINES)
    return [
        head("POST", "/answer", line, JSON)
        + b'0\r\n\r\nGET /metrics HTTP/1.1\r\n\r\n{"question": 1}'
    ]


def heavy(chance: random.Random) -> list[bytes]:
    body = {"question": question(chance, 300)[:1000]}
    if chance.random() < 0.3:
        body |= {"history": [question(chance, 30)[:1000] for _ in range(chance.randint(1, 50))]}
    return posted(json.dumps(body).encode(), path=chance.choice(["/answer", "/turn"]))


def forged(chance: random.Random) -> list[bytes]:
    line = '\r\n{"event": "forged"}\n\x1b]0;forged\x07'
    body = json.dumps({"question": line, "history": [line], "reports": [line]}).encode()
    return posted(
        body, "User-Agent: forged", "Referer: forged", path=chance.choice(["/answer", "/forged"])
    )


def abandoned(chance: random.Random) -> list[bytes]:
    """Begun and left: the connection is closed at once."""
    whole = posted(json.dumps({"question": question(chance)}).encode())[0]
    return [whole[: chance.randrange(1, len(whole))]]


def slow(chance: random.Random) -> list[bytes]:
    """Begun and never ended: the connection stays open until the service has enough of it."""
    whole = posted(json.dumps({"question": question(chance)}).encode())[0]
    return [whole[: chance.randrange(1, len(whole))]]


KINDS: tuple[tuple[Callable[[random.Random], list[bytes]], int], ...] = (
    *((oversized, 10), (malformed, 15), (nested, 6), (mistyped, 15), (misencoded, 6), (garbage, 8)),
    *((lost, 12), (smuggled, 8), (heavy, 6), (forged, 4), (abandoned, 6), (slow, 4)),
)


@dataclass
class Outcome:
    """What came of it: statuses by kind of request, what was wrong, and how long good answers took."""

    statuses: dict[str, Counter[int]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)

    @property
    def sent(self) -> int:
        """How many hostile requests."""
        return sum(counted.total() for counted in self.statuses.values())


async def attack(service: Service, count: int, seed: int = 1) -> Outcome:
    """Send hostile requests, and good ones all the while; the worker's memory is looked at on the way."""
    outcome = Outcome()
    made, weights = zip(*KINDS, strict=True)
    where = urlsplit(service.url)
    turn, done = asyncio.Semaphore(AT_ONCE), asyncio.Event()

    async def one(number: int) -> None:
        chance = random.Random(f"{seed}-{number}")
        [kind] = chance.choices(made, weights)
        async with turn:
            chunks = kind(chance)
            status, body = await exchange(where.hostname, where.port, chunks, kind)
        outcome.statuses.setdefault(kind.__name__, Counter())[status] += 1
        if fault := wrong_with(status, body):
            outcome.wrong.append(f"{kind.__name__}: {fault}: {chunks[0][:300]!r}")
        if outcome.sent % max(1, count // LOOKS) == 0:
            outcome.memory.append(memory_of(service))

    good = [asyncio.create_task(ask(service, outcome, done, n)) for n in range(GOOD_AT_ONCE)]
    await asyncio.gather(*map(one, range(count)))
    done.set()
    await asyncio.gather(*good)
    return outcome


async def exchange(
    host: str | None, port: int | None, chunks: list[bytes], kind: object
) -> tuple[int, bytes]:
    """Send, and read what comes; the status, 0 where the connection was closed without an answer."""
    reader, writer = await asyncio.open_connection(host, port)
    got = b""
    try:
        for chunk in chunks:
            writer.write(addressed(chunk))
            await writer.drain()
        if kind is not abandoned:
            async with asyncio.timeout(PATIENCE):
                while b"\r\n\r\n" not in got and (more := await reader.read(65536)):
                    got += more
                length = re.search(rb"\r\ncontent-length: (\d+)\r\n", got.lower())
                rest = got.partition(b"\r\n\r\n")[2]
                while length and len(rest) < int(length[1]) and (more := await reader.read(65536)):
                    rest += more
                return (int(got.split(b" ", 2)[1]) if got else 0), rest[
                    : int(length[1])
                ] if length else rest
    except (ConnectionResetError, BrokenPipeError):
        pass
    finally:
        writer.close()
    return 0, b""


def addressed(chunk: bytes) -> bytes:
    """A request as a proxy passes it on, with an address drawn among many."""
    host = b"Host: localhost\r\n"
    client = f"X-Forwarded-For: 198.51.100.{random.randrange(250)}\r\n".encode()
    return chunk.replace(host, host + client, 1) if host in chunk else chunk


def wrong_with(status: int, body: bytes) -> str:
    """Why an answer to a hostile request is not as it should be; empty where it is."""
    if status in (0, 200):
        return ""
    if status not in REFUSED:
        return f"status {status}"
    try:
        error = json.loads(body)["error"]
    except (ValueError, KeyError, TypeError):
        return f"{status} without an error: {body[:200]!r}"
    # OpenAI's clients look for a type and a parameter too.
    named = set(error) - {"type", "param"} == {"code", "message"}
    said = named and max(error["message"]) >= "一"
    return "" if said else f"{status} with {error}"


async def ask(service: Service, outcome: Outcome, done: asyncio.Event, number: int) -> None:
    """Ask good questions until it is over; each must be answered as the assistant does."""
    import httpx

    assistant = Assistant()
    expected = [assistant.answer(question, history).to_dict() for question, history in GOOD]
    async with httpx.AsyncClient(timeout=PATIENCE) as client:
        for turn in range(10**6):
            if done.is_set():
                return
            (question, history), answer = GOOD[turn % len(GOOD)], expected[turn % len(GOOD)]
            who = {"X-Forwarded-For": f"203.0.113.{(turn * GOOD_AT_ONCE + number) % 250}"}
            began = time.perf_counter()
            got = await client.post(
                f"{service.url}/answer",
                json={"question": question, "history": history},
                headers=who,
            )
            outcome.waits.append(time.perf_counter() - began)
            if got.status_code != 200 or got.json() != answer:
                outcome.wrong.append(f"good: {question}: {got.status_code} {got.text[:200]}")


def memory_of(service: Service) -> int:
    """The memory that the workers hold, in KiB."""
    workers = [m[1] for line in service.log() if (m := STARTED.fullmatch(line["event"]))]
    found = 0
    for worker in workers:
        status = Path(f"/proc/{worker}/status").read_text(encoding="ascii", errors="replace")
        found += int(status.partition("VmRSS:")[2].split()[0])
    return found


def summary(outcome: Outcome) -> Mapping[str, Any]:
    waits = sorted(outcome.waits)
    return {
        "sent": outcome.sent,
        "by_kind": {k: dict(sorted(v.items())) for k, v in sorted(outcome.statuses.items())},
        "good": len(waits),
        "good_median_ms": round(median(waits) * 1000, 1),
        "good_p99_ms": round(waits[int(len(waits) * 0.99)] * 1000, 1),
        "good_max_ms": round(waits[-1] * 1000, 1),
        "memory_mib": [round(kib / 1024, 1) for kib in outcome.memory],
        "wrong": len(outcome.wrong),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    began = time.perf_counter()
    with serving(*FLAGS) as service:
        outcome = asyncio.run(attack(service, options.count, options.seed))
        exit_code = service.stop()
    print(
        json.dumps(
            {**summary(outcome), "seconds": round(time.perf_counter() - began), "exit": exit_code},
            indent=1,
        )
    )
    for fault in outcome.wrong[:20]:
        print(fault)
    return 1 if outcome.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
