"""What the service answers is what the assistant answers in Python."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from assistant import Assistant
from tests import wire
from tests.serving import Service

ASSISTANT = Assistant()
REPORT = "qingyuan-2013"
ASKED = (
    ("连州市进驻多少项", []),
    ("那英德呢", ["连州市进驻多少项"]),
    ("哪个县市区进驻事项最多", []),
    ("两个区进驻事项合计占全市百分之几", []),
    ("文件类信息多少条", []),
    ("2012年连州市进驻多少项", []),
    ("存在哪些问题", []),
    ("你好", []),
    ("", []),
    ("多少" * 400, []),
    ("<script>alert(1)</script>\x00\u202e", ["'; DROP TABLE gongkai_cards --"]),
)


def post(served: Service, path: str, body: Any) -> httpx.Response:
    return wire.post(served.url + path, json=body)


@pytest.mark.parametrize(("question", "history"), ASKED)
def test_an_answer_is_the_same_as_in_python(
    served: Service, question: str, history: list[str]
) -> None:
    answer = ASSISTANT.answer(question, history).to_dict()
    got = post(served, "/answer", {"question": question, "history": history})
    assert got.status_code == 200
    assert got.json() == answer
    filtered = post(
        served, "/answer", {"question": question, "history": history, "reports": [REPORT]}
    )
    assert filtered.json() == answer
    turn = post(served, "/turn", {"question": question, "history": history}).json()
    assert turn["answer"] == answer


def test_the_bytes_are_utf8_as_they_are_written(served: Service) -> None:
    body = '{"question": "连州市进驻多少项"}'.encode()
    got = wire.post(
        f"{served.url}/answer",
        content=body,
        headers={"Content-Type": "application/json"},
    )
    assert "连州市669项".encode() in got.content


def test_a_turn_goes_on(served: Service) -> None:
    turn = post(served, "/turn", {"question": "连州市进驻多少项"}).json()
    assert turn["bars"] == []
    assert turn["further"] == []
    asked = {"question": "那英德呢", "history": ["连州市进驻多少项"]}
    further = post(served, "/further", asked).json()["further"]
    assert len(further) == 3
    assert "连州市进驻多少项？" not in further
    for question in further:
        assert ASSISTANT.answer(question).status == "answered"
        assert ASSISTANT.answer(question, [*asked["history"], asked["question"]]).citations
    assert post(served, "/further", {**asked, "reports": ["none"]}).status_code == 404


@pytest.mark.parametrize("question", ["文件类信息多少条", "2012年办了几场新闻发布会", "你好"])
def test_what_an_answer_offers_itself_comes_with_it(served: Service, question: str) -> None:
    turn = post(served, "/turn", {"question": question}).json()
    assert turn["further"] == turn["answer"]["suggestions"] != []
    assert post(served, "/further", {"question": question}).json()["further"] == turn["further"]


def test_passages_have_the_titles_of_their_reports(served: Service) -> None:
    turn = post(served, "/turn", {"question": "2012年连州市进驻多少项"}).json()
    assert turn["titles"] == {REPORT: ASSISTANT.cards[0].title}
    assert {passage["report"] for passage in turn["answer"]["passages"]} == {REPORT}
    assert post(served, "/turn", {"question": "连州市进驻多少项"}).json()["titles"] == {}


def test_a_breakdown_has_bars_that_are_proved(served: Service) -> None:
    turn = post(served, "/turn", {"question": "各县市区进驻多少项"}).json()
    assert [bar["label"] for bar in turn["bars"]][:2] == ["连州市", "英德市"]
    for bar in turn["bars"]:
        assert bar["text"] in turn["answer"]["citations"][bar["citation"]]["quote"]
        assert bar["text"] == bar["value"] + bar["unit"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [("jzsx", "进驻事项"), ("连州市进", "连州市进驻"), ("", None), ("zzzzzz", None)],
)
def test_suggestions_are_whole_lines(served: Service, typed: str, first: str | None) -> None:
    got = wire.get(f"{served.url}/suggest", params={"q": typed, "limit": 5}).json()["suggestions"]
    assert len(got) <= 5
    assert next(iter(got), None) == first


def test_the_reports_and_their_text(served: Service) -> None:
    report = ASSISTANT.report(REPORT)
    assert report
    [row] = wire.get(f"{served.url}/reports").json()["reports"]
    assert row == ASSISTANT.summaries[0].to_dict()
    one = wire.get(f"{served.url}/reports/{REPORT}").json()
    sections = one.pop("sections")
    assert one == row
    assert [s["path"] for s in sections] == [s.path for s in report.sections]
    source = wire.get(f"{served.url}/reports/{REPORT}/source")
    assert source.headers["content-type"] == "text/plain; charset=utf-8"
    assert source.content.decode() == report.source


@pytest.mark.parametrize(
    ("path", "content", "status", "code"),
    [
        ("/answer", b"{", 400, "bad_json"),
        ("/answer", b"\xff\xfe", 400, "bad_json"),
        ("/answer", b"[" * 30000, 400, "bad_json"),
        ("/answer", b'{"question": ' + b"9" * 5000 + b"}", 400, "bad_json"),
        ("/answer", b"", 422, "bad_request"),
        ("/answer", b"[]", 422, "bad_request"),
        ("/answer", b"{}", 422, "bad_request"),
        ("/answer", b'{"question": 1}', 422, "bad_request"),
        ("/answer", b'{"question": NaN}', 422, "bad_request"),
        ("/answer", b'{"question": null}', 422, "bad_request"),
        ("/answer", b'{"question": "\\ud800"}', 422, "bad_request"),
        ("/answer", b'{"question": "1", "more": 1}', 422, "bad_request"),
        ("/answer", b'{"question": "1", "history": "2"}', 422, "bad_request"),
        ("/answer", b'{"question": "1", "history": [2]}', 422, "bad_request"),
        ("/answer", b'{"question": "' + b"1" * 1001 + b'"}', 422, "bad_request"),
        (
            "/answer",
            json.dumps({"question": "1", "history": ["2"] * 51}).encode(),
            422,
            "bad_request",
        ),
        ("/answer", b'{"question": "1", "reports": ["../../etc"]}', 404, "unknown_report"),
        ("/answer", b'"' + b"1" * 70000 + b'"', 413, "too_large"),
        ("/suggest?limit=0", None, 422, "bad_request"),
        ("/suggest?limit=x", None, 422, "bad_request"),
        ("/reports/none", None, 404, "no_such_report"),
        ("/reports/..%2f..%2fetc%2fpasswd", None, 404, "no_such_page"),
        ("/reports/none/source", None, 404, "no_such_report"),
        ("/none", None, 404, "no_such_page"),
        ("/answer", None, 405, "bad_method"),
    ],
)
def test_what_is_refused_is_said_in_one_sentence(
    served: Service, path: str, content: bytes | None, status: int, code: str
) -> None:
    method = "GET" if content is None else "POST"
    headers = {"Content-Type": "application/json"}
    got = wire.request(method, served.url + path, content=content, headers=headers)
    assert got.status_code == status
    error = got.json()["error"]
    assert error["code"] == code
    assert error["message"].endswith("。") and "\n" not in error["message"]
    assert set(error) == {"code", "message"}


def test_a_head_is_a_get_without_its_body(served: Service) -> None:
    for path in ("/healthz", "/reports", "/none"):
        head, get = (wire.request(m, served.url + path) for m in ("HEAD", "GET"))
        assert head.content == b""
        assert head.status_code == get.status_code
        assert head.headers["content-length"] == get.headers["content-length"]


def test_every_answer_is_guarded(served: Service) -> None:
    for path in ("/reports", "/none", "/healthz"):
        headers = wire.get(served.url + path).headers
        assert "default-src 'self'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert "server" not in headers
