"""Pictures of figures, made on the server: bars, and a line over years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

# The frame of a line, in hundredths of its width, and in pixels of its height: room for the words at the points.
LEFT, RIGHT = 3, 97
TOP, BOTTOM = 34, 132
MOST_NAMED = 5


def lengths(values: Sequence[Decimal]) -> list[int]:
    """How long each bar is, the longest being 100; nothing at all for zero, and a trace for what is not.

    >>> lengths([Decimal(0), Decimal(1), Decimal(400)])
    [0, 1, 100]
    """
    sizes = [abs(value) for value in values]
    largest = max(sizes, default=Decimal(0)) or Decimal(1)
    return [max(round(size / largest * 100), 1 if size else 0) for size in sizes]


@dataclass(frozen=True, slots=True)
class Point:
    """A year on the line: `x` in hundredths, `y` in pixels.

    `named` where its figure is written beside it, `anchor` how that stands to it; `follows` the year before.
    """

    year: int
    text: str
    x: int
    y: int
    named: bool
    follows: bool
    anchor: str


def line(years: Sequence[int], values: Sequence[Decimal], texts: Sequence[str]) -> list[Point]:
    """The points of a line over years in their order, from zero up; behind a year that is wanting none follows.

    >>> [(p.x, p.y, p.follows) for p in line([2021, 2023], [Decimal(0), Decimal(5)], ["0", "5"])]
    [(3, 132, False), (97, 34, False)]
    """
    largest = max(values, default=Decimal(0)) or Decimal(1)
    span = max(years[-1] - years[0], 1)
    few = len(years) <= MOST_NAMED
    ends = {0, len(years) - 1, *(values.index(v) for v in (min(values), max(values)))}
    return [
        Point(
            year,
            text,
            LEFT + round((year - years[0]) / span * (RIGHT - LEFT)),
            BOTTOM - round(max(value, Decimal(0)) / largest * (BOTTOM - TOP)),
            few or at in (ends if len(years) <= 2 * MOST_NAMED else {0, len(years) - 1}),
            at > 0 and years[at - 1] == year - 1,
            {0: "start", len(years) - 1: "end"}.get(at, "middle"),
        )
        for at, (year, value, text) in enumerate(zip(years, values, texts, strict=True))
    ]
