"""Which reports a question speaks of, by the places, organs and years that it names.

A question that names none of them may mean any report; what the turn before was about stands in for
what is left unsaid.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.library import Library
from assistant.model import Card, Mention, Question
from assistant.steps.accounts import owned
from assistant.steps.link import link
from assistant.steps.patterns import patterned

MOST = 12
YEARLY = "同比"


@dataclass(frozen=True, slots=True)
class Route:
    """The reports that may be meant.

    `groups` are the reports of each place or organ that the question names, `years` the years, in
    the order named; `cards` are the reports that fit both, the nearest where none does; `before`
    those of the years that 去年 or 上年 point back to by `steps`. `too_many` says that the question names too
    little to choose among this many.
    """

    cards: tuple[Card, ...]
    groups: tuple[tuple[Card, ...], ...] = ()
    years: tuple[int, ...] = ()
    before: tuple[Card, ...] = ()
    carried: bool = False
    steps: tuple[int, ...] = ()
    too_many: bool = False

    @property
    def is_named(self) -> bool:
        """Is it plain which report is meant: by the question, or by the turn before?"""
        return bool(self.groups or self.carried) and len(self.cards) == 1

    @property
    def is_several(self) -> bool:
        """Does the question itself set several reports side by side?"""
        return len(self.cards) > 1 and (len(self.groups) > 1 or len(self.years) > 1)


def route(question: Question, library: Library, earlier: Sequence[Card] = ()) -> Route:
    """The reports that a question may mean, after a turn that was about `earlier`."""
    mentions = named_mentions(question, library)
    years = tuple(dict.fromkeys(int(tag) for m in mentions for tag in m.tags("year")))
    named = tuple(owned(question.text, mentions, tuple(_groups(mentions, library)), years, library))
    groups = tuple(group for _, group in named)
    carried = False
    if groups:
        pool = list(dict.fromkeys(card for group in groups for card in group))
        if not years and earlier:
            years = tuple(dict.fromkeys(card.year for card in earlier))
    elif earlier:
        pool = _same_bodies(library.cards, earlier)
        carried = True
        if not years:
            before = _back(mentions, earlier, pool)
            return Route(tuple(earlier), before=before, carried=True, steps=_steps(mentions))
    else:
        pool = list(library.cards)
    fitting = [card for card in pool if not years or card.year in years]
    if len(groups) > 1 and years:
        own = [wanted or years for wanted in _years_of(mentions, named)]
        for group, wanted in zip(groups, own, strict=True):
            if not any(card.year in wanted for card in group):
                return Route((), groups, wanted)
        fitting = [
            card
            for card in pool
            if any(card in g and card.year in w for g, w in zip(groups, own, strict=True))
        ]
    if not fitting and (groups or carried):
        fitting = _nearest(pool, years)
    before = _back(mentions, fitting, pool)
    if len(fitting) > MOST and not groups:
        return Route((), (), years, too_many=True)
    ordered = sorted(fitting, key=lambda card: _order(card, groups, years))
    return Route(tuple(ordered), groups, years, before, carried, _steps(mentions))


def named_mentions(question: Question, library: Library) -> tuple[Mention, ...]:
    """The question read by the terms and the names of all reports; mended where no name is found."""
    lexicon = library.catalogue
    mentions = lexicon.read(question.text, tuple(patterned(question.text, lexicon)))
    if any("card_place" in m.kinds() for m in mentions) or all(m.senses for m in mentions):
        return mentions
    return link(question, lexicon)[0]


def _groups(
    mentions: Iterable[Mention], library: Library
) -> Iterable[tuple[Mention, tuple[Card, ...]]]:
    """The reports of each body that is named, with its first mention, no body twice."""
    seen: set[tuple[Card, ...]] = set()
    for mention in mentions:
        found = library.called.get(mention.read or mention.text, ())
        if "card_place" in mention.kinds() and found and found not in seen:
            seen.add(found)
            yield mention, found


def _years_of(
    mentions: Iterable[Mention], named: Sequence[tuple[Mention, tuple[Card, ...]]]
) -> list[tuple[int, ...]]:
    """For each body the years that belong to it: those behind it, or before it where a year comes first.

    洪泽区2023年和宿迁市2024年, 2023年洪泽区和2024年宿迁市; 洪泽区和宿迁市2023年 is one year for both.
    """
    bodies = {id(mention): at for at, (mention, _) in enumerate(named)}
    row: list[int | tuple[int, ...]] = []
    for mention in mentions:
        years = tuple(int(tag) for tag in mention.tags("year"))
        if id(mention) in bodies or years:
            row.append(bodies.get(id(mention), years))
    if row and isinstance(row[0], int):
        row.reverse()
    found: list[tuple[int, ...]] = [()] * len(named)
    current: tuple[int, ...] = ()
    before: int | None = None
    for at, item in enumerate(row):
        if isinstance(item, int):
            found[item], before = current, item
        elif before is not None and not any(isinstance(later, int) for later in row[at:]):
            found[before] += item
        else:
            current, before = (*(current if before is None else ()), *item), None
    return found


def _same_bodies(cards: Iterable[Card], earlier: Sequence[Card]) -> list[Card]:
    bodies = {(card.place, card.organ) for card in earlier}
    return [card for card in cards if (card.place, card.organ) in bodies]


def _nearest(pool: Sequence[Card], years: Sequence[int]) -> list[Card]:
    """Of the bodies named, the report nearest to the year: the next one may still speak of it."""
    year = years[0]
    return sorted(pool, key=lambda card: (abs(card.year - year), card.year < year))[:1]


def _steps(mentions: Iterable[Mention]) -> tuple[int, ...]:
    """How far 去年, 前年 and 比上年 point back, in years."""
    found = {int(tag) for m in mentions for tag in m.tags("relative_year")} - {0}
    yearly = any(YEARLY in s.atoms for m in mentions for s in m.senses)
    return tuple(sorted(found | ({-1} if yearly else set())))


def _back(
    mentions: Iterable[Mention], cards: Sequence[Card], pool: Sequence[Card]
) -> tuple[Card, ...]:
    """The reports of the years before, where the question says 去年 or 上年."""
    years = {card.year + step for card in cards for step in _steps(mentions)}
    return tuple(card for card in pool if card.year in years and card not in cards)


def _order(
    card: Card, groups: Sequence[Sequence[Card]], years: Sequence[int]
) -> tuple[int, int, int, str]:
    place = next((at for at, group in enumerate(groups) if card in group), 0)
    year = years.index(card.year) if card.year in years else 0
    return place, year, card.year, card.id
