"""Figures of several reports side by side: only those that are the same measure, in one unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.front.keyfigures import Stated
from assistant.operators.alike import alike
from assistant.operators.arithmetic import base_unit, same_scale


@dataclass(frozen=True, slots=True)
class Row:
    """A figure among its likes, with its value in the unit of all."""

    stated: Stated
    value: Decimal


def abreast(found: Sequence[Stated]) -> tuple[Row, ...]:
    """The most figures that are one measure, in the order given; those that are called otherwise are left out."""
    groups = ([other for other in found if _alike(one, other)] for one in found)
    largest: Sequence[Stated] = max(groups, key=len, default=())
    if not largest:
        return ()
    values, _ = same_scale([one.figure for one in largest])
    return tuple(Row(one, value) for one, value in zip(largest, values, strict=True))


def _alike(one: Stated, other: Stated) -> bool:
    return one is other or (_unit(one) == _unit(other) and alike(one.held, other.held))


def _unit(one: Stated) -> str:
    return base_unit(one.figure.unit or one.figure.said)


def ranked(rows: Iterable[Row]) -> list[tuple[int, Row]]:
    """The largest first, with its place; what is equal shares one, and what is only about so large has none."""
    exact = (row for row in rows if row.stated.figure.bound == "exact")
    ordered = sorted(exact, key=lambda row: -row.value)
    values = [row.value for row in ordered]
    return [(values.index(row.value) + 1, row) for row in ordered]
