"""What may be asked next: the engine's suggestions, or else figures beside the answer's."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from assistant.engine import Assistant
from assistant.model import Answer, Citation, Figure, Report
from assistant.naming import TOTALS
from assistant.trace import Trace

MOST = 3


def offered(answer: Answer) -> tuple[str, ...]:
    """What an answer itself offers to ask: at hand as soon as it is."""
    return tuple(dict.fromkeys(answer.suggestions))


def further(assistant: Assistant, question: str, history: Sequence[str]) -> tuple[str, ...]:
    """The same for a question whose trace is not at hand."""
    return follow_ups(assistant, assistant.explain(question, history), (*history, question))


def follow_ups(assistant: Assistant, trace: Trace, asked: Sequence[str]) -> tuple[str, ...]:
    """Complete questions to offer under an answer; of its neighbours, only what is answered.

    `asked` are the questions so far, the one that was answered the last of them.
    """
    answer = trace.answer
    if answer.suggestions or not answer.citations:
        return offered(answer)
    cited = answer.citations[0]
    report = assistant.report(cited.report)
    if report is None:
        return ()
    # One after the other, until there are enough: each is answered first.
    beside = (
        said
        for figure in _neighbours(report, answer.citations)
        if (said := _put(assistant, figure, report, asked, trace))
    )
    return tuple(islice(beside, MOST))


def _put(
    assistant: Assistant, figure: Figure, report: Report, asked: Sequence[str], before: Trace
) -> str | None:
    """The first way to ask for a figure that it answers; None where all were asked, or none is whole."""
    ways = assistant.ways(figure, report)
    if any(way in asked for way in ways):
        return None
    return next((way for way in ways if states(assistant, way, figure, asked, before)), None)


def states(
    assistant: Assistant,
    question: str,
    figure: Figure,
    asked: Sequence[str] = (),
    before: Trace | None = None,
) -> bool:
    """Is this question answered, by itself or after those that were asked, and by this figure?"""
    answer = assistant.attempt(question, asked, before).answer
    if figure.kind == "zero" and answer.polarity != "no":
        return False
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
        key=lambda f: (
            f.group not in groups,
            bool(f.member) and f.member not in TOTALS,
            f.start < cited.start,
            abs(f.start - cited.start),
        ),
    )


def _stands_in(figure: Figure, citations: tuple[Citation, ...]) -> bool:
    return any(c.start <= figure.number[0] and figure.number[1] <= c.end for c in citations)
