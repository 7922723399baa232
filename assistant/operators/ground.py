"""What every operator stands on: a report's index, the units, and the choice among candidates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.index import Entry, Index
from assistant.model import Candidate, Figure, Finding, Mention, Query, Selection, Value
from assistant.steps.decide import fitting, least
from assistant.steps.match import Units, match

REASONS = (
    ("year", "no_such_period"),
    ("relative_year", "no_such_period"),
    ("part_of_year", "no_such_period"),
    ("place", "no_such_place"),
    ("organ", "no_such_organ"),
)


@dataclass(frozen=True, slots=True)
class Ground:
    """One report's facts, ready to be asked."""

    index: Index
    units: Units

    def choose(self, selection: Selection, entries: Iterable[Entry]) -> tuple[list[Candidate], ...]:
        """(the winners, all that fit, all that were held), best first."""
        held = match(selection, entries, self.index, self.units)
        fits = fitting(held)
        return least(fits), fits, held

    def own(self, candidate: Candidate) -> frozenset[str]:
        """The concepts of a candidate's own clause."""
        entry = self.index.of(candidate.fact.id)
        return entry.own if entry else frozenset()

    def refuse(self, query: Query, held: Sequence[Candidate]) -> Finding:
        """Nothing accounts for every word: say which word, by the nearest candidate."""
        mentions = query.selections[0].mentions
        unread = [m for m in mentions if m.is_unknown()]
        nearest = min(held, key=lambda c: (len(c.left_over), c.weak, len(c.added)), default=None)
        left = unread or self._never_explained(held, mentions)
        left = left or list(nearest.left_over if nearest else ())
        left = [m for m in left if not self._is_own_year(m)]
        for kind, reason in REASONS:
            named = [m for m in left if kind in m.kinds()]
            if named:
                return self._refusal(reason, reason, named[:1], nearest)
        if left:
            return self._refusal("not_in_report", "not_in_report", left, nearest)
        return self.not_stated(query, nearest)

    def _is_own_year(self, mention: Mention) -> bool:
        return str(self.index.report.year) in mention.tags("year")

    def not_stated(self, query: Query, nearest: Candidate | None = None) -> Finding:
        """Every word is explained, but no fact is of the kind that is asked."""
        slots = {"wanted": query.ask}
        return Finding(
            "unanswered", "not_stated", slots, reason="not_in_report", rivals=_one(nearest)
        )

    def _never_explained(
        self, held: Sequence[Candidate], mentions: tuple[Mention, ...]
    ) -> list[Mention]:
        starts = [{m.start for m in candidate.left_over} for candidate in held]
        never = set.intersection(*starts) if starts else set()
        return [m for m in mentions if m.start in never]

    def _refusal(
        self, outcome: str, reason: str, left: Sequence[Mention], nearest: Candidate | None
    ) -> Finding:
        slots = {"word": "、".join(dict.fromkeys(m.text for m in left))}
        return Finding("unanswered", outcome, slots, reason=reason, rivals=_one(nearest))


def _one(candidate: Candidate | None) -> tuple[Candidate, ...]:
    return (candidate,) if candidate else ()


def value_of(figure: Figure) -> tuple[Value, ...]:
    """The value of a figure as the answer gives it; a zero in words has no digits to give."""
    if figure.value is None or figure.kind == "zero":
        return ()
    text = f"{figure.text}{figure.said}"
    return (Value(str(figure.value), figure.unit or figure.said, figure.bound, text),)


def answer_figure(figure: Figure) -> Finding:
    """The finding that this one figure is the answer."""
    outcome = figure.kind if figure.kind in ("zero", "frequency") else "figure"
    polarity = "no" if figure.kind == "zero" else None
    return Finding("answered", outcome, facts=(figure,), values=value_of(figure), polarity=polarity)
