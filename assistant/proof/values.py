"""Whether every value of an answer is cited or computed, with its unit and its bound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from assistant.proof.case import Case, in_short
from assistant.proof.computations import Unit, derived, read_unit, unit_follows
from assistant.proof.contract import BOUNDS
from assistant.proof.faults import Fault
from assistant.proof.figures import AFTER, BEFORE, PLAIN_NUMBER, figures_in
from assistant.proof.formulas import decimal_text


def value_faults(case: Case, value: Mapping[str, str]) -> Iterator[Fault]:
    """What of a value does not hold."""
    text, unit = value["text"], read_unit(value["unit"])
    if value["bound"] not in BOUNDS:
        yield Fault("shape", f"约数不能是“{value['bound']}”")
        return
    if not PLAIN_NUMBER.fullmatch(value["value"]):
        yield Fault("value", f"“{in_short(value['value'])}”不是数字")
        return
    number, way = Fraction(Decimal(value["value"])), BOUNDS[value["bound"]]
    led = any(f.full in (number, number * unit.scale) and f.led == way != "" for f in case.cited)
    yield from _said_faults(text, number, unit, way, led)
    kinds = [
        *_stated(case, number, unit, way),
        *_computed(case, number, unit, way),
        *_held(case, number, unit, way),
    ]
    if "" in kinds:
        return
    kind = next((kind for kind in ("bound", "unit") if kind in kinds), "value")
    why = {
        "bound": f"“{in_short(text)}”的约数和出处不同",
        "unit": f"“{in_short(text)}”的单位和出处不同",
        "value": f"出处和计算里都没有“{in_short(text)}”",
    }
    yield Fault(kind, why[kind])


def _stated(case: Case, number: Fraction, unit: Unit, way: str) -> Iterator[str]:
    """For every cited figure of this size what keeps it from being the value; nothing does: ""."""
    for figure in case.cited:
        in_head = figure.full == number and unit.name == figure.unit_of_table
        if figure.full != number * unit.scale and not in_head:
            continue
        if not unit_follows(figure, unit.base):
            yield "unit"
        else:
            yield "" if figure.bound(unit.base) == way else "bound"


def _computed(case: Case, number: Fraction, unit: Unit, way: str) -> Iterator[str]:
    for outcome in case.outcomes:
        if outcome.number == number:
            fits = outcome.has_unit(unit)
            yield "unit" if not fits else "" if outcome.has_bound(way) else "bound"


def _held(case: Case, number: Fraction, unit: Unit, way: str) -> Iterator[str]:
    """One side of what was compared for a yes or no, whose formula is not told."""
    if not case.answer["polarity"]:
        return
    figures = list({(f.report, f.start): f for f in case.cited}.values())
    alike = [f for f in figures if not (f.percent or f.spelt) and unit_follows(f, unit.base)]
    if number * unit.scale in derived(alike):
        yield "" if way == "" or any(f.bound() for f in alike) else "bound"


def _said_faults(
    text: str, number: Fraction, unit: Unit, way: str, led: bool = False
) -> Iterator[Fault]:
    """The text of a value says its number, its unit and its bound, and nothing else.

    A bound that leads the number in the quote (约2600人次) may be left to the quote.
    """
    shown, found = in_short(text), figures_in(text)
    if not found or found[0].full != number * unit.scale or found[0].percent != unit.percent:
        yield Fault("value", f"“{shown}”不是{decimal_text(number)}{unit.name}")
        return
    figure = found[0]
    if not unit.percent and not figure.rest.startswith(unit.base):
        yield Fault("unit", f"“{shown}”的单位不是“{unit.name}”")
        return
    tail = figure.rest if unit.percent else figure.rest[len(unit.base) :]
    if AFTER.sub("", tail, count=1) or BEFORE.sub("", text[: figure.start]):
        yield Fault("value", f"“{shown}”里有多余的话")
    said = figure.bound(unit.base if not unit.percent else "")
    if said != way and (said or not led):
        yield Fault("bound", f"“{shown}”的约数应当是“{way or '准确'}”")
