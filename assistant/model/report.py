"""What a report is: its card with what an editor corrects, its parts, and all facts that it states."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.model.fact import Figure, Frame, LedgerEntry, Statement


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the report with the text that stands under it.

    `path` reads like `一、概述 > (二)认真做好政府信息主动公开工作`; `level` 1 is the outermost;
    `heading` is the title without its number, `start:end` the whole part with its heading.
    """

    id: str
    path: str
    label: str
    heading: str
    level: int
    start: int
    end: int
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """What a report is: the little that a catalogue needs to choose among many.

    `place` is written in full, outermost first (`淮安市洪泽区`); `organ` is whose report it is.
    """

    id: str
    title: str
    organ: str
    place: str
    year: int
    url: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What an editor corrects of a report, written in its card with the reason.

    `quote` (or `start:end`) is the place of one figure, `field` what of it is corrected (`value` or
    `unit`), `value` the right content. `where` is the line of the card, for messages.
    """

    quote: str
    field: str
    value: str
    reason: str
    start: int | None = None
    end: int | None = None
    where: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A compiled report: its card, its exact source text and what was read from it."""

    id: str
    title: str
    organ: str
    place: str
    year: int
    source: str
    digest: str
    sections: tuple[Section, ...]
    figures: tuple[Figure, ...]
    statements: tuple[Statement, ...]
    ledger: tuple[LedgerEntry, ...]
    vocabulary: dict[str, str]
    url: str = ""
    frames: tuple[Frame, ...] = ()
