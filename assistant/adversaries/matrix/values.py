"""What a tree is worth: exact decimals, by nothing but the figures that stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from assistant.adversaries.matrix import expressions as x
from assistant.adversaries.matrix.expressions import Comparison, Quantity, Rows
from assistant.adversaries.matrix.members import Item

CENT, FINE = Decimal("0.01"), Decimal("1e-12")
TIMES, PERCENT = "倍", "%"


class Undefined(Exception):
    """The tree has no one value: different units, nothing to average, a tie at the edge."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An exact number with its unit; no unit where any would do (a number of rows)."""

    value: Decimal
    unit: str


def rounded(number: Decimal, scale: Decimal = Decimal(1)) -> Decimal:
    """Half up to two decimals of the unit that it is counted in.

    A quotient that ends within so many decimals is taken as the number that it is.

    >>> rounded(Decimal("197.875")), rounded(Decimal("884.37499999999999999999999"))
    (Decimal('197.88'), Decimal('884.38'))
    """
    whole = (number / scale).quantize(FINE)
    return (whole.quantize(CENT, ROUND_HALF_UP) * scale).normalize()


def compare(a: Decimal, comparison: Comparison, b: Decimal) -> bool:
    """Does a stand so to b?"""
    return {"<": a < b, "<=": a <= b, "=": a == b, ">=": a >= b, ">": a > b}[comparison]


# --------------------------------------------------------------------------- rows


def rows(tree: Rows) -> tuple[Item, ...]:
    """The members that are meant, in the order of the report."""
    match tree:
        case x.Members(breakdown, sort):
            return tuple(item for item in breakdown.members if item.name in sort.names)
        case x.Only(breakdown, names):
            return tuple(item for item in breakdown.members if item.name in names)
        case x.Except(inner, names):
            return tuple(item for item in rows(inner) if item.name not in names)
        case x.Where(inner, comparison, than):
            found = rows(inner)
            limit = like(found, quantity(than))
            return tuple(item for item in found if compare(item.value, comparison, limit))
        case x.First(inner, number, least):
            ordered = order(rows(inner), least)
            if not 0 < number < len(ordered) or ordered[number - 1].value == ordered[number].value:
                raise Undefined
            return ordered[:number]


def order(items: Sequence[Item], least: bool = False) -> tuple[Item, ...]:
    """From the largest, or from the smallest; equal ones as the report has them."""
    return tuple(sorted(items, key=lambda item: item.value, reverse=not least))


def like(items: Sequence[Item], amount: Amount) -> Decimal:
    """The number, where it is of the rows' unit."""
    if any(item.unit != amount.unit for item in items):
        raise Undefined
    return amount.value


def unit_of(items: Sequence[Item]) -> str:
    """The unit that all items have; raises `Undefined` where they have none in common."""
    units = {item.unit for item in items}
    if len(units) != 1:
        raise Undefined
    return units.pop()


# --------------------------------------------------------------------------- quantities


def quantity(tree: Quantity) -> Amount:
    """The exact value of a quantity; raises `Undefined` where it has none."""
    match tree:
        case x.Figure(item):
            return Amount(item.value, item.unit)
        case x.Given(value, unit):
            return Amount(value, unit)
        case x.Count(inner):
            return Amount(Decimal(len(rows(inner))), "")
        case x.Sum(inner) | x.Mean(inner) | x.Median(inner) | x.Spread(inner):
            return _over(tree, rows(inner))
        case x.Value(x.Most(inner, least)):
            found = order(rows(inner), least)
            return Amount(found[0].value, unit_of(found))
        case x.Value(x.Nth(inner, number, least)):
            item = nth(rows(inner), number, least)
            return Amount(item.value, item.unit)
        case x.Product(a, each):
            return Amount(quantity(a).value * each.value, each.unit)
        case x.Per(a, among):
            whole = quantity(a)
            return Amount(whole.value / among.value, whole.unit)
        case _:
            return _of_two(tree)


def _over(tree: Quantity, items: tuple[Item, ...]) -> Amount:
    unit, numbers = unit_of(items), [item.value for item in items]
    match tree:
        case x.Sum():
            return Amount(sum(numbers, Decimal(0)), unit)
        case x.Mean():
            return Amount(sum(numbers, Decimal(0)) / len(numbers), unit)
        case x.Median():
            return Amount(median(numbers), unit)
        case _:
            return Amount(max(numbers) - min(numbers), unit)


def _of_two(tree: Quantity) -> Amount:
    match tree:
        case x.Difference(a, b):
            one, other = pair(a, b)
            return Amount(abs(one.value - other.value), one.unit)
        case x.Remainder(a, b):
            one, other = pair(a, b)
            if one.value < other.value:
                raise Undefined
            return Amount(one.value - other.value, one.unit)
        case x.Added(a, b):
            one, other = pair(a, b)
            return Amount(one.value + other.value, one.unit)
        case x.Ratio(a, b) | x.Share(a, b) | x.Growth(a, b):
            one, other = pair(a, b)
            if not other.value:
                raise Undefined
            ratio = one.value / other.value
            if isinstance(tree, x.Ratio):
                return Amount(ratio, TIMES)
            return Amount((ratio - isinstance(tree, x.Growth)) * 100, PERCENT)
        case _:
            raise Undefined


def pair(a: Quantity, b: Quantity) -> tuple[Amount, Amount]:
    """Two quantities of one unit that do not say the same thing."""
    one, other = quantity(a), quantity(b)
    if one.unit != other.unit or a == b:
        raise Undefined
    return one, other


def nth(items: Sequence[Item], number: int, least: bool) -> Item:
    """The item at this place; raises `Undefined` where it shares the place."""
    ordered = order(items, least)
    if not 0 < number <= len(ordered):
        raise Undefined
    found = ordered[number - 1]
    if sum(item.value == found.value for item in ordered) > 1:
        raise Undefined
    return found
