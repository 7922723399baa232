"""The log of questions asked in vain: what is kept, for how long, by how many, and what a bad file does."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.errors import LearningError
from assistant.learning.asked import Asked, in_vain
from assistant.learning.log import KEEP, MOST, OWNER_ONLY, Log
from tests.patience import PATIENCE

TODAY = date.today()
ASSISTANT = Assistant()
HOSTILE = (
    "吹风会\x00开了\x1b[2J几场\u202e",
    "吹风会\ud800开了几场",
    "'); DROP TABLE asked; --",
    "吹风会\n2026-01-01 伪造的一行",
    "吹风会" * 90,
)


def asked(question: str = "吹风会开了几场", days: int = 0, unhelpful: bool = False) -> Asked:
    day = (TODAY - timedelta(days=days)).isoformat()
    return Asked(
        question, (), ("qingyuan-2013",), "unanswered", "not_matched", ("吹风",), unhelpful, day
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "questions.db"


@pytest.fixture
def log(path: Path) -> Iterator[Log]:
    with closing(Log(path)) as log:
        yield log


def kept(path: Path) -> list[str]:
    with closing(Log(path, make=False)) as log:
        return [logged.asked.question for logged in log.questions()]


# --------------------------------------------------------------------------- what is kept


@pytest.mark.parametrize(
    ("question", "history", "reason", "words"),
    [
        ("吹风会开了几场", (), "not_matched", ("吹风",)),
        ("2012年连州市进驻多少项", (), "no_such_period", ("2012年",)),
        ("那吹风会呢", ("新闻发布会开了几场",), "not_matched", ("吹风",)),
        ("今天天气怎么样", (), "not_matched", ("今", "气")),
    ],
)
def test_a_refused_question_is_kept_with_its_words(
    question: str, history: tuple[str, ...], reason: str, words: tuple[str, ...]
) -> None:
    found = in_vain(ASSISTANT.explain(question, history), ["qingyuan-2013"])
    assert found
    assert (found.question, found.history, found.reason) == (question, history, reason)
    assert found.words == words
    assert found.day == TODAY.isoformat()


@pytest.mark.parametrize(
    "question", ["连州市进驻多少项", "你好", "文件类信息多少条", "", "？", "多少" * 400]
)
def test_what_was_of_use_or_tells_nothing_is_not_kept(question: str) -> None:
    assert in_vain(ASSISTANT.explain(question)) is None


def test_an_unhelpful_answer_is_kept_with_the_words_that_were_mended() -> None:
    trace = ASSISTANT.explain("多少个办事员")
    assert trace.answer.status == "answered"
    found = in_vain(trace, unhelpful=True)
    assert found and found.words == ("办事员",) and found.unhelpful


def test_personal_data_is_masked_everywhere() -> None:
    trace = ASSISTANT.explain("13800000000卫健委受理多少件", ["我的邮箱a@b.cn"])
    found = in_vain(trace)
    assert found
    assert "138" not in repr(found) and "a@b.cn" not in repr(found)


def test_a_log_holds_neither_time_nor_address(log: Log, path: Path) -> None:
    log.add([asked()])
    with closing(sqlite3.connect(path)) as connection:
        columns = {row[1] for row in connection.execute("PRAGMA table_info(asked)")}
        values = list(connection.execute("SELECT * FROM asked").fetchone())
    assert columns == {
        *("day", "question", "history", "reports", "status", "reason", "words"),
        *("times", "unhelpful"),
    }
    assert not [v for v in values if isinstance(v, str) and re.search(r"\d\d:\d\d", v)]


def test_only_the_owner_may_read_it(log: Log, path: Path) -> None:
    log.add([asked()])
    files = list(path.parent.iterdir())
    assert len(files) > 1
    assert {file.stat().st_mode & 0o777 for file in files} == {OWNER_ONLY}


def test_the_same_question_is_counted(log: Log) -> None:
    log.add([asked(), asked(), asked(days=1), asked(unhelpful=True)])
    [logged] = log.questions()
    assert (logged.times, logged.unhelpful, logged.count) == (3, 1, 4)
    assert logged.asked.day == TODAY.isoformat()
    assert [one.count for one in log.questions(1)] == [3]


@pytest.mark.parametrize("question", HOSTILE)
def test_hostile_questions_are_only_text(log: Log, path: Path, question: str) -> None:
    found = in_vain(ASSISTANT.explain(question), ["qingyuan-2013"])
    assert found
    log.add([found, asked()])
    rows = kept(path)
    assert len(rows) == 2
    assert all(row.isprintable() for row in rows)


def test_a_megabyte_is_no_question(log: Log) -> None:
    assert in_vain(ASSISTANT.explain("吹风会" * 350_000)) is None


# --------------------------------------------------------------------------- for how long, and how much


def test_what_is_older_than_the_retention_is_deleted_when_the_file_is_opened(path: Path) -> None:
    with closing(Log(path, 400)) as log:
        log.add([asked("甲", 5), asked("乙", 30), asked("丙", 120)])
    assert set(kept(path)) == {"甲", "乙", "丙"}
    Log(path, KEEP).close()
    assert set(kept(path)) == {"甲", "乙"}
    Log(path).close()
    assert set(kept(path)) == {"甲", "乙"}
    Log(path, 10).close()
    assert kept(path) == ["甲"]
    assert "乙".encode() not in b"".join(file.read_bytes() for file in path.parent.iterdir())


def test_the_retention_is_the_files_own(path: Path) -> None:
    Log(path, 7).close()
    with closing(Log(path)) as log:
        log.add([asked("甲", 6), asked("乙", 7)])
    Log(path).close()
    assert kept(path) == ["甲"]


def test_it_is_bounded_and_the_oldest_go_first(log: Log) -> None:
    log.add(asked(f"第{n}问", days=1) for n in range(MOST - 10))
    log.add(asked(f"新{n}问") for n in range(20))
    found = [one.asked.question for one in log.questions()]
    assert len(found) == MOST
    assert sum(question.startswith("新") for question in found) == 20


def test_questions_are_forgotten(log: Log, path: Path) -> None:
    log.add([asked("甲"), asked("甲", 3), asked("乙")])
    assert log.forget(["甲"]) == 2
    assert kept(path) == ["乙"]
    assert "甲".encode() not in b"".join(file.read_bytes() for file in path.parent.iterdir())


# --------------------------------------------------------------------------- by how many


WRITER = """
import sys
from pathlib import Path
from assistant.learning.asked import Asked
from assistant.learning.log import Log
for n in range(50):
    log = Log(Path(sys.argv[1]))
    questions = ("同一问", f"{sys.argv[2]}的第{n}问")
    log.add(Asked(question, (), (), "unanswered", "", ()) for question in questions)
    log.close()
