"""The report of 清远 2013 as the tests know it: typed in by hand, and asked through the public face."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache, lru_cache
from pathlib import Path

from assistant import Answer, Assistant

SOURCE = (
    Path(__file__).parents[1] / "knowledge/reports/qingyuan-2013/source.txt"
).read_bytes().decode("utf-8")  # fmt: skip
WHOLE = 6211
CITY_LEVEL = 978
PLACES = {
    "连州市": 669,
    "英德市": 628,
    "清城区": 525,
    "清新区": 511,
    "佛冈县": 663,
    "连山县": 740,
    "连南县": 645,
    "阳山县": 852,
}
PARTS = {"市级": CITY_LEVEL, **PLACES}
COUNTIES = {name: number for name, number in PLACES.items() if name.endswith("县")}
DISTRICTS = {name: number for name, number in PLACES.items() if name.endswith("区")}
CITIES = {name: number for name, number in PLACES.items() if name.endswith("市")}
NUMBER = re.compile(r"\d+(?:\.\d+)?")
LIST_MARK = re.compile(r"(?:^|[：；\n])\d{1,2}\. ")
# Of how many questions the answers are kept.
KEPT = 4096
SIGNS = {"−": "-", "×": "*", "÷": "/"}


@cache
def assistant() -> Assistant:
    """An assistant over this one report."""
    return Assistant(reports=("qingyuan-2013",))


def ask(question: str, history: Sequence[str] = ()) -> Answer:
    """The answer to a question, whatever it is; each is asked once for all tests."""
    return _asked(question, tuple(history))


@lru_cache(maxsize=KEPT)
def _asked(question: str, history: tuple[str, ...]) -> Answer:
    return assistant().answer(question, history)


def figures(found: Answer) -> list[str]:
    """The values as they are said without their bounds: 669项."""
    return [value.value + value.unit for value in found.values]


def answered(question: str, history: Sequence[str] = ()) -> Answer:
    """The answer to a question that must be answered, its proof checked."""
    found = ask(question, history)
    assert found.status == "answered", f"{question}: {found.text}"
    assert_proved(found)
    return found


def refused(question: str, history: Sequence[str] = ()) -> Answer:
    """The answer to a question that must not be answered with a figure or a yes or no."""
    found = ask(question, history)
    assert found.status in ("unanswered", "clarify"), f"{question}: {found.text}"
    assert (found.values, found.polarity, found.citations) == ((), None, ())
    return found


def assert_proved(found: Answer) -> None:
    """Citations are verbatim, values trace to them or to a computation, and computations hold."""
    for citation in found.citations:
        assert citation.quote == SOURCE[citation.start : citation.end] != ""
    support = numbers("".join(c.quote for c in found.citations))
    if found.computation:
        support |= numbers(found.computation.expression)
        assert_computed(found.computation.expression)
    for value in found.values:
        assert Decimal(value.value) in support, f"{value} has no support"
        assert value.value in value.text


def assert_computed(expression: str) -> None:
    """A formula of numbers and signs is right, recomputed in exact fractions."""
    left, sign, right = expression.replace("≈", "=≈").partition("=")
    bare = left.replace("× 100%", "× 100")
    if re.fullmatch(r"[\d. +−×÷()]+", bare):
        value = exact(bare)
        if right.startswith("≈"):
            shown = Decimal(value.numerator) / Decimal(value.denominator)
            value = Fraction(shown.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP))
        assert sign and value == Fraction(NUMBER.findall(right)[0]), expression


def exact(formula: str) -> Fraction:
    """The value of a formula of digits, brackets and + − × ÷."""
    for written, meant in SIGNS.items():
        formula = formula.replace(written, meant)
    return Fraction(eval(NUMBER.sub(r"Fraction('\g<0>')", formula), {"Fraction": Fraction}))


def numbers(text: str) -> set[Decimal]:
    """Every number in digits, without the numbers of list items."""
    return {Decimal(n) for n in NUMBER.findall(LIST_MARK.sub("", text))}


def half_up(value: Fraction) -> str:
    """A fraction to two decimals, half up, without zeros that say nothing."""
    cents = int(value * 100 + Fraction(1, 2))
    return f"{cents // 100}.{cents % 100:02}".rstrip("0").rstrip(".")
