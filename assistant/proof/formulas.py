"""Formulas: parsed, never evaluated as code, and recomputed in exact fractions."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
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


# The signs that join the outermost parts of a computation of this name; others may use any.
SIGNS = {
    "sum": "+",
    "remainder": "−",
    "compare": "−÷×",
    "ratio": "÷",
    "product": "×",
    "average": "+÷",
    "median": "÷",
    "split": "÷",
    "per_time": "÷",
    "per_head": "÷",
    "share": "+÷×",
    "convert": "",
}


# To how many decimals a question wants its answer.
PLACES = re.compile(
    "(?:保留|精确到|取|留)(?:小数点?后)?(?P<places>[0-9一二两三四五六])位|(?P<none>取整|整数|个位)"
)


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
class Chain:
    """Parts that signs of one rank join, each a number or what stands in brackets: a + b, a ÷ (b − c)."""

    signs: tuple[str, ...]
    parts: tuple[Term | Chain, ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        """The numbers in it, however deep."""
        deep = ((part,) if isinstance(part, Term) else part.terms for part in self.parts)
        return tuple(term for terms in deep for term in terms)

    def is_count(self, at: int) -> bool:
        """Does the part divide a sum by how many are added up there?"""
        before = self.parts[at - 1] if at else None
        if self.signs[at - 1 : at] != ("÷",) or not isinstance(before, Chain):
            return False
        return set(before.signs) <= {"+"} and self.parts[at] == Term(Fraction(len(before.parts)))

    def chains(self) -> Iterator[Chain]:
        """It and all that is inside it."""
        yield self
        for part in self.parts:
            if isinstance(part, Chain):
                yield from part.chains()


@dataclass(frozen=True, slots=True)
class Equation:
    """A formula with what it claims to come to; `terms` are the numbers on its left.

    `signs` are those that join the outermost parts; × 100% is none.
    """

    text: str
    left: Fraction
    sign: str
    result: Term
    tree: Chain

    @property
    def terms(self) -> tuple[Term, ...]:
        """The numbers on its left."""
        return self.tree.terms

    @property
    def has_sum(self) -> bool:
        """Is there a sum in it, of one figure in brackets perhaps?"""
        chains = [*self.tree.chains()]
        return any("+" in c.signs for c in chains) or any(not c.signs for c in chains[1:])

    @property
    def has_mean(self) -> bool:
        """Is there a mean in it?"""
        return any(c.is_count(at) for c in self.tree.chains() for at in range(len(c.parts)))

    @property
    def signs(self) -> frozenset[str]:
        """The signs that join the outermost parts."""
        return frozenset(self.tree.signs)


@dataclass(frozen=True, slots=True)
class Count:
    """`阳山县、连山县 → 2`: how many are named."""

    text: str
    names: tuple[str, ...]
    number: Fraction


# 元, 千元, 万元, 百万元, 千万元, 亿元.
SCALES = frozenset({1, 10**3, 10**4, 10**6, 10**7, 10**8})


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


def half_up(value: Fraction, places: int = 2) -> Fraction:
    """To so many decimals, a half away from zero."""
    scale = 10**places
    cents = Fraction(int(abs(value) * scale + Fraction(1, 2)), scale)
    return cents if value >= 0 else -cents


def places_asked(question: str) -> frozenset[int]:
    """To how many decimals a question wants its answer; two where it does not say."""
    found = [
        0
        if match["none"]
        else "0一二三四五六".find(match["places"].replace("两", "二"))
        if not match["places"].isdigit()
        else int(match["places"])
        for match in PLACES.finditer(question)
    ]
    return frozenset({2, *found})


def equation_faults(
    equation: Equation, operator: str, places: Collection[int] = (2,)
) -> Iterator[Fault]:
    """Whether the left side comes to the right, exactly or rounded half up as the sign says."""
    exact = equation.left / equation.result.factor
    claimed, rounded = equation.result.number, half_up(exact)
    if operator == "estimate" and claimed.denominator == 1:
        # What is only estimated of things that are counted is a whole number of them.
        rounded = Fraction(int(exact + Fraction(1, 2)))
    if claimed not in (
        {exact} if equation.sign == "=" else {rounded, *(half_up(exact, n) for n in places)}
    ):
        close = abs(exact - claimed) <= 1
        kind = "rounding" if close and (equation.sign == "≈" or claimed == rounded) else ""
        right = decimal_text(rounded) + ("%" if equation.result.unit == "%" else "")
        yield Fault(kind or "computation", f"“{equation.text}”应得{right}")
    if not equation.signs <= set(SIGNS.get(operator, "+−×÷")):
        yield Fault("computation", f"“{equation.text}”不是“{operator}”的算式")
    units = {t.unit for t in equation.terms if t.unit not in ("", "%")}
    if equation.result.unit not in ("", "%") and units - {equation.result.unit}:
        yield Fault("unit", f"“{equation.text}”等号两边的单位不同")


def in_unit(formula: Equation | Count, operator: str) -> Equation | Count:
    """What is converted into another scale of its unit, with that scale, where it is not written."""
    if operator != "convert" or isinstance(formula, Count) or formula.result.unit:
        return formula
    [*terms] = formula.terms
    number = formula.result.number
    scale = formula.left / number if number and len(terms) == 1 else Fraction(0)
    if scale not in SCALES:
        return formula
    return replace(formula, result=Term(number, int(scale), terms[0].unit))


def decimal_text(number: Fraction) -> str:
    """A number to two decimals, without zeros that say nothing."""
    digits = f"{number.numerator * 100 // number.denominator:03d}"
    return f"{digits[:-2]}.{digits[-2:]}".rstrip("0").rstrip(".")
