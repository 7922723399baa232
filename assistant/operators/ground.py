"""What every operator stands on: a report's index, the units, and the choice among candidates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import overload

from assistant.index import Entry, Index
from assistant.language.process import NO_PROCESS, Process
from assistant.late import late
from assistant.model import Candidate, Figure, Finding, Mention, Query, Selection
from assistant.naming import value_of
from assistant.steps.decide import fitting, least
from assistant.steps.match import match
from assistant.steps.match.accounting import said_of
from assistant.steps.match.explaining import explaining
from assistant.steps.match.units import Units

# Of what another report than this may be; said only where this one does not name it anywhere.
OTHERS = (("year", "no_such_period"), ("place", "no_such_place"), ("organ", "no_such_organ"))
# What only says what kind of body a name is: 财政局 and 市财政部门 are both 财政.
STEM = late("^[省市区县州]|(?:部门|[局委办厅处科院部省市区县州镇乡村年])$")


Choice = tuple[list[Candidate], list[Candidate], Sequence[Candidate]]


@dataclass(frozen=True, slots=True)
class Ground:
    """One report's facts, ready to be asked.

    `held` are the figures that were held against selections of the question: a figure is held but once.
    """

    index: Index
    units: Units
    process: Process = NO_PROCESS
    held: dict[Selection, dict[str, Candidate]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def choose(self, selection: Selection, entries: Iterable[Entry]) -> Choice:
        """(the winners, all that fit, all that were held), best first."""
        asked = tuple(entries)
        fits = fitting(self.match(selection, self._able(selection, asked)))
        return least(fits), fits, Held(self, selection, asked)

    def match(self, selection: Selection, entries: Iterable[Entry]) -> list[Candidate]:
        """Each of these held against a selection."""
        known = self.held.setdefault(selection, {})
        return match(selection, entries, self.index, self.units, known)

    def _able(self, selection: Selection, entries: Sequence[Entry]) -> Sequence[Entry]:
        """Without the figures that leave a word over: only a refusal asks how near they come."""
        words = [explaining(m, self.index) for m in selection.required()]
        if not words:
            return entries
        able = frozenset.intersection(*words)
        return [e for e in entries if e.fact.id in able or not isinstance(e.fact, Figure)]

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
        for kind, reason in OTHERS:
            # What is only guessed to name one (一定要 as 定西) is not denied.
            said = [m for m in left if m.kinds() & {kind} and m.read in ("", m.text)]
            named = [m for m in said if is_nowhere(m, self.index)]
            if named:
                return self._refusal(reason, named[:1], nearest)
        if left:
            return self._refusal("not_matched", left, nearest)
        return self.not_stated(query, nearest)

    def _is_own_year(self, mention: Mention) -> bool:
        return str(self.index.report.year) in mention.tags("year")

    def not_stated(self, query: Query, nearest: Candidate | None = None) -> Finding:
        """Every word is explained, but no fact is of the kind that is asked."""
        slots = {"wanted": query.ask}
        return Finding(
            "unanswered", "not_stated", slots, reason="not_matched", rivals=_one(nearest)
        )

    def _never_explained(
        self, held: Sequence[Candidate], mentions: tuple[Mention, ...]
    ) -> list[Mention]:
        starts = [{m.start for m in candidate.left_over} for candidate in held]
        never = set.intersection(*starts) if starts else set()
        return [m for m in mentions if m.start in never]

    def _refusal(self, reason: str, left: Sequence[Mention], nearest: Candidate | None) -> Finding:
        slots = {"word": "、".join(dict.fromkeys(m.text for m in left))}
        return Finding("unanswered", reason, slots, reason=reason, rivals=_one(nearest))


@dataclass(frozen=True, eq=False)
class Held(Sequence[Candidate]):
    """Everything that was held against a selection, worked out where it is looked at."""

    ground: Ground
    selection: Selection
    entries: tuple[Entry, ...]

    @cached_property
    def _all(self) -> list[Candidate]:
        return self.ground.match(self.selection, self.entries)

    def __len__(self) -> int:
        """How many were held."""
        return len(self.entries)

    @overload
    def __getitem__(self, at: int) -> Candidate: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Candidate]: ...

    def __getitem__(self, at: int | slice) -> Candidate | Sequence[Candidate]:
        """The candidate at this place."""
        return self._all[at]

    def __iter__(self) -> Iterator[Candidate]:
        """The candidates in the order of their facts."""
        return iter(self._all)


def is_nowhere(mention: Mention, index: Index) -> bool:
    """Does the report not name this year, place or organ anywhere, by any of its names or their stem?"""
    text = said_of(index)
    names = {mention.text, mention.read, *(a for s in mention.senses for a in s.atoms)}
    names |= mention.tags("year")
    stems = {STEM.sub("", name) for name in names}
    return not any(len(name) > 1 and name in text for name in names | stems)


def _one(candidate: Candidate | None) -> tuple[Candidate, ...]:
    return (candidate,) if candidate else ()


def answer_figure(figure: Figure) -> Finding:
    """The finding that this one figure is the answer."""
    outcome = figure.kind if figure.kind in ("zero", "frequency") else "figure"
    polarity = "no" if figure.kind == "zero" else None
    return Finding("answered", outcome, facts=(figure,), values=value_of(figure), polarity=polarity)
