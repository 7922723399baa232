"""Words by which what a report says is made into a question: what is left out before a clause, what leaves it open.

They are those of `knowledge/lexicon/spoken.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.language.either import either
from assistant.late import late

# What numbers a clause: 一是, (2), 3.
NUMBERED = r"[一二三四五六七八九]是|[(（]?[一二三四五六七八九十\d]+[)）、]|\d[.．]|[,，、:：\s]"


@dataclass(frozen=True, slots=True)
class Spoken:
    """The classes by which a clause is put as a question."""

    leads: re.Pattern[str]
    aims: tuple[str, ...]
    done: re.Pattern[str]
    leading_on: re.Pattern[str]
    bound: re.Pattern[str]
    averaged: tuple[str, ...]
    changed: tuple[str, ...]


def spoken_of(rows: Mapping[str, Sequence[str]]) -> Spoken:
    """The classes as the file has them."""
    leads, joining, joined = (either(rows[part]) for part in ("leads", "joining", "joined"))
    return Spoken(
        leads=late(f"^(?:{NUMBERED}|{leads}|{joining}(?!{joined}))+"),
        aims=tuple(rows["aims"]),
        done=late(either(rows["done"])),
        leading_on=late(f"{either(rows['leading_on'])}$"),
        bound=late(f"{either(rows['bound'])}多少"),
        averaged=tuple(rows["averaged"]),
        changed=tuple(rows["changed"]),
    )
