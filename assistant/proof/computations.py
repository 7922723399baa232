"""Computations held against the figures of the quotes."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from fractions import Fraction

from assistant.proof.figures import UNIT_SCALE, Figure, power_of
from assistant.proof.formulas import Count, Equation, Term


@dataclass(frozen=True, slots=True)
class Operand:
    """An operand as given, with the cited figure that it is."""

    number: Fraction
    figure: Figure

    def is_term(self, term: Term) -> bool:
        """Is it this number of the formula, as stated or with its scale written out?"""
        if term.unit == "%" and not self.figure.percent:
            return False
        return term.written in (self.number, self.figure.full, self.figure.full_in_table)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a formula comes to, and the cited figures that went into it."""

    operator: str
    figures: tuple[Figure, ...]
    formula: Equation | Count

    @property
    def number(self) -> Fraction:
        """What it comes to, as written."""
        formula = self.formula
        return formula.number if isinstance(formula, Count) else formula.result.number

    def has_unit(self, unit: Unit) -> bool:
        """May the result have this unit?"""
        formula = self.formula
        if isinstance(formula, Count):
            return unit.name == "个"
        if formula.result.unit:
            return (formula.result.scale, formula.result.unit) == (unit.scale, unit.base)
        if self.operator == "compare" and "÷" in formula.signs:
            return unit.name == "倍"
        first = self.figures[0] if self.figures else None
        if first is None or first.percent:
            return first is not None and unit.name == ("个百分点" if "−" in formula.signs else "%")
        if unit.name == first.unit_of_table and formula.terms[0].scale == 1:
            return True
        # The formula counts in the scale of the figures, unless it writes them out.
        full = formula.terms[0].written in (first.full, sum(f.full for f in self.figures))
        return unit_follows(first, unit.base) and unit.scale == (1 if full else first.scale)

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
        """Is it a plain difference, so in the unit of what went into it?"""
        counts = isinstance(self.formula, Equation) and self.formula.signs == {"−"}
        return counts and bool(self.figures) and not self.figures[0].percent

    def support(self) -> Figure:
        """The result as a figure, followed by the unit of the first that went into it."""
        if not self.figures:
            return Figure(self.number, 1, False, 0, 0, "")
        first = self.figures[0]
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
    return figure.bare or figure.rest.startswith(base)


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


def _accounts(
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
    again = formula.signs >= {"−", "÷"} and len(left) == 1 and left[0] == terms[-1]
    known = again and any(o.is_term(left[0]) for o in operands)
    return len(taken) == len(operands) and (known or all(t.written in asked for t in left))


def share_out(
    formulas: Sequence[Equation | Count],
    operands: Sequence[Operand],
    asked: Set[Fraction | int],
) -> list[Sequence[Operand]] | None:
    """Which of the operands, in their order, each formula uses; or each uses them all."""
    if len(formulas) > 1 and all(_accounts(f, operands, asked) for f in formulas):
        return [operands] * len(formulas)
    return _parted(formulas, operands, asked)


def _parted(
    formulas: Sequence[Equation | Count],
    operands: Sequence[Operand],
    asked: Set[Fraction | int],
) -> list[Sequence[Operand]] | None:
    if len(formulas) == 1:
        return [operands] if _accounts(formulas[0], operands, asked) else None
    for size in range(1, len(operands)):
        if _accounts(formulas[0], operands[:size], asked):
            rest = _parted(formulas[1:], operands[size:], asked)
            if rest is not None:
                return [operands[:size], *rest]
    return None
