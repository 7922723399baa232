"""The log of questions asked in vain: a SQLite file of its own, that several processes may write to.

One row for a question and a day, with how often it was asked: no address, no browser, no time of day, no order within
a day. What is older than the retention is deleted, and overwritten, when the file is opened and when a day begins.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote

from assistant.errors import LearningError
from assistant.learning.asked import Asked
from assistant.store.sqlite import transaction

VERSION = 1
KEEP = 90  # days
MOST = 20_000  # rows; beyond, the oldest go
PATIENCE = 60.0  # seconds to wait for another process that writes
OWNER_ONLY = 0o600
NAME = "gongkai_learning"
CREATE = (
    f"CREATE TABLE {NAME} (version INTEGER NOT NULL, keep INTEGER NOT NULL)",
    "CREATE TABLE asked (day TEXT, question TEXT, history TEXT, reports TEXT, status TEXT NOT NULL, "
    "reason TEXT NOT NULL, words TEXT NOT NULL, times INTEGER NOT NULL, unhelpful INTEGER NOT NULL, "
    "PRIMARY KEY (day, question, history, reports)) WITHOUT ROWID",
)
# Made where it is missing: logs were written before there were remarks.
REMARKS = (
    "CREATE TABLE IF NOT EXISTS remarks (day TEXT, question TEXT, remark TEXT, "
    "PRIMARY KEY (day, question, remark)) WITHOUT ROWID"
)
ADD = (
    "INSERT INTO asked VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (day, question, history, reports) DO UPDATE SET status = excluded.status, "
    "reason = excluded.reason, words = excluded.words, times = times + excluded.times, "
    "unhelpful = unhelpful + excluded.unhelpful"
)
OLDEST = (
    "DELETE FROM asked WHERE (day, question, history, reports) IN "
    "(SELECT day, question, history, reports FROM asked ORDER BY day LIMIT "
    "max(0, (SELECT count(*) FROM asked) - ?))"
)
OLDEST_REMARKS = (
    "DELETE FROM remarks WHERE (day, question, remark) IN (SELECT day, question, remark FROM remarks "
    "ORDER BY day LIMIT max(0, (SELECT count(*) FROM remarks) - ?))"
)
# What was deleted does not linger in the file of changes.
CHECKPOINT = "PRAGMA wal_checkpoint(TRUNCATE)"
FOUND = (
    "SELECT question, history, reports, status, reason, words, max(day), sum(times), sum(unhelpful) "
    "FROM asked WHERE day > ? GROUP BY question, history, reports "
    "ORDER BY sum(times) + sum(unhelpful) DESC, question, history, reports"
)


@dataclass(frozen=True, slots=True)
class Logged:
    """A question with how often it was asked in vain, and how often its answer was called unhelpful."""

    asked: Asked
    times: int
    unhelpful: int

    @property
    def count(self) -> int:
        """How often it was in vain."""
        return self.times + self.unhelpful


class Log:
    """The log in this file; of one thread at a time."""

    def __init__(self, path: Path, keep: int | None = None, make: bool = True) -> None:
        """Open the file; where it is missing it is made, or `LearningError` is raised.

        `keep` is how many days a question is kept; without it, as the file has it (90 in a new one). Raises
        `LearningError` where the file is something else, or cannot be used.
        """
        self._path, self._make = path, make
        with self._said():
            self._inode = self._place()
            self._connection = self._connected()
        try:
            with self._said():
                self._keep = self._settle(keep)
                self._today = ""
                self.add(())
        except BaseException:
            self._connection.close()
            raise

    def add(self, many: Iterable[Asked]) -> None:
        """Keep these questions, in one transaction; raises `LearningError`."""
        asked = list(many)
        today = date.today().isoformat()
        begins = today != self._today
        with self._said():
            with transaction(self._connection):
                run = self._connection.execute
                self._connection.executemany(ADD, map(_row, asked))
                self._connection.executemany(
                    "INSERT OR IGNORE INTO remarks VALUES (?, ?, ?)",
                    ((one.day, one.question, one.remark) for one in asked if one.remark),
                )
                run(OLDEST, (MOST,))
                run(OLDEST_REMARKS, (MOST,))
                if begins:
                    expired = (self._before(self._keep),)
                    run("DELETE FROM asked WHERE day <= ?", expired)
                    run("DELETE FROM remarks WHERE day <= ?", expired)
            if begins:
                self._connection.execute(CHECKPOINT)
        self._today = today

    def questions(self, days: int | None = None) -> tuple[Logged, ...]:
        """The questions of the last so many days (of all that are kept), the most frequent first."""
        span = self._keep if days is None else min(days, self._keep)
        with self._said():
            return tuple(map(_logged, self._connection.execute(FOUND, (self._before(span),))))

    def remarks(self) -> Mapping[str, tuple[str, ...]]:
        """What readers said of answers that did not help them, by question, the latest first."""
        found: dict[str, dict[str, None]] = {}
        with self._said():
            rows = self._connection.execute(
                "SELECT question, remark FROM remarks WHERE day > ? ORDER BY day DESC, remark",
                (self._before(self._keep),),
            )
            for question, remark in rows:
                found.setdefault(question, {})[remark] = None
        return {question: tuple(said) for question, said in found.items()}

    def forget(self, questions: Iterable[str]) -> int:
        """Delete these questions of every day, with what was said of them; how many rows there were."""
        gone = [(question,) for question in questions]
        with self._said():
            with transaction(self._connection):
                run = self._connection.executemany
                run("DELETE FROM remarks WHERE question = ?", gone)
                rows = run("DELETE FROM asked WHERE question = ?", gone).rowcount
            self._connection.execute(CHECKPOINT)
        return max(rows, 0)

    def is_there(self) -> bool:
        """Is the file still the one that was opened, not deleted or exchanged?"""
        try:
            return self._path.stat().st_ino == self._inode
        except OSError:
            return False

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _before(self, days: int) -> str:
        return (date.today() - timedelta(days=days)).isoformat()

    def _place(self) -> int:
        """See that there is a file, readable by its owner alone where it is new; which it is."""
        path = self._path
        if path.is_dir():
            raise LearningError(f"{path}: 是文件夹，请写明文件，例如 {path / 'questions.db'}")
        if not path.exists():
            if not self._make:
                raise LearningError(
                    f"{path}: 没有这个文件，请检查路径；要记录没答上的问题，请用 gongkai serve --learn"
                )
            os.close(os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, OWNER_ONLY))
        return path.stat().st_ino

    def _connected(self) -> sqlite3.Connection:
        return sqlite3.connect(
            f"file:{quote(str(self._path.absolute()))}?mode=rw",
            uri=True,
            timeout=PATIENCE,
            isolation_level=None,
            check_same_thread=False,
        )

    def _settle(self, keep: int | None) -> int:
        """See that this is a log of this version, or make an empty file one; how many days are kept."""
        run = self._connection.execute
        run("PRAGMA secure_delete = ON")
        with transaction(self._connection):
            if not run("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                for statement in CREATE:
                    run(statement)
                run(f"INSERT INTO {NAME} VALUES (?, ?)", (VERSION, keep or KEEP))
        known = run("SELECT count(*) FROM sqlite_master WHERE name = ?", (NAME,)).fetchone()[0]
        row = run(f"SELECT version, keep FROM {NAME}").fetchone() if known else None
        if not row:
            raise LearningError(f"{self._path}: 是别的文件，不是问题记录，请换一个文件名")
        if row[0] != VERSION:
            raise LearningError(f"{self._path}: 是另一版本的问题记录，请换一个文件名")
        run("PRAGMA journal_mode = WAL")
        run(REMARKS)
        if keep is not None and keep != row[1]:
            run(f"UPDATE {NAME} SET keep = ?", (keep,))
        return int(keep or row[1])

    @contextmanager
    def _said(self) -> Iterator[None]:
        """A fault of SQLite or of the disk in one line, with what to do."""
        try:
            yield
        except sqlite3.Error as fault:
            name = "_".join(getattr(fault, "sqlite_errorname", "").split("_")[:2])
            mend = MENDS.get(name, "不能读写，请检查文件，或换一个文件名")
            raise LearningError(f"{self._path}: {mend}") from fault
        except OSError as fault:
            raise LearningError(f"{self._path}: 打不开这个文件，请检查路径和权限") from fault


def _row(asked: Asked) -> tuple[object, ...]:
    return (
        asked.day,
        asked.question,
        json.dumps(asked.history, ensure_ascii=False),
        json.dumps(asked.reports, ensure_ascii=False),
        asked.status,
        asked.reason,
        json.dumps(asked.words, ensure_ascii=False),
        int(not asked.unhelpful),
        int(asked.unhelpful),
    )


def _logged(row: tuple[str, str, str, str, str, str, str, int, int]) -> Logged:
    question, history, reports, status, reason, words, day, times, unhelpful = row
    listed = (tuple(json.loads(text)) for text in (history, reports, words))
    earlier, identities, left = listed
    asked = Asked(question, earlier, identities, status, reason, left, unhelpful > 0, day)
    return Logged(asked, times, unhelpful)


MENDS = {
    "SQLITE_NOTADB": "是别的文件，不是问题记录，请换一个文件名",
    "SQLITE_CORRUPT": "问题记录已损坏，请删去这个文件，会重新建立",
    "SQLITE_BUSY": "另一个程序正占用这个文件，请稍后再试",
    "SQLITE_LOCKED": "另一个程序正占用这个文件，请稍后再试",
    "SQLITE_FULL": "磁盘已满，请腾出空间",
    "SQLITE_READONLY": "没有写这个文件的权限，请检查文件和文件夹的权限",
    "SQLITE_CANTOPEN": "打不开这个文件，请检查路径和权限",
    "SQLITE_PERM": "没有读写这个文件的权限，请检查权限",
    "SQLITE_IOERR": "磁盘读写出错，请检查磁盘",
}
