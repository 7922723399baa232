"""Formulas: parsed, never evaluated as code, and recomputed in exact fractions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from assistant.proof.faults import Fault
from assistant.proof.figures import ARABIC, PLAIN_NUMBER, UNIT_SCALE, power_of

TOKEN = re.compile(
    rf"\s*(?:(?P<number>{ARABIC})(?P<unit>%|[一-龥㎡]+(?:[(（][一-龥]+[)）])?)?|(?P<sign>[+−×÷()=≈]))"
)


# How many of a word a year has, which a question need not say (平均每月).
IN_A_YEAR = {"月": 12, "季": 4}


# Longer formulas are none, and brackets are not deeper.
LENGTH, DEPTH = 2000, 20


# More figures than this go into no computation.
MANY = 200


# The signs that a computation of this name may use; others may use any.
SIGNS = {
    "sum": "+",
    "remainder": "−",
    "compare": "−÷×",
    "product": "×",
    "average": "+÷",
    "share": "+÷×",
    "convert": "",
}


@dataclass(frozen=True, slots=True)
class Term:
    """A number of a formula with what is written behind it."""

    number: Fraction
    scale: int = 1
    unit: str = ""

    @property
    def written(self) -> Fraction:
        """The number with its 万, a percentage still in hundredths."""
        return self.number * self.scale

    @property
    def factor(self) -> Fraction:
        """What one of its unit is worth."""
        return Fraction(1, 100) if self.unit == "%" else Fraction(self.scale)


@dataclass(frozen=True, slots=True)
class Equation:
    """A formula with what it claims to come to; `terms` are the numbers on its left."""

    text: str
    left: Fraction
    sign: str
    result: Term
    terms: tuple[Term, ...]
    signs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Count:
    """`阳山县、连山县 → 2`: how many are named."""

    text: str
    names: tuple[str, ...]
    number: Fraction


def read_formula(text: str) -> Equation | Count:
    """One formula of a computation; `ValueError` where it is none."""
    names, arrow, number = text.partition(" → ")
    if not arrow:
        return _Formula(text).equation(text)
    if not PLAIN_NUMBER.fullmatch(number):
        raise ValueError(text)
    return Count(text, tuple(names.split("、")), Fraction(Decimal(number)))


class _Formula:
    """Reads `(525 + 511) ÷ 6211 × 100% ≈ 16.68%`; `ValueError` where it is no such formula."""

    def __init__(self, text: str) -> None:
        self.tokens: list[Term | str] = []
        self.terms: list[Term] = []
        at, end = 0, len(text.rstrip())
        if end > LENGTH:
            raise ValueError("too long")
        while at < end:
            found = TOKEN.match(text, at)
            if found is None:
                raise ValueError(text)
            self.tokens.append(found["sign"] or _term(found["number"], found["unit"] or ""))
            at = found.end()

    def equation(self, text: str) -> Equation:
        """The whole of it."""
        signs = frozenset(t for t in self.tokens if isinstance(t, str) and t in "+−×÷")
        left = self._sum(0)
        sign, *rest = self.tokens or [""]
        if sign not in ("=", "≈") or len(rest) != 1 or not isinstance(rest[0], Term):
            raise ValueError(text)
        return Equation(text, left, str(sign), rest[0], tuple(self.terms), signs)

    def _sum(self, depth: int) -> Fraction:
        value = self._product(depth)
        while sign := self._take("+−"):
            term = self._product(depth)
            value = value + term if sign == "+" else value - term
        return value

    def _product(self, depth: int) -> Fraction:
        value = self._atom(depth)
        while sign := self._take("×÷"):
            known = len(self.terms)
            factor = self._atom(depth)
            if sign == "×" and self.terms[known:] == [Term(Fraction(100), 1, "%")]:
                del self.terms[known]
            if sign == "÷" and not factor:
                raise ValueError("nothing can be divided by zero")
            value = value * factor if sign == "×" else value / factor
        return value

    def _atom(self, depth: int) -> Fraction:
        if self._take("("):
            value = self._sum(depth + 1) if depth < DEPTH else None
            if value is None or not self._take(")"):
                raise ValueError("a bracket is not closed")
            return value
        term = self.tokens.pop(0) if self.tokens else ""
        if not isinstance(term, Term):
            raise ValueError("a number is missing")
        self.terms.append(term)
        return term.number * term.factor

    def _take(self, signs: str) -> str:
        token = self.tokens[0] if self.tokens else ""
        if isinstance(token, str) and token and token in signs:
            del self.tokens[0]
            return token
        return ""


def _term(number: str, unit: str) -> Term:
    scale = UNIT_SCALE.match(unit)
    base = unit[scale.end() :] if scale else unit
    power = power_of(scale[0] if scale else "")
    return Term(Fraction(Decimal(number.replace(",", ""))), power, base)


def _half_up(value: Fraction) -> Fraction:
    """To two decimals, a half away from zero."""
    cents = Fraction(int(abs(value) * 100 + Fraction(1, 2)), 100)
    return cents if value >= 0 else -cents


def equation_faults(equation: Equation, operator: str) -> Iterator[Fault]:
    """Whether the left side comes to the right, exactly or rounded half up as the sign says."""
    exact = equation.left / equation.result.factor
    claimed, rounded = equation.result.number, _half_up(exact)
    if operator == "estimate" and claimed.denominator == 1:
        # What is only estimated of things that are counted is a whole number of them.
        rounded = Fraction(int(exact + Fraction(1, 2)))
    if claimed != (exact if equation.sign == "=" else rounded):
        close = abs(exact - claimed) <= 1
        kind = "rounding" if close and (equation.sign == "≈" or claimed == rounded) else ""
        right = decimal_text(rounded) + ("%" if equation.result.unit == "%" else "")
        yield Fault(kind or "computation", f"“{equation.text}”应得{right}")
    if not equation.signs <= set(SIGNS.get(operator, "+−×÷")):
        yield Fault("computation", f"“{equation.text}”不是“{operator}”的算式")
    units = {t.unit for t in equation.terms if t.unit not in ("", "%")}
    if equation.result.unit not in ("", "%") and units - {equation.result.unit}:
        yield Fault("unit", f"“{equation.text}”等号两边的单位不同")


def decimal_text(number: Fraction) -> str:
    """A number to two decimals, without zeros that say nothing."""
    digits = f"{number.numerator * 100 // number.denominator:03d}"
    return f"{digits[:-2]}.{digits[-2:]}".rstrip("0").rstrip(".")
