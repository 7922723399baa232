"""Whether two figures are of one size and of one unit."""

from __future__ import annotations

from assistant.proof.computations import read_unit
from assistant.proof.figures import Figure


def same_size(figure: Figure, other: Figure) -> bool:
    """Are these of one size, with or without the unit of a table?"""
    if figure.scale > 1 and figure.full == other.full_in_table:
        return figure.rest.startswith(read_unit(other.unit_of_table).base)
    return figure.full == other.full or (figure.bare and figure.full == other.number)


def same_unit(figure: Figure, other: Figure) -> bool:
    """Does the same unit follow? A bare number may be any."""
    if figure.percent or other.percent:
        return figure.percent == other.percent or figure.bare
    return figure.bare or other.bare or figure.rest[0] == other.rest[0]
