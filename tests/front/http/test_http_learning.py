"""The service keeps what was asked in vain where it is told to, and answers whatever becomes of the file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest

from assistant.learning.log import Log, Logged
from tests import wire
from tests.commands import gongkai
from tests.serving import Service, serving, until

UNKNOWN, KNOWN = "吹风会开了几场", "连州市进驻多少项"


def post(service: Service, path: str, **body: Any) -> httpx.Response:
    return wire.post(service.url + path, json=body)


def kept(path: Path) -> dict[str, Logged]:
    if not path.exists():
        return {}
    with closing(Log(path, make=False)) as log:
        return {logged.asked.question: logged for logged in log.questions()}


def test_what_was_in_vain_is_kept_by_every_worker(tmp_path: Path) -> None:
    path = tmp_path / "questions.db"
    with serving("--learn", str(path), "--keep", "7", "--workers", "2") as service:
        for n in range(20):
            assert post(service, "/answer", question=UNKNOWN).status_code == 200
            assert post(service, "/turn", question=f"第{n}个卫健委受理多少件").status_code == 200
            post(service, "/answer", question=KNOWN)
        asked = {"question": "那英德呢", "history": [KNOWN]}
        assert post(service, "/feedback", **asked, helpful=True).status_code == 204
        done = post(service, "/feedback", question=KNOWN, helpful=False)
        assert (done.status_code, done.content) == (204, b"")
        post(service, "/feedback", question="我是13800000000，吹风会开了几场", helpful=False)
        assert service.stop() == 0
    found = kept(path)
    assert found[UNKNOWN].times == 20
    assert (found[KNOWN].times, found[KNOWN].unhelpful) == (0, 1)
    assert found["我是【电话】，吹风会开了几场"].unhelpful == 1
    assert len(found) == 23
    with closing(Log(path, make=False)) as log:
        assert log._keep == 7


def test_nothing_is_kept_unasked_nor_asked_for(served_towns: Service) -> None:
    assert post(served_towns, "/feedback", question=UNKNOWN, helpful=False).status_code == 204
    for question in (UNKNOWN, "你好"):
        assert post(served_towns, "/turn", question=question).json()["rated"] is False
        page = wire.get(f"{served_towns.url}/ask", params={"q": question})
        assert "unhelpful" not in page.text
    sent = wire.post(f"{served_towns.url}/unhelpful", data={"q": UNKNOWN})
    assert (sent.status_code, "没有记下" in sent.text) == (422, True)


@pytest.mark.parametrize(
    ("question", "rated"),
    [(KNOWN, True), (UNKNOWN, True), ("文件类信息多少条", True), ("你好", False), ("？", False)],
)
def test_it_is_asked_for_where_it_is_kept(served: Service, question: str, rated: bool) -> None:
    assert post(served, "/turn", question=question).json()["rated"] is rated
    page = wire.get(f"{served.url}/ask", params={"q": question})
    assert ('action="unhelpful"' in page.text) is rated


def test_a_word_is_kept_with_what_did_not_help(tmp_path: Path) -> None:
    path = tmp_path / "questions.db"
    with serving("--learn", str(path)) as service:
        post(service, "/feedback", question=UNKNOWN, helpful=False, remark="想问新闻发布会")
        post(service, "/feedback", question=UNKNOWN, helpful=True, remark="没有用处的一句")
        form = {"q": "那英德呢", "history": [KNOWN], "remark": "打13800000000"}
        page = wire.post(f"{service.url}/unhelpful", data=form)
        assert (page.status_code, "谢谢，已记下" in page.text) == (200, True)
        # From there the answer is found again.
        back = "ask?q=%E9%82%A3%E8%8B%B1%E5%BE%B7%E5%91%A2&amp;history="
        assert f'<a href="{back}' in page.text
        for wrong in ({"q": ""}, {"q": "长" * 1001}, {"q": KNOWN, "remark": "长" * 201}):
            refused = wire.post(f"{service.url}/unhelpful", data=wrong)
            assert refused.status_code == 422
        hostile = wire.post(f"{service.url}/unhelpful", content=b"q=%ff%00&&q")
        assert hostile.status_code == 200
        assert service.stop() == 0
    found = kept(path)
    assert (found["那英德呢"].unhelpful, found["那英德呢"].asked.history) == (1, (KNOWN,))
    with closing(Log(path, make=False)) as log:
        assert log.remarks() == {UNKNOWN: ("想问新闻发布会",), "那英德呢": ("打【电话】",)}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"question": UNKNOWN}, 422),
        ({"question": UNKNOWN, "helpful": "no"}, 422),
        ({"question": UNKNOWN, "helpful": 0}, 422),
        ({"question": UNKNOWN, "helpful": False, "remark": "长" * 201}, 422),
        ({"question": UNKNOWN, "helpful": False, "remark": 1}, 422),
        ({"helpful": True}, 422),
        ({"question": UNKNOWN, "helpful": True, "reports": ["none"]}, 404),
    ],
)
def test_feedback_of_another_shape_is_refused(
    served: Service, body: dict[str, Any], status: int
) -> None:
    assert post(served, "/feedback", **body).status_code == status


def test_answers_go_out_though_the_file_is_locked_or_gone(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    path = folder / "questions.db"
    with serving("--learn", str(path)) as service:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            for _ in range(5):
                assert post(service, "/answer", question=UNKNOWN).json()["status"] == "unanswered"
            other.execute("ROLLBACK")
        until(lambda: UNKNOWN in kept(path))
        assert not service.events("not kept")
        # All of it is gone at once: one file after the other might take a part of what is written anew.
        folder.rename(tmp_path / "gone")
        post(service, "/answer", question=UNKNOWN)
        until(lambda: service.events("not kept"))
        folder.mkdir()
        post(service, "/answer", question=UNKNOWN)
        until(lambda: UNKNOWN in kept(path))


def test_a_file_that_is_something_else_is_said_before_the_service_starts(tmp_path: Path) -> None:
    path = tmp_path / "questions.db"
    path.write_text("no database" * 100)
    done = gongkai("serve", "--port", "0", "--learn", str(path))
    assert done.returncode == 2
    assert done.stderr.decode() == f"gongkai: {path}: 是别的文件，不是问题记录，请换一个文件名\n"
