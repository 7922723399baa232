"""What questions are after they were asked, and what is withheld."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.model import Answer, Card


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

    `text` is the answer as the page says it, a whole sentence; `columns` names the columns of a cell
    whose row has no name, so that the quoted row can be read; `under` is the heading that it stands
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
    columns: str = ""

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
