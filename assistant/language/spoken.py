"""Words by which what a report says is made into a question: what is left out before a clause, what leaves it open.

They are those of `knowledge/lexicon/spoken.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.language.either import either

# What numbers a clause: 一是, (2), 3.
NUMBERED = r"[一二三四五六七八九]是|[(（]?[一二三四五六七八九十\d]+[)）、]|\d[.．]|[,，、:：\s]"
# What may stand before a preposition, besides words: a month, a day.
DATED = ".{0,4}月|.{0,6}日"
HOW_OFTEN = "多久"


@dataclass(frozen=True, slots=True)
class Spoken:
    """The classes by which a clause or a figure is put as a question."""

    denying: re.Pattern[str]
    leads: re.Pattern[str]
    aims: tuple[str, ...]
    leading_on: re.Pattern[str]
    left_open: re.Pattern[str]
    preposition: re.Pattern[str]
    ranked: re.Pattern[str]
    regular: re.Pattern[str]
    averaged: tuple[str, ...]
    changed: tuple[str, ...]
    about: tuple[str, ...]
    doubled: tuple[str, ...]


def spoken_of(rows: Mapping[str, Sequence[str]]) -> Spoken:
    """The classes as the file has them."""
    leads, joining, joined = (either(rows[part]) for part in ("leads", "joining", "joined"))
    before, prepositions = (either(rows[part]) for part in ("before_prepositions", "prepositions"))
    regular, insisting = either(rows["regular"]), either(rows["insisting"])
    return Spoken(
        denying=re.compile(f"^{either(rows['denying'])}"),
        leads=re.compile(f"^(?:{NUMBERED}|{leads}|{joining}(?!{joined}))+"),
        aims=tuple(rows["aims"]),
        leading_on=re.compile(f"{either(rows['leading_on'])}$"),
        left_open=re.compile(f"{either(rows['left_open'])}？$"),
        preposition=re.compile(
            f"^(?:{DATED}|{before})?{prepositions}(?!{either(rows['no_prepositions'])})"
        ),
        ranked=re.compile(f"{either(rows['ranked'])}|{either(rows['ranks'])}$"),
        regular=re.compile(f"{regular}|^{insisting}(?={HOW_OFTEN})"),
        averaged=tuple(rows["averaged"]),
        changed=tuple(rows["changed"]),
        about=tuple(rows["about"]),
        doubled=tuple(rows["doubled"]),
    )