"""


def test_several_processes_write_at_once(path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, path, name], stderr=subprocess.PIPE)
        for name in "甲乙丙丁"
    ]
    for writer in writers:
        _, said = writer.communicate(timeout=PATIENCE)
        assert writer.returncode == 0, said.decode()
    with closing(Log(path, make=False)) as log:
        counts = {one.asked.question: one.count for one in log.questions()}
    assert counts["同一问"] == 200
    assert len(counts) == 201


# --------------------------------------------------------------------------- what a bad file does


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE accounts (name TEXT)")


def newer(path: Path) -> None:
    Log(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE gongkai_learning SET version = 99")


def broken(path: Path) -> None:
    Log(path).close()
    path.write_bytes(path.read_bytes()[:200] + b"\xff" * 8000)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (foreign, "是别的文件"),
        (newer, "另一版本"),
        (broken, ""),
        (lambda path: path.write_bytes(b"no database, only text" * 100), "是别的文件"),
        (lambda path: path.mkdir(), "是文件夹"),
        (lambda path: path.symlink_to(path.parent / "none" / "none"), "打不开"),
    ],
)
def test_another_file_is_refused_in_one_line_and_left_as_it_is(
    path: Path, make: object, said: str
) -> None:
    make(path)  # type: ignore[operator]
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(LearningError, match=f"{path}: .*{said}") as fault:
        Log(path).add([asked()])
    assert "\n" not in str(fault.value)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_there_must_be_a_log_to_be_read(path: Path) -> None:
    with pytest.raises(LearningError, match="没有这个文件"):
        Log(path, make=False)


def test_where_no_file_can_be_made_is_said() -> None:
    with pytest.raises(LearningError, match="打不开"):
        Log(Path("/proc/questions.db"))


def test_a_deleted_file_is_noticed(log: Log, path: Path) -> None:
    assert log.is_there()
    path.unlink()
    assert not log.is_there()


def test_a_full_disk_is_said(path: Path) -> None:
    with closing(Log(path)) as log:
        log._connection.execute("PRAGMA max_page_count = 8")
        with pytest.raises(LearningError, match="磁盘已满"):
            log.add(asked(f"{n}" * 200) for n in range(2000))
        assert log.questions() == ()


def test_a_locked_file_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.learning.log.PATIENCE", 0.1)
    with closing(Log(path)) as log, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LearningError, match="另一个程序"):
            log.add([asked()])
        other.execute("ROLLBACK")
        log.add([asked()])
    assert os.access(path, os.W_OK)


# --------------------------------------------------------------------------- what readers say


def remarked(remark: str, question: str = "吹风会开了几场", days: int = 0) -> Asked:
    return replace(asked(question, days, unhelpful=True), remark=remark)


def test_what_readers_say_is_kept_once_masked_and_for_as_long(path: Path) -> None:
    trace = ASSISTANT.explain("吹风会开了几场")
    said = in_vain(trace, ["qingyuan-2013"], True, "新闻发布会\n我是13800000000" + "长" * 400)
    assert said and said.remark.startswith("新闻发布会 我是【电话】长")
    with closing(Log(path)) as log:
        log.add([said, remarked("记者会"), remarked("记者会"), remarked("旧的", days=KEEP - 1)])
        log.add([remarked("太旧", days=KEEP), remarked("")])
        assert log.remarks() == {said.question: (*sorted((said.remark, "记者会")), "旧的")}
        assert log.forget([said.question]) > 0
        assert log.remarks() == {}


def test_a_log_from_before_there_were_remarks_is_used_on(path: Path) -> None:
    with closing(Log(path)) as log:
        log.add([asked()])
    with closing(sqlite3.connect(path)) as old:
        old.execute("DROP TABLE remarks")
    with closing(Log(path)) as log:
        log.add([remarked("新闻发布会")])
        assert log.remarks() == {"吹风会开了几场": ("新闻发布会",)}
        assert [one.count for one in log.questions()] == [2]
