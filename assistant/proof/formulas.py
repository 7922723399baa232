"""Whether formulas come to what they claim, recomputed in exact fractions."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from fractions import Fraction

from assistant.proof.faults import Fault
from assistant.proof.terms import Count, Equation, Term

# How many of a word a year has, which a question need not say (平均每月).
IN_A_YEAR = {"月": 12, "季": 4}
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
# 元, 千元, 万元, 百万元, 千万元, 亿元.
SCALES = frozenset({1, 10**3, 10**4, 10**6, 10**7, 10**8})


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
