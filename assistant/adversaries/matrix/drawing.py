"""Draws trees of each type by a seed, from the facts of a report."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from random import Random

from assistant.adversaries.matrix import expressions as x
from assistant.adversaries.matrix.expressions import Quantity, Rows
from assistant.adversaries.matrix.facts import Facts
from assistant.adversaries.matrix.material import Frames
from assistant.adversaries.matrix.members import Breakdown
from assistant.adversaries.matrix.values import Undefined, quantity, rows

NAMES = 3
COMPARISONS: tuple[x.Comparison, ...] = ("<", "<=", ">", ">=")


@dataclass(frozen=True)
class Drawer:
    """Draws trees of each type from the facts of a report."""

    facts: Facts
    frames: Frames
    rng: Random

    def breakdown(self) -> Breakdown:
        """Any breakdown, those of places and of prose as often as all cells of tables."""
        every = self.facts.breakdowns
        if not every:
            raise Undefined
        rich = [b for b in every if len(b.sorts) > 1] or every
        return self.rng.choice(rich if self.rng.random() < 0.4 else every)

    def sorted(self) -> Breakdown:
        """A breakdown with members that have a common name."""
        found = self.breakdown()
        if not found.sorts:
            raise Undefined
        return found

    # ---- rows

    def members(self, b: Breakdown) -> x.Members:
        """All members of a sort."""
        if not b.sorts:
            raise Undefined
        return x.Members(b, self.rng.choice(b.sorts))

    def only(self, b: Breakdown) -> x.Only:
        """Two or three members by name."""
        number = self.rng.choice((2, 2, NAMES))
        if len(b.members) < number:
            raise Undefined
        names = {item.name for item in self.rng.sample(b.members, number)}
        return x.Only(b, tuple(item.name for item in b.members if item.name in names))

    def outside(self, b: Breakdown) -> x.Except:
        """A sort without one or two of its members."""
        inner = self.members(b)
        names = inner.sort.names
        if len(names) < NAMES:
            raise Undefined
        gone = self.rng.sample(names, self.rng.choice((1, 1, 2)) if len(names) > NAMES else 1)
        return x.Except(inner, tuple(name for name in names if name in gone))

    def where(self, b: Breakdown, inner: Rows | None = None) -> x.Where:
        """The members beyond a number, a member or their mean."""
        inner = inner or self.members(b)
        comparison = self.rng.choice(COMPARISONS)
        # 平均数 beside rows that were left out may be that of all.
        mean = isinstance(inner, x.Members) and self.rng.random() < 0.4
        return x.Where(inner, comparison, x.Mean(inner) if mean else self.limit(b, inner))

    def limit(self, b: Breakdown, inner: Rows) -> Quantity:
        """A round number between the rows, or one of the members."""
        items = rows(inner)
        if self.rng.random() < 0.3:
            return x.Figure(self.rng.choice(b.members), b)
        one = self.rng.choice(items).value
        step = Decimal(10) ** max(0, one.adjusted() - 1)
        number = one if self.rng.random() < 0.25 else (one // step + self.rng.choice((0, 1))) * step
        if not number:
            raise Undefined
        return x.Given(number, b.unit)

    def first(self, b: Breakdown, inner: Rows | None = None) -> x.First:
        """The largest few or the smallest few."""
        inner = inner or self.members(b)
        return x.First(inner, self.rng.choice((2, 2, 3)), self.rng.random() < 0.35)

    def some(self, b: Breakdown) -> Rows:
        """Rows of any kind."""
        return self.rng.choice(
            (self.members, self.members, self.only, self.outside, self.where, self.first)
        )(b)

    def several(self, b: Breakdown) -> Rows:
        """Rows among which is chosen: at least two."""
        found = self.rng.choice((self.members, self.members, self.outside))(b)
        if len(rows(found)) < 2:
            raise Undefined
        return found

    # ---- quantities

    def member(self, b: Breakdown) -> x.Figure:
        """A member of a breakdown."""
        return x.Figure(self.rng.choice(b.members), b)

    def whole(self, b: Breakdown) -> x.Figure:
        """The whole of a breakdown."""
        if b.whole is None:
            raise Undefined
        return x.Figure(b.whole, b)

    def alone(self) -> x.Figure:
        """A figure that stands alone."""
        if not self.facts.alone:
            raise Undefined
        return x.Figure(self.rng.choice(self.facts.alone))

    def value(self, b: Breakdown) -> x.Value:
        """The value of the largest, the smallest, or one at a place of the order."""
        inner, least = self.several(b), self.rng.random() < 0.4
        if self.rng.random() < 0.65:
            return x.Value(x.Most(inner, least))
        return x.Value(x.Nth(inner, self.rng.choice((2, 3)), least))

    def amount(self, b: Breakdown) -> Quantity:
        """A quantity of any kind about a breakdown."""
        draw = self.rng.random()
        if draw < 0.35:
            return self.member(b)
        if draw < 0.6:
            return self.value(b)
        if draw < 0.8:
            return x.Mean(self.rng.choice((self.members, self.outside))(b))
        return x.Sum(self.rng.choice((self.only, self.first, self.where))(b))

    def pair(self) -> tuple[Quantity, Quantity]:
        """Two quantities to be compared, of one breakdown or standing alone; never the same."""
        a: Quantity
        b: Quantity
        if self.rng.random() < 0.2:
            a, b = self.alone(), self.alone()
        else:
            own = self.breakdown()
            a, b = self.amount(own), self.amount(own)
        if a == b or quantity(a).unit != quantity(b).unit:
            raise Undefined
        return a, b

    def pair_of_members(self) -> tuple[x.Figure, x.Figure]:
        """Two members of one breakdown."""
        own = self.breakdown()
        one, other = self.rng.sample(own.members, 2)
        return x.Figure(one, own), x.Figure(other, own)

    def ordered(self) -> tuple[Quantity, Quantity]:
        """Two quantities, the larger one first."""
        a, b = self.pair()
        one, other = quantity(a).value, quantity(b).value
        if one == other:
            raise Undefined
        return (a, b) if one > other else (b, a)

    def given(self, kind: str) -> x.Given:
        """A number that the question brings."""
        found = self.rng.choice(self.frames.words["given"][kind])
        return x.Given(Decimal(found["value"]), found["unit"])

    def more(self, unit: str) -> x.Given:
        """A round number more of it."""
        return x.Given(Decimal(self.rng.choice((2, 5, 10, 20, 50))), unit)
