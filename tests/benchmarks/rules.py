"""What groups of grammar rules are worth: the questions that are lost when a group is taken away; asserts nothing.

python tests/benchmarks/rules.py [--matrix N] [GROUP …]

A group is the names of rules with commas between; without any, every rule is taken away by itself (half an hour).
Lost are questions of knowledge/questions and of the operator matrix over the bundled report that are right with
all rules and not without the group; gained are those that are right only without it.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from assistant import Assistant
from assistant.adversaries.matrix.judging import Outcome
from assistant.adversaries.matrix.judging import judge as judge_matrix
from assistant.adversaries.matrix.material import load_frames
from assistant.adversaries.matrix.questions import Question, generate
from assistant.compiled import COMPILED
from assistant.evaluation import Expectation, Mark, judge, read_questions
from assistant.folders import knowledge_folder

REPORT = "qingyuan-2013"
SHOWN = 3
Sound = Callable[[Assistant], bool]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("groups", nargs="*", help="names of rules, with commas between")
    parser.add_argument("--matrix", type=int, default=300, help="so many questions of the matrix")
    options = parser.parse_args()
    compiled = json.loads((knowledge_folder() / COMPILED).read_text(encoding="utf-8"))
    names = [row["name"] for row in compiled["grammar"]]
    whole = Assistant(reports=[REPORT])
    asked = {**regression(whole), **matrix(whole, options.matrix)}
    right = rights(whole, asked)
    print(f"{len(asked)} questions, {len(right)} right with all rules", flush=True)
    for group in options.groups or names:
        taken = {name.strip() for name in group.split(",")}
        if taken - {*names}:
            parser.error(f"no rule is called {', '.join(sorted(taken - {*names}))}")
        with tempfile.TemporaryDirectory() as folder:
            left = rights(without(taken, Path(folder) / "knowledge"), asked)
        lost = sorted(right - left)
        print(f"{group}: {len(lost)} lost, {len(left - right)} gained", flush=True)
        print(*(f"    {question}" for question in lost[:SHOWN]), sep="\n", flush=True)


def without(taken: set[str], folder: Path) -> Assistant:
    """An assistant that knows all but these rules."""
    shutil.copytree(knowledge_folder(), folder)
    path = folder / COMPILED
    compiled = json.loads(path.read_text(encoding="utf-8"))
    compiled["grammar"] = [row for row in compiled["grammar"] if row["name"] not in taken]
    path.write_text(json.dumps(compiled, ensure_ascii=False), encoding="utf-8")
    return Assistant(folder, reports=[REPORT])


def rights(assistant: Assistant, asked: dict[str, Sound]) -> set[str]:
    """The questions that it answers as it should."""
    return {question for question, sound in asked.items() if sound(assistant)}


def regression(assistant: Assistant) -> dict[str, Sound]:
    """The questions of knowledge/questions, each with what judges its answer."""
    sources = {report.id: report.source for report in assistant.reports}
    found: Iterator[Expectation] = (
        expectation
        for path in sorted((knowledge_folder() / "questions").glob("*.jsonl"))
        for expectation in read_questions(path)
    )
    return {e.question: partial(_expected, e, sources) for e in found}


def _expected(expectation: Expectation, sources: dict[str, str], assistant: Assistant) -> bool:
    answer = assistant.answer(expectation.question, expectation.history)
    return judge(expectation, answer, sources).mark == Mark.RIGHT


def matrix(assistant: Assistant, limit: int) -> dict[str, Sound]:
    """The first questions of the operator matrix."""
    report, frames = assistant.report(REPORT), load_frames()
    assert report is not None
    asked: Sequence[Question] = generate(report, frames)[:limit]
    return {q.text: partial(_answered, q, frames.words["partly"]) for q in asked}


def _answered(question: Question, partly: Sequence[str], assistant: Assistant) -> bool:
    answer = assistant.answer(question.text)
    return judge_matrix(question.text, question.gold, answer, partly).outcome == Outcome.RIGHT


if __name__ == "__main__":
    main()
