"""Behind the answers: what the log cannot take is let go, said once, and no answer waits for it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assistant.learning.asked import Asked
from assistant.learning.log import Log
from assistant.learning.recorder import MOST_WAITING, OVERFLOW, Recorder


def asked(question: str) -> Asked:
    return Asked(question, (), (), "unanswered", "not_matched", ())


def kept(path: Path) -> set[str]:
    with closing(Log(path, make=False)) as log:
        return {logged.asked.question for logged in log.questions()}


def test_everything_is_written_when_it_is_closed(tmp_path: Path) -> None:
    path, faults = tmp_path / "questions.db", []
    recorder = Recorder(path, None, faults.append)
    for n in range(300):
        recorder.take(asked(f"第{n}问"))
    recorder.take(None)
    recorder.close()
    assert len(kept(path)) == 300
    assert faults == []


def test_without_a_question_there_is_no_file(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path / "questions.db", None, print)
    recorder.take(None)
    recorder.close()
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_used_is_said_once(tmp_path: Path) -> None:
    faults: list[str] = []
    recorder = Recorder(tmp_path / "none" / "questions.db", None, faults.append)
    for n in range(50):
        recorder.take(asked(f"第{n}问"))
    recorder.close()
    assert len(faults) == 1 and "打不开" in faults[0]


def test_a_locked_file_keeps_nobody_waiting_and_is_written_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.learning.log.PATIENCE", 0.05)
    path, faults = tmp_path / "questions.db", []
    Log(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        recorder = Recorder(path, None, faults.append)
        recorder.take(asked("甲"))
        recorder.close()
        other.execute("ROLLBACK")
    assert len(faults) == 1 and "另一个程序" in faults[0]
    recorder = Recorder(path, None, faults.append)
    recorder.take(asked("乙"))
    recorder.close()
    assert kept(path) == {"乙"}


def test_a_deleted_file_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "questions.db"
    log = Log(path)
    recorder = Recorder(path, None, print)
    log.add([asked("甲")])
    for file in tmp_path.iterdir():
        file.unlink()
    written = recorder._written(log, [asked("乙")])
    assert written
    written.close()
    assert kept(path) == {"乙"}


def test_what_comes_too_fast_is_let_go(tmp_path: Path) -> None:
    faults: list[str] = []
    recorder = Recorder(tmp_path / "questions.db", None, faults.append)
    recorder._thread = object()  # type: ignore[assignment]
    for n in range(MOST_WAITING + 5):
        recorder.take(asked(f"第{n}问"))
    assert faults == [OVERFLOW]
