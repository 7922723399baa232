"""All the reports that can be asked: their cards at once, each with its facts only when it is needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from assistant.cards import names_of
from assistant.errors import ReportError
from assistant.index import Index
from assistant.knowledge import Knowledge, load
from assistant.lexicon import Lexicon
from assistant.model import Card, Sense

if TYPE_CHECKING:
    from assistant.checks import Result

KEPT = 64
CARD_NAME = (Sense("card_place"),)


class Shelf(Protocol):
    """What a library needs of a store: to look, never to write."""

    def cards(self) -> tuple[Card, ...]:
        """The cards of all reports, ordered by id."""
        ...

    def index(self, identity: str) -> Index:
        """One report with its facts."""
        ...


class Library:
    """Terms, and the reports of a store. Nothing changes once it is made; what was read is kept."""

    def __init__(self, common: Knowledge, store: Shelf, only: Iterable[str] = ()) -> None:
        """A library over this store, or over only these reports of it."""
        self.common = common
        self.store = store
        wanted = set(only)
        self.cards: tuple[Card, ...] = tuple(
            card for card in store.cards() if not wanted or card.id in wanted
        )
        missing = sorted(wanted - {card.id for card in self.cards})
        if missing or not self.cards:
            raise ReportError(_missing(missing, [card.id for card in store.cards()]))
        self.at = lru_cache(maxsize=KEPT)(self._at)
        self.failures = lru_cache(maxsize=KEPT)(self._failures)

    def _at(self, *identities: str) -> Knowledge:
        """What is known with these reports open: their facts, and their own names beside the terms."""
        indexes = tuple(self.store.index(identity) for identity in identities)
        own: dict[str, tuple[Sense, ...]] = {}
        for identity in identities:
            own |= dict.fromkeys(self.names[identity], CARD_NAME)
        return replace(self.common, indexes=indexes, card_names=own)

    def _failures(self, identity: str) -> tuple[Result, ...]:
        """What in a report contradicts itself, or the report of the year before."""
        from assistant.checks import FAIL, check, year_before

        cards = {card.id: card for card in self.cards}
        before = year_before(cards[identity], cards)
        report, *earlier = (self.at(i).report(i) for i in (identity, before) if i)
        found = check(report, earlier[0] if earlier else None, self.common.rules)
        return tuple(result for result in found if result.verdict == FAIL)

    @cached_property
    def names(self) -> dict[str, tuple[str, ...]]:
        """What people may call each report, by its id."""
        return {card.id: names_of(card, self.common.departments) for card in self.cards}

    @cached_property
    def called(self) -> dict[str, tuple[Card, ...]]:
        """The reports that each name may mean."""
        found: dict[str, list[Card]] = defaultdict(list)
        for card in self.cards:
            for name in self.names[card.id]:
                found[name].append(card)
        return {name: tuple(cards) for name, cards in found.items()}

    @cached_property
    def catalogue(self) -> Lexicon:
        """The terms with the names of all reports, to see which reports a question speaks of."""
        names = dict.fromkeys(self.called, CARD_NAME)
        return Lexicon.of(self.common.terms, self.common.unknown, names)


def open_library(
    folder: Path | None = None, reports: Iterable[str] = (), store: Shelf | None = None
) -> Library:
    """The library over a store, or over the reports bundled in a `knowledge/` folder.

    Raises `ReportError` for a report that is not there, `KnowledgeError` for terms that do not hold.
    """
    common = load(folder)
    return Library(common, store or Bundled(common), reports)


class Bundled:
    """The reports that came with the knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        """A shelf with the reports of loaded knowledge."""
        self._indexes = {index.report.id: index for index in knowledge.indexes}

    def cards(self) -> tuple[Card, ...]:
        """Their cards, ordered by id."""
        reports = (index.report for _, index in sorted(self._indexes.items()))
        return tuple(Card(r.id, r.title, r.organ, r.place, r.year, r.url) for r in reports)

    def index(self, identity: str) -> Index:
        """One of them with its facts."""
        return self._indexes[identity]


def _missing(missing: list[str], stored: list[str]) -> str:
    loaded = "、".join(stored) or "无，请先放入报告再编译"
    named = "、".join("".join(c for c in m if c.isprintable()) for m in missing)
    return f"没有编号为“{named}”的报告，现有的是：{loaded}"
