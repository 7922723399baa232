"""Asks every question, holds each answer against what it must be, and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from assistant.adversaries.across import generate_across
from assistant.adversaries.gold import amount, amount_of
from assistant.adversaries.material import Material, load_material
from assistant.adversaries.questions import Asked, generate
from assistant.errors import ReportError
from assistant.knowledge import Knowledge
from assistant.model import Answer, Figure, Report, Value

if TYPE_CHECKING:
    from assistant.engine import Assistant

Progress = Callable[[int, int], None]
STEP = 200


class Outcome(StrEnum):
    """What became of a question; misled is the one that must never be."""

    RIGHT = "right"
    CLARIFIED = "clarified"
    REFUSED = "refused"
    MISLED = "misled"


@dataclass(frozen=True, slots=True)
class Example:
    """A question that was not answered as it must be: what was wanted, what was said."""

    asked: Asked
    wanted: str
    status: str
    said: str


@dataclass(frozen=True, slots=True)
class Count:
    """Some questions, and what became of them. Of a twin a refusal is right."""

    name: str
    asked: int = 0
    right: int = 0
    clarified: int = 0
    refused: int = 0
    misled: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """The whole run: what can be answered, the twins, and both by frame, noise and kind."""

    report: str
    answerable: Count
    twins: Count
    frames: tuple[Count, ...]
    noises: tuple[Count, ...]
    claims: tuple[Count, ...]
    twin_kinds: tuple[Count, ...]
    misled: tuple[Example, ...]
    missed: tuple[Example, ...]

    @property
    def asked(self) -> int:
        """How many questions were asked, twins included."""
        return self.answerable.asked + self.twins.asked

    @property
    def recall(self) -> Decimal:
        """The share of the answerable that were answered right, of 1."""
        asked = self.answerable.asked
        return Decimal(self.answerable.right) / asked if asked else Decimal(1)


def run(
    assistant: Assistant,
    report_id: str,
    limit: int | None = None,
    seed: int = 0,
    progress: Progress | None = None,
) -> Tally:
    """Ask the assistant `limit` self-made questions (all by default) about a report.

    `progress` is told how many of how many are done. Raises `ReportError` for an unknown report and
    `KnowledgeError` where `knowledge/adversaries.yaml` does not hold.
    """
    report = assistant.report(report_id)
    if report is None:
        raise ReportError(f"没有编号为“{report_id}”的报告")
    asked = tuple(questions(report, assistant.knowledge(report_id), load_material(), seed))[:limit]
    figures = {figure.id: figure for figure in report.figures}

    def judged(one: Asked, answer: Answer) -> Outcome:
        return judge(one, answer, figures[one.figure], report)

    return _tally(report.id, figures, _results(assistant, asked, judged, progress))


def run_across(
    assistant: Assistant,
    name: str,
    limit: int | None = None,
    seed: int = 0,
    progress: Progress | None = None,
) -> Tally:
    """The same about all reports of the assistant together; `name` is what the tally is called."""
    pairs = generate_across(assistant.reports, load_material(), seed)
    asked = tuple(one for pair in pairs for one in (pair.question, pair.twin) if one)[:limit]
    return _tally(name, {}, _results(assistant, asked, judge_across, progress))


def _results(
    assistant: Assistant,
    asked: Sequence[Asked],
    judged: Callable[[Asked, Answer], Outcome],
    progress: Progress | None,
) -> list[tuple[Asked, Outcome, Answer]]:
    results: list[tuple[Asked, Outcome, Answer]] = []
    for done, one in enumerate(asked, 1):
        answer = assistant.attempt(one.text).answer
        results.append((one, judged(one, answer), answer))
        if progress and (done % STEP == 0 or done == len(asked)):
            progress(done, len(asked))
    return results


def questions(
    report: Report, knowledge: Knowledge, material: Material, seed: int = 0
) -> Iterator[Asked]:
    """Every question of a report followed by its twin."""
    for pair in generate(report, knowledge, material, seed):
        yield pair.question
        if pair.twin:
            yield pair.twin


def judge(asked: Asked, answer: Answer, figure: Figure, report: Report) -> Outcome:
    """What an answer is worth."""
    if asked.twin:
        return _judge_twin(answer)
    if answer.status == "answered":
        return _judge_answered(asked, answer, figure, report)
    if answer.status == "clarify":
        return Outcome.RIGHT if asked.fair or asked.lenient else Outcome.CLARIFIED
    return Outcome.RIGHT if asked.lenient else Outcome.REFUSED


def judge_across(asked: Asked, answer: Answer) -> Outcome:
    """What an answer over several reports is worth."""
    if asked.twin or asked.gold is None:
        return _judge_twin(answer)
    if answer.status == "answered":
        return Outcome.RIGHT if asked.gold.is_met(answer) else Outcome.MISLED
    return Outcome.CLARIFIED if answer.status == "clarify" else Outcome.REFUSED


def _judge_twin(answer: Answer) -> Outcome:
    if answer.status == "answered":
        return Outcome.MISLED
    return Outcome.CLARIFIED if answer.status == "clarify" else Outcome.RIGHT


def _judge_answered(asked: Asked, answer: Answer, figure: Figure, report: Report) -> Outcome:
    if not asked.claim and _is_computed(answer, figure):
        return Outcome.RIGHT
    cited = any(_is_cited(f, answer, report) for f in _same(figure, report))
    exact = bool(answer.values) and all(_is(value, figure) for value in answer.values)
    if not cited or (answer.values and not exact):
        return Outcome.MISLED
    if asked.claim and answer.polarity != asked.polarity:
        return Outcome.MISLED if answer.polarity else Outcome.REFUSED
    wordless = figure.value is None or figure.kind == "zero"
    return Outcome.RIGHT if exact or wordless or asked.claim else Outcome.REFUSED


def _is_computed(answer: Answer, figure: Figure) -> bool:
    """A stated percentage, computed from counts and given more exactly than it is stated."""
    if figure.unit != "%" or figure.value is None or answer.computation is None:
        return False
    numbers = [Decimal(v.value) for v in answer.values if v.unit == "%"]
    return len(numbers) == 1 and numbers[0].quantize(figure.value, ROUND_HALF_UP) == figure.value


def _is_cited(figure: Figure, answer: Answer, report: Report) -> bool:
    start, end = figure.number
    return any(c.report == report.id and c.start < end and start < c.end for c in answer.citations)


def _same(figure: Figure, report: Report) -> Iterator[Figure]:
    """The figure, and those that state the same: prose beside a table, the same rhythm twice."""
    yield figure
    for other in report.figures:
        if other is figure or other.value != figure.value:
            continue
        if not figure.value and not (
            other.text == figure.text and other.kind == figure.kind == "frequency"
        ):
            continue
        if bool(other.table) != bool(figure.table) or figure.value is None:
            yield other


def _is(value: Value, figure: Figure) -> bool:
    """Is it the figure's own number, in its unit or without its 万?"""
    number, unit = amount(value.value, value.unit)
    own, counted = amount_of(figure)
    return figure.value is not None and number == own and (unit == counted or not counted)


