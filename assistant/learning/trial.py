"""A copy of the knowledge in which a new name is tried, and what it changes of the regression questions."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.differences import AnswerChange, compare_answers
from assistant.engine import Assistant
from assistant.evaluation import MISLEADING, Expectation, Mark, judge, read_questions
from assistant.learning.grouping import asked_again
from assistant.learning.log import Logged

FAILURES = "known_failures.jsonl"
QUESTIONS = "questions"
# Questions about reports of a store, which the folder's own reports do not answer.
STORED = "stores"


Tell = Callable[[int, int], object]


def untold(_done: int, _total: int) -> None:
    """Nobody waits to be told how far it is."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A question that is answered otherwise: how it was answered, how it would be, and what differs.

    `harms` says that a regression question would not hold any more.
    """

    difference: AnswerChange
    was: str
    now: str
    harms: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """How many questions were asked, those whose answer changes, and the known failures that pass now."""

    questions: int
    changes: tuple[Changed, ...] = ()
    passing: tuple[Expectation, ...] = ()


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


def check(
    folder: Path,
    trial: Path,
    tell: Tell = untold,
    opened: tuple[Assistant, Assistant] | None = None,
) -> Checked:
    """Ask the regression questions of the folder's own reports before and after; `opened` is over all of them."""
    files = sorted((folder / QUESTIONS).glob("*.jsonl"))
    if not any(folder.glob("reports/*/report.json")) or not files:
        return Checked(0)
    return compare(files, *(opened or (Assistant(folder), Assistant(trial))), tell)


def compare(files: list[Path], before: Assistant, after: Assistant, tell: Tell = untold) -> Checked:
    """Ask the questions of these files of one assistant and of the other."""
    sources = {report.id: report.source for report in before.reports}
    asked = [(path.name, expected) for path in files for expected in read_questions(path)]
    changes, passing = [], []
    for done, (name, expected) in enumerate(asked, 1):
        was, now = (
            one.attempt(expected.question, expected.history).answer for one in (before, after)
        )
        difference = compare_answers(expected.id, was, now)
        if difference:
            marks = [judge(expected, answer, sources).mark for answer in (was, now)]
            harms = name != FAILURES or (marks[1] in MISLEADING and marks[0] not in MISLEADING)
            changes.append(Changed(difference, was.text, now.text, harms))
            if marks[1] == Mark.RIGHT and not harms:
                passing.append(expected)
        tell(done, len(asked))
    return Checked(len(asked), tuple(changes), tuple(passing))


def compare_logged(
    questions: Sequence[Logged], before: Assistant, after: Assistant, tell: Tell = untold
) -> Checked:
    """Ask what people asked in vain of one assistant and of the other."""
    changes = []
    for done, logged in enumerate(questions, 1):
        was, now = (asked_again(logged, one).answer for one in (before, after))
        difference = compare_answers(logged.asked.question, was, now)
        if difference:
            changes.append(Changed(difference, was.text, now.text, False))
        tell(done, len(questions))
    return Checked(len(questions), tuple(changes))
