"""How many answers a second the service gives, beside a plain `http.server`; prints a table, asserts nothing.

python tests/benchmarks/service.py [--runs N]      needs the extra `serve`

The plain one is the standard library's threading server around `Assistant.answer`: no validation, no
limits, no log, no reload. The clients keep their connections, and all ask the same questions in turn.
Then how long eight who use the widget wait for an answer (`/turn`, with `/further` after it), beside eight who ask for
nothing else (`/answer`): warm, with the same few questions, and cold, each question once, to fresh processes.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from urllib.parse import urlsplit

from assistant import Assistant

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.bench import QUESTIONS, sample_questions
from tests.serving import serving

UNLIMITED = ("--rate", "1000000000", "--total", "1000000000")
JSON = {"Content-Type": "application/json"}
REQUESTS = 240
CLIENTS = (1, 8)
WAYS = (("/answer",), ("/turn", "/further"))
WAITED = 60
PLAIN = "--plain"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="how often each thing is measured")
    parser.add_argument("--waits", action="store_true", help="only what eight wait for")
    parser.add_argument(PLAIN, action="store_true", help="be the plain server")
    options = parser.parse_args()
    if options.plain:
        serve_plainly()
        return
    if not options.waits:
        print_all_rates(options.runs)
    print_waits("warm", warm_waits(options.runs))
    print_waits("cold", cold_waits(options.runs))


def print_all_rates(runs: int) -> None:
    with ExitStack() as stack:
        urls = {
            "http.server": stack.enter_context(plain()),
            "gongkai serve": stack.enter_context(serving(*UNLIMITED)).url,
            "gongkai serve --workers 2": stack.enter_context(
                serving(*UNLIMITED, "--workers", "2")
            ).url,
        }
        for clients in CLIENTS:
            ways = {name: partial(rate, url, clients) for name, url in urls.items()}
            print_rates(f"{clients} at once", ways, runs)
    print_rates("in Python, without HTTP", {"Assistant.answer": direct}, runs)


Waits = Mapping[tuple[str, ...], Sequence[float]]


def warm_waits(runs: int) -> Waits:
    """The same questions again and again, to one process."""
    asked = [list(islice(cycle(QUESTIONS), n, n + WAITED)) for n in range(CLIENTS[-1])]
    with serving(*UNLIMITED) as service:
        for ways in WAYS:
            waits(service.url, ways, asked)
        return in_turn(runs, lambda ways: waits(service.url, ways, asked))


def cold_waits(runs: int) -> Waits:
    """Each question once, each time to a process that has answered nothing."""
    questions = sample_questions()
    asked = [questions[n :: CLIENTS[-1]] for n in range(CLIENTS[-1])]

    def fresh(ways: tuple[str, ...]) -> list[float]:
        with serving(*UNLIMITED) as service:
            return waits(service.url, ways, asked)

    return in_turn(runs, fresh)


def in_turn(runs: int, act: Callable[[tuple[str, ...]], list[float]]) -> Waits:
    found: dict[tuple[str, ...], list[float]] = {ways: [] for ways in WAYS}
    for _ in range(runs):
        for ways in WAYS:
            found[ways] += act(ways)
    return found


def print_waits(title: str, found: Waits) -> None:
    print(f"\nms until the answer, 8 at once, {title}: p50, p99")
    for ways, times in found.items():
        cuts = quantiles(times, n=100)
        print(f"{cuts[49] * 1000:8.1f} {cuts[98] * 1000:8.1f}  {' then '.join(ways)}", flush=True)


def waits(url: str, ways: tuple[str, ...], asked: Sequence[Sequence[str]]) -> list[float]:
    """What each of the clients waits for each of its answers."""
    with ThreadPoolExecutor(len(asked)) as pool:
        return [one for times in pool.map(partial(wait, url, ways), asked) for one in times]


def wait(url: str, ways: tuple[str, ...], questions: Sequence[str]) -> list[float]:
    where, times = urlsplit(url), []
    connection = HTTPConnection(where.hostname or "", where.port, timeout=60)
    for question in questions:
        body = json.dumps({"question": question}).encode()
        for position, way in enumerate(ways):
            began = perf_counter()
            connection.request("POST", way, body, JSON)
            json.load(connection.getresponse())
            times += [perf_counter() - began] if position == 0 else []
    connection.close()
    return times


def print_rates(title: str, ways: Mapping[str, Callable[[], float]], runs: int) -> None:
    for way in ways.values():
        way()
    rounds = [{name: way() for name, way in ways.items()} for _ in range(runs)]
    print(f"\nanswers a second, {title}")
    for name in ways:
        print(f"{median(one[name] for one in rounds):8.0f}  {name}", flush=True)


def rate(url: str, clients: int) -> float:
    began = perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        list(pool.map(partial(ask, url), [REQUESTS // clients] * clients))
    return REQUESTS / (perf_counter() - began)


def ask(url: str, requests: int) -> None:
    where = urlsplit(url)
    connection = HTTPConnection(where.hostname or "", where.port, timeout=60)
    for question in islice(cycle(QUESTIONS), requests):
        connection.request("POST", "/answer", json.dumps({"question": question}).encode(), JSON)
        answer = json.load(connection.getresponse())
        assert answer["question"] == question
    connection.close()


def direct() -> float:
    assistant = Assistant()
    assistant.answer(QUESTIONS[0])
    began = perf_counter()
    for question in islice(cycle(QUESTIONS), REQUESTS):
        json.dumps(assistant.answer(question).to_dict(), ensure_ascii=False)
    return REQUESTS / (perf_counter() - began)


class Handler(BaseHTTPRequestHandler):
    """Answers a question, and does nothing else."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    assistant = Assistant()

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        answer = self.assistant.answer(asked["question"], asked.get("history", ())).to_dict()
        body = json.dumps(answer, ensure_ascii=False).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def serve_plainly() -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        print(f"http://127.0.0.1:{server.server_port}", flush=True)
        server.serve_forever()


@contextmanager
def plain() -> Iterator[str]:
    process = subprocess.Popen([sys.executable, __file__, PLAIN], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    try:
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait(60)
        process.stdout.close()


if __name__ == "__main__":
    main()
