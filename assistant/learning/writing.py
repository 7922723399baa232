"""Several files of `knowledge/` written all or not at all, whenever the machine or the program stops.

What is to be written stands in one file first; from then on it is written, and whoever comes next finishes what was
broken off. One program at a time: the folder is locked.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import LearningError

PENDING = ".pending.json"


@dataclass(frozen=True, slots=True)
class Change:
    """A file under the folder, what stood in it (empty where there was none), and what is to stand there."""

    name: str
    before: str
    text: str


def read(path: Path) -> str:
    """What stands in the file; empty where there is none."""
    return path.read_text(encoding="utf-8") if path.exists() else ""


def write_all(folder: Path, changes: Iterable[Change]) -> None:
    """Put these texts in the place of the files; raises `LearningError` where one is not as it was any more."""
    with _alone(folder):
        _finish(folder)
        wanted = list(changes)
        for change in wanted:
            if read(folder / change.name) != change.before:
                raise LearningError(f"{folder / change.name}: 刚被改动过，请再来一次")
        rows = [{"name": c.name, "before": _sum(c.before), "text": c.text} for c in wanted]
        _put(folder / PENDING, json.dumps(rows, ensure_ascii=False))
        _finish(folder)


def finish(folder: Path) -> bool:
    """Write what was broken off before; was there something?"""
    if not (folder / PENDING).exists():
        return False
    with _alone(folder):
        return _finish(folder)


def _finish(folder: Path) -> bool:
    pending = folder / PENDING
    if not pending.exists():
        return False
    for row in json.loads(read(pending)):
        path = folder / row["name"]
        there = read(path)
        if there != row["text"]:
            if _sum(there) != row["before"]:
                raise LearningError(
                    f"{path}: 上次没有写完，文件又被改动过；请检查后删去 {pending}，再来一次"
                )
            _put(path, row["text"])
    pending.unlink()
    _settle(folder)
    return True


def _put(path: Path, text: str) -> None:
    """Put the text in the place of the file, whole or not at all, with the rights that it had."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    with fresh.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        fresh.chmod(path.stat().st_mode & 0o777)
    fresh.replace(path)
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """See that the names in the folder are on the disk."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _sum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Nobody else writes to the folder while this lasts."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield
    finally:
        os.close(opened)
