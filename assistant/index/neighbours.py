"""A report's figures and sections by where they stand, for those who ask of each what is around it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import TypeVar

from assistant.model import Figure, Report, Section

Place = TypeVar("Place", bound=Hashable)


class Neighbours:
    """What stands beside what in one report."""

    def __init__(self, report: Report) -> None:
        """The neighbours in this report."""
        self.of_sentence = _by((f.sentence, f) for f in report.figures)
        self.of_clause = _by((f.clause, f) for f in report.figures)
        self.of_start = _by((f.start, f) for f in report.figures)
        self.zeros = tuple(f for f in report.figures if f.kind == "zero")
        self.paths = frozenset(section.path for section in report.sections)
        self._sections = report.sections
        self._starts = [section.start for section in report.sections]
        self._by_id = {section.id: section for section in report.sections}

    def sections(self, at: int) -> tuple[Section, ...]:
        """The sections around an offset, outermost first."""
        last = bisect_right(self._starts, at) - 1
        section = self._sections[last] if last >= 0 else None
        found = []
        while section:
            if at < section.end:
                found.append(section)
            section = self._by_id.get(section.parent or "")
        return tuple(reversed(found))


def _by(figures: Iterable[tuple[Place, Figure]]) -> dict[Place, tuple[Figure, ...]]:
    found: dict[Place, list[Figure]] = defaultdict(list)
    for place, figure in figures:
        found[place].append(figure)
    return {place: tuple(row) for place, row in found.items()}
