"""Asks the questions of the matrix, judges each answer, and counts by operator, depth and frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.adversaries.matrix.judging import Outcome, Verdict, judge
from assistant.adversaries.matrix.material import load_frames
from assistant.adversaries.matrix.questions import DEEPEST, Question, generate
from assistant.errors import ReportError
from assistant.model import Answer

if TYPE_CHECKING:
    from assistant.engine import Assistant

Progress = Callable[[int, int], None]
STEP = 200


@dataclass(frozen=True, slots=True)
class Count:
    """Some questions, and what became of them."""

    name: str
    asked: int = 0
    right: int = 0
    clarified: int = 0
    refused: int = 0
    wrong: int = 0


@dataclass(frozen=True, slots=True)
class Example:
    """A question that was answered wrongly or not at all, with the true answer and why it is wrong."""

    question: str
    operator: str
    frame: str
    wanted: str
    status: str
    said: str
    why: str


@dataclass(frozen=True, slots=True)
class MatrixTally:
    """The whole run, counted; `wrong` must be empty, `missed` were refused."""

    report: str
    all: Count
    operators: tuple[Count, ...]
    depths: tuple[Count, ...]
    frames: tuple[Count, ...]
    wrong: tuple[Example, ...]
    missed: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A question of the matrix with its answer and what that is worth."""

    question: Question
    answer: Answer
    verdict: Verdict


def run_matrix(
    assistant: Assistant,
    report_id: str,
    limit: int | None = None,
    seed: int = 0,
    progress: Progress | None = None,
    deepest: int = DEEPEST,
) -> MatrixTally:
    """Ask the assistant `limit` questions of the matrix (all by default) about a report.

    Operators stand in one another up to `deepest`. Raises `ReportError` for an unknown report and
    `KnowledgeError` where the words of the matrix do not hold.
    """
    report = assistant.report(report_id)
    if report is None:
        raise ReportError(f"没有编号为“{report_id}”的报告")
    frames = load_frames()
    asked = generate(report, frames, seed, deepest, limit)
    return tallied(report_id, _judged(assistant, asked, frames.words["partly"], progress))


def _judged(
    assistant: Assistant,
    asked: Sequence[Question],
    partly: Sequence[str],
    progress: Progress | None,
) -> list[Judged]:
    found: list[Judged] = []
    for done, one in enumerate(asked, 1):
        answer = assistant.attempt(one.text).answer
        found.append(Judged(one, answer, judge(one.text, one.gold, answer, partly)))
        if progress and (done % STEP == 0 or done == len(asked)):
            progress(done, len(asked))
    return found


def tallied(name: str, judged: Sequence[Judged]) -> MatrixTally:
    """The answers counted."""
    outcomes = [(j.question, j.verdict.outcome) for j in judged]
    return MatrixTally(
        report=name,
        all=count("all", (o for _, o in outcomes)),
        operators=counts((q.operator, o) for q, o in outcomes),
        depths=tuple(
            sorted(counts((str(q.depth), o) for q, o in outcomes), key=lambda one: one.name)
        ),
        frames=counts((q.frame, o) for q, o in outcomes),
        wrong=tuple(_example(j) for j in judged if j.verdict.outcome == Outcome.WRONG),
        missed=tuple(
            _example(j) for j in judged if j.verdict.outcome in (Outcome.CLARIFIED, Outcome.REFUSED)
        ),
    )


def _example(judged: Judged) -> Example:
    one, answer = judged.question, judged.answer
    return Example(
        one.text,
        one.operator,
        one.frame,
        one.gold.said(),
        answer.status,
        answer.text,
        judged.verdict.why,
    )


def counts(rows: Iterable[tuple[str, Outcome]]) -> tuple[Count, ...]:
    """Outcomes by name, in the order in which the names come."""
    groups: dict[str, list[Outcome]] = {}
    for name, outcome in rows:
        groups.setdefault(name, []).append(outcome)
    return tuple(count(name, found) for name, found in groups.items())


def count(name: str, outcomes: Iterable[Outcome]) -> Count:
    """How often each outcome is."""
    found = list(outcomes)
    return Count(name, len(found), *(found.count(outcome) for outcome in Outcome))
