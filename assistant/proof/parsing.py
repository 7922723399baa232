"""Formulas as they are written: parsed, never evaluated as code."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from assistant.proof.figures import ARABIC, PLAIN_NUMBER, UNIT_SCALE, power_of
from assistant.proof.terms import Chain, Count, Equation, Term

TOKEN = re.compile(
    rf"\s*(?:(?P<number>{ARABIC})(?P<unit>%|[一-龥㎡]+(?:[(（][一-龥]+[)）])?)?|(?P<sign>[+−×÷()=≈]))"
)
# Longer formulas are none, and brackets are not deeper.
LENGTH, DEPTH = 2000, 20
HUNDRED_PERCENT = Term(Fraction(100), 1, "%")


def formulas_of(text: str) -> tuple[Equation | Count, ...]:
    """The formulas of a computation; ；stands between them, and between the names of a count.

    `ValueError` where one is none.
    """
    found: list[Equation | Count] = []
    held: list[str] = []
    for part in text.split("；"):
        held.append(part)
        if re.search("[=≈→]", part):
            found.append(read_formula("；".join(held)))
            held = []
    if held:
        raise ValueError(text)
    return tuple(found)


def read_formula(text: str) -> Equation | Count:
    """One formula of a computation; `ValueError` where it is none."""
    names, arrow, number = text.partition(" → ")
    if not arrow:
        return _Formula(text).equation(text)
    if not PLAIN_NUMBER.fullmatch(number):
        raise ValueError(text)
    return Count(
        text, tuple(names.split("；" if "；" in names else "、")), Fraction(Decimal(number))
    )


class _Formula:
    """Reads `(525 + 511) ÷ 6211 × 100% ≈ 16.68%`; `ValueError` where it is no such formula."""

    def __init__(self, text: str) -> None:
        self.tokens: list[Term | str] = []
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
        left, tree = self._sum(0)
        sign, *rest = self.tokens or [""]
        if sign not in ("=", "≈") or len(rest) != 1 or not isinstance(rest[0], Term):
            raise ValueError(text)
        return Equation(text, left, str(sign), rest[0], tree)

    def _sum(self, depth: int) -> tuple[Fraction, Chain]:
        value, first = self._product(depth)
        signs, parts = [], [first]
        while sign := self._take("+−"):
            term, part = self._product(depth)
            value = value + term if sign == "+" else value - term
            signs.append(sign)
            parts.append(part)
        if not signs and isinstance(first, Chain):
            return value, first
        return value, Chain(tuple(signs), tuple(parts))

    def _product(self, depth: int) -> tuple[Fraction, Term | Chain]:
        value, first = self._atom(depth)
        signs, parts = [], [first]
        while sign := self._take("×÷"):
            factor, part = self._atom(depth)
            if sign == "÷" and not factor:
                raise ValueError("nothing can be divided by zero")
            value = value * factor if sign == "×" else value / factor
            if sign == "×" and part == HUNDRED_PERCENT:
                continue
            signs.append(sign)
            parts.append(part)
        return value, Chain(tuple(signs), tuple(parts)) if signs else first

    def _atom(self, depth: int) -> tuple[Fraction, Term | Chain]:
        if self._take("("):
            value = self._sum(depth + 1) if depth < DEPTH else None
            if value is None or not self._take(")"):
                raise ValueError("a bracket is not closed")
            return value
        term = self.tokens.pop(0) if self.tokens else ""
        if not isinstance(term, Term):
            raise ValueError("a number is missing")
        return term.number * term.factor, term

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