def _tally(
    name: str,
    figures: dict[str, Figure],
    results: list[tuple[Asked, Outcome, Answer]],
) -> Tally:
    own = [(a, o) for a, o, _ in results if not a.twin]
    twins = [(a, o) for a, o, _ in results if a.twin]
    examples = [
        (outcome, Example(asked, _wanted(asked, figures), answer.status, answer.text))
        for asked, outcome, answer in results
    ]
    return Tally(
        report=name,
        answerable=_count("answerable", (o for _, o in own)),
        twins=_count("twins", (o for _, o in twins)),
        frames=_by((a.frame, o) for a, o in own),
        noises=_by((a.noise, o) for a, o in own),
        claims=_by((a.claim, o) for a, o in own if a.claim),
        twin_kinds=_by((a.twin, o) for a, o in twins),
        misled=tuple(e for o, e in examples if o == Outcome.MISLED),
        missed=tuple(
            e for o, e in examples if o in (Outcome.CLARIFIED, Outcome.REFUSED) and not e.asked.twin
        ),
    )


def _wanted(asked: Asked, figures: dict[str, Figure]) -> str:
    """A right answer in short; for a twin the figure of which it is the twin, in brackets."""
    verdict = {"yes": "是，", "no": "不是，"}.get(asked.polarity or "", "")
    if asked.gold:
        return verdict + asked.gold.said
    if asked.twin:
        return f"不作答（{figures[asked.figure].quote}）"
    return verdict + figures[asked.figure].quote


def _by(rows: Iterable[tuple[str, Outcome]]) -> tuple[Count, ...]:
    groups: dict[str, list[Outcome]] = {}
    for name, outcome in rows:
        groups.setdefault(name, []).append(outcome)
    return tuple(_count(name, found) for name, found in groups.items())


def _count(name: str, outcomes: Iterable[Outcome]) -> Count:
    counts = Counter(outcomes)
    return Count(
        name,
        asked=counts.total(),
        right=counts[Outcome.RIGHT],
        clarified=counts[Outcome.CLARIFIED],
        refused=counts[Outcome.REFUSED],
        misled=counts[Outcome.MISLED],
    )
