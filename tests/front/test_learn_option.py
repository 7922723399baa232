"""`--learn` as processes: questions asked in vain are kept, and whatever becomes of the file, answers go out."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from assistant.learning.log import Log, Logged
from tests.commands import gongkai
from tests.front.test_cli import ABSENT, LIANZHOU

UNKNOWN = "吹风会开了几场"


def kept(path: Path) -> dict[str, Logged]:
    with closing(Log(path, make=False)) as log:
        return {logged.asked.question: logged for logged in log.questions()}


@pytest.mark.parametrize(
    ("words", "given"),
    [
        (("ask", UNKNOWN), ""),
        (("ask",), f"{LIANZHOU}\n{UNKNOWN}\n"),
        (("ask", "--jsonl"), f'{json.dumps({"id": 1, "q": UNKNOWN})}\n{{"id": 2}}\n'),
        ((), f"{LIANZHOU}\n/帮助\n{UNKNOWN}\n"),
    ],
)
def test_what_was_in_vain_is_kept(tmp_path: Path, words: tuple[str, ...], given: str) -> None:
    path = tmp_path / "questions.db"
    assert gongkai(*words, "--learn", str(path), given=given).stderr == b""
    found = kept(path)
    assert list(found) == [UNKNOWN]
    assert found[UNKNOWN].asked.words == ("吹风",)
    assert found[UNKNOWN].asked.reports == ("qingyuan-2013",)


def test_in_a_conversation_an_answer_is_called_unhelpful(tmp_path: Path) -> None:
    path = tmp_path / "questions.db"
    done = gongkai("--learn", str(path), given=f"{LIANZHOU}\n/没用 想问英德\n/没用\n")
    assert done.returncode == 0
    assert done.stdout.decode().count("已记下") == 2
    found = kept(path)
    assert (found[LIANZHOU].times, found[LIANZHOU].unhelpful) == (0, 2)
    with closing(Log(path, make=False)) as log:
        assert log.remarks() == {LIANZHOU: ("想问英德",)}
    assert "现在没有记录" in gongkai(given=f"{LIANZHOU}\n/没用\n").stdout.decode()


def test_the_variable_names_it_too(tmp_path: Path) -> None:
    path = tmp_path / "questions.db"
    for question in (UNKNOWN, ABSENT):
        gongkai("ask", question, environment={"GONGKAI_LEARN": str(path)})
    assert set(kept(path)) == {UNKNOWN, ABSENT}


def test_nothing_is_kept_unasked(tmp_path: Path) -> None:
    gongkai("ask", UNKNOWN, cwd=tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"no database, only text" * 100, None])
def test_a_file_that_cannot_be_used_changes_no_answer(
    tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "questions.db"
    if content:
        path.write_bytes(content)
    else:
        path.mkdir()
    usual = gongkai("ask", given=f"{UNKNOWN}\n{ABSENT}\n{LIANZHOU}\n")
    done = gongkai("ask", "--learn", str(path), given=f"{UNKNOWN}\n{ABSENT}\n{LIANZHOU}\n")
    assert (done.returncode, done.stdout) == (usual.returncode, usual.stdout)
    assert done.stderr.decode().count("\n") == 1
    assert done.stderr.decode().startswith(f"gongkai: {path}: 是")
