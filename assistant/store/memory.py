"""Reports in memory: those bundled with the package, and a store for reports at hand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from assistant.compiled import index_from_json
from assistant.errors import ReportError, StoreError
from assistant.index import Index
from assistant.model import Card, Report
from assistant.records import read_report
from assistant.store.packed import PackedStore
from assistant.store.packing import Compiled, Summary, summary_of
from assistant.store.terms import GivesTerms, no_terms


class MemoryStore(PackedStore):
    """Packed reports in a dictionary; gone with the process."""

    def __init__(self, give_terms: GivesTerms = no_terms) -> None:
        """An empty store."""
        super().__init__(give_terms)
        self.where = "内存"
        self._reports: dict[str, Compiled] = {}

    def summaries(self) -> tuple[Summary, ...]:
        """What there is, ordered by id."""
        return tuple(self._reports[identity].summary for identity in sorted(self._reports))

    def made_from(self, identity: str) -> str:
        """The digest that a stored report was made from; empty where there is none."""
        found = self._reports.get(identity)
        return found.summary.made_from if found else ""

    def save(self, compiled: Compiled) -> None:
        """Keep a report."""
        self._reports[compiled.id] = compiled

    def close(self) -> None:
        """Nothing is held open."""

    def _get(self, identity: str) -> Compiled | None:
        return self._reports.get(identity)


class BundledStore:
    """The reports of a `knowledge/` folder, with the indexes of its `compiled.json`.

    Reads a report's files when it is asked for. It is written by `gongkai compile` alone, into the
    folder, where what was generated is reviewed as a diff.
    """

    def __init__(self, folder: Path, compiled: Mapping[str, Any]) -> None:
        """The reports in this folder; `compiled` is what its `compiled.json` holds, up to date."""
        self._folder = folder / "reports"
        self._indexes: Mapping[str, Any] = compiled["reports"]
        self.report = cache(self._report)
        self.index = cache(self._index)

    def cards(self) -> tuple[Card, ...]:
        """The cards of all reports, ordered by id."""
        return tuple(self._card(identity) for identity in sorted(self._indexes))

    def summaries(self) -> tuple[Summary, ...]:
        """What there is, ordered by id."""
        return tuple(summary_of(self.report(identity)) for identity in sorted(self._indexes))

    def made_from(self, identity: str) -> str:
        """The digest of the source, which is all that the folder knows."""
        return self.report(identity).digest if identity in self._indexes else ""

    def save(self, compiled: Compiled) -> None:
        """Not here: raises `StoreError`."""
        raise StoreError("自带的报告不能这样改，请用 --store 写明要存到哪里")

    def close(self) -> None:
        """Nothing is held open."""

    def _card(self, identity: str) -> Card:
        head = json.loads((self._folder / identity / "report.json").read_text(encoding="utf-8"))
        return Card(**{field: head[field] for field in Card.__dataclass_fields__})

    def _report(self, identity: str) -> Report:
        self._must_have(identity)
        return read_report(self._folder / identity)

    def _index(self, identity: str) -> Index:
        self._must_have(identity)
        return index_from_json(self.report(identity), self._indexes[identity])

    def _must_have(self, identity: str) -> None:
        if identity not in self._indexes:
            loaded = "、".join(self._indexes) or "无，请先放入报告再编译"
            named = "".join(c for c in identity if c.isprintable())
            raise ReportError(f"没有编号为“{named}”的报告，现有的是：{loaded}")
