"""Passages: a report's sentences, and the longer runs of text that belong together, ready to be asked.

A sentence ends at a semicolon; a full stop ends a *period*, which holds a whole list (1. …; 2. …).
An *item* is a numbered part with all its text: 一是推行…理念。办案过程中…
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from assistant.index import Entry
from assistant.late import late
from assistant.model import Section, Statement
from assistant.operators.ground import Ground

Passages = tuple[Entry, ...]
# A table of contents in a sentence (由概述、…八个部分组成) names everything and says nothing of it.
CONTENTS = late(
    r"全文[^,，。]{0,4}(?:包括|包含|分为|由)|(?:部分|章)[^,，。;；]{0,8}(?:组成|构成)|[一二三四五六七八九十\d]个部分"
)
ITEM_LEVEL = 4
TITLED_LEVEL = 2
JOINED = late(r"[;；]?")
# What a heading implies of the things that are spoken of under it.
IMPLIED = {
    "依申请公开": ("申请",),
    "行政复议": ("案件",),
    "行政诉讼": ("案件",),
    "免费": ("收费",),
}


def _kept(name: str, ground: Ground, find: Callable[[Ground], Iterable[Entry]]) -> Passages:
    """What is found in a report, once."""
    made = ground.index.made
    if name not in made:
        made[name] = tuple(find(ground))
    found: Passages = made[name]
    return found


def sentences(ground: Ground) -> Passages:
    """The sentences of the report's prose, without headings and table rows, under their full headings."""
    return _kept("sentences", ground, _sentences)


def _sentences(ground: Ground) -> Iterator[Entry]:
    sections = ground.index.report.sections
    prose = sorted((e for e in ground.index.said() if _is_prose(e)), key=lambda e: e.fact.start)
    return (_under(entry, sections) for entry in prose)


def _is_prose(entry: Entry) -> bool:
    fact = entry.fact
    return fact.kind == "sentence" and "|" not in fact.quote and len(fact.quote) > 1


def _under(entry: Entry, sections: Iterable[Section]) -> Entry:
    """The sentence with the deepest heading as its section, and what its headings imply."""
    around = [s for s in sections if s.start <= entry.fact.start < s.end]
    implied = {a for topic in entry.topic for a in IMPLIED.get(topic, ())}
    if not around and not implied:
        return entry
    fact = replace(entry.fact, section=around[-1].path if around else entry.fact.section)
    return replace(entry, fact=fact, topic=entry.topic | implied)


def periods(ground: Ground) -> Passages:
    """The runs of sentences up to a full stop, where they hold more than one sentence."""
    return _kept("periods", ground, _periods)


def _periods(ground: Ground) -> Iterator[Entry]:
    source = ground.index.report.source
    runs: list[list[Entry]] = []
    for entry in sentences(ground):
        last = runs[-1][-1].fact.end if runs else 0
        between = source[last : entry.fact.start].strip()
        between = re.sub(r"^[;；]?\s*(?:\d{1,2}[.、．]|[①-⑳]|[(（]\d+[)）])?$", "", between)
        if runs and not between and source[last : last + 1] in ";；":
            runs[-1].append(entry)
        else:
            runs.append([entry])
    return (merged(run, source) for run in runs if len(run) > 1)


def items(ground: Ground) -> Passages:
    """The numbered parts of the text that say more than their first sentence, each as one passage."""
    return _kept("items", ground, _items)


def _items(ground: Ground) -> Iterator[Entry]:
    report, prose = ground.index.report, sentences(ground)
    for section in report.sections:
        inside = _inside(section, prose)
        if section.level >= ITEM_LEVEL and len(inside) > 1:
            yield merged(inside, report.source)


def titled(ground: Ground) -> Passages:
    """The innermost numbered parts by their headings alone; each passage is the text below its heading."""
    return _kept("titled", ground, _titled)


def _titled(ground: Ground) -> Iterator[Entry]:
    report, prose = ground.index.report, sentences(ground)
    for section, concepts in ground.index.sections:
        within = any(s.parent == section.id for s in report.sections)
        inside = [e for e in _inside(section, prose) if e.fact.quote != section.heading]
        if section.level < TITLED_LEVEL or within or not inside or "|" in section.heading:
            continue
        whole = merged(inside, report.source)
        fact = replace(whole.fact, kind="titled", quote=section.heading)
        yield replace(whole, fact=fact, own=concepts, context=frozenset())


def _inside(section: Section, prose: Iterable[Entry]) -> list[Entry]:
    return [e for e in prose if section.start <= e.fact.start < section.end]


def merged(run: list[Entry], source: str) -> Entry:
    """Several sentences in a row as one passage."""
    first, last = run[0].fact, run[-1].fact
    assert isinstance(first, Statement)
    span = (first.start, last.end)
    fact = replace(
        first, kind="passage", end=last.end, sentence=span, quote=source[slice(*span)],
        items=tuple(item for e in run for item in getattr(e.fact, "items", ())),
        id=f"{first.id}-{last.id}",
    )  # fmt: skip
    own = frozenset().union(*(e.own for e in run))
    return replace(
        run[0],
        fact=fact,
        own=own,
        context=frozenset().union(*(e.context for e in run)) - own,
        topic=frozenset().union(*(e.topic for e in run)),
        denied=frozenset().union(*(e.denied for e in run)),
        universal=any(e.universal for e in run),
    )


def clauses(
    source: str, start: int, end: int, marks: str = ",，:：;；"
) -> Iterator[tuple[int, int]]:
    """The clauses of a span: its pieces between marks that stand outside brackets."""
    depth, piece = 0, start
    for at in range(start, end + 1):
        char = source[at] if at < end else ""
        depth += (char in "(（《“‘「") - (char in ")）》”’」") if char else 0
        digits = source[at - 1 : at].isdigit() and source[at + 1 : at + 2].isdigit()
        if not char or (char in marks and depth <= 0 and not (char in ",:：" and digits)):
            begin = piece + len(source[piece:at]) - len(source[piece:at].lstrip())
            if source[begin:at].strip():
                yield begin, begin + len(source[begin:at].rstrip())
            piece = at + 1
