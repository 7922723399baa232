"""What may be asked next: the engine's suggestions, or else figures beside the answer's."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice

from assistant.engine import Assistant
from assistant.model import Answer, Citation, Figure, Report

MOST = 3


def follow_ups(assistant: Assistant, answer: Answer, asked: Collection[str]) -> tuple[str, ...]:
    """Complete questions to offer under an answer; of its neighbours, only what is answered."""
    if answer.suggestions:
        return tuple(dict.fromkeys(answer.suggestions))
    if not answer.citations:
        return ()
    cited = answer.citations[0]
    report = assistant.report(cited.report)
    if report is None:
        return ()
    questions: dict[str, Figure] = {}
    for figure in _neighbours(report, answer.citations):
        questions.setdefault(assistant.question(figure, report), figure)
    # One after the other, until there are enough: each is answered first.
    offered = (q for q, f in questions.items() if q not in asked and states(assistant, q, f))
    return tuple(islice(offered, MOST))


def states(assistant: Assistant, question: str, figure: Figure) -> bool:
    """Is this question answered, and by this figure?"""
    answer = assistant.attempt(question).answer
    return answer.status == "answered" and any(
        c.start <= figure.number[0] and figure.number[1] <= c.end for c in answer.citations
    )


def _neighbours(report: Report, citations: tuple[Citation, ...]) -> list[Figure]:
    """The other figures of the section, those counted together with the answer first."""
    cited = citations[0]
    answering = [f for f in report.figures if _stands_in(f, citations)]
    groups = {f.group for f in answering if f.group}
    others = [f for f in report.figures if f.section == cited.section and f not in answering]
    return sorted(
        others,
        key=lambda f: (f.group not in groups, f.start < cited.start, abs(f.start - cited.start)),
    )


def _stands_in(figure: Figure, citations: tuple[Citation, ...]) -> bool:
    return any(c.start <= figure.number[0] and figure.number[1] <= c.end for c in citations)
