"""Figures compared: the one that is expected, the one that is given, those that support it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from assistant.evaluation.wordings import folded
from assistant.language.numerals import find, scaled
from assistant.model import Value

SCALES = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}


@dataclass(frozen=True, slots=True)
class Quantity:
    """An expected figure: the (number, unit) as the report states it, then what counts as well."""

    forms: tuple[tuple[Decimal, str], ...]

    def __str__(self) -> str:
        """As the question file states it."""
        number, unit = self.forms[0]
        return f"{number}{unit}"


def decimal(text: object) -> Decimal | None:
    """The number that a value states, or None.

    >>> decimal("12,826"), decimal("50%"), decimal("许多")
    (Decimal('12826'), Decimal('50'), None)
    """
    plain = unicodedata.normalize("NFKC", str(text)).strip().rstrip("%").replace(",", "")
    try:
        number = Decimal(plain)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def gives(value: Value, quantity: Quantity) -> bool:
    """Is the value the expected figure, stated so or in full?"""
    number = decimal(value.value)
    given = _with_scale(number, value.unit) if number is not None else ()
    wanted = (full for form in quantity.forms for full in _with_scale(*form))
    return any(n == m and _same_unit(u, unit) for m, unit in wanted for n, u in given)


def _with_scale(number: Decimal, unit: str) -> tuple[tuple[Decimal, str], ...]:
    """A figure as stated, and in full where its unit begins with 万 or 亿."""
    stated = ((number, unit),)
    if unit[:1] in SCALES:
        return (*stated, (number * SCALES[unit[0]], unit[1:]))
    return stated


def _same_unit(given: str, wanted: str) -> bool:
    given, wanted = folded(given), folded(wanted)
    return not wanted or wanted in given or (given != "" and given in wanted)


def supports(figures: set[Decimal], value: Value) -> bool:
    """Is the value among these figures, or one of them in full (a table may put 万 in its head)?"""
    number = decimal(value.value)
    full = (figure * scale for figure in figures for scale in SCALES.values())
    return bool(sizes(value) & figures) or number in set(full)


def sizes(value: Value) -> set[Decimal]:
    """The number of a value, as stated and as it would be in full."""
    number = decimal(value.value)
    return set() if number is None else {number, *(number * scale for scale in SCALES.values())}


def numbers_in(texts: Iterable[str], digits_only: bool = False) -> set[Decimal]:
    """Every number in some texts; those with a scale also in full."""
    found: set[Decimal] = set()
    for text in texts:
        for numeral in find(unicodedata.normalize("NFKC", text)):
            if digits_only and not numeral.text[0].isdigit():
                continue
            found.add(numeral.value)
            if not digits_only:
                found.add(scaled(numeral.value, numeral.scale))
    return found
