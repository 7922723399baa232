"""Where an answer stands in the report: the citations of the facts that it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.index import Index
from assistant.model import Amendment, Citation, Figure, Proof, Section, Span


def cite(fact: Proof, index: Index) -> Iterator[Citation]:
    """The words of a fact; and its number by itself, where another is printed right against it (17953304)."""
    report = index.report
    start, end, section = _place(fact, index)
    quote = report.source[start:end]
    amended = tuple(_amendments(fact, start, end, index))
    yield Citation(report.id, report.title, section, quote, start, end, amended)
    if isinstance(fact, Figure) and _runs_on(fact.number, report.source):
        first, last = fact.number
        yield Citation(report.id, report.title, section, report.source[first:last], first, last)


def _place(fact: Proof, index: Index) -> tuple[int, int, str]:
    report = index.report
    if isinstance(fact, Section):
        whole = report.source[fact.start : fact.end].rstrip()
        return fact.start, fact.start + len(whole), fact.path
    if isinstance(fact, Span):
        around = (s.path for s in report.sections if s.start <= fact.start < s.end)
        return fact.start, fact.end, next(around, "")
    return fact.start, fact.end, fact.section


def _runs_on(number: tuple[int, int], source: str) -> bool:
    """Does a digit stand right before or behind a number of digits?"""
    first, last = number
    beside = source[first - 1 : first] + source[last : last + 1]
    return source[first:last].isdigit() and any(char.isdigit() for char in beside)


def _amendments(fact: Proof, start: int, end: int, index: Index) -> Iterator[Amendment]:
    """What an editor corrected of a figure, or in what else is cited."""
    figures = (fact,) if isinstance(fact, Figure) else index.report.figures
    for figure in figures:
        if figure.printed and start <= figure.number[0] and figure.number[1] <= end:
            yield Amendment(figure.printed, figure.text, figure.note)
