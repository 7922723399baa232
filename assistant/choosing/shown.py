"""What an answer that is none shows beside its text: passages of the reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.choosing.passages import MOST, passage
from assistant.choosing.terms import Beside, Term, terms_of
from assistant.index import Index
from assistant.model import Candidate, Mention, Passage


def sought(
    index: Index,
    read: Sequence[Mention],
    beside: Beside,
    alike: Iterable[Term],
    before: Iterable[Mention] = (),
) -> tuple[Term, ...]:
    """The terms by which a question is looked for in a report.

    `alike` are words of the same matter as its own, `before` is what the turn before spoke of, where the
    question leaves that unsaid.
    """
    year = index.report.year
    unsaid = (replace(t, weight=t.weight / 2) for t in terms_of(before, year, beside))
    return (*terms_of(read, year, beside), *alike, *unsaid)


def between(rivals: Iterable[Candidate], index: Index) -> tuple[Passage, ...]:
    """What the facts say between which a question does not choose."""
    spans = dict.fromkeys((rival.fact.start, rival.fact.end) for rival in rivals)
    return tuple(passage(index, start, end) for start, end in list(spans)[:MOST])
