"""Sourced: the words of the report behind what was answered last, sentence by sentence (把原文那句话给我看)."""

from __future__ import annotations

from dataclasses import replace

from assistant.library import Library
from assistant.model import Citation, Finding
from assistant.steps.normalise import normalise
from assistant.trace import Trace

SHOWN = "sourced"
ENDS = "。！？!?\n"


def wants_source(asked: str, said: Trace | None, library: Library) -> bool:
    """Does a turn ask for the words of the report behind what was answered last?"""
    told = said is not None and said.answer.status == "answered" and bool(said.answer.citations)
    return told and library.common.speakers.wants_source(normalise(asked).text)


def sourced(asked: str, said: Trace, library: Library) -> Trace:
    """The whole sentences that the last answer cites, each with its report and section."""
    whole = tuple(dict.fromkeys(_sentence(c, library) for c in said.answer.citations))
    wording = library.common.wording
    lines = (
        str(wording[SHOWN]).format(title=c.title, section=c.section, quote=_plain(c.quote))
        for c in whole
    )
    answer = replace(
        said.answer,
        question=asked,
        text="\n".join(lines),
        values=(),
        polarity=None,
        computation=None,
        citations=whole,
        suggestions=(),
    )
    finding = Finding("answered", SHOWN, facts=said.finding.facts)
    question = replace(said.question, asked=asked)
    return replace(said, question=question, answer=answer, finding=finding, uses=())


def _sentence(citation: Citation, library: Library) -> Citation:
    """The citation, out to the ends of the sentence or of the row in which it stands."""
    if "\n" in citation.quote:
        return citation
    source = library.at(citation.report).indexes[0].report.source
    start = max(source.rfind(mark, 0, citation.start) for mark in ENDS) + 1
    closed = citation.quote.endswith(tuple(ENDS))
    ends = [at for mark in ENDS if (at := source.find(mark, citation.end)) >= 0]
    end = citation.end if closed else min(ends, default=len(source) - 1)
    end += not closed and source[end : end + 1] != "\n"
    while source[start : start + 1].isspace():
        start += 1
    return replace(citation, start=start, end=end, quote=source[start:end])


def _plain(quote: str) -> str:
    return " ".join(quote.split())
