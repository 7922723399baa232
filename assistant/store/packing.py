"""A compiled report as a store keeps it: what a list of reports needs, and two packed texts."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assistant.compiled import index_from_json, index_to_json, make_index
from assistant.index import Index
from assistant.model import Card, Report
from assistant.records import report_from_json, report_to_json
from assistant.store.terms import GivesTerms

LEVEL = 6


@dataclass(frozen=True, slots=True)
class Summary:
    """A stored report's card, the digest of its source, and how much was read from it.

    `made_from` is the digest of its source, its card and the rules, so that what has not changed is
    not compiled again.
    """

    card: Card
    digest: str
    characters: int
    figures: int
    statements: int
    ledger: int
    made_from: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The row of a list of reports, for JSON."""
        card = self.card
        return {
            "id": card.id,
            "title": card.title,
            "organ": card.organ,
            "place": card.place,
            "year": card.year,
            "url": card.url,
            "digest": self.digest,
            "characters": self.characters,
            "figures": self.figures,
            "statements": self.statements,
        }


@dataclass(frozen=True, slots=True)
class Compiled:
    """A compiled report ready to be stored.

    `report` and `index` are packed JSON, the index made under the terms with the digest `terms`.
    """

    summary: Summary
    terms: str
    report: bytes
    index: bytes

    @property
    def id(self) -> str:
        """The report's id."""
        return self.summary.card.id


def pack(report: Report, index: Index, terms: str, made_from: str) -> Compiled:
    """A report and its index, made under the terms with this digest, ready to be stored."""
    return Compiled(
        summary=summary_of(report, made_from),
        terms=terms,
        report=_packed(report_to_json(report)),
        index=_packed(index_to_json(index)),
    )


def summary_of(report: Report, made_from: str = "") -> Summary:
    """What a list of reports says of this one."""
    return Summary(
        card=card_of(report),
        digest=report.digest,
        characters=len(report.source),
        figures=len(report.figures),
        statements=len(report.statements),
        ledger=len(report.ledger),
        made_from=made_from,
    )


def card_of(report: Report) -> Card:
    """The card of a compiled report."""
    return Card(report.id, report.title, report.organ, report.place, report.year, report.url)


def unpack_report(packed: bytes) -> Report:
    """The report that was packed."""
    return report_from_json(_unpacked(packed))


def unpack_index(compiled: Compiled, give_terms: GivesTerms) -> Index:
    """The index that was packed; made anew where it was made under other terms than these."""
    report = unpack_report(compiled.report)
    terms = give_terms()
    if compiled.terms != terms.digest:
        return make_index(report, terms.names)
    return index_from_json(report, _unpacked(compiled.index))


def _packed(data: Mapping[str, Any]) -> bytes:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode(), LEVEL)


def _unpacked(packed: bytes) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(zlib.decompress(packed))
    return data
