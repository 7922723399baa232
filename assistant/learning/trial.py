"""A copy of the knowledge in which a new name is tried, and what it changes of the regression questions."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.engine import Assistant
from assistant.errors import LearningError
from assistant.evaluation import MISLEADING, Expectation, Mark, judge, read_questions
from assistant.model import Answer

FAILURES = "known_failures.jsonl"
QUESTIONS = "questions"
# Questions about reports of a store, which the folder's own reports do not answer.
STORED = "stores"


@dataclass(frozen=True, slots=True)
class Checked:
    """How many regression questions were asked, and the known failures that pass now."""

    questions: int
    passing: tuple[Expectation, ...]


@contextmanager
def copied(folder: Path, changed: Path, text: str) -> Iterator[Path]:
    """A compiled copy of the knowledge with one file changed, for as long as this lasts.

    Raises `KnowledgeError` where the change does not hold.
    """
    from assistant.compiler.bundle import write_bundle

    with TemporaryDirectory(prefix="gongkai-") as home:
        trial = Path(home) / "knowledge"
        shutil.copytree(
            folder, trial, ignore=shutil.ignore_patterns(QUESTIONS, "compiled.json", ".*")
        )
        (trial / changed.relative_to(folder)).write_text(text, encoding="utf-8")
        write_bundle(trial)
        yield trial


def check(folder: Path, trial: Path) -> Checked:
    """Ask the regression questions of the folder's own reports before and after.

    Raises `LearningError` with the first answer that would change for the worse.
    """
    files = sorted((folder / QUESTIONS).glob("*.jsonl"))
    if not any(folder.glob("reports/*/report.json")) or not files:
        return Checked(0, ())
    return compare(files, Assistant(folder), Assistant(trial))


def compare(files: list[Path], before: Assistant, after: Assistant) -> Checked:
    """Ask these question files of one assistant and of the other; raises `LearningError`."""
    sources = {report.id: report.source for report in before.reports}
    passing, count = [], 0
    for path in files:
        for expected in read_questions(path):
            count += 1
            was = before.attempt(expected.question, expected.history).answer
            now = after.attempt(expected.question, expected.history).answer
            if _said(was) == _said(now):
                continue
            marks = [judge(expected, answer, sources).mark for answer in (was, now)]
            if path.name != FAILURES or (marks[1] in MISLEADING and marks[0] not in MISLEADING):
                raise LearningError(
                    f"会改变回归问题 {expected.id}“{expected.question}”的答案，没有加上："
                    f"原来是“{was.text}”，加上以后是“{now.text}”"
                )
            if marks[1] == Mark.RIGHT:
                passing.append(expected)
    return Checked(count, tuple(passing))


def _said(answer: Answer) -> tuple[object, ...]:
    return answer.status, answer.text, answer.values, answer.polarity, answer.citations
