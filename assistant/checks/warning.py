"""Answers that say so where the report contradicts the figure that they give."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.checks.result import Result
from assistant.checks.rules import Rules
from assistant.model import Answer, Figure, Report


def warned(
    answer: Answer,
    figures: Iterable[Figure],
    report: Report,
    results: Sequence[Result],
    rules: Rules,
) -> Answer:
    """The answer with a sentence for each failed result that puts one of its figures in doubt.

    `figures` are the facts that it states, `results` what `check` found in their report. The values
    stay as they are; the other side of the contradiction is cited as well.
    """
    doubts = [r for r in results if any(r.doubts(figure, report) for figure in figures)]
    if answer.status != "answered" or not doubts:
        return answer
    said = "".join(dict.fromkeys(rules.warn(result) for result in doubts))
    cited = (*answer.citations, *(c for result in doubts for c in result.citations))
    return replace(answer, text=answer.text + said, citations=tuple(dict.fromkeys(cited)))
