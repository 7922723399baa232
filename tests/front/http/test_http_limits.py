"""Clients that are slow, many, greedy or elsewhere; and how the service comes to its end."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from urllib.parse import urlsplit

import httpx
import pytest

from tests import wire
from tests.patience import PATIENCE
from tests.serving import SITE, Service, serving, until

QUESTION = {"question": "连州市进驻多少项"}
STARTED = re.compile(r"工作进程已启动 \[(\d+)\]")
BODY = json.dumps(QUESTION).encode()
HEAD = (
    b"POST /answer HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    b"Content-Length: %d\r\n\r\n" % len(BODY)
)


@contextmanager
def connected(service: Service, sent: bytes) -> Iterator[socket.socket]:
    where = urlsplit(service.url)
    with socket.create_connection((where.hostname, where.port), timeout=PATIENCE) as connection:
        connection.sendall(sent)
        yield connection


def read(connection: socket.socket) -> bytes:
    found = b""
    while more := connection.recv(65536):
        found += more
    return found


def ask(service: Service, **headers: str) -> httpx.Response:
    return wire.post(f"{service.url}/answer", json=QUESTION, headers=headers)


@pytest.fixture(scope="module")
def hasty() -> Iterator[Service]:
    with serving("--timeout", "2") as service:
        yield service


@pytest.mark.parametrize("sent", [b"", b"POST /answer HTTP/1.1\r\nX-Slow: "])
def test_a_request_that_does_not_come_is_not_waited_for(hasty: Service, sent: bytes) -> None:
    with connected(hasty, sent) as connection:
        assert read(connection) == b""
    until(lambda: ask(hasty).status_code == 200)


def test_a_body_that_does_not_come_is_refused(hasty: Service) -> None:
    with connected(hasty, HEAD + BODY[:9]) as connection:
        head, _, body = read(connection).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 408 ")
    assert json.loads(body)["error"]["code"] == "too_slow"


@pytest.mark.parametrize(
    "sent", [b"\x16\x03\x01\x00\xa5\x01\r\n\r\n", b"GET / HTTP/1.1\r\nX: " + b"x" * 20000]
)
def test_what_is_no_http_is_refused(served: Service, sent: bytes) -> None:
    with connected(served, sent) as connection:
        head, _, body = connection.recv(65536).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400 ")
    assert json.loads(body)["error"]["code"] == "bad_http"


def test_no_more_are_answered_at_once_than_may_be() -> None:
    long = {**QUESTION, "history": ["连州市、英德市、清城区、清新区进驻事项合计多少项"] * 50}
    with serving("--concurrent", "2") as service, ThreadPoolExecutor(16) as pool:

        def turn(_: int) -> httpx.Response:
            return wire.post(f"{service.url}/turn", json=long)

        got: list[httpx.Response] = []
        # Until two were being answered when a third came.
        while not any(one.status_code == 503 for one in got):
            got += pool.map(turn, range(48))
    assert {one.status_code for one in got} == {200, 503}
    busy = next(one for one in got if one.status_code == 503)
    assert busy.json()["error"]["code"] == "busy"
    assert busy.headers["retry-after"] == "1"


def test_who_is_slow_takes_no_place_from_others(served: Service) -> None:
    with ExitStack() as stack:
        for _ in range(8):
            stack.enter_context(connected(served, HEAD + BODY[:9]))
        assert ask(served).status_code == 200


def test_only_a_trusted_proxy_tells_who_asks() -> None:
    for words, statuses in ((("--proxy", "127.0.0.0/8"), [200] * 4), ((), [200, 200, 429, 429])):
        with serving("--rate", "2", *words) as service:
            asked = ("192.0.2.1", "192.0.2.2", "192.0.2.1", "192.0.2.2")
            got = [ask(service, **{"X-Forwarded-For": who}).status_code for who in asked]
            assert got == statuses
            # The nearest address that no proxy of ours gave counts, whatever a client claims before it.
            forged = [
                ask(service, **{"X-Forwarded-For": f"{claimed}, 192.0.2.9"}).status_code
                for claimed in ("1.1.1.1", "2.2.2.2", "3.3.3.3")
            ]
            assert forged[-1] == 429


def test_only_pages_of_allowed_sites_may_ask(served: Service) -> None:
    allowed, elsewhere = "access-control-allow-origin", "https://elsewhere.example"
    assert ask(served, Origin=SITE).headers[allowed] == SITE
    assert allowed not in ask(served, Origin=elsewhere).headers
    for origin, status in ((SITE, 200), (elsewhere, 400)):
        asked = {
            "Origin": origin,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
        }
        got = wire.options(f"{served.url}/answer", headers=asked)
        assert got.status_code == status


def test_a_request_that_runs_is_finished_before_the_end() -> None:
    waiting = HEAD.replace(b"\r\n\r\n", b"\r\nExpect: 100-continue\r\n\r\n")
    with serving("--workers", "2") as service, connected(service, waiting) as connection:
        assert connection.recv(65536).startswith(b"HTTP/1.1 100 ")
        service.process.send_signal(signal.SIGTERM)
        until(lambda: len(service.events("不再接受新的连接")) == 2)
        with pytest.raises(httpx.TransportError):
            wire.get(f"{service.url}/readyz")
        connection.sendall(BODY)
        head, _, body = read(connection).partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200 ")
        assert json.loads(body)["values"][0]["text"] == "669项"
        assert service.process.wait(PATIENCE) == 0


def test_it_says_that_it_is_not_ready_before_the_end() -> None:
    # Prepared connections, so that all is asked long before the five seconds are over.
    with serving("--drain", "5") as service, wire.Client() as client:
        assert client.post(f"{service.url}/answer", json=QUESTION).status_code == 200
        service.process.send_signal(signal.SIGTERM)
        until(lambda: client.get(f"{service.url}/readyz").status_code == 503)
        assert client.post(f"{service.url}/answer", json=QUESTION).status_code == 200
        assert service.process.wait(PATIENCE) == 0


def test_a_worker_that_dies_is_replaced_and_none_outlives_its_parent() -> None:
    with serving() as service:
        [worker] = workers(service)
        os.kill(worker, signal.SIGKILL)
        until(lambda: len(workers(service)) == 2)
        until(lambda: ask(service).status_code == 200)
        service.process.kill()
        service.process.wait(PATIENCE)
        until(lambda: not listens(service))


def listens(service: Service) -> bool:
    where = urlsplit(service.url)
    with socket.socket() as connection:
        return connection.connect_ex((where.hostname, where.port)) == 0


def workers(service: Service) -> list[int]:
    """The process ids of all workers that were started."""
    events = (line["event"] for line in service.log())
    return [int(found[1]) for event in events if (found := STARTED.fullmatch(event))]
