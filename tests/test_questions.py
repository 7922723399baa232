"""The regression questions: what was answered stays answered, what fails is known, nothing misleads."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from assistant.engine import Assistant
from assistant.evaluation import MISLEADING, Expectation, Mark, judge, read_questions
from assistant.folders import knowledge_folder

QUESTIONS = knowledge_folder() / "questions"
KNOWN = QUESTIONS / "known_failures.jsonl"
FILES = sorted(path for path in QUESTIONS.glob("*.jsonl") if path != KNOWN)


@cache
def bundled() -> Assistant:
    return Assistant()


@cache
def mark(expectation: Expectation) -> Mark:
    sources = {report.id: report.source for report in bundled().reports}
    answer = bundled().answer(expectation.question, expectation.history)
    return judge(expectation, answer, sources).mark


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_regression_question_is_answered_rightly(path: Path) -> None:
    wrong = {e.question: mark(e) for e in read_questions(path) if mark(e) != Mark.RIGHT}
    assert not wrong


def test_a_known_failure_that_passes_is_taken_from_the_list() -> None:
    passing = [e.question for e in read_questions(KNOWN) if mark(e) == Mark.RIGHT]
    assert not passing


def test_no_known_failure_misleads() -> None:
    misled = {e.question: mark(e) for e in read_questions(KNOWN) if mark(e) in MISLEADING}
    assert not misled


def test_every_figure_of_the_report_is_reached_by_three_questions() -> None:
    asked = Counter(e.id.split("-")[1] for e in read_questions(QUESTIONS / "figures.jsonl"))
    assert len(asked) == 52
    assert min(asked.values()) >= 3
