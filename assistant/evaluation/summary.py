"""Verdicts added up: how many questions got which mark, and what the refusals among them say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from assistant.evaluation.questions import KINDS, NOISES, Expectation
from assistant.evaluation.verdicts import MISLEADING, Mark, Verdict
from assistant.evaluation.wordings import bare, overlap
from assistant.model import Answer


@dataclass(frozen=True, slots=True)
class Judged:
    """One question with its answer and the verdict."""

    expectation: Expectation
    answer: Answer
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the summary: some questions, and how many of them got which mark."""

    name: str
    total: int
    marks: tuple[tuple[Mark, int], ...]

    @property
    def right(self) -> int:
        """How many are right."""
        return dict(self.marks).get(Mark.RIGHT, 0)

    @property
    def misled(self) -> int:
        """How many give a wrong figure, or answer what cannot be answered."""
        return sum(count for mark, count in self.marks if mark in MISLEADING)


@dataclass(frozen=True, slots=True)
class Refusals:
    """The refusals of questions that can be answered.

    How many there are, how many show the passage in which the answer stands, and how many claim that
    the reports do not hold it, which is untrue.
    """

    total: int
    helped: int
    denied: int


@dataclass(frozen=True, slots=True)
class Summary:
    """All questions together, those to be answered and to be refused, and by kind and noise."""

    whole: Row
    answerable: Row
    refusable: Row
    kinds: tuple[Row, ...]
    noises: tuple[Row, ...]
    refusals: Refusals


def summarise(judged: Iterable[Judged]) -> Summary:
    """How many questions got which mark: all, by side, by kind and by noise."""
    rows = tuple(judged)
    answerable = [j for j in rows if j.expectation.expect == {"answered"}]
    refusable = [j for j in rows if j.expectation.expect != {"answered"}]
    return Summary(
        whole=_row("全部", rows),
        answerable=_row("应当回答", answerable),
        refusable=_row("不应只作回答", refusable),
        kinds=_rows(rows, KINDS, lambda j: j.expectation.kind),
        noises=_rows(rows, NOISES, lambda j: j.expectation.noise),
        refusals=_refusals([j for j in answerable if j.verdict.mark == Mark.REFUSED]),
    )


def _refusals(refused: list[Judged]) -> Refusals:
    helped = sum(shows_passage(j.expectation, j.answer) for j in refused)
    return Refusals(len(refused), helped, sum(denies(j.answer) for j in refused))


def shows_passage(expectation: Expectation, answer: Answer) -> bool:
    """Does a refusal show a passage in which the answer stands?"""
    quotes = [bare(passage.quote) for passage in answer.passages]
    cites = map(bare, expectation.cite)
    return any(overlap(wanted, quote) for wanted in cites for quote in quotes if quote)


def denies(answer: Answer) -> bool:
    """Does it claim that the reports do not hold what is asked, and not only that it was not found?"""
    reason = answer.reason or ""
    return reason == "not_in_report" or reason.startswith("no_such_")


def _rows(
    judged: tuple[Judged, ...], names: Mapping[str, str], key: Callable[[Judged], str]
) -> tuple[Row, ...]:
    found = ((names[name], [j for j in judged if key(j) == name]) for name in names)
    return tuple(_row(label, group) for label, group in found if group)


def _row(name: str, judged: Iterable[Judged]) -> Row:
    marks = [j.verdict.mark for j in judged]
    counts = tuple((mark, marks.count(mark)) for mark in Mark if mark in marks)
    return Row(name, len(marks), counts)
