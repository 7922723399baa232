"""`gongkai unanswered` as a process; and the whole way, from a question asked in vain to its answer."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from assistant.engine import Assistant
from assistant.learning.log import Log
from tests import wire
from tests.commands import ROOT, complaint, gongkai
from tests.fewer import keep_each
from tests.patience import PATIENCE
from tests.serving import serving, until

UNKNOWN, OTHER, MENDED = "吹风会开了几场", "发了几期内参", "多少个办事员"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A log with some questions, which no test changes."""
    path = str(tmp_path_factory.mktemp("kept") / "questions.db")
    asked = "\n".join(
        [UNKNOWN, UNKNOWN, OTHER, "广州市多少项", "连州市进驻多少项", "吹风会\x1b[2J呢"]
    )
    gongkai("ask", "--learn", path, given=asked)
    return path


@pytest.fixture
def log(kept: str, tmp_path: Path) -> str:
    """The same log, to be changed."""
    return shutil.copy(kept, tmp_path / "questions.db")


def groups(log: str, *words: str, **environment: str) -> dict[str, dict[str, Any]]:
    done = gongkai("unanswered", "--learn", log, "--json", *words, environment=environment)
    assert done.stderr == b"", done.stderr.decode()
    return {group["word"]: group for group in json.loads(done.stdout)["groups"]}


def test_questions_are_listed_by_word_with_what_would_be_answered(kept: str) -> None:
    said = gongkai("unanswered", "--learn", kept).stdout.decode()
    assert said.startswith("1. 吹风会  3次  词表里没有这个词\n   问过：吹风会开了几场  2次\n")
    assert "会答：市政府新闻办组织召开市政府新闻发布会2场。" in said
    assert "“市政府新闻办组织召开市政府新闻发布会2场”" in said
    assert "gongkai unanswered accept 吹风会 新闻发布会\n" in said
    assert "广州市  1次  认得这个词，报告是别的地区的" in said
    assert "\x1b" not in said


def test_programs_read_the_same(kept: str) -> None:
    found = groups(kept, "--days", "1")
    assert list(found) == ["吹风会", "内参", "广州市"]
    group = found["吹风会"]
    assert (group["count"], group["known"], group["reasons"]) == (3, False, ["not_matched"])
    assert [row["count"] for row in group["questions"]] == [2, 1]
    first = group["proposals"][0]
    assert (first["name"], first["counted"]) == ("新闻发布会", True)
    assert (first["likeness"], first["ground"]) == (90, "matter")
    assert first["answers"][0]["answer"]["citations"][0]["quote"].endswith("新闻发布会2场")
    assert groups(kept, "--limit", "1") == {"吹风会": group}


def test_what_is_turned_down_is_not_proposed_again(kept: str, tmp_path: Path) -> None:
    folder = tmp_path / "knowledge"
    shutil.copytree(ROOT / "knowledge", folder)
    own = {"GONGKAI_KNOWLEDGE": str(folder)}
    assert groups(kept, **own)["内参"]["proposals"]
    done = gongkai("unanswered", "reject", "内参", "网络舆情", environment=own)
    assert (done.returncode, "以后不再建议" in done.stdout.decode()) == (0, True)
    found = groups(kept, **own)
    assert found["内参"]["proposals"] == []
    assert found["吹风会"]["proposals"][0]["name"] == "新闻发布会"


def test_questions_are_forgotten(log: str) -> None:
    done = gongkai("unanswered", "forget", "吹风会", "广州市", "--learn", log)
    assert done.stdout.decode() == "删去了3个问题\n"
    assert list(groups(log)) == ["内参"]
    assert gongkai("unanswered", "forget", "吹风会", "--learn", log).returncode == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "没有写明记下问题的文件"),
        (("--learn", "/none/questions.db"), "没有这个文件"),
        (("accept", "吹风会"), "做什么没有写对"),
        (("forget",), "做什么没有写对"),
        (("drop", "吹风会"), "做什么没有写对"),
        (("reject", "吹风会"), "做什么没有写对"),
        (("accept", "吹风会", "新闻发布会"), "请写明一个用到“吹风会”的问题"),
        (("accept", "记者会", "新闻发布会", "--question", UNKNOWN), "已经是“新闻发布会”的名称"),
        (("--days", "0"), "--days 要写不带符号的整数"),
        ((b"accept", b"\xff\xfe", b"x"), "不是有效的 UTF-8 文字"),
    ],
)
def test_wrong_use_is_said(words: tuple[str | bytes, ...], said: str) -> None:
    done = gongkai("unanswered", *words)
    lines = done.stderr.decode().splitlines()
    assert said in lines[-1]
    assert done.returncode == 2
    assert done.stdout == b""


