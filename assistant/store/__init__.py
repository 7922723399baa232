"""Where compiled reports live, behind one small interface: memory, a SQLite file, PostgreSQL.

The same questions give the same answers from each.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from assistant.index import Index
from assistant.model import Card, Report


@dataclass(frozen=True, slots=True)
class Compiled:
    """A compiled report ready to be stored.

    `index` is its index as `index_to_json` has it, made under the terms with the digest `terms`;
    `made_from` is the digest of its source, its card and the rules, so that what has not changed is
    not compiled again.
    """

    report: Report
    index: dict[str, Any]
    terms: str
    made_from: str


class Store(Protocol):
    """Compiled reports by id. Reading never changes a store; a save is whole or not at all."""

    def cards(self) -> tuple[Card, ...]:
        """The cards of all stored reports, ordered by id."""
        ...

    def index(self, identity: str) -> Index:
        """One report with its facts ready for matching; raises `ReportError` where there is none."""
        ...

    def made_from(self, identity: str) -> str:
        """The digest that a stored report was made from; empty where there is none."""
        ...

    def save(self, compiled: Compiled) -> None:
        """Store a report, in the place of an earlier one with its id, in one transaction."""
        ...
