"""What questions are before they are asked, and after."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from assistant.model import Answer, Card

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


@dataclass(frozen=True, slots=True)
class Table:
    """A breakdown under the entry of its whole: what was asked for it, the engine's answer, its rows."""

    title: str
    question: str
    answer: Answer
    rows: tuple[tuple[str, str], ...]

    def to_dict(self) -> dict[str, Any]:
        """The table as a part of its entry's row."""
        return {
            "title": self.title,
            "question": self.question,
            "rows": [list(row) for row in self.rows],
            "citations": self.answer.to_dict()["citations"],
        }


@dataclass(frozen=True, slots=True)
class Entry:
    """A published question: its variants, the engine's answer, and where of the report it is.

    `text` is the answer as the page says it, a whole sentence; `under` is the heading that it stands
    under, which is its section or that of the common questions.
    """

    id: str
    kind: str
    topic: str
    section: str
    question: str
    variants: tuple[str, ...]
    answer: Answer
    text: str
    under: str
    tables: tuple[Table, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The entry as a row of JSON; the answer's parts as the answer contract has them."""
        answer = self.answer.to_dict()
        return {
            "id": self.id,
            "question": self.question,
            "variants": list(self.variants),
            "answer": self.text,
            "values": answer["values"],
            "polarity": answer["polarity"],
            "computation": answer["computation"],
            "citations": answer["citations"],
            "tables": [table.to_dict() for table in self.tables],
            "section": self.section,
            "topic": self.topic,
            "kind": self.kind,
        }


@dataclass(frozen=True, slots=True)
class Withheld:
    """A question that is not published, and why (a name of `reasons` in `knowledge/faq.yaml`)."""

    id: str
    question: str
    reason: str


@dataclass(frozen=True, slots=True)
class Collection:
    """All that a page shows: the report's card and source, its entries, and what was withheld."""

    card: Card
    source: str
    entries: tuple[Entry, ...]
    withheld: tuple[Withheld, ...] = ()

    def by_section(self) -> Mapping[str, Sequence[Entry]]:
        """The entries under their headings: the common questions, then the sections of the report."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.under, []).append(entry)
        return found
