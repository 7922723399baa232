"""Two compiled states, report by report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from assistant.differences.alignment import Alignment
from assistant.differences.facts import (
    FactChange,
    FieldChange,
    compare_figures,
    compare_statements,
)
from assistant.model import Figure, Report, Statement

CARD = ("id", "title", "organ", "place", "year", "url")


@dataclass(frozen=True, slots=True)
class ReportChange:
    """What became of one report: gained, lost, changed or the same; `source` where its text differs."""

    report: str
    change: str
    card: tuple[FieldChange, ...] = ()
    source: bool = False
    figures: tuple[FactChange[Figure], ...] = ()
    statements: tuple[FactChange[Statement], ...] = ()
    facts: int = 0

    def to_dict(self) -> dict[str, Any]:
        """The change as JSON."""
        return {
            "report": self.report,
            "change": self.change,
            "card": [field.to_dict() for field in self.card],
            "source_changed": self.source,
            "facts": self.facts,
            "figures": [change.to_dict() for change in self.figures],
            "statements": [change.to_dict() for change in self.statements],
        }


def compare_reports(old: Sequence[Report], new: Sequence[Report]) -> tuple[ReportChange, ...]:
    """The reports of both states by id, those without a difference too.

    Two single reports are held against each other whatever their ids are.
    """
    if len(old) == len(new) == 1:
        return (_compared(old[0], new[0]),)
    before, after = ({r.id: r for r in reports} for reports in (old, new))
    found = []
    for identity in sorted(before | after):
        mine, theirs = before.get(identity), after.get(identity)
        if mine and theirs:
            found.append(_compared(mine, theirs))
        elif whole := mine or theirs:
            change = "lost" if mine else "gained"
            facts = len(whole.figures) + len(whole.statements)
            found.append(ReportChange(identity, change, facts=facts))
    return tuple(found)


def _compared(old: Report, new: Report) -> ReportChange:
    places = Alignment.of(old.source, new.source)
    pairs = ((name, str(getattr(old, name)), str(getattr(new, name))) for name in CARD)
    card = tuple(FieldChange(*pair) for pair in pairs if pair[1] != pair[2])
    figures = compare_figures(old.figures, new.figures, places)
    statements = compare_statements(old.statements, new.statements, places)
    source = old.source != new.source
    differs = bool(card or source or figures or statements)
    facts = len(new.figures) + len(new.statements)
    change = "changed" if differs else "same"
    return ReportChange(new.id, change, card, source, figures, statements, facts)
