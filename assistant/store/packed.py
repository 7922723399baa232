"""What every store that keeps packed reports does the same, however it keeps them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import OrderedDict
from threading import Lock

from assistant.errors import ReportError
from assistant.index import Index
from assistant.model import Card, Report
from assistant.store.packing import Compiled, Summary, unpack_index, unpack_report
from assistant.store.terms import GivesTerms

# So many indexes are kept ready; a conversation rarely goes beyond, and thousands would fill memory.
KEPT = 32


class PackedStore(ABC):
    """Reports packed one by one; safe to share by threads where `_get` is."""

    # How messages name the store; without a password.
    where: str

    def __init__(self, give_terms: GivesTerms) -> None:
        """A store whose indexes are for the terms that this gives when they are needed."""
        self._give_terms = give_terms
        self._kept: OrderedDict[str, tuple[str, Index]] = OrderedDict()
        self._lock = Lock()

    @abstractmethod
    def summaries(self) -> tuple[Summary, ...]:
        """What there is, ordered by id."""

    @abstractmethod
    def made_from(self, identity: str) -> str:
        """The digest that a stored report was made from; empty where there is none."""

    @abstractmethod
    def save(self, compiled: Compiled) -> None:
        """Store a report, in one transaction."""

    @abstractmethod
    def close(self) -> None:
        """Give back what is held open."""

    @abstractmethod
    def _get(self, identity: str) -> Compiled | None:
        """A stored report as it was saved."""

    def cards(self) -> tuple[Card, ...]:
        """The cards of all stored reports, ordered by id."""
        return tuple(summary.card for summary in self.summaries())

    def report(self, identity: str) -> Report:
        """One report, without its index."""
        return unpack_report(self._found(identity).report)

    def index(self, identity: str) -> Index:
        """One report with its facts ready for matching, kept ready while it is the same."""
        made_from = self.made_from(identity)
        with self._lock:
            kept = self._kept.get(identity)
            if kept and kept[0] == made_from:
                self._kept.move_to_end(identity)
                return kept[1]
        found = self._found(identity)
        index = unpack_index(found, self._give_terms)
        with self._lock:
            self._kept[identity] = (found.summary.made_from, index)
            self._kept.move_to_end(identity)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return index

    def _found(self, identity: str) -> Compiled:
        found = self._get(identity)
        if found is None:
            named = "".join(c for c in identity if c.isprintable())
            raise ReportError(
                f"{self.where}: 没有编号为“{named}”的报告，请用 gongkai reports 查看现有的编号"
            )
        return found
