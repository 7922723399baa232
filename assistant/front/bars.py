"""Bars of an order, of a breakdown or of several reports: what each is called, what it is of, and how it is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.cards import body_of, label_of
from assistant.model import Answer, Card, Figure, Finding
from assistant.naming import cell_name
from assistant.presentation import BAR, chart, comparable, label, with_unit

FEWEST_BARS = 3
# Two years, or two places, already are a picture.
FEWEST_REPORTS = 2


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name among the others, and its figure as it is written."""

    name: str
    text: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars with what all of them are of, where their names do not say it."""

    title: str = ""
    bars: tuple[Bar, ...] = ()


def charted(finding: Finding, cards: Iterable[Card]) -> Chart:
    """The figures of a finding that bars can show; none for anything else. `cards` are those of the reports."""
    figures = tuple(fact for fact in finding.facts if isinstance(fact, Figure))
    across = len(finding.reports) == len(figures) == len(finding.facts)
    fewest = FEWEST_REPORTS if across else FEWEST_BARS
    if finding.status != "answered" or len(figures) < fewest or not comparable(figures):
        return Chart()
    if not across:
        return Chart("", tuple(Bar(label(f), with_unit(f), f) for f in figures))
    known = {card.id: card for card in cards}
    names = _names([known[identity] for identity in finding.reports])
    if len(set(names)) < len(names):
        return Chart()
    titles = {cell_name(f) if f.table else f.what for f in figures}
    bars = (Bar(n, with_unit(f), f) for n, f in zip(names, figures, strict=True))
    return Chart(titles.pop() if len(titles) == 1 else "", tuple(bars))


def _names(cards: Sequence[Card]) -> list[str]:
    """What tells reports apart: their places, their years, or both."""
    if len({card.year for card in cards}) == 1:
        return [body_of(card) for card in cards]
    if len({body_of(card) for card in cards}) == 1:
        return [f"{card.year}年" for card in cards]
    return [label_of(card) for card in cards]


def drawn(finding: Finding, answer: Answer, cards: Iterable[Card]) -> str:
    """The bars in plain text, to stand under the answer; nothing where there are none."""
    found = charted(finding, cards)
    if not found.bars or BAR in answer.text:
        return ""
    title = f"{found.title}\n" if found.title else ""
    return f"\n\n{title}{chart([b.figure for b in found.bars], [b.name for b in found.bars])}"
