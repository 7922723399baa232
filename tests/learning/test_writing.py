"""Several files are written all or none, though the program is killed at any moment."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.errors import LearningError
from assistant.learning.writing import PENDING, Change, finish, write_all
from tests.patience import PATIENCE

OLD = {"a.yaml": "甲\n", "deep/b.jsonl": ""}
NEW = {"a.yaml": "甲、乙\n", "deep/b.jsonl": "丙\n"}
CHANGES = [Change(name, OLD[name], NEW[name]) for name in OLD]
# Ends the program, as kill -9 does, in the place of the nth call that changes the disk.
KILLED = """
import os, signal, sys
from itertools import count
from pathlib import Path
from assistant.learning.writing import Change, write_all

folder, at, calls = Path(sys.argv[1]), int(sys.argv[2]), count(1)
def dying(real):
    def call(*given, **named):
        if next(calls) == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*given, **named)
    return call
for owner, name in ((Path, "open"), (Path, "replace"), (Path, "unlink"), (os, "fsync")):
    setattr(owner, name, dying(getattr(owner, name)))
write_all(folder, [Change("a.yaml", "甲\\n", "甲、乙\\n"), Change("deep/b.jsonl", "", "丙\\n")])
print(next(calls))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_text(OLD["a.yaml"], encoding="utf-8")
    return tmp_path


def there(folder: Path) -> dict[str, str]:
    paths = {name: folder / name for name in OLD}
    return {n: p.read_text(encoding="utf-8") if p.exists() else "" for n, p in paths.items()}


def killed(folder: Path, at: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", KILLED, str(folder), str(at)]
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)


def test_all_is_written(folder: Path) -> None:
    write_all(folder, CHANGES)
    assert there(folder) == NEW
    assert not finish(folder)
    assert sorted(path.name for path in folder.rglob("*")) == ["a.yaml", "b.jsonl", "deep"]


def test_killed_at_any_moment_all_is_written_or_nothing(tmp_path: Path) -> None:
    states, calls = [], int(killed(begun(tmp_path / "0"), 0).stdout)
    for at in range(1, calls):
        folder = begun(tmp_path / str(at))
        assert killed(folder, at).returncode == -signal.SIGKILL
        finish(folder)
        states.append(there(folder))
        assert states[-1] in (OLD, NEW)
        assert not (folder / PENDING).exists()
        # Whoever comes next is not kept from writing.
        if states[-1] == OLD:
            write_all(folder, CHANGES)
            assert there(folder) == NEW
    # First nothing, and from one moment on all of it.
    assert OLD in states and NEW in states
    assert states == sorted(states, key=lambda state: state == NEW)


def begun(folder: Path) -> Path:
    folder.mkdir()
    (folder / "a.yaml").write_text(OLD["a.yaml"], encoding="utf-8")
    return folder


def test_what_is_not_as_it_was_is_not_written(folder: Path) -> None:
    (folder / "a.yaml").write_text("丁\n", encoding="utf-8")
    with pytest.raises(LearningError, match="刚被改动过"):
        write_all(folder, CHANGES)
    assert there(folder) == OLD | {"a.yaml": "丁\n"}


def test_what_was_edited_after_it_was_broken_off_is_kept_and_said(folder: Path) -> None:
    for at in range(1, 30):
        killed(folder, at)
        if (folder / PENDING).exists() and there(folder) == OLD:
            break
    (folder / "a.yaml").write_text("丁\n", encoding="utf-8")
    with pytest.raises(LearningError, match="上次没有写完"):
        finish(folder)
    assert there(folder)["a.yaml"] == "丁\n"