def test_nothing_asked_in_vain_is_no(tmp_path: Path) -> None:
    path = str(tmp_path / "questions.db")
    gongkai("ask", "吹风会呢", "--learn", path)
    gongkai("unanswered", "forget", "吹风会", "--learn", path)
    done = gongkai("unanswered", "--learn", path)
    assert done.returncode == 1
    assert done.stdout.decode() == "共0个问题，0次；0个现在已能回答；按词归为0类。\n"


def test_the_knowledge_can_be_copied_to_be_ones_own(tmp_path: Path) -> None:
    assert gongkai("knowledge").stdout.decode().strip() == str(ROOT / "knowledge")
    own = tmp_path / "own"
    done = gongkai("knowledge", str(own))
    assert done.stdout.decode() == f"{own}\n"
    assert f"GONGKAI_KNOWLEDGE={own}" in done.stderr.decode()
    environment = {"GONGKAI_KNOWLEDGE": str(own)}
    assert gongkai("knowledge", environment=environment).stdout.decode() == f"{own}\n"
    assert "已经存在" in complaint(gongkai("knowledge", str(own)))


# --------------------------------------------------------------------------- the whole way


def times_in_vain(path: Path) -> int:
    """How often questions of this log were asked in vain, or did not help."""
    with closing(Log(path, make=False)) as log:
        return sum(question.count for question in log.questions())


def test_asked_in_vain_accepted_and_answered_with_no_restart(tmp_path: Path) -> None:
    folder, log = tmp_path / "knowledge", tmp_path / "questions.db"
    shutil.copytree(ROOT / "knowledge", folder)
    # Of its regression questions some are enough here: that all of them are asked, another test sees.
    keep_each(40, folder)
    own = {"GONGKAI_KNOWLEDGE": str(folder), "GONGKAI_LEARN": str(log)}
    with serving("--watch", "0.2", "--workers", "2", environment=own) as service:
        process = service.process.pid

        def ask(question: str) -> dict[str, Any]:
            got = wire.post(f"{service.url}/answer", json={"question": question})
            assert got.status_code == 200
            found: dict[str, Any] = got.json()
            return found

        def unhelpful(question: str) -> None:
            body = {"question": question, "helpful": False}
            got = wire.post(f"{service.url}/feedback", json=body)
            assert got.status_code == 204

        # A word that is unknown, and one that is answered by mending it, which did not help the reader.
        assert ask(UNKNOWN)["reason"] == "not_matched"
        unhelpful(UNKNOWN)
        assert "已按" in ask(MENDED)["text"]
        unhelpful(MENDED)
        until(lambda: log.exists() and times_in_vain(log) == 3)
        found = groups(str(log), **own)
        assert [q["unhelpful"] for q in found["吹风会"]["questions"]] == [1]
        for word in found:
            name = found[word]["proposals"][0]["name"]
            done = gongkai("unanswered", "accept", word, name, environment=own)
            assert done.returncode == 0, done.stderr.decode()
            assert "答案都没有变" in done.stdout.decode()

        # The same service, of the same processes, answers both plainly: each takes it up by itself, in its time.
        def are_learnt() -> bool:
            values = [value["text"] for value in ask(UNKNOWN)["values"]]
            return (
                values == ["2场"] and ask(MENDED)["text"] == "全市政府信息公开工作人员数为129人。"
            )

        until(lambda: all(are_learnt() for _ in range(16)))
        assert ask(UNKNOWN) == Assistant(folder).answer(UNKNOWN).to_dict()
        assert service.process.poll() is None and service.process.pid == process
        done = gongkai("unanswered", environment=own)
        assert "2个现在已能回答" in done.stdout.decode()
    # The regression questions, these among them, hold under the project's own test.
    learned = (folder / "questions" / "learned.jsonl").read_text(encoding="utf-8")
    assert [json.loads(line)["q"] for line in learned.splitlines()] == [UNKNOWN, MENDED]
    tested = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "tests/test_questions.py",
            "tests/test_term_lists.py",
            "-k",
            "learned or term_lists",
        ],
        cwd=ROOT,
        env=os.environ | own,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert tested.returncode == 0, tested.stdout.decode()
