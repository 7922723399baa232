"""A fact as questions, before anybody was asked: the ways to put it, and what a right answer gives."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from decimal import Decimal

Span = tuple[int, int]
# So many hexadecimal digits of an id: few enough to read, and no two of one report alike.
DIGITS = 10


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a right answer gives: these spans cited, these facts and figures, nothing from outside `within`.

    `facts` are the ids of the facts that the engine has to answer by, besides what it may cite for a doubt.
    `figures` are (value, unit); `some` allows any two or more of them instead of all, `besides` are
    figures that may stand beside them. `share` is how much of `within` must be cited, in percent,
    `longest` how many characters may be cited (0: any number).
    """

    spans: tuple[Span, ...] = ()
    facts: frozenset[str] = frozenset()
    figures: tuple[tuple[Decimal, str], ...] = ()
    within: Span | None = None
    some: bool = False
    besides: tuple[tuple[Decimal, str], ...] = ()
    share: int = 0
    longest: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A part of a breakdown: the fact that it is, what it is called, its figure as stated, and where."""

    fact: str
    name: str
    value: str
    at: Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A fact with the ways to ask it, the better first, before anybody was asked.

    `identity` says which fact it is, whatever its value and place: the id is made from it. `level` is
    the length of page (1 short … 3 full) from which on it is asked.

    A breakdown has `rows`, a `title` and the id of the `whole` that they make up; of a section, `title`
    is its heading, of a cell the name of its row.
    """

    kind: str
    identity: tuple[str, ...]
    questions: tuple[str, ...]
    wanted: Wanted
    section: str
    at: int
    level: int = 2
    topic: str = ""
    rows: tuple[Row, ...] = ()
    whole: str = ""
    title: str = ""

    def id(self, report: str) -> str:
        """A name that stays while the fact is the same: `qingyuan-2013-figure-0e2ad9c56d`.

        >>> Draft("figure", ("连州市",), (), Wanted(), "", 0).id("qingyuan-2013")
        'qingyuan-2013-figure-0e2ad9c56d'
        """
        said = json.dumps([report, self.kind, *self.identity], ensure_ascii=False)
        return f"{report}-{self.kind}-{hashlib.sha256(said.encode()).hexdigest()[:DIGITS]}"
