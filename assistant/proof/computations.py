"""Computations held against the figures of the quotes."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from assistant.proof.figures import UNIT_SCALE, Figure, power_of
from assistant.proof.formulas import half_up
from assistant.proof.terms import Chain, Count, Equation, Term

# So many figures of two sides are held together, and so many of them on both sides.
SIDES, TWICE = 24, 8


# How far two shares are apart: 94.8% − 1.9%.
POINTS = "个百分点"


@dataclass(frozen=True, slots=True)
class Operand:
    """An operand as given, with the cited figure that it is."""

    number: Fraction
    figure: Figure

    def is_term(self, term: Term) -> bool:
        """Is it this number of the formula, as stated or with its scale written out?"""
        points = self.figure.rest.startswith(POINTS)
        if term.unit == "%" and not (self.figure.percent or points):
            return False
        return term.written in (self.number, self.figure.full, self.figure.full_in_table)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a formula comes to, and the cited figures and the numbers of the question that went into it."""

    operator: str
    operands: tuple[Operand, ...]
    formula: Equation | Count
    asked: tuple[Figure, ...] = ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The cited figures, in the order of the operands."""
        return tuple(operand.figure for operand in self.operands)

    @property
    def number(self) -> Fraction:
        """What it comes to, as written."""
        formula = self.formula
        return formula.number if isinstance(formula, Count) else formula.result.number

    @property
    def first(self) -> tuple[Figure, Term | None] | None:
        """The figure that is written first, with how it is written there."""
        if isinstance(self.formula, Equation):
            for term in self.formula.terms:
                for operand in self.operands:
                    if operand.is_term(term):
                        return operand.figure, term
        return (self.operands[0].figure, None) if self.operands else None

    def has_unit(self, unit: Unit) -> bool:
        """May the result have this unit?"""
        formula = self.formula
        if isinstance(formula, Count):
            return unit.name == "个"
        if formula.result.unit:
            return (formula.result.scale, formula.result.unit) == (unit.scale, unit.base)
        if self.operator in ("compare", "ratio") and "÷" in formula.signs:
            return unit.name == "倍"
        if self.operator == "product" and (priced := self._price()):
            return unit_follows(priced, unit.base) and unit.scale in (1, priced.scale)
        if self.first is None or self.first[0].percent:
            return self.first is not None and unit.name == (
                "个百分点" if "−" in formula.signs else "%"
            )
        first, term = self.first
        written = (term or formula.terms[0]).written
        if unit.name == first.unit_of_table and (term or formula.terms[0]).scale == 1:
            return True
        # The formula counts in the scale of the figures, unless it writes them out.
        full = written in (first.full, sum(f.full for f in self.figures))
        return unit_follows(first, unit.base) and unit.scale == (1 if full else first.scale)

    def _price(self) -> Figure | None:
        """The number of the question with which is multiplied, where it has a unit of its own: 0.5元."""
        assert isinstance(self.formula, Equation)
        stated = [t for t in self.formula.terms if not any(o.is_term(t) for o in self.operands)]
        prices = [f for f in self.asked for t in stated if t.written in (f.number, f.full)]
        return next((f for f in prices if not f.bare and not f.percent), None)

    def has_bound(self, way: str) -> bool:
        """Is the result as open as what went into it?"""
        ways = [figure.bound() for figure in self.figures]
        if not any(ways):
            return way == "" or (self.operator, way) == ("estimate", "左右")
        added = isinstance(self.formula, Equation) and self.formula.signs <= {"+"}
        # What is approximate behind − or ÷ opens the result the other way.
        return way in ways and way != "" if added or not any(ways[1:]) else way != ""

    @property
    def keeps_unit(self) -> bool:
        """Is it a difference, so in the unit of what went into it?"""
        counts = isinstance(self.formula, Equation) and self.formula.signs == {"−"}
        return counts and bool(self.figures) and not self.figures[0].percent

    def support(self) -> Figure:
        """The result as a figure, followed by the unit of the first that went into it."""
        if self.first is None:
            return Figure(self.number, 1, False, 0, 0, "")
        first, _ = self.first
        return Figure(self.number, 1, False, first.end, first.end, first.text)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit taken apart: 万元 is 元, ten thousand of them."""

    name: str
    scale: int
    base: str

    @property
    def percent(self) -> bool:
        """Is it the percent sign?"""
        return self.base == "%"


def read_unit(name: str) -> Unit:
    """A unit's name taken apart into its scale (万) and the rest."""
    scale = UNIT_SCALE.match(name)
    return Unit(name, power_of(scale[0]), name[scale.end() :]) if scale else Unit(name, 1, name)


def unit_follows(figure: Figure, base: str) -> bool:
    """Is this the unit of the figure? A cell of a table does not say."""
    if base == "%" or figure.percent:
        return base == "%" and figure.percent
    if figure.unit_of_row:
        return figure.unit_of_row == base
    return figure.bare or figure.rest.startswith(base)


