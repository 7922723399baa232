"""The service as a process: started, watched, stopped."""

from __future__ import annotations

import re
import socket
from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.front.listening import listen
from tests import wire
from tests.commands import complaint, gongkai
from tests.serving import Service, serving, until

QUESTION = {"question": "连州市进驻多少项"}


def test_it_is_ready_and_counts(served: Service) -> None:
    assert wire.get(f"{served.url}/healthz").json() == {"status": "ok"}
    wire.post(f"{served.url}/answer", json=QUESTION)
    counted = wire.get(f"{served.url}/metrics")
    assert counted.headers["content-type"].startswith("text/plain; version=")
    assert 'gongkai_answers_total{status="answered"}' in counted.text
    assert "gongkai_reports 1.0" in counted.text


def test_the_log_says_nothing_of_the_question(served: Service) -> None:
    forged = 'x\n{"event": "forged"}\r\n'
    wire.post(
        f"{served.url}/answer",
        json={"question": forged},
        headers={"User-Agent": "forged"},
    )
    wire.get(f"{served.url}/forged%0a%7b%22event%22")
    wire.get(f"{served.url}/suggest", params={"q": "forged"})
    assert {line["route"] for line in served.events("request")} >= {"/answer", "/suggest", "other"}
    text = served.journal.read_text(encoding="utf-8")
    assert "forged" not in text
    assert "127.0.0.1" not in text


def test_the_log_begins_and_ends_in_chinese() -> None:
    with serving() as service:
        assert service.stop() == 0
        said = [line["event"] for line in service.log() if line["event"] != "request"]
    assert len(said) > 6
    assert [event for event in said if not re.match("[\u4e00-\u9fff]", event)] == []


def test_small_answers_are_sent_at_once() -> None:
    # Of a socket that is not named a TCP socket asyncio does not switch Nagle's algorithm off.
    listening = listen("127.0.0.1", 0)
    assert listening.proto == socket.IPPROTO_TCP
    listening.close()


def test_several_workers_answer_and_count_together() -> None:
    with serving("--workers", "2") as service:

        def ask(_: int) -> int:
            return wire.post(f"{service.url}/answer", json=QUESTION).status_code

        with ThreadPoolExecutor(8) as pool:
            assert set(pool.map(ask, range(40))) == {200}
        # An answer is counted when it is on its way.
        counted = 'gongkai_answers_total{status="answered"} 40.0'
        until(lambda: counted in wire.get(f"{service.url}/metrics").text)
        until(lambda: len(service.events("准备完毕")) == 2)
        assert service.stop() == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--port", "70000"), "--port 要写0到65535的整数"),
        (("--workers", "0"), "--workers 要写1到256的整数"),
        (("--origin", "gov.cn"), "--origin 要像 https://www.example.gov.cn，不带路径"),
        (("--proxy", "nginx"), "--proxy 要写地址或网段，例如 127.0.0.1 或 10.0.0.0/8"),
        (("--store", "none.db"), "none.db: 没有这个库文件"),
        (("--report", "none"), "没有编号为“none”的报告"),
        (("--knowledge", "none"), "none"),
        (("--log", "none/log"), "没有这个文件"),
        (("--host", "no.such.host.invalid"), "没有这个地址"),
    ],
)
def test_what_cannot_be_served_is_said_in_one_line(words: tuple[str, ...], said: str) -> None:
    assert said in complaint(gongkai("serve", *words))


def test_a_port_in_use_is_said_in_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert "已被别的程序占用" in complaint(gongkai("serve", "--port", port))


def test_the_environment_sets_it_up() -> None:
    asked = {"GONGKAI_RATE": "2", "GONGKAI_REPORT": "qingyuan-2013", "GONGKAI_PORT": "1"}
    with serving(environment=asked) as service:
        got = [wire.get(f"{service.url}/reports") for _ in range(3)]
    assert [one.status_code for one in got] == [200, 200, 429]
    assert got[-1].json()["error"]["code"] == "too_many"
    assert 0 < int(got[-1].headers["retry-after"]) <= 61


def test_the_workers_count_requests_together() -> None:
    with serving("--workers", "2", "--rate", "10") as service:

        def ask(_: int) -> int:
            return wire.get(f"{service.url}/reports").status_code

        with ThreadPoolExecutor(8) as pool:
            got = list(pool.map(ask, range(40)))
    assert sorted(got) == [200] * 10 + [429] * 30
