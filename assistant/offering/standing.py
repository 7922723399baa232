"""A question that is worth asking of a report, with what its answer has to give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.drafting.draft import Span
from assistant.model import Answer


@dataclass(frozen=True, slots=True)
class Standing:
    """A question in its ways to be put, the best first, with what its answer has to cite.

    `some` allows any of the stretches instead of all, `amounts` are the numbers that it may give (any
    where there are none), `unlike` is the polarity that says something else (of what did not happen
    "yes"); `common` are the questions that everybody asks of such a report, `kin` those that are
    so alike that one of them is enough among a few (how many by letter, in person, on the net).
    """

    ways: tuple[str, ...]
    topic: str
    spans: tuple[Span, ...] = ()
    within: Span | None = None
    facts: frozenset[str] = frozenset()
    amounts: frozenset[Decimal] = frozenset()
    some: bool = False
    unlike: str = ""
    common: bool = False
    kin: str = ""

    def reach(self, start: int, end: int) -> int:
        """How long the shortest stretch is that answers it and meets this one; 0 where none does."""
        told = self.spans or ((self.within,) if self.within else ())
        return min((b - a for a, b in told if a < end and start < b), default=0)

    def is_met(self, answer: Answer) -> bool:
        """Does this answer give what the question is about, and nothing else?"""
        if answer.status != "answered" or (self.unlike and answer.polarity == self.unlike):
            return False
        cited = [(c.start, c.end) for c in answer.citations]
        return (
            self._is_cited(cited)
            and self._is_inside(cited)
            and (not self.facts or self._is_counted(answer))
        )

    def _is_cited(self, cited: Sequence[Span]) -> bool:
        met = [any(a <= s and e <= b for a, b in cited) for s, e in self.spans]
        return not met or (any(met) if self.some else all(met))

    def _is_inside(self, cited: Sequence[Span]) -> bool:
        """Does it stay in the part that it is about, and tell most of that where it is about all of it?"""
        if self.within is None:
            return True
        start, end = self.within
        told = sum(b - a for a, b in cited)
        inside = all(start <= a and b <= end for a, b in cited)
        return inside and (bool(self.spans) or 2 * told >= end - start)

    def _is_counted(self, answer: Answer) -> bool:
        given = {Decimal(value.value) for value in answer.values}
        told = bool(given) or answer.polarity is not None
        within = not self.amounts or given <= self.amounts
        return told and within and len(given) <= len(self.spans)