def derived(figures: Sequence[Figure]) -> frozenset[Fraction]:
    """What two sides of a comparison may come to: the figures up to a place, and those from there on.

    A side is added up or averaged; the second may use figures of the first again.
    """
    found: set[Fraction] = set()
    held = [f.full for f in figures[:SIDES]]
    for cut in range(len(held) + 1):
        first, second = held[:cut], held[cut:]
        found |= _made_of(first)
        most = len(first) if len(first) <= TWICE else 1
        for size in (*range(most + 1), len(first) - 1, len(first)):
            for again in combinations(first, max(size, 0)):
                found |= _made_of([*second, *again])
    return frozenset(found)


def _made_of(numbers: Sequence[Fraction]) -> set[Fraction]:
    if len(numbers) < 2:
        return set()
    total = sum(numbers, Fraction(0))
    return {total, half_up(total / len(numbers))}


def matching(choices: Sequence[Sequence[int]]) -> dict[int, int]:
    """The most of these that can each have one of its choices, no two the same: choice → taker."""
    taken: dict[int, int] = {}

    def place(taker: int, tried: set[int]) -> bool:
        for choice in choices[taker]:
            if choice not in tried:
                tried.add(choice)
                if choice not in taken or place(taken[choice], tried):
                    taken[choice] = taker
                    return True
        return False

    for taker in range(len(choices)):
        place(taker, set())
    return taken


def accounts(
    formula: Equation | Count, operands: Sequence[Operand], asked: Set[Fraction | int]
) -> bool:
    """Is every number of the formula one of these operands, a count of what it divides, or asked?"""
    return _plainly(formula, operands, asked) or (
        isinstance(formula, Equation) and _nested(formula.tree, operands, asked)
    )


def _nested(tree: Chain, operands: Sequence[Operand], asked: Set[Fraction | int]) -> bool:
    """Formulas in formulas: what is joined side by side are figures of their own, chain by chain."""
    terms = tree.terms
    for operand in operands:
        again = sum(o.number == operand.number for o in operands)
        if sum(operand.is_term(term) for term in terms) < again:
            return False
    return bool(operands) and all(_is_of_figures(c, operands, asked) for c in tree.chains())


def _is_of_figures(chain: Chain, operands: Sequence[Operand], asked: Set[Fraction | int]) -> bool:
    places = {(o.figure.report, o.figure.start): at for at, o in enumerate(operands)}
    own = [(at, part) for at, part in enumerate(chain.parts) if isinstance(part, Term)]
    choices = [
        [places[o.figure.report, o.figure.start] for o in operands if o.is_term(t)] for _, t in own
    ]
    taken = set(matching(choices).values())
    left = [(at, term) for n, (at, term) in enumerate(own) if n not in taken]
    return all(term.written in asked or chain.is_count(at) for at, term in left)


def _plainly(
    formula: Equation | Count, operands: Sequence[Operand], asked: Set[Fraction | int]
) -> bool:
    """Are the numbers of the formula just these operands, else their sum, their count, or asked?"""
    if isinstance(formula, Count):
        return formula.number == len(operands)
    terms = formula.terms
    sums = {sum(o.number for o in operands), sum(o.figure.full for o in operands)}
    whole = next((t for t in terms if len(operands) > 1 and t.written in sums), None)
    if whole:
        others = [t.written for t in terms if t is not whole]
        if all(number == len(operands) or number in asked for number in others):
            return True
    choices = [[at for at, o in enumerate(operands) if o.is_term(term)] for term in terms]
    taken = matching(choices)
    left = [t for at, t in enumerate(terms) if at not in taken.values()]
    # What something grew from stands twice: (b − a) ÷ a.
    again = (
        {"−", "÷"} <= {s for c in formula.tree.chains() for s in c.signs}
        and len(left) == 1
        and left[0] == terms[-1]
    )
    known = again and any(o.is_term(left[0]) for o in operands)
    return len(taken) == len(operands) and (known or all(t.written in asked for t in left))


def share_out(
    formulas: Sequence[Equation | Count],
    operands: Sequence[Operand],
    asked: Set[Fraction | int],
) -> list[Sequence[Operand]] | None:
    """Which of the operands, in their order, each formula uses; or each uses them all."""
    if len(formulas) > 1 and all(accounts(f, operands, asked) for f in formulas):
        return [operands] * len(formulas)
    return _parted(formulas, operands, asked)


def _parted(
    formulas: Sequence[Equation | Count],
    operands: Sequence[Operand],
    asked: Set[Fraction | int],
) -> list[Sequence[Operand]] | None:
    if len(formulas) == 1:
        return [operands] if accounts(formulas[0], operands, asked) else None
    for size in range(1, len(operands)):
        if accounts(formulas[0], operands[:size], asked):
            rest = _parted(formulas[1:], operands[size:], asked)
            if rest is not None:
                return [operands[:size], *rest]
    return None
