"""What follows the digits of a number: 多 or 余, its unit, 以上 or 左右."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.compiler.genre import Genre
from assistant.language.numerals import Numeral

# 120余万次 is 120万次 and more.
SCALE = re.compile("[十百千]?万|亿")


@dataclass(frozen=True, slots=True)
class Tail:
    """Where what follows a number ends, with its unit and its bound."""

    end: int
    unit: str
    bound: str


def tail_of(text: str, numeral: Numeral, genre: Genre) -> Tail:
    """What follows the digits: 多/余, the unit with a bracketed variant, 以上/左右."""
    at, bound, scale = numeral.end, "", ""
    if not numeral.percent:
        inside = next((w for w in genre.inside if text.startswith(w, at)), "")
        found = SCALE.match(text, at + len(inside)) if inside and not numeral.scale else None
        begin = found.end() if found else at + len(inside)
        if inside and _unit(text, begin, genre):
            bound, at, scale = genre.inside[inside], begin, found.group() if found else ""
    unit = "" if numeral.percent else _unit(text, at, genre)
    at += len(unit)
    after = next((w for w in genre.after if text.startswith(w, at)), "")
    if after and (unit or numeral.percent):
        bound, at = genre.after[after], at + len(after)
    return Tail(at, scale + unit, bound)


def _unit(text: str, at: int, genre: Genre) -> str:
    unit = next((u for u in genre.units if text.startswith(u, at)), "")
    variant = re.compile(r"[(（][一-龥]{1,2}[)）]").match(text, at + len(unit)) if unit else None
    return unit + (variant.group() if variant else "")
