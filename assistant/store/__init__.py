"""Where compiled reports live, behind one small interface: memory, a SQLite file, PostgreSQL.

The same questions give the same answers from each. A report is kept packed, so that opening a
store of thousands and asking about one costs no more than reading that one.
"""

from __future__ import annotations

from typing import Protocol

from assistant.index import Index
from assistant.model import Card, Report
from assistant.store.opening import open_store
from assistant.store.packing import Compiled, Summary, pack
from assistant.store.terms import Terms, no_terms, terms_of

__all__ = [
    "Compiled",
    "Store",
    "Summary",
    "Terms",
    "no_terms",
    "open_store",
    "pack",
    "terms_of",
]


class Store(Protocol):
    """Compiled reports by id. Reading never changes a store; a save is whole or not at all.

    Every method raises `StoreError` where the store cannot be read or written, `ReportError` where
    there is no such report.
    """

    def cards(self) -> tuple[Card, ...]:
        """The cards of all stored reports, ordered by id; reads no report."""
        ...

    def summaries(self) -> tuple[Summary, ...]:
        """The cards with what there is of each report, ordered by id; reads no report."""
        ...

    def report(self, identity: str) -> Report:
        """One report, without its index."""
        ...

    def index(self, identity: str) -> Index:
        """One report with its facts ready for matching."""
        ...

    def made_from(self, identity: str) -> str:
        """The digest that a stored report was made from; empty where there is none."""
        ...

    def save(self, compiled: Compiled) -> None:
        """Store a report, in the place of an earlier one with its id, in one transaction."""
        ...

    def close(self) -> None:
        """Give back what the store holds open; it is not used afterwards."""
        ...
