"""A clause of the report that accounts for every word of a claim, and says it or denies it."""

from __future__ import annotations

import re

from assistant.index import Entry
from assistant.model import Candidate, Figure, Finding, Query, Selection, Span, Statement
from assistant.operators.doer import other_doer
from assistant.operators.evidence import forms, narrowed
from assistant.operators.ground import Ground
from assistant.operators.passages import CONTENTS
from assistant.operators.reverse import states
from assistant.operators.statement import closeness
from assistant.operators.verifying.counted import tells_share
from assistant.operators.verifying.presence import EXISTS
from assistant.operators.verifying.verdict import agrees, by_share, say
from assistant.steps.match.explaining import explain
from assistant.steps.match.levels import HEADING

ACT = "action"
DENIES = re.compile("[未没]|不(?![断仅同少限超低管论])|无(?![论关])")
# A count of none, in whatever unit, and what a clause only speaks of.
ZERO = re.compile(r"(?<![\d.,])0(?![\d.,])")
SPOKEN_OF = re.compile("[生诉错]率|见附|附[表件]|降低|防止|避免|防范|减少|今后|下一步|将要")
THERE_ARE = re.compile("[有生现到]了?\\s*$")
ALL_OF = re.compile("所有|全部|全都|一律|各|均|都")


def by_clause(query: Query, ground: Ground) -> Finding | None:
    """A clause that accounts for every word; every figure of the question must stand in its sentence."""
    entries = [e for e in ground.index.said() if _holds_numbers(e, query, ground)]
    entries = [e for e in entries if "|" not in e.fact.quote and not CONTENTS.search(e.fact.quote)]
    if query.universal:
        entries = [e for e in entries if e.universal]
    if query.most:
        entries = [e for e in entries if query.most in e.fact.quote]
    _, fits, _ = ground.choose(query.selections[0], entries)
    fits = [c for c in fits if _is_done(query.selections[0], c, ground)]
    if not fits or (query.comparison and query.numbers):
        return None
    best = min(fits, key=closeness)
    entry = ground.index.of(best.fact.id)
    assert entry is not None
    if not query.numbers and not query.negated and _only_names(query, entry, ground):
        return None
    figure = _figure_in(query, entry, ground)
    if query.universal and figure and figure.unit == "%" and not tells_share(figure, query, ground):
        figure = None
    if _is_unclear(query, entry, ground):
        return None
    if other_doer(query, (best.fact.start, best.fact.end), ground):
        return None
    if query.universal and not query.numbers and figure and not ALL_OF.search(figure.quote):
        # 98%以上事项: all are spoken of in another clause of the sentence.
        return by_share(figure, query) if figure.unit == "%" else None
    agreed = agrees(query, entry)
    if query.negated and not _names_denied(query, entry):
        # 未做到应公开尽公开: what is denied is told by the clause as a whole, which denies nothing, or not of that.
        start, end = narrowed(entry, query.selections[0], "", ground)
        if entry.denied or DENIES.search(ground.index.report.source[start:end]):
            return None
        agreed = False
    if agreed and figure is None and EXISTS.search(query.text) and not entry.denied:
        figure = _only_count(query, entry, ground)
    return say(agreed, figure or _proof(best.fact, entry, query, ground))


def _only_count(query: Query, entry: Entry, ground: Ground) -> Figure | None:
    """The one number of the clauses that say that there is any, where it says how many (有1宗因…)."""
    start, end = narrowed(entry, query.selections[0], "", ground)
    inside = [f for f in ground.index.report.figures if start <= f.number[0] < end]
    counted = [
        f for f in inside if THERE_ARE.search(ground.index.report.source[start : f.number[0]])
    ]
    return counted[0] if len(counted) == 1 and len(inside) == 1 and counted[0].value else None


def _names_denied(query: Query, entry: Entry) -> bool:
    """Is what the question denies a concept that the clause has of its own?"""
    return bool(frozenset(query.denied) & entry.own)


def _only_names(query: Query, entry: Entry, ground: Ground) -> bool:
    """Does the clause only name what is asked (行政强制 0, 降低诉讼率), without saying that there is any?"""
    start, end = narrowed(entry, query.selections[0], "", ground)
    text = ground.index.report.source[start:end]
    if entry.denied:
        return False
    if ZERO.search(text):
        return True
    if not EXISTS.search(query.text):
        return False
    return bool(SPOKEN_OF.search(text)) or not any(
        form in text for m in query.selections[0].meant() for form in forms(m)
    )


def _is_unclear(query: Query, entry: Entry, ground: Ground) -> bool:
    """Does the clause deny something that no word of the question is known to be (公开不X)?"""
    if entry.denied or query.negated or not isinstance(entry.fact, Statement):
        return False
    start, end = narrowed(entry, query.selections[0], "", ground)
    text = ground.index.report.source[start:end]
    for mention in query.selections[0].mentions:
        text = text.replace(mention.text, "")
    return bool(DENIES.search(text))


def _proof(
    fact: Figure | Statement, entry: Entry, query: Query, ground: Ground
) -> Figure | Statement | Span:
    """The clauses of a sentence that prove it; the whole, where something is denied in it."""
    if entry.denied or fact.kind != "sentence" or not isinstance(fact, Statement):
        return fact
    return Span(*narrowed(entry, query.selections[0], "", ground))


def _is_done(selection: Selection, candidate: Candidate, ground: Ground) -> bool:
    """Does the text itself name the act? A heading (不予公开政府信息的情况) does not say that it was done."""
    entry = ground.index.of(candidate.fact.id)
    assert entry is not None
    found = (explain(mention, entry, ground.index) for mention in selection.mentions)
    return not any(best and best[0] == HEADING and best[1].kind == ACT for best in found)


def _figure_in(query: Query, entry: Entry, ground: Ground) -> Figure | None:
    """The figure of the clause, where it accounts for every word as well: the better proof."""
    start, end = entry.fact.start, entry.fact.end
    inside = [
        e
        for e in ground.index.figures()
        if isinstance(e.fact, Figure) and start <= e.fact.number[0] < end
    ]
    winners, _, _ = ground.choose(query.selections[0], inside)
    fact = winners[0].fact if len(winners) == 1 else None
    stated = {value for value, _ in query.numbers}
    known = isinstance(fact, Figure) and fact.value and (not stated or fact.value in stated)
    return fact if known and isinstance(fact, Figure) else None


def _holds_numbers(entry: Entry, query: Query, ground: Ground) -> bool:
    fact = entry.fact
    assert isinstance(fact, Statement)
    start, end = fact.sentence
    inside = [f for f in ground.index.report.figures if start <= f.number[0] < end]
    return all(
        any(
            f.value is not None and states(f, v, u) and ground.units.fits(u, f.unit) for f in inside
        )
        for v, u in query.numbers
    )
