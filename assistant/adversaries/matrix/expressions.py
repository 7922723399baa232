"""Small typed trees of what may be asked: an operator takes any tree of the right type.

`values` and `gold` evaluate them, `wording` says them; nothing here is of the engine.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from assistant.adversaries.matrix.members import Breakdown, Item, Sort

Comparison = Literal["<", "<=", "=", ">=", ">"]
COMPLEMENT: dict[Comparison, Comparison] = {"<": ">=", "<=": ">", ">=": "<", ">": "<="}


# --------------------------------------------------------------------------- rows


@dataclass(frozen=True, slots=True)
class Members:
    """The members of one sort."""

    breakdown: Breakdown
    sort: Sort


@dataclass(frozen=True, slots=True)
class Only:
    """Some members, each named."""

    breakdown: Breakdown
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Except:
    """Rows without some that are named."""

    rows: Rows
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Where:
    """The rows that compare so with a quantity."""

    rows: Rows
    comparison: Comparison
    than: Quantity


@dataclass(frozen=True, slots=True)
class First:
    """The largest few rows, or the smallest."""

    rows: Rows
    number: int
    least: bool = False


Rows = Members | Only | Except | Where | First

# --------------------------------------------------------------------------- quantities


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that the report states: a member of a breakdown, or one that stands alone."""

    item: Item
    breakdown: Breakdown | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """A number that the question itself brings."""

    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Sum:
    """All rows together."""

    rows: Rows


@dataclass(frozen=True, slots=True)
class Mean:
    """The rows on average."""

    rows: Rows


@dataclass(frozen=True, slots=True)
class Median:
    """The row in the middle."""

    rows: Rows


@dataclass(frozen=True, slots=True)
class Spread:
    """The largest row less the smallest."""

    rows: Rows


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows there are."""

    rows: Rows


@dataclass(frozen=True, slots=True)
class Value:
    """The value of the row that is named by its place in the order."""

    name: Most | Nth


@dataclass(frozen=True, slots=True)
class Difference:
    """How far apart; `claimed` is the direction that the question takes for granted."""

    a: Quantity
    b: Quantity
    claimed: Literal["", "more", "less"] = ""


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times."""

    a: Quantity
    b: Quantity


@dataclass(frozen=True, slots=True)
class Share:
    """How many per cent of a whole."""

    part: Quantity
    whole: Quantity


@dataclass(frozen=True, slots=True)
class Growth:
    """By how many per cent the first is more than the second."""

    a: Quantity
    b: Quantity


@dataclass(frozen=True, slots=True)
class Remainder:
    """What is left of a whole without some of its parts."""

    whole: Figure
    part: Quantity


@dataclass(frozen=True, slots=True)
class Added:
    """A quantity, were it more by a given one."""

    a: Quantity
    more: Given


@dataclass(frozen=True, slots=True)
class Product:
    """A quantity times a given one that each of it brings."""

    a: Quantity
    each: Given


@dataclass(frozen=True, slots=True)
class Per:
    """A quantity shared out among a given number."""

    a: Quantity
    among: Given


Quantity = (
    Figure
    | Given
    | Sum
    | Mean
    | Median
    | Spread
    | Count
    | Value
    | Difference
    | Ratio
    | Share
    | Growth
    | Remainder
    | Added
    | Product
    | Per
)

# --------------------------------------------------------------------------- names, truths, many


@dataclass(frozen=True, slots=True)
class Most:
    """The largest row, or the smallest."""

    rows: Rows
    least: bool = False


@dataclass(frozen=True, slots=True)
class Nth:
    """The row at a place of the order, from the largest or from the smallest."""

    rows: Rows
    number: int
    least: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """Which rows there are."""

    rows: Rows


@dataclass(frozen=True, slots=True)
class Larger:
    """Which of two members is more, or less."""

    a: Figure
    b: Figure
    less: bool = False


@dataclass(frozen=True, slots=True)
class Position:
    """At which place of the order a member stands."""

    name: str
    rows: Rows


@dataclass(frozen=True, slots=True)
class Holds:
    """Does a quantity compare so with another?"""

    a: Quantity
    comparison: Comparison
    b: Quantity


@dataclass(frozen=True, slots=True)
class IsMost:
    """Is this member the largest row, or the smallest?"""

    name: str
    rows: Rows
    least: bool = False


@dataclass(frozen=True, slots=True)
class Every:
    """Do all rows compare so?"""

    rows: Rows
    comparison: Comparison
    than: Quantity


@dataclass(frozen=True, slots=True)
class Some:
    """Does any row compare so?"""

    rows: Rows
    comparison: Comparison
    than: Quantity


@dataclass(frozen=True, slots=True)
class Several:
    """Quantities side by side."""

    parts: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Every row with its value."""

    rows: Rows


Name = Most | Nth | Names | Larger
Truth = Holds | IsMost | Every | Some
Expression = Quantity | Rows | Name | Truth | Position | Several | Table
