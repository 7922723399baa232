"""Exact numbers in digits: as they are where they end, else rounded half up."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from assistant.language.numerals import plain

# So many decimals an answer has, and so many a term of a formula at most.
PLACES = 2
EXACT = 12


def digits(number: Fraction, places: int = PLACES) -> str:
    """The number in digits, exact where it ends within these decimals, else rounded half up.

    >>> digits(Fraction(5233, 8)), digits(Fraction(1, 2)), digits(Fraction(-1, 3))
    ('654.13', '0.5', '-0.33')
    """
    if is_finite(number, places):
        return plain(Decimal(number.numerator) / Decimal(number.denominator))
    return rounded(number, places)


def is_finite(number: Fraction, places: int = PLACES) -> bool:
    """Does it end within these decimals?"""
    return bool((number * 10**places).denominator == 1)


def fitting(number: Fraction) -> int:
    """How many decimals a number is given with: all where it ends, else those of an answer.

    >>> fitting(Fraction(1, 8)), fitting(Fraction(1, 3))
    (12, 2)
    """
    return EXACT if is_finite(number, EXACT) else PLACES


def rounded(number: Fraction, places: int = PLACES) -> str:
    """To this many decimals, half up."""
    scaled = abs(number) * 10**places
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    whole += 2 * rest >= scaled.denominator
    said = plain(Decimal(whole).scaleb(-places))
    return f"-{said}" if number < 0 and whole else said
