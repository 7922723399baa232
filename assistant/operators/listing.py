"""List: the members of a breakdown or of a list in the text. 哪些县市区 → 连州市、英德市 …"""

from __future__ import annotations

import re

from assistant.model import Figure, Finding, Query, Span
from assistant.naming import value_of
from assistant.operators import statement
from assistant.operators.evidence import enumerates, forms
from assistant.operators.ground import Ground
from assistant.operators.operands import whole_and_parts
from assistant.operators.passages import sentences
from assistant.operators.prose import said
from assistant.operators.series import names_of
from assistant.steps.match.topics import is_telling

LISTS = ("sentence",)
REACHED = re.compile("达到[^，,。的]{2,10}的")


def series(query: Query, ground: Ground) -> list[Figure]:
    """The parts of the whole that the question means, of the kinds of place that it names."""
    found = whole_and_parts(query, ground)
    return [] if isinstance(found, Finding) else found[1]


PROMISED = re.compile(r"[两二三四五六七八九十\d]+(?:个|大)?(方面|项|点|件|类|种)")


def _promises(quote: str, query: Query) -> bool:
    """Does the clause right before the parts promise them, by a word of the question: 三方面工作?"""
    last = re.split("[,，:：;；]", quote.rstrip("。:：;；,， "))[-1]
    words = {form for m in query.selections[0].meant() for form in forms(m)}
    return any(
        found.group(1) in query.text or any(word in last[found.end() :] for word in words)
        for found in PROMISED.finditer(last)
    )


def announced(query: Query, ground: Ground) -> Finding | None:
    """重点做了三方面工作。(一)清理网站。…: the headings of the parts that a sentence announces."""
    _, fits, _ = ground.choose(query.selections[0], sentences(ground))
    report = ground.index.report
    for candidate in sorted((c for c in fits if c.close), key=statement.closeness):
        fact = candidate.fact
        after = report.source[fact.end :].lstrip("。:：;； \n\r\t　")
        at = len(report.source) - len(after)
        first = next((s for s in report.sections if s.start == at), None)
        if not first or not _promises(fact.quote, query):
            continue
        parts = [s for s in report.sections if s.level == first.level and s.parent == first.parent]
        spans = [
            Span(s.start + len(s.label), s.start + len(s.label) + len(s.heading)) for s in parts
        ]
        return Finding("answered", "statements", facts=tuple(s for s in spans if s.start >= at))
    return None


def run(query: Query, ground: Ground) -> Finding:
    """The members of a breakdown, or the nearest clause that names several things."""
    if query.classes:
        if REACHED.search(query.text):
            # 达到宿城区的区: members beside another figure.
            return Finding("unanswered", "not_supported", reason="not_supported")
        members = series(query, ground)
        if members and not query.names_only:
            names = names_of(members, ground.index)
            rows = "；".join(f"{names[m.id]}{m.text}" for m in members)
            values = tuple(v for m in members for v in value_of(m))
            return Finding("answered", "figures_of", {"list": rows}, tuple(members), values)
        if members:
            called = names_of(members, ground.index)
            slots = {"list": "、".join(called.values()), "count": str(len(members))}
            return Finding("answered", "members", slots, facts=tuple(members))
    if not is_telling(query.selections[0]):
        return Finding("unanswered", "not_understood", reason="not_understood")
    entries = [e for e in ground.index.said() if e.fact.kind in LISTS]
    _, fits, held = ground.choose(query.selections[0], entries)
    listed = [c for c in fits if getattr(c.fact, "items", ()) and enumerates(c.fact.quote, query)]
    numeric = "number" in query.words
    if listed and not query.numbers and not numeric:
        return statement.answer(query, [min(listed, key=statement.closeness)], ground)
    found = said(query, ground, "list") or announced(query, ground)
    if found and not numeric:
        return found
    figures = [e for e in ground.index.figures() if isinstance(e.fact, Figure)]
    _, counted, _ = ground.choose(query.selections[0], figures)
    if fits or counted:
        return ground.not_stated(query, (fits or counted)[0])
    return ground.refuse(query, held)
