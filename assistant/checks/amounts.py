"""Figures as amounts that can be added: the scale of their unit worked in, and what stays apart."""

from __future__ import annotations

from decimal import Decimal

from assistant.checks.result import Term
from assistant.language.numerals import scaled
from assistant.model import Figure, Report

SCALES = "十百千万亿"
# Kinds that count nothing which could be added.
APART = frozenset(
    {"percent", "document", "frequency", "rank_cutoff", "target", "base", "ordinal", "date"}
)
EXACT = "exact"


def unit_of(figure: Figure) -> str:
    """The unit without its scale: 元 of 万元."""
    return figure.unit.lstrip(SCALES)


def amount_of(figure: Figure) -> Decimal | None:
    """The full number: 140000 of 14万; None for what has no number or counts nothing."""
    if figure.kind in APART:
        return None
    if figure.value is None:
        return Decimal(0) if figure.kind == "zero" else None
    scale = figure.unit.removesuffix(unit_of(figure))
    return scaled(figure.value, scale)


def term(figure: Figure, report: Report, minus: bool = False) -> Term | None:
    """The figure as an operand; None where it is none."""
    amount = amount_of(figure)
    return None if amount is None else Term(report, figure, amount, minus)


def shared_scale(terms: tuple[Term, ...]) -> tuple[Decimal, str]:
    """The scale of the unit that all these have, with that unit; else one, with the bare unit."""
    units = {t.figure.unit for t in terms if t.figure.kind != "zero"}
    if len(units) == 1:
        (unit,) = units
        bare = next(unit_of(t.figure) for t in terms if t.figure.kind != "zero")
        return scaled(Decimal(1), unit.removesuffix(bare)), unit
    bare_units = {unit_of(t.figure) for t in terms if t.figure.kind != "zero"}
    return Decimal(1), bare_units.pop() if len(bare_units) == 1 else ""


def is_exact(*terms: Term) -> bool:
    """Are all stated without 余, 约, 以上 …?"""
    return all(t.figure.bound == EXACT for t in terms)


def in_prose(figure: Figure) -> bool:
    """Does it stand in running text, not in a table?"""
    return not figure.table
