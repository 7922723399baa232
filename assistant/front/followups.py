"""What may be asked next: the engine's suggestions, or else what stands beside the answer and is worth asking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from assistant.cards import named
from assistant.engine import Assistant
from assistant.model import Answer, Citation, Figure, Report, Value
from assistant.naming import TOTALS
from assistant.offering.repertoire import Repertoire
from assistant.offering.standing import Standing
from assistant.store.packing import card_of
from assistant.trace import Trace

MOST = 3


def offered(answer: Answer) -> tuple[str, ...]:
    """What an answer itself offers to ask: at hand as soon as it is."""
    return tuple(dict.fromkeys(answer.suggestions))


def further(assistant: Assistant, question: str, history: Sequence[str]) -> tuple[str, ...]:
    """The same for a question whose trace is not at hand."""
    return follow_ups(assistant, assistant.explain(question, history), (*history, question))


def follow_ups(assistant: Assistant, trace: Trace, asked: Sequence[str]) -> tuple[str, ...]:
    """Complete questions to offer under an answer, each of which is answered in turn.

    `asked` are the questions so far, the one that was answered the last of them.
    """
    answer = trace.answer
    if answer.suggestions or not answer.citations:
        return offered(answer)
    report = assistant.report(answer.citations[0].report)
    if report is None:
        return ()
    found: dict[str, tuple[Value, ...]] = {}
    tried: set[Standing] = set()
    # One after the other, until there are enough: each is answered first, and gives what no other does.
    for one in _unlike(_beside(assistant.repertoire(report.id), report, trace), asked):
        next_one = None if one in tried else _put(assistant, one, report, asked, trace)
        tried.add(one)
        if next_one and not (
            next_one.values and next_one.values in (*found.values(), answer.values)
        ):
            found[next_one.question] = next_one.values
        if len(found) == MOST:
            break
    return tuple(found)


def _put(
    assistant: Assistant, one: Standing, report: Report, asked: Sequence[str], before: Trace
) -> Answer | None:
    """What answers the first way to put a question that is answered; None where it was asked, or answered already."""
    many = len(assistant.cards) > 1
    ways = [named(card_of(report), way) if many else way for way in one.ways]
    if any(way in asked for way in ways) or _is_told(one, before.answer):
        return None
    traces = (assistant.attempt(way, asked, before) for way in ways)
    return next((trace.answer for trace in traces if _is_met(trace, one)), None)


def _is_met(trace: Trace, one: Standing) -> bool:
    """Is it answered after what was asked, and as it is written?"""
    return not (trace.question.after or trace.question.carried) and one.is_met(trace.answer)


def _is_told(one: Standing, answer: Answer) -> bool:
    """Does the answer say already what this asks for?"""
    cited = [(c.start, c.end) for c in answer.citations]
    if one.within and not one.spans:
        start, end = one.within
        return 2 * sum(b - a for a, b in cited if start <= a and b <= end) >= end - start
    return any(a <= s and e <= b for a, b in cited for s, e in one.spans)


def _beside(standing: Repertoire, report: Report, trace: Trace) -> Iterator[Standing]:
    """The standard questions on the topic of the answer, by turns with figures beside it; then all others."""
    answer = trace.answer
    cited = answer.citations[0]
    answering = [f for f in report.figures if _stands_in(f, answer.citations)]
    told = [one for f in answering for one in standing.of_figure(f.id)]
    told += standing.about(cited.start, cited.end)
    topics = {one.topic for one in told} or {standing.sound.material.topic_of(cited.section)}
    common = [one for one in _after(told, standing.common) if one.topic in topics]
    beside = _neighbours(report, answering, cited)
    near = [one for f in beside for one in standing.of_figure(f.id) if not one.common]
    for pair in zip_longest(common, near):
        yield from (one for one in pair if one)
    yield from standing.common


def _unlike(offered: Iterator[Standing], asked: Sequence[str]) -> Iterator[Standing]:
    """One of those that are alike, and none where one was asked or answered already; the others behind all else."""
    every = tuple(offered)
    met = {one.kin for one in every if one.kin and any(way in asked for way in one.ways)}
    behind: list[Standing] = []
    for one in every:
        if one.kin in met:
            behind.append(one)
        else:
            met |= {one.kin} - {""}
            yield one
    yield from behind


def _after(told: Sequence[Standing], common: Sequence[Standing]) -> Sequence[Standing]:
    """The standard questions in their order, those that follow what was told first."""
    at = next((at for at, one in enumerate(common) if one in told), -1) + 1
    return (*common[at:], *common[:at])


def _neighbours(report: Report, answering: Sequence[Figure], cited: Citation) -> list[Figure]:
    """The other figures of the section, those counted together with the answer first."""
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
