"""A question over several reports → what is asked of each of them.

宿迁2024年新收申请比2023年多几件 asks 新收申请 of two reports; 2023年的结转数跟2024年的上年结转数对得上吗
asks a thing of its own of each. What each report is asked is a `Selection` as for one report alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.cards import is_government
from assistant.late import late
from assistant.lexicon import Names
from assistant.library import Library
from assistant.model import CARD_KINDS, Card, Mention, Query, Question, Sense
from assistant.steps.as_read import as_read
from assistant.steps.compose.query import query
from assistant.steps.link import link
from assistant.steps.reading import Reading, is_content

PERIODS = frozenset({"year", "relative_year"})
# Asks that say what is to be done with the figures, not which figures are meant.
OUTER = frozenset({"year", "which", "percent", "list"})


# 哪个地方 asks of whole places; 哪个市 of those that are called so.
PLACES = late("地|[市县区]")
CLASS = late("([市县区])$")


@dataclass(frozen=True, slots=True)
class Side:
    """One report, and what it is asked."""

    card: Card
    query: Query


@dataclass(frozen=True, slots=True)
class Across:
    """A question read over several reports: the sides with words of their own, and with shared words."""

    reading: Reading
    shared: tuple[Side, ...]
    own: tuple[Side, ...] = ()


def across(question: Question, cards: Sequence[Card], library: Library) -> Across:
    """What a question asks of each of these reports."""
    known = library.at(*(card.id for card in cards))
    linked = link(question, known.lexicon_across, known.indexes)[0]
    mentions = tuple(_as_across(m, known.across) for m in linked)
    reading = Reading(as_read(question.text, mentions), mentions)
    kept = tuple(m for m in mentions if not _is_outer(m))
    whole = _query(reading, kept)
    shared = tuple(Side(card, whole) for card in cards)
    return Across(reading, shared, tuple(_own(reading, kept, cards, library)))


def narrowed(asked: Across) -> Across:
    """Only the reports of the class that is asked: 哪个市 asks of cities, 哪个地方 of no department."""
    said = [m.text for m in asked.reading.mentions if "every_place" in m.tags("operator")]
    shared = asked.shared
    if any(PLACES.search(text) for text in said):
        shared = tuple(s for s in shared if is_government(s.card))
    wanted = {m.group(1) for text in said if (m := CLASS.search(text))}
    if wanted:
        shared = tuple(s for s in shared if s.card.place[-1:] in wanted)
    return replace(asked, shared=shared) if shared else asked


def _as_across(mention: Mention, words: Names) -> Mention:
    """历年 over several reports asks for every year; in one report it is a time of its own."""
    timed = mention.kinds() & {"relative_year"} and mention.text in words
    return replace(mention, senses=words[mention.text]) if timed else mention


def between_years(question: Question, card: Card, years: Sequence[int], library: Library) -> Across:
    """What a question asks of one report about several years: its own, and those that it looks back to."""
    asked = across(question, (card,), library)
    [side] = asked.shared
    sides = tuple(
        Side(replace(card, year=year), _of_year(side.query, year, card)) for year in years
    )
    return Across(asked.reading, sides)


def _of_year(query: Query, year: int, card: Card) -> Query:
    if year == card.year:
        return query
    [selection] = query.selections
    named = Mention(0, 0, f"{year}年", (Sense("year", tag=str(year)),))
    selection = replace(selection, mentions=(*selection.mentions, named))
    return replace(query, selections=(selection,), base=selection)


def _is_outer(mention: Mention) -> bool:
    """Does it name the report or the operation, so that no figure has to account for it?"""
    kinds = mention.kinds()
    if kinds & PERIODS or "card_place" in kinds or "operator" in kinds:
        return True
    return bool(mention.tags("ask") & OUTER) and not mention.tags("ask") & {"number", "money"}


def _query(reading: Reading, mentions: tuple[Mention, ...]) -> Query:
    made = query("lookup", "number")(Reading(reading.text, mentions))
    [selection] = made.selections
    # A measure word that is only implied (次数, 件数) may be another in the next report.
    selection = replace(selection, unit="" if selection.unit == "%" else reading.unit_of_ask)
    return replace(
        made, selections=(selection,), base=selection, numbers=(), pairs=(), negated=False
    )


def _own(
    reading: Reading, kept: tuple[Mention, ...], cards: Sequence[Card], library: Library
) -> Sequence[Side]:
    """The sides where each report's year (or place) stands before words of its own."""
    marks = _marks(reading, cards, library)
    if len(marks) != len(cards) or len(cards) < 2:
        return ()
    bounds = [at for at, _ in marks] + [len(reading.text)]
    before = [m for m in kept if m.start < bounds[0]]
    sides = []
    for at, (start, card) in enumerate(marks):
        inside = tuple(m for m in kept if start <= m.start < bounds[at + 1])
        if not any(_means_something(m) for m in inside):
            return ()
        sides.append(Side(card, _query(reading, (*before, *inside))))
    return sides


def _means_something(mention: Mention) -> bool:
    kinds = mention.kinds()
    return is_content(mention) and not kinds & {"frame", "theme"} and bool(kinds - CARD_KINDS)


def _marks(reading: Reading, cards: Sequence[Card], library: Library) -> list[tuple[int, Card]]:
    """Where each report is named for the first time, in the order of the question."""
    found: dict[str, tuple[int, Card]] = {}
    by_year = len({card.year for card in cards}) == len(cards)
    for mention in reading.mentions:
        years = {int(tag) for tag in mention.tags("year")}
        called = library.called.get(mention.read or mention.text, ())
        for card in cards:
            named = card.year in years if by_year else card in called
            if named and card.id not in found:
                found[card.id] = (mention.start, card)
    return sorted(found.values(), key=lambda mark: mark[0])
