"""Several answers put into words as one: of several reports, or to several questions in one line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from assistant.model import (
    Answer,
    Computation,
    Passage,
    Question,
)

MAX_PASSAGES = 3
MAX_REPORTS = 12
# The characters of a year at the end of what a report is called: 宿迁市2024年.
YEAR = 5


def choose(
    question: Question, answers: Sequence[tuple[str, str, Answer]], wording: Mapping[str, Any]
) -> Answer:
    """Several reports answer: each with what it says, and the complete questions to choose from.

    `answers` are (what the report is called, the question that names it, its answer).
    """
    briefly = [(name, a.text.rstrip("。")) for name, _, a in answers[:MAX_REPORTS]]
    said = "；".join(t if _says_whose(name, t) else f"{name}：{t}" for name, t in briefly)
    return Answer(
        question=question.asked,
        status="clarify",
        text=str(wording["across_clarify"]).format(list=said),
        suggestions=tuple(asked for _, asked, _ in answers[:MAX_REPORTS]),
        passages=_said_by_each(a for _, _, a in answers),
        id=answers[0][2].id,
    )


def _said_by_each(answers: Iterable[Answer]) -> tuple[Passage, ...]:
    """What the reports say, each in its first citation, between which a question does not choose."""
    cited = (a.citations[0] for a in answers if a.citations)
    found = (Passage(c.report, c.title, c.section, c.quote, c.start, c.end) for c in cited)
    return tuple(dict.fromkeys(found))[:MAX_PASSAGES]


def talk(answer: Answer, kind: str, offered: Sequence[str], slots: Mapping[str, Any]) -> Answer:
    """What is said to the assistant itself, answered for all reports rather than for one.

    `offered` are complete questions of several reports; `slots` hold the wording, the count of
    the reports and their list.
    """
    wording = slots["wording"]
    text = str(wording[kind]).format(examples="；".join(offered), **slots)
    return replace(answer, text=text, suggestions=tuple(offered))


def join(question: Question, answers: Sequence[Answer], wording: Mapping[str, Any]) -> Answer:
    """The answers to several questions asked in one line, in order; refused parts say so."""
    return Answer(
        question=question.asked,
        status="answered",
        text="\n".join(f"{at}. {_part(a, wording)}" for at, a in enumerate(answers, start=1)),
        values=tuple(v for a in answers for v in a.values),
        polarity=next((a.polarity for a in answers if a.polarity), None),
        citations=tuple(dict.fromkeys(c for a in answers for c in a.citations)),
        computation=_computed(answers),
        suggestions=tuple(dict.fromkeys(s for a in answers for s in a.suggestions)),
        id=answers[0].id,
    )


def join_reports(
    question: Question, answers: Sequence[tuple[str, Answer]], wording: Mapping[str, Any]
) -> Answer:
    """The answers of several reports to one question, each behind the name of its report where it does not say it."""
    form = str(wording["of_report"])
    said = [
        a.text if _says_whose(name, a.text) else form.format(name=name, text=a.text)
        for name, a in answers
    ]
    joined = join(question, [a for _, a in answers], wording)
    return replace(joined, text="\n".join(said))


def _says_whose(name: str, text: str) -> bool:
    """Does an answer begin with the report that it is of: 2024年，宿迁市…, of 宿迁市2024年?"""
    return text.startswith(f"{name[-YEAR:]}，{name[:-YEAR]}")


def _part(answer: Answer, wording: Mapping[str, Any]) -> str:
    return str(wording["part_clarify"]) if answer.status == "clarify" else answer.text


def _computed(answers: Sequence[Answer]) -> Computation | None:
    """The computations of all parts as one, in order."""
    done = [a.computation for a in answers if a.computation]
    if not done:
        return None
    return Computation(
        operator="；".join(c.operator for c in done),
        expression="；".join(c.expression for c in done),
        operands=tuple(o for c in done for o in c.operands),
    )
