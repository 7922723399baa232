"""What a report gives to a tree: figures by name, sorts of members, breakdowns."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Item:
    """A figure by a name: `scale` is what its unit multiplies (10000 for 万条)."""

    name: str
    value: Decimal
    unit: str
    scale: Decimal = Decimal(1)
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Sort:
    """One kind of members: how one of them, each of them and a number of them are called.

    `counted` stands behind a numeral (八个县), `measure` where the noun is left out (有几个).
    """

    noun: str
    which: str
    each: str
    counted: str
    measure: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """What a noun counts, told apart by members; `whole` is the figure that they are parts of.

    `noun` can stand behind a member (英德市的进驻事项); without it only `topic` leads in.
    """

    topic: str
    noun: str
    unit: str
    members: tuple[Item, ...]
    sorts: tuple[Sort, ...]
    whole: Item | None = None
