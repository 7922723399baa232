"""The true answer to the question that a tree asks, and what may stand beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.adversaries.matrix import expressions as x
from assistant.adversaries.matrix.expressions import Expression, Quantity, Rows
from assistant.adversaries.matrix.members import Item
from assistant.adversaries.matrix.trees import breakdowns_of, every
from assistant.adversaries.matrix.values import (
    PERCENT,
    TIMES,
    Amount,
    Undefined,
    compare,
    like,
    nth,
    order,
    pair,
    quantity,
    rounded,
    rows,
    unit_of,
)

PLACES = "位"


@dataclass(frozen=True, slots=True)
class Gold:
    """The true answer to a question.

    `values` are the figures asked for, `names` those asked for, `polarity` the verdict, `position` a
    place of the order. `beside` are the figures that may be given with them, and `bystanders` the names
    that are no answer; `corrects` are words of which one must be said, where the question takes
    something for granted that is not so. `order` are the larger and the smaller of two, `rank` the place
    of the one name from the largest, `sides` the figures that are held against each other, `leaders` the
    true first ones where a member is claimed to be.
    """

    values: tuple[Amount, ...] = ()
    names: tuple[str, ...] = ()
    polarity: str | None = None
    position: int = 0
    beside: tuple[Amount, ...] = ()
    bystanders: tuple[str, ...] = ()
    scales: tuple[Decimal, ...] = (Decimal(1),)
    corrects: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    rank: int = 0
    sides: tuple[Amount, ...] = ()
    leaders: tuple[str, ...] = ()

    def said(self) -> str:
        """In short, for people."""
        verdict = {"yes": "是", "no": "否"}.get(self.polarity or "", "")
        place = f"第{self.position}" if self.position else ""
        numbers = "、".join(f"{rounded(v.value):f}{v.unit}" for v in self.values)
        return "；".join(filter(None, (verdict, "、".join(self.names), place, numbers))) or "没有"


def gold(tree: Expression) -> Gold:
    """The true answer to the question that a tree asks; raises `Undefined` where there is none."""
    own = _gold(tree)
    beside, scales, names = _around(tree)
    return replace(
        own,
        beside=(*own.beside, *beside),
        bystanders=tuple(dict.fromkeys(n for n in names if n not in own.names)),
        scales=tuple(dict.fromkeys(scales)),
    )


def _gold(tree: Expression) -> Gold:
    match tree:
        case x.Most() | x.Nth() | x.Names() | x.Larger():
            return _named(tree)
        case x.Position(name, inner):
            place = _place(name, rows(inner))
            return Gold(position=place, beside=(Amount(Decimal(place), PLACES),))
        case x.Several(parts):
            return Gold(tuple(quantity(part) for part in parts))
        case x.Table(inner):
            amounts = tuple(Amount(item.value, item.unit) for item in rows(inner))
            return Gold(amounts, tuple(item.name for item in rows(inner)))
        case x.Holds() | x.IsMost() | x.Every() | x.Some():
            return _verdict(tree)
        case _:
            if not isinstance(tree, Quantity):
                raise Undefined
            return Gold((quantity(tree),))


def _named(tree: x.Name) -> Gold:
    match tree:
        case x.Most(inner, least):
            found = order(rows(inner), least)
            unit_of(found)
            names = tuple(i.name for i in rows(inner) if i.value == found[0].value)
            return Gold(names=names, rank=len(found) if least else 1)
        case x.Nth(inner, number, least):
            found = rows(inner)
            rank = len(found) + 1 - number if least else number
            return Gold(names=(nth(found, number, least).name,), rank=rank)
        case x.Names(inner):
            return Gold(names=tuple(item.name for item in rows(inner)))
        case x.Larger(a, b, less):
            one, other = pair(a, b)
            if one.value == other.value:
                raise Undefined
            more, fewer = (a, b) if one.value > other.value else (b, a)
            return Gold(
                names=((fewer if less else more).item.name,),
                order=(more.item.name, fewer.item.name),
                beside=_between(one, other),
            )


def _place(name: str, items: Sequence[Item]) -> int:
    """The place of a member in the order; raises `Undefined` where it is shared."""
    own = [item for item in items if item.name == name]
    if len(own) != 1 or sum(item.value == own[0].value for item in items) > 1:
        raise Undefined
    return order(items).index(own[0]) + 1


def _verdict(tree: x.Truth) -> Gold:
    polarity = "yes" if _truth(tree) else "no"
    match tree:
        case x.Holds(a, _, b):
            one, other = pair(a, b)
            return Gold(polarity=polarity, beside=_between(one, other), sides=(one, other))
        case x.IsMost(_, inner, least):
            return Gold(polarity=polarity, leaders=_gold(x.Most(inner, least)).names)
        case _:
            return Gold(polarity=polarity)


def _between(one: Amount, other: Amount) -> tuple[Amount, ...]:
    """What may be said of two figures beside which is more: how far, how many times."""
    found = [Amount(abs(one.value - other.value), one.unit)]
    for a, b in ((one, other), (other, one)):
        if b.value:
            found += [Amount(a.value / b.value, TIMES), Amount(a.value * 100 / b.value, PERCENT)]
    return tuple(found)


def _truth(tree: x.Truth) -> bool:
    match tree:
        case x.Holds(a, comparison, b):
            one, other = pair(a, b)
            return compare(one.value, comparison, other.value)
        case x.IsMost(name, inner, least):
            found = order(rows(inner), least)
            if sum(item.value == found[0].value for item in found) > 1:
                raise Undefined
            return found[0].name == name
        case x.Every(inner, comparison, than):
            limit = like(rows(inner), quantity(than))
            return all(compare(item.value, comparison, limit) for item in rows(inner))
        case x.Some(inner, comparison, than):
            limit = like(rows(inner), quantity(than))
            return any(compare(item.value, comparison, limit) for item in rows(inner))


def _around(tree: Expression) -> tuple[list[Amount], list[Decimal], list[str]]:
    """What may stand beside the answer: every value in the tree, the rows that it was made of."""
    beside: list[Amount] = []
    scales, names = [Decimal(1)], []
    for one in every(tree):
        if isinstance(one, Rows):
            found = rows(one)
            beside += [Amount(item.value, item.unit) for item in found]
            beside.append(Amount(Decimal(len(found)), ""))
            scales += [item.scale for item in found]
        elif isinstance(one, Quantity):
            beside.append(quantity(one))
        if isinstance(one, x.Figure):
            scales.append(one.item.scale)
    for breakdown in breakdowns_of(tree):
        names += [item.name for item in breakdown.members]
        if breakdown.whole:
            beside.append(Amount(breakdown.whole.value, breakdown.whole.unit))
    return beside, scales, names
