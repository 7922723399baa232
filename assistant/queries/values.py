"""What a query tree yields: quantities, rows of them, names, truths, and several side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache

from assistant.language.numerals import plain
from assistant.model import Figure, Mention
from assistant.queries.rounding import EXACT, PLACES, digits

SCALES = {"千": 1_000, "万": 10_000, "亿": 100_000_000, "百万": 1_000_000, "千万": 10_000_000}
PERCENT = "%"
# How far two shares are apart.
POINTS = "个百分点"
HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Quantity:
    """An interval of exact numbers in one unit, with the facts and the formula that it comes from.

    An exact figure is a point (`low == high`); `high` is None where nothing bounds it above.
    `ends` says whether low and high belong to it: 600多 is (600, 700), 98%以上 is [98, 100].
    `formula` is empty for a figure as it stands; `operands` are the stated numbers in it; `cut`
    says that it was rounded as the question asks.
    """

    low: Fraction
    high: Fraction | None
    unit: str
    facts: tuple[Figure, ...] = ()
    formula: str = ""
    operands: tuple[str, ...] = ()
    name: str = ""
    ends: tuple[bool, bool] = (True, True)
    about: bool = False
    given: bool = False
    places: int = PLACES
    cut: bool = False

    @property
    def is_exact(self) -> bool:
        """Is it one number, and no interval?"""
        return self.low == self.high and not self.about

    @property
    def term(self) -> str:
        """Its place in a formula: a number, or a formula in brackets."""
        return f"({self.formula})" if self.formula else digits(self.low, EXACT)


@dataclass(frozen=True, slots=True)
class Row:
    """One member of a breakdown: what it is called, and its quantity."""

    name: str
    quantity: Quantity

    @property
    def figure(self) -> Figure:
        """The figure that states it."""
        return self.quantity.facts[0]


@dataclass(frozen=True, slots=True)
class Rows:
    """Members side by side, with the figure of all of them where the report states it.

    `parts` says whether nothing is counted twice, so that they may be added up.
    """

    members: tuple[Row, ...]
    whole: Figure | None = None
    parts: bool = True

    def only(self, members: Iterable[Row]) -> Rows:
        """The same breakdown with these members alone."""
        return replace(self, members=tuple(members))


@dataclass(frozen=True, slots=True)
class Names:
    """Members that are the answer by their names, in the order of `rows`."""

    rows: tuple[Row, ...]
    among: tuple[Row, ...]
    kind: str
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Truth:
    """Yes, no, or None where the report's figures cannot tell; with what it was held against."""

    holds: bool | None
    left: Quantity | None = None
    right: Quantity | None = None
    rows: tuple[Row, ...] = ()
    facts: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Many:
    """Several answers side by side, in the order asked."""

    values: tuple[Value, ...]


Value = Quantity | Rows | Names | Truth | Many


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a tree has no value: a reason, the words that nothing accounts for, the rivals left."""

    reason: str
    words: tuple[Mention, ...] = ()
    rivals: tuple[Figure, ...] = ()


class Unmatched(Failure):
    """No figure accounts for every word; which words and what comes nearest is found out when it is asked."""

    __slots__ = ("_look",)
    _look: Callable[[], tuple[tuple[Mention, ...], tuple[Figure, ...]]]

    def __init__(self, look: Callable[[], tuple[tuple[Mention, ...], tuple[Figure, ...]]]) -> None:
        """A failure that `look` explains."""
        object.__setattr__(self, "reason", "not_matched")
        object.__setattr__(self, "_look", cache(look))

    @property
    def words(self) -> tuple[Mention, ...]:
        """The words that nothing accounts for."""
        return self._look()[0]

    @property
    def rivals(self) -> tuple[Figure, ...]:
        """The figure that accounts for most of them."""
        return self._look()[1]


# --------------------------------------------------------------------------- from figures, and into words


def stated(figure: Figure, name: str = "") -> Quantity:
    """The quantity that a figure states; 600余 lies above 600 and below 700."""
    low = Fraction(figure.value or Decimal(0))
    unit = figure.unit or figure.said
    base = Quantity(
        low, low, unit, (figure,), operands=(plain(figure.value or Decimal(0)),), name=name
    )
    if figure.bound == "more":
        return replace(base, high=low + last_place(figure.value or Decimal(0)), ends=(False, False))
    if figure.bound == "at_least":
        top = Fraction(HUNDRED) if unit == PERCENT else None
        return replace(base, high=top)
    if figure.bound == "at_most":
        return replace(base, low=Fraction(0))
    return replace(base, about=figure.bound == "about")


def last_place(value: Decimal) -> Fraction:
    """One of the last digit that is not zero: 100 for 600. 600余 is below 700."""
    parts = value.normalize().as_tuple()
    exponent = parts.exponent if isinstance(parts.exponent, int) else 0
    return Fraction(10) ** exponent


def plain_unit(unit: str) -> str:
    """The unit without its scale: 万元 → 元."""
    scale = scale_of(unit)
    return unit[len(scale) :]


def scale_of(unit: str) -> str:
    """The scale that a unit carries: 万 of 万元; empty where it has none."""
    found = (s for s in sorted(SCALES, key=len, reverse=True) if unit.startswith(s))
    return next(found, "")


def unscaled(quantity: Quantity) -> Quantity:
    """The same quantity in its plain unit: 122.03万元 → 1220300元."""
    scale = scale_of(quantity.unit)
    if not scale:
        return quantity
    factor = SCALES[scale]
    high = None if quantity.high is None else quantity.high * factor
    return replace(quantity, low=quantity.low * factor, high=high, unit=plain_unit(quantity.unit))


def aligned(quantities: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """In one unit: as stated where the units agree, else without their scales."""
    held = tuple(quantities)
    return held if len({q.unit for q in held}) < 2 else tuple(unscaled(q) for q in held)


def computed(
    value: Fraction, of: Sequence[Quantity], formula: str, unit: str | None = None
) -> Quantity:
    """What was computed of these quantities, in the unit of the first where no other is said."""
    facts = tuple(dict.fromkeys(f for q in of for f in q.facts))
    operands = tuple(o for q in of for o in q.operands)
    return Quantity(value, value, of[0].unit if unit is None else unit, facts, formula, operands)
