"""Everyday: a question without an answer as it stands, asked again in the words of the report (`language.everyday`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import groupby, islice

from assistant.index import Index
from assistant.knowledge import Knowledge
from assistant.language.everyday import Way
from assistant.language.script import fold
from assistant.model import Figure, Proof, Question, Repair
from assistant.trace import Trace

# How many ways to say it are tried.
TRIED = 6
WHY = "everyday"


def in_words_of_the_report(
    question: Question, knowledge: Knowledge, read: Callable[[Question], Trace | None]
) -> Trace | None:
    """What the report tells in its own words; None where two ways to put it that are as near tell two things."""
    index = knowledge.indexes[0]
    ways = islice(knowledge.everyday.ways(question.text, _told(index, knowledge)), TRIED)
    for _, row in groupby(ways, key=lambda way: way.cost):
        found = [
            trace
            for way in row
            if (trace := read(_said_so(question, way))) and _says(trace, way, index)
        ]
        if found:
            one = found[0].finding
            same = all(_tells(t) == _tells(found[0]) for t in found)
            return found[0] if same and one.status == "answered" else None
    return None


def _tells(trace: Trace) -> tuple[object, ...]:
    finding = trace.finding
    return finding.facts, finding.values, finding.polarity


def _says(trace: Trace, way: Way, index: Index) -> bool:
    """Does what is told say each of the words that are read, and not only some other place of the report?"""
    told = "".join(_passage(fact, index) for fact in trace.finding.facts)
    return all(word in told for swap in way.swapped for word in swap.words)


def _passage(fact: Proof, index: Index) -> str:
    """What says a fact: what is told, of a figure its sentence, the headings and the labels of its row."""
    report = index.report
    start, end = fact.sentence if isinstance(fact, Figure) else (fact.start, fact.end)
    said = report.source[min(start, fact.start) : max(end, fact.end)]
    said += "".join(s.heading for s in report.sections if s.start <= fact.start < s.end)
    rows = (*fact.row, *fact.column, fact.measure) if isinstance(fact, Figure) else ()
    return "".join(fold(said + "".join(rows)).split())


def _said_so(question: Question, way: Way) -> Question:
    swaps = (Repair(swap.written, swap.read, WHY) for swap in way.swapped if swap.read)
    return replace(question, text=way.text, repairs=(*question.repairs, *swaps))


def _told(index: Index, knowledge: Knowledge) -> str:
    """All that the report says, as questions are written."""
    made: dict[str, str] = knowledge.made.setdefault("everyday", {})
    if index.report.id not in made:
        made[index.report.id] = "".join(fold(index.report.source).split())
    return made[index.report.id]
