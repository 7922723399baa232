"""The tables of a database store, the same in SQLite and PostgreSQL.

The cards are a small table of their own, so that listing thousands of reports reads none of them.
`%s` stands for a value; the store says how its database writes that.
"""

from __future__ import annotations

from typing import Any

from assistant.model import Card
from assistant.store.packing import Compiled, Summary

# Raised whenever the tables change their shape or a packed report its meaning.
SCHEMA = 2

VERSION_TABLE = "gongkai_store"
CREATE = (
    f"CREATE TABLE {VERSION_TABLE} (version INTEGER NOT NULL)",
    """CREATE TABLE gongkai_cards (
        id TEXT PRIMARY KEY, title TEXT NOT NULL, organ TEXT NOT NULL, place TEXT NOT NULL,
        year INTEGER NOT NULL, url TEXT NOT NULL, digest TEXT NOT NULL, characters INTEGER NOT NULL,
        figures INTEGER NOT NULL, statements INTEGER NOT NULL, ledger INTEGER NOT NULL,
        made_from TEXT NOT NULL
    )""",
    """CREATE TABLE gongkai_reports (
        id TEXT PRIMARY KEY REFERENCES gongkai_cards (id), terms TEXT NOT NULL,
        report {blob} NOT NULL, indexed {blob} NOT NULL
    )""",
    f"INSERT INTO {VERSION_TABLE} (version) VALUES ({SCHEMA})",
)
CARD_COLUMNS = [
    *("id", "title", "organ", "place", "year", "url", "digest", "characters"),
    *("figures", "statements", "ledger", "made_from"),
]
REPORT_COLUMNS = ["id", "terms", "report", "indexed"]

SELECT_VERSION = f"SELECT version FROM {VERSION_TABLE}"
SELECT_CARDS = f"SELECT {', '.join(CARD_COLUMNS)} FROM gongkai_cards"
SELECT_MADE_FROM = "SELECT made_from FROM gongkai_cards WHERE id = %s"
SELECT_REPORT = (
    f"SELECT {', '.join('c.' + name for name in CARD_COLUMNS)}, r.terms, r.report, r.indexed "
    "FROM gongkai_cards c JOIN gongkai_reports r ON r.id = c.id WHERE c.id = %s"
)


def _upsert(table: str, columns: list[str]) -> str:
    places = ", ".join(["%s"] * len(columns))
    kept = ", ".join(f"{name} = excluded.{name}" for name in columns[1:])
    return (
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places}) "
        f"ON CONFLICT (id) DO UPDATE SET {kept}"
    )


UPSERT_CARD = _upsert("gongkai_cards", CARD_COLUMNS)
UPSERT_REPORT = _upsert("gongkai_reports", REPORT_COLUMNS)


def summary_from(row: tuple[Any, ...]) -> Summary:
    """The summary in a row of `SELECT_CARDS`, or at the head of one of `SELECT_REPORT`."""
    card, (digest, characters, figures, statements, ledger, made_from) = row[:6], row[6:12]
    return Summary(Card(*card), digest, characters, figures, statements, ledger, made_from)


def compiled_from(row: tuple[Any, ...]) -> Compiled:
    """The compiled report in a row of `SELECT_REPORT`."""
    terms, report, index = row[12:]
    return Compiled(summary_from(row), terms, bytes(report), bytes(index))


def rows_of(compiled: Compiled) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """The rows of a compiled report for `UPSERT_CARD` and `UPSERT_REPORT`."""
    s, c = compiled.summary, compiled.summary.card
    card = (c.id, c.title, c.organ, c.place, c.year, c.url, s.digest, s.characters)
    counts = (s.figures, s.statements, s.ledger, s.made_from)
    return (*card, *counts), (c.id, compiled.terms, compiled.report, compiled.index)


def version_fault(version: int) -> str:
    """What is wrong with a store of another schema version, and the mend."""
    if version > SCHEMA:
        return f"是较新的程序建立的（第{version}版，这里只认第{SCHEMA}版），请更新 gongkai"
    return f"是较旧的程序建立的（第{version}版，这里是第{SCHEMA}版），请换一个新位置重新编译"
