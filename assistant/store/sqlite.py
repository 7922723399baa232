"""Reports in a SQLite file, with the standard library alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any
from urllib.parse import quote

from assistant.errors import StoreError
from assistant.store import tables
from assistant.store.packing import Compiled
from assistant.store.tabled import TabledStore
from assistant.store.terms import GivesTerms, no_terms

PATIENCE = 60  # seconds to wait for another process that writes


class SqliteStore(TabledStore):
    """A file in WAL mode: readers and a writer do not wait for each other."""

    def __init__(self, path: Path, give_terms: GivesTerms = no_terms, write: bool = False) -> None:
        """The store in this file; made where it is missing and `write` is wanted.

        Raises `StoreError` where the file is missing, no store, or of another version.
        """
        super().__init__(give_terms)
        self.where = str(path)
        self._lock_connection = RLock()
        if path.is_dir():
            raise StoreError(f"{path}: 是文件夹，请写明库文件，例如 {path / 'reports.db'}")
        if not write and not path.exists():
            raise StoreError(
                f"{path}: 没有这个库文件，请检查路径，或先用 gongkai compile --store 建立"
            )
        if write and not path.absolute().parent.is_dir():
            raise StoreError(f"{path}: 没有文件夹 {path.absolute().parent}，请先建立")
        with self._said():
            self._connection = _connect(path, write)
        try:
            with self._said():
                self._settle(write)
        except BaseException:
            self._connection.close()
            raise

    def save(self, compiled: Compiled) -> None:
        """Store a report, in one transaction."""
        card, report = tables.rows_of(compiled)
        with self._said(), self._lock_connection, transaction(self._connection):
            self._connection.execute(_own(tables.UPSERT_CARD), card)
            self._connection.execute(_own(tables.UPSERT_REPORT), report)

    def close(self) -> None:
        """Close the file."""
        with self._said():
            self._connection.close()

    def _rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with self._said(), self._lock_connection:
            return self._connection.execute(_own(statement), values).fetchall()

    def _settle(self, write: bool) -> None:
        """See that this is a store of this version, or make an empty file one."""
        if write:
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = FULL")
            with transaction(self._connection):
                if not self._names():
                    for statement in tables.CREATE:
                        self._connection.execute(statement.format(blob="BLOB"))
        if tables.VERSION_TABLE not in self._names():
            raise StoreError(f"{self.where}: 是别的文件，不是报告库，请检查路径")
        version = self._connection.execute(tables.SELECT_VERSION).fetchone()[0]
        if version != tables.SCHEMA:
            raise StoreError(f"{self.where}: {tables.version_fault(version)}")

    def _names(self) -> set[str]:
        return {name for (name,) in self._connection.execute("SELECT name FROM sqlite_master")}

    @contextmanager
    def _said(self) -> Iterator[None]:
        """A fault of SQLite in one line, with what to do."""
        try:
            yield
        except sqlite3.Error as fault:
            raise StoreError(f"{self.where}: {_mend(fault)}") from fault


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written within, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _connect(path: Path, write: bool) -> sqlite3.Connection:
    address = f"file:{quote(str(path.absolute()))}"
    try:
        connection = _open(f"{address}?mode={'rwc' if write else 'ro'}")
        connection.execute("PRAGMA schema_version")
    except sqlite3.OperationalError:
        # A medium that nothing can be written to: then nobody else changes the file either.
        if write or Path(f"{path}-wal").exists():
            raise
        connection = _open(f"{address}?mode=ro&immutable=1")
    return connection


def _open(address: str) -> sqlite3.Connection:
    return sqlite3.connect(
        address, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False
    )


def _own(statement: str) -> str:
    return statement.replace("%s", "?")


def _mend(fault: sqlite3.Error) -> str:
    name = getattr(fault, "sqlite_errorname", "")
    kind = "_".join(name.split("_")[:2])
    return MENDS.get(
        kind, f"报告库读写出错（{name or fault}），请检查文件是否完好，或换一个新位置重新编译"
    )


MENDS = {
    "SQLITE_NOTADB": "是别的文件，不是报告库，请检查路径",
    "SQLITE_CORRUPT": "报告库已损坏，请从备份恢复，或换一个新位置重新编译",
    "SQLITE_BUSY": "另一个程序正在写这个库，请等它结束后再运行一次",
    "SQLITE_LOCKED": "另一个程序正在写这个库，请等它结束后再运行一次",
    "SQLITE_FULL": "磁盘已满，请腾出空间后再运行一次",
    "SQLITE_READONLY": "没有写这个库的权限，请检查文件和文件夹的权限",
    "SQLITE_CANTOPEN": "打不开这个库，请检查路径和权限",
    "SQLITE_PERM": "没有读写这个库的权限，请检查权限",
    "SQLITE_IOERR": "磁盘读写出错，请检查磁盘",
}
