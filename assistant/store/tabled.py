"""What the stores that keep packed reports in database tables do the same, whatever the database."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from assistant.store import tables
from assistant.store.packed import PackedStore
from assistant.store.packing import Compiled, Summary


class TabledStore(PackedStore):
    """Packed reports as rows; how a statement is sent is the database's own."""

    @abstractmethod
    def _rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows that a statement of `tables` finds."""

    def summaries(self) -> tuple[Summary, ...]:
        """What there is, ordered by id."""
        return tuple(map(tables.summary_from, sorted(self._rows(tables.SELECT_CARDS))))

    def made_from(self, identity: str) -> str:
        """The digest that a stored report was made from; empty where there is none."""
        return next((str(row[0]) for row in self._rows(tables.SELECT_MADE_FROM, identity)), "")

    def _get(self, identity: str) -> Compiled | None:
        rows = self._rows(tables.SELECT_REPORT, identity)
        return tables.compiled_from(rows[0]) if rows else None
