"""Where an answer stands in its report: the sentences or paragraphs around its citations."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assistant.front.repl.layout import Span
from assistant.model import Answer, Citation, Report

Bounds = tuple[int, int]
SENTENCE_ENDS = "。！？\n"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a report's text, the section it stands in, and what to point at in it."""

    report: Report
    section: str
    start: int
    end: int
    marks: tuple[Bounds, ...]

    def spans(self) -> tuple[Span, ...]:
        """The text, cut where marks begin and end."""
        spans: list[Span] = []
        at = self.start
        for start, end in self.marks:
            spans += [(self.report.source[at:start], ""), (self.report.source[start:end], "mark")]
            at = end
        return tuple(s for s in (*spans, (self.report.source[at : self.end], "")) if s[0])


def passages(
    answer: Answer,
    report_of: Callable[[str], Report | None],
    around: Callable[[str, int, int], Bounds],
) -> tuple[Passage, ...]:
    """The passages that prove an answer, in the order cited; one where citations share it."""
    found: dict[tuple[str, Bounds], list[Citation]] = {}
    for citation in answer.citations:
        if report := report_of(citation.report):
            bounds = around(report.source, citation.start, citation.end)
            found.setdefault((report.id, bounds), []).append(citation)
    made = []
    for (identity, (start, end)), citations in found.items():
        report = report_of(identity)
        assert report is not None
        marks = _disjoint(m for c in citations for m in marks_of(c, report))
        marks = () if marks == ((start, end),) else marks
        made.append(Passage(report, citations[0].section, start, end, marks))
    return tuple(made)


def sentence_around(source: str, start: int, end: int) -> Bounds:
    """The sentence, or sentences, that a span stands in.

    >>> text = "一是好。二是有7宗。三是快。"
    >>> text[slice(*sentence_around(text, 6, 8))]
    '二是有7宗。'
    """
    first = max(source.rfind(mark, 0, start) for mark in SENTENCE_ENDS) + 1
    if end > start and source[end - 1] in SENTENCE_ENDS:
        return first, end
    ends = [at for mark in SENTENCE_ENDS if (at := source.find(mark, end)) >= 0]
    last = min(ends, default=len(source))
    return first, last + (source[last : last + 1] not in ("", "\n"))


def paragraph_around(source: str, start: int, end: int) -> Bounds:
    """The paragraph, or paragraphs, that a span stands in.

    >>> text = "标题\\n二是有7宗。三是快。\\n末段"
    >>> text[slice(*paragraph_around(text, 6, 8))]
    '二是有7宗。三是快。'
    """
    last = source.find("\n", end)
    return source.rfind("\n", 0, start) + 1, len(source) if last < 0 else last


def marks_of(citation: Citation, report: Report) -> tuple[Bounds, ...]:
    """What to point at in a citation: the figures in it, or else all of it."""
    inside = tuple(
        figure.number
        for figure in report.figures
        if citation.start <= figure.number[0] and figure.number[1] <= citation.end
    )
    return inside or ((citation.start, citation.end),)


def _disjoint(marks: Iterable[Bounds]) -> tuple[Bounds, ...]:
    kept: list[Bounds] = []
    for start, end in sorted(set(marks)):
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return tuple(kept)
