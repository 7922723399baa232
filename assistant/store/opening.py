"""A store by what a person writes after --store: a path, or a PostgreSQL URL."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import StoreError
from assistant.store.terms import GivesTerms, no_terms

if TYPE_CHECKING:
    from assistant.store import Store

SERVERS = ("postgresql", "postgres")


def is_server(where: str | Path) -> bool:
    """Is this the address of a PostgreSQL database?"""
    scheme, mark, _ = str(where).partition("://")
    return bool(mark) and scheme in SERVERS


def open_store(where: str | Path, give_terms: GivesTerms = no_terms, write: bool = False) -> Store:
    """The store at this path or URL; made where it is missing and `write` is wanted.

    `give_terms` gives the terms that indexes are wanted for, and is called when one is. Raises
    `StoreError`, in one line without any password, for what cannot be opened.
    """
    scheme, mark, _ = str(where).partition("://")
    if is_server(where):
        from assistant.store.postgres import PostgresStore

        return PostgresStore(str(where), give_terms, write)
    if mark:
        raise StoreError(
            f"不认识的库地址 {scheme}://…，请写 SQLite 文件的路径，或 postgresql:// 开头的地址"
        )
    if not str(where):
        raise StoreError("--store 后面是空的，请写 SQLite 文件的路径，或 postgresql:// 开头的地址")
    from assistant.store.sqlite import SqliteStore

    return SqliteStore(Path(where), give_terms, write)
