"""Sides: one figure each of several reports, and how they are told together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.cards import label_of
from assistant.language.numerals import plain
from assistant.model import Card, Computation, Figure, Finding, Value
from assistant.naming import subject, value_of
from assistant.operators.ground import Ground


@dataclass(frozen=True, slots=True)
class Stated:
    """A report's figure, or the finding that it has none."""

    card: Card
    ground: Ground
    figure: Figure | None
    finding: Finding


def said(side: Stated) -> str:
    """A report's figure as it is told among others."""
    assert side.figure is not None
    report = side.ground.index.report
    return (
        f"{label_of(side.card)}{subject(side.figure, report)}{side.figure.text}{side.figure.said}"
    )


def values_of(found: Sequence[Stated]) -> tuple[Value, ...]:
    """The figures of all as values, in order."""
    return tuple(v for s in found if s.figure for v in value_of(s.figure))


def told(
    outcome: str,
    found: Sequence[Stated],
    slots: dict[str, str],
    values: tuple[Value, ...] = (),
    polarity: str | None = None,
    computed: Computation | None = None,
) -> Finding:
    """What is answered over these reports, with the figure of each."""
    return Finding(
        "answered",
        outcome,
        slots,
        facts=tuple(s.figure for s in found if s.figure),
        values=values,
        polarity=polarity,
        computation=computed,
        reports=tuple(s.card.id for s in found),
    )


def approximate() -> Finding:
    """The refusal to compute with figures that are not exact."""
    return Finding("unanswered", "approximate", reason="not_comparable")


def computed_of(operator: str, expression: str, figures: Sequence[Figure]) -> Computation:
    """A computation with these figures."""
    return Computation(operator, expression, tuple(plain(f.value or Decimal(0)) for f in figures))


def note(short: bool) -> str:
    """What is said where a number was rounded."""
    return "（保留两位小数）" if short else ""
