"""A stated number with its unit, and what behind it says how long something takes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

# 用两年时间 is a number of years, 两年 of 近两年 none.
LASTING = "时间"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A stated number with its unit: `start:end` from the number to the last word of its bound."""

    start: int
    end: int
    number: tuple[int, int]
    value: Decimal
    unit: str
    bound: str
    kind: str


def is_lasting(text: str, quantity: Quantity) -> bool:
    """Is it how long something takes, which is told behind it: 用两年时间完成…?"""
    return text.endswith(LASTING, quantity.start, quantity.end)
