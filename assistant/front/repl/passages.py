"""Where an answer stands in its report: the sentences or paragraphs around its citations."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assistant.front.render import Stretch, figures_in
from assistant.model import Answer, Citation, Report

SENTENCE_ENDS = "。！？\n"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a report's text, the section it stands in, and what to point at in it.

    `marks` are offsets into `text`; `cited` tells which citations of the answer stand in it.
    """

    title: str
    section: str
    text: str
    marks: tuple[Stretch, ...]
    cited: tuple[int, ...] = ()


def passages(
    answer: Answer,
    report_of: Callable[[str], Report | None],
    around: Callable[[str, int, int], Stretch],
) -> tuple[Passage, ...]:
    """The passages that prove an answer, in the order cited; one where citations share it."""
    found: dict[tuple[str, str, Stretch], list[int]] = {}
    for number, citation in enumerate(answer.citations):
        if report := report_of(citation.report):
            bounds = around(report.source, citation.start, citation.end)
            found.setdefault((report.id, report.source, bounds), []).append(number)
    made = []
    for (_, source, (start, end)), cited in found.items():
        citations = [answer.citations[number] for number in cited]
        marks = _disjoint(m for citation in citations for m in pointed_at(citation, answer))
        within = tuple((s - start, e - start) for s, e in marks)
        text = source[start:end]
        whole = within == ((0, len(text.rstrip(SENTENCE_ENDS))),) or within == ((0, len(text)),)
        marks = () if whole else within
        first = citations[0]
        made.append(Passage(first.title, first.section, text, marks, tuple(cited)))
    return tuple(made)


def sentence_around(source: str, start: int, end: int) -> Stretch:
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


def paragraph_around(source: str, start: int, end: int) -> Stretch:
    """The paragraph, or paragraphs, that a span stands in.

    >>> text = "标题\\n二是有7宗。三是快。\\n末段"
    >>> text[slice(*paragraph_around(text, 6, 8))]
    '二是有7宗。三是快。'
    """
    last = source.find("\n", end)
    return source.rfind("\n", 0, start) + 1, len(source) if last < 0 else last


def pointed_at(citation: Citation, answer: Answer) -> tuple[Stretch, ...]:
    """What to point at in a citation: the answer's figures, or else all of it; report offsets."""
    inside = figures_in(citation.quote, answer) or ((0, len(citation.quote)),)
    return tuple((citation.start + s, citation.start + e) for s, e in inside)


def _disjoint(marks: Iterable[Stretch]) -> tuple[Stretch, ...]:
    kept: list[Stretch] = []
    for start, end in sorted(set(marks)):
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return tuple(kept)
