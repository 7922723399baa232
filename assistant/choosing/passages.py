"""The passages of a report nearest to a question: what a refusal shows, which is no answer.

A passage is a run of clauses within one sentence, or one table row. It is worth what the words of the
question in it weigh, each by its rarity in the report; words that only its sentence, its labels or its
headings have count for less.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.choosing.pieces import Cut, cut
from assistant.choosing.terms import FIGURE, KIND, MEMBER, UNIT, Term
from assistant.index import Entry, Index
from assistant.model import Figure, Passage

MOST = 3
# Clauses are joined up to so many characters, and the rest of their sentence is shown up to so many.
LONGEST, SHOWN = 60, 100
# What a word counts that stands in the sentence beside the clause, or above it.
BESIDE, ABOVE = 0.5, 0.35
# How much of the question a passage has to share.
LEAST, RARE = 0.25, 1.5
# What a word of the same matter counts beside the question's own: one by itself shows no passage.
ALIKE = 0.35
LENGTH = 0.0015


@dataclass(frozen=True, slots=True)
class Scored:
    """A run of pieces, by their numbers, with its worth."""

    worth: float
    first: int
    last: int
    start: int
    end: int
    index: Index
    cut: Cut


def nearest(asked: Sequence[tuple[Sequence[Term], Index]], most: int = MOST) -> tuple[Passage, ...]:
    """The passages that share most with a question, nearest first; none where they share too little.

    `asked` are the terms of the question as each report reads it, with the report.
    """
    found = (s for terms, index in asked for s in _scored(terms, index))
    kept: list[Scored] = []
    for one in sorted(found, key=lambda s: (-s.worth, s.end - s.start, s.start)):
        if len(kept) == most:
            break
        shown = _widened(one)
        if not any(_overlap(shown, other) for other in kept):
            kept.append(shown)
    return tuple(passage(one.index, one.start, one.end) for one in kept)


def passage(index: Index, start: int, end: int) -> Passage:
    """A span of a report as a passage, under its deepest heading."""
    report = index.report
    above = [s.path for s in report.sections if s.start <= start < s.end]
    path = above[-1] if above else ""
    return Passage(report.id, report.title, path, report.source[start:end], start, end)


def _overlap(a: Scored, b: Scored) -> bool:
    return a.index is b.index and a.start < b.end and b.start < a.end


def _widened(one: Scored) -> Scored:
    """With more of its sentence, as much as is still short: first what follows, then what leads to it."""
    pieces, first, last = one.cut.pieces, one.first, one.last
    sentence = pieces[first].sentence
    while last + 1 < len(pieces) and pieces[last + 1].sentence == sentence:
        if pieces[last + 1].end - pieces[first].start > SHOWN:
            break
        last += 1
    while first and pieces[first - 1].sentence == sentence:
        if pieces[last].end - pieces[first - 1].start > SHOWN:
            break
        first -= 1
    start, end = one.cut.begins[first], pieces[last].end
    return Scored(one.worth, first, last, start, end, one.index, one.cut)


def _scored(terms: Sequence[Term], index: Index) -> Iterator[Scored]:
    """Every run of pieces that shares enough, with its worth."""
    report = _cut(index)
    own, above = _found(terms, index, report)
    weights = _weights(terms, own)
    whole = sum(w for term, w in zip(terms, weights, strict=True) if not term.besides)
    if not whole:
        return
    known: dict[int, float] = {}

    def worth(mask: int) -> float:
        if mask not in known:
            known[mask] = sum(w for at, w in enumerate(weights) if mask >> at & 1)
        return known[mask]

    telling = sum(1 << at for at, t in enumerate(terms) if t.tells and not t.besides)
    alike = sum(1 << at for at, t in enumerate(terms) if t.besides)
    sentences: dict[int, int] = {}
    for piece, mask in zip(report.pieces, own, strict=True):
        sentences[piece.sentence] = sentences.get(piece.sentence, 0) | mask
    pieces = report.pieces
    for first, piece in enumerate(pieces):
        if piece.is_heading:
            continue
        mask = over = 0
        for last in range(first, len(pieces)):
            end = pieces[last].end
            if pieces[last].sentence != piece.sentence:
                break
            if end - piece.start > LONGEST and last > first:
                break
            mask |= own[last]
            over |= above[last]
            if not mask | over:
                continue
            beside = sentences[piece.sentence] & ~mask
            parts = ((mask, 1.0), (beside, BESIDE), (over & ~mask & ~beside, ABOVE))
            value = sum(share * worth(part) for part, share in parts)
            told = sum(
                share * (worth(part & telling) + ALIKE * worth(part & alike))
                for part, share in parts
            )
            if value >= LEAST * whole and told >= RARE:
                value = value / whole - LENGTH * (end - piece.start)
                yield Scored(value, first, last, piece.start, end, index, report)


def _cut(index: Index) -> Cut:
    """The pieces of a report, cut when a passage of it is first asked for."""
    if "pieces" not in index.made:
        index.made["pieces"] = cut(index.report)
    made: Cut = index.made["pieces"]
    return made


def _weights(terms: Sequence[Term], masks: Sequence[int]) -> list[float]:
    """What each term tells: its weight, by how rare it is among the pieces."""
    total = len(masks) or 1
    counts = (sum(mask >> at & 1 for mask in masks) for at in range(len(terms)))
    return [t.weight * math.log(1 + total / (1 + n)) for t, n in zip(terms, counts, strict=True)]


def _found(terms: Sequence[Term], index: Index, report: Cut) -> tuple[list[int], list[int]]:
    """Which terms each piece has itself, and which only stand above it, as bits."""
    own = [0] * len(report.pieces)
    labels = [0] * len(report.pieces)
    if not own:
        return own, labels
    bits: dict[str, int] = {}
    for at, term in enumerate(terms):
        for spelling in term.spellings:
            for piece in report.find(spelling):
                own[piece] |= 1 << at
        for concept in term.concepts:
            bits[concept] = bits.get(concept, 0) | 1 << at
    wanted = frozenset(bits)
    for entry in index.entries:
        piece = report.at(entry.fact.start)
        for concept in wanted & (entry.own | _told(entry)):
            own[piece] |= bits[concept]
        for concept in wanted & (entry.context | entry.topic | entry.counted):
            labels[piece] |= bits[concept]
    for piece, over in enumerate(report.above):
        for heading in over:
            labels[piece] |= own[heading]
    return own, labels


def _told(entry: Entry) -> frozenset[str]:
    """What a fact is beside its concepts: its kind, or its unit and whether it is a part of a whole."""
    fact = entry.fact
    if not isinstance(fact, Figure):
        return frozenset({KIND + fact.kind})
    part = {MEMBER} if fact.part_of else set()
    return frozenset({FIGURE, UNIT + (fact.unit or fact.said), *part})
