"""What else a report says that a question may mean, as far as its own text tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from assistant.adversaries.drafts import Draft
from assistant.adversaries.names import Namer
from assistant.model import Figure
from assistant.naming import question_about


@dataclass(frozen=True, eq=False)
class Rivals:
    """One report's other figures, held against questions about it."""

    namer: Namer
    units: Mapping[str, frozenset[str]]
    general: frozenset[str] = frozenset()

    def is_absent(self, word: str) -> bool:
        """Does the report say this nowhere?"""
        report = self.namer.report
        return word not in report.source and word not in report.title

    def speaks_of(self, word: str, own: Figure) -> bool:
        """Does the figure, or another with a value, speak of this, by this name or by another?"""
        atoms = {a for s in self.namer.lexicon.senses(word) for a in s.atoms}
        valued = (f for f in self.namer.report.figures if f is own or f.value is not None)
        return any(name in self._said[f.id] for f in valued for name in (word, *atoms))

    def is_ambiguous(self, draft: Draft) -> bool:
        """May another figure account for every word as well, as far as its own text tells?"""
        return bool(self.of(draft, self._may_count))

    def of(self, draft: Draft, fits: Callable[[str, str], bool]) -> tuple[Figure, ...]:
        """The other figures that account for every word, in a unit that fits."""
        names = tuple(self.namer.meanings(draft))
        unit = draft.clause.slots.get("unit", draft.figure.unit) if draft.asks_unit else ""
        related = (draft.figure.id, draft.figure.part_of)
        units = frozenset(stated for stated in self._units if not unit or fits(unit, stated))
        return tuple(
            f
            for f in self.namer.report.figures
            if f.unit in units
            and f.value is not None
            and f.id not in related
            and f.part_of != draft.figure.id
            and names
            and all(any(name in self._said[f.id] for name in row) for row in names)
        )

    def same_kind(self, asked: str, stated: str) -> bool:
        """Do two measure words count the same kind of thing?"""
        asked, stated = asked.lstrip("万亿"), stated.lstrip("万亿")
        groups = [self.units.get(u) or self.units.get(u[:1]) or {u} for u in (asked, stated)]
        return asked == stated or bool(set(groups[0]) & set(groups[1]))

    def _may_count(self, asked: str, stated: str) -> bool:
        return asked in self.general or self.same_kind(asked, stated)

    @cached_property
    def _units(self) -> frozenset[str]:
        return frozenset(figure.unit for figure in self.namer.report.figures)

    @cached_property
    def _said(self) -> dict[str, str]:
        """All that the report says of each figure: its question, its clause, what it inherits."""
        report, found = self.namer.report, {}
        for figure in report.figures:
            inherited = [report.source[start:end] for start, end in figure.inherits]
            shared = any(f.clause == figure.clause and f is not figure for f in report.figures)
            quote = "" if shared else figure.quote
            asked = question_about(figure, report)
            found[figure.id] = " ".join((asked, quote, figure.who, *inherited))
        return found
