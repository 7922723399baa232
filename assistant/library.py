"""All the reports that can be asked: their cards at once, each with its facts only when it is needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from assistant.cards import is_government, names_of
from assistant.compiled import COMPILED, digest
from assistant.errors import ReportError
from assistant.folders import knowledge_folder
from assistant.index import Index
from assistant.knowledge import Knowledge, knowledge_of, read_compiled
from assistant.lexicon import Lexicon
from assistant.model import Answer, Card, Report, Sense
from assistant.store.memory import BundledStore
from assistant.store.packing import Summary, card_of, summary_of
from assistant.store.terms import terms_of

if TYPE_CHECKING:
    from assistant.checks import Result
    from assistant.language.related import Related

KEPT = 64
LISTED = 10
CARD_NAME = (Sense("card_place"),)


class Shelf(Protocol):
    """What a library needs of a store: to look, never to write."""

    def cards(self) -> tuple[Card, ...]:
        """The cards of all reports, ordered by id."""
        ...

    def summaries(self) -> tuple[Summary, ...]:
        """The cards with what there is of each report, ordered by id."""
        ...

    def report(self, identity: str) -> Report:
        """One report, without its index."""
        ...

    def index(self, identity: str) -> Index:
        """One report with its facts."""
        ...

    def close(self) -> None:
        """Give back what is held open."""
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
        self.offered: dict[str, Answer] = {}

    @cached_property
    def related(self) -> Related:
        """Words that speak of the same matter; read when something is first refused."""
        from assistant.language.related import Related

        return Related([line.split() for line in self.common.related])

    def only(self, reports: Iterable[str]) -> Library:
        """A library over only these of its reports; raises `ReportError` for one that is not there."""
        return Library(self.common, self.store, reports)

    def close(self) -> None:
        """Give back what the store holds open; nothing is asked of it afterwards."""
        self.store.close()

    def _at(self, *identities: str) -> Knowledge:
        """What is known with these reports open: their facts, and their own names beside the terms."""
        indexes = tuple(self.store.index(identity) for identity in identities)
        own: dict[str, tuple[Sense, ...]] = {}
        for identity, index in zip(identities, indexes, strict=True):
            body = (Sense("organ", (index.organ,)),) if index.organ else CARD_NAME
            own |= {n: body if self._is_body(n) else CARD_NAME for n in self.names[identity]}
        known = replace(self.common, indexes=indexes, card_names=own)
        if not identities:
            return known
        return replace(known, year_before=partial(self._year_before, identities[0]))

    def _year_before(self, identity: str) -> Report | None:
        """The same organ's report of the year before, where it is among these."""
        from assistant.checks import year_before

        cards = {card.id: card for card in self.cards}
        before = year_before(cards[identity], cards)
        return self.at(before).report(before) if before else None

    def _failures(self, identity: str) -> tuple[Result, ...]:
        """What in a report contradicts itself, or the report of the year before."""
        from assistant.checks import FAIL

        return tuple(r for r in self.at(identity).results if r.verdict == FAIL)

    @cached_property
    def carries(self) -> frozenset[frozenset[str]]:
        """The official measures that one year's report takes over unchanged from the last year's."""
        rules = self.common.rules.carries
        return frozenset(
            frozenset({rule.before, rule.now})
            for rule in rules
            if rule.before != rule.now and not (rule.plus or rule.minus)
        )

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
    def departments_at(self) -> dict[str, tuple[Card, ...]]:
        """The reports of each place's departments, by the place."""
        found: dict[str, list[Card]] = defaultdict(list)
        for card in self.cards:
            if not is_government(card):
                found[card.place].append(card)
        return {place: tuple(cards) for place, cards in found.items()}

    def _is_body(self, name: str) -> bool:
        """Do the terms know a name as that of a body (市政府办公室)? Then no figure of 全市 is of it."""
        return any(sense.kind == "organ" for sense in self.common.terms.get(name, ()))

    @cached_property
    def catalogue(self) -> Lexicon:
        """The terms with the names of all reports, to see which reports a question speaks of."""
        names = dict.fromkeys(self.called, CARD_NAME)
        return Lexicon.of(self.common.terms, self.common.unknown, names)


def open_library(
    folder: Path | None = None, reports: Iterable[str] = (), store: Shelf | str | Path | None = None
) -> Library:
    """The library over a store, or over the reports bundled in a `knowledge/` folder.

    `store` is a store that is open, the path of a SQLite file or a PostgreSQL URL. Raises
    `ReportError` for a report that is not there, `StoreError` for a store that cannot be read,
    `KnowledgeError` for terms that do not hold.
    """
    folder = folder or knowledge_folder()
    path = folder / COMPILED
    made = path.stat().st_mtime_ns if path.exists() else 0
    compiled, common, bundled = _opened(folder, digest(folder), made)
    if store is None:
        return Library(common, bundled, reports)
    if isinstance(store, str | Path):
        from assistant.store import open_store

        store = open_store(store, lambda: terms_of(compiled))
    return Library(common, store, reports)


@lru_cache(maxsize=1)
def _opened(
    folder: Path, _digest: str, _made: int
) -> tuple[dict[str, Any], Knowledge, BundledStore]:
    """What a folder holds, what it says, and its reports: read once for as long as no file of it changes."""
    compiled = read_compiled(folder)
    return compiled, knowledge_of(compiled), BundledStore(folder, compiled)


class Opened:
    """A shelf of reports that are read already."""

    def __init__(self, indexes: Iterable[Index]) -> None:
        """A shelf with these reports."""
        self._indexes = {index.report.id: index for index in indexes}

    def cards(self) -> tuple[Card, ...]:
        """Their cards, ordered by id."""
        return tuple(card_of(index.report) for _, index in sorted(self._indexes.items()))

    def summaries(self) -> tuple[Summary, ...]:
        """What there is of each, ordered by id."""
        return tuple(summary_of(index.report) for _, index in sorted(self._indexes.items()))

    def report(self, identity: str) -> Report:
        """One of them, without its index."""
        return self._indexes[identity].report

    def index(self, identity: str) -> Index:
        """One of them with its facts."""
        return self._indexes[identity]

    def close(self) -> None:
        """Nothing is held open."""


def _missing(missing: list[str], stored: list[str]) -> str:
    if not stored:
        return "没有报告，请先用 gongkai compile 编译"
    others = f"等{len(stored)}份，见 gongkai reports" if len(stored) > LISTED else ""
    named = "、".join("".join(c for c in m if c.isprintable()) for m in missing)
    return f"没有编号为“{named}”的报告，现有的是：{'、'.join(stored[:LISTED])}{others}"
