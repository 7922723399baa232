"""Asks every question about roles, and counts what was right, refused and wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.adversaries.matrix.judging import Outcome
from assistant.adversaries.matrix.tally import Count, Example, counts
from assistant.adversaries.roles.asking import NEVER, generate, load_words
from assistant.errors import ReportError

if TYPE_CHECKING:
    from assistant.engine import Assistant

Progress = Callable[[int, int], None]
STEP = 200


@dataclass(frozen=True, slots=True)
class RolesTally:
    """The whole run by kind; of a near miss a refusal is right. `wrong` must hold no near miss."""

    report: str
    asked: int
    kinds: tuple[Count, ...]
    wrong: tuple[Example, ...]
    missed: tuple[Example, ...]


def run_roles(
    assistant: Assistant,
    report_id: str,
    limit: int | None = None,
    seed: int = 0,
    progress: Progress | None = None,
) -> RolesTally:
    """Ask the assistant `limit` questions about the roles of a report's clauses (all by default).

    Raises `ReportError` for an unknown report and `KnowledgeError` where the words do not hold.
    """
    report = assistant.report(report_id)
    if report is None:
        raise ReportError(f"没有编号为“{report_id}”的报告")
    questions = list(dict.fromkeys(generate(report, load_words(), seed)))[:limit]
    outcomes, wrong, missed = [], [], []
    for done, question in enumerate(questions, 1):
        answer = assistant.attempt(question.text).answer
        verdict = question.judge(answer)
        outcomes.append((question.kind, verdict.outcome))
        wanted = question.fill or question.wanted
        example = Example(
            question.text, question.kind, "", wanted, answer.status, answer.text, verdict.why
        )
        if verdict.outcome == Outcome.WRONG:
            wrong.append(example)
        elif verdict.outcome != Outcome.RIGHT and question.wanted != NEVER:
            missed.append(example)
        if progress and (done % STEP == 0 or done == len(questions)):
            progress(done, len(questions))
    return RolesTally(report.id, len(questions), counts(outcomes), tuple(wrong), tuple(missed))
