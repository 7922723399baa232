"""The list of reports on the first page: newest first, found by words of title, place and year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.model import Card


@dataclass(frozen=True, slots=True)
class Shelf:
    """The reports that were found, newest first, and the years that several are of."""

    cards: tuple[Card, ...]
    years: tuple[int, ...]


def shelf(cards: Sequence[Card], find: str = "") -> Shelf:
    """The reports in which all of these words stand, newest first.

    >>> cards = [Card("a", "宿迁市报告", "", "宿迁市", 2023), Card("b", "柳州市报告", "", "柳州市", 2024)]
    >>> [card.id for card in shelf(cards, "宿迁 2023").cards], shelf(cards * 2).years
    (['a'], (2024, 2023))
    """
    words = find.split()
    found = [card for card in cards if all(word in _said(card) for word in words)]
    ordered = tuple(sorted(found, key=lambda card: (-card.year, card.place, card.id)))
    several = Counter(card.year for card in ordered)
    return Shelf(ordered, tuple(year for year, count in several.items() if count > 1))


def _said(card: Card) -> str:
    return f"{card.title} {card.organ} {card.place} {card.year}年"
