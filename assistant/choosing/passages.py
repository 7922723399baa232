"""The passages of a report nearest to a question: what a refusal shows, which is no answer.

A passage is a run of clauses within one sentence, or one table row. It is worth what the words of the
question in it weigh, each by its rarity in the report; words that only its sentence, its labels or its
headings have count for less.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.choosing.pairs import Pairs, pairs_in, pairs_of
from assistant.choosing.pieces import Cut, cut
from assistant.choosing.terms import FIGURE, KIND, MEMBER, UNIT, Term
from assistant.index import Entry, Index
from assistant.language.script import fold
from assistant.model import Figure, Passage

MOST = 3
# Clauses are joined up to so many characters, and the rest of their sentence is shown up to so many.
LONGEST, SHOWN = 60, 100
# What a word counts that stands in the sentence beside the clause, or above it.
BESIDE, ABOVE = 0.5, 0.45
# How much of the question a passage has to share; how much, where another shares that.
LEAST, RARE = 0.25, 1.5
LEAST_BESIDE, RARE_BESIDE = 0.12, 1.2
# What the pairs of characters count that a passage shares, and what the words lose that one before it has.
PAIRS, AGAIN = 0.15, 0.3
# Among how many runs of clauses those that are shown are chosen.
CHOSEN = 200
# What a word of the same matter counts beside the question's own: one by itself shows no passage.
ALIKE = 0.35
LENGTH = 0.0015


@dataclass(frozen=True, slots=True)
class Scored:
    """A run of pieces, by their numbers, with its worth and the terms it has; `shares` enough to be shown alone."""

    worth: float
    mask: int
    shares: bool
    first: int
    last: int
    start: int
    end: int
    index: Index
    cut: Cut


def nearest(
    asked: Sequence[tuple[Sequence[Term], Index]], said: str = "", most: int = MOST
) -> tuple[Passage, ...]:
    """The passages that share most with a question, nearest first; none where they share too little.

    `asked` are the terms of the question as each report reads it, with the report, `said` is its text.
    A passage counts for less that has only words which those before it have.
    """
    weighed = [Weighed(terms, index) for terms, index in asked]
    pairs = pairs_of(said)
    found = [(s, by) for by in weighed for s in _scored(by, pairs)]
    if not any(one.shares for one, _ in found):
        return ()
    found.sort(key=lambda row: (-row[0].worth, row[0].end - row[0].start, row[0].start))
    left, kept, had = found[:CHOSEN], list[Scored](), 0
    while left and len(kept) < most:
        best = max(left, key=lambda row: row[0].worth - AGAIN * row[1].part(row[0].mask & had))
        left.remove(best)
        shown = _widened(best[0])
        if not any(_overlap(shown, other) for other in kept):
            kept.append(shown)
            had |= shown.mask
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
    return replace(one, first=first, last=last, start=start, end=end)


def _scored(weighed: Weighed, asked: frozenset[str]) -> Iterator[Scored]:
    """Every run of pieces that shares enough, with its worth."""
    if not weighed.whole:
        return
    index, pairs = weighed.index, _pairs(weighed)
    report, pieces = weighed.cut, weighed.cut.pieces
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
            mask |= weighed.own[last]
            over |= weighed.above[last]
            if not mask | over:
                continue
            value, told = weighed.of(mask, over, piece.sentence)
            if value >= LEAST_BESIDE * weighed.whole and told >= RARE_BESIDE:
                shares = value >= LEAST * weighed.whole and told >= RARE
                value = value / weighed.whole - LENGTH * (end - piece.start)
                value += PAIRS * pairs.shared(asked, first, last) if asked else 0.0
                yield Scored(value, mask, shares, first, last, piece.start, end, index, report)


def _pairs(weighed: Weighed) -> Pairs:
    made = weighed.index.made
    if "pairs" not in made:
        made["pairs"] = pairs_in(weighed.cut, weighed.index.report.source)
    found: Pairs = made["pairs"]
    return found


class Weighed:
    """What every piece of a report has of a question's terms, and what they are worth together."""

    def __init__(self, terms: Sequence[Term], index: Index) -> None:
        """Look for the terms in every piece."""
        self.terms, self.index, self.cut = terms, index, _cut(index)
        self.own, self.above = _found(terms, index, self.cut)
        self._weights = _weights(terms, self.own)
        self.whole = sum(
            w for term, w in zip(terms, self._weights, strict=True) if not term.besides
        )
        self.telling = sum(1 << at for at, t in enumerate(terms) if t.tells and not t.besides)
        self.words = sum(1 << at for at, t in enumerate(terms) if not t.besides)
        self._alike = sum(1 << at for at, t in enumerate(terms) if t.besides)
        self._sentences: dict[int, int] = {}
        for piece, mask in zip(self.cut.pieces, self.own, strict=True):
            self._sentences[piece.sentence] = self._sentences.get(piece.sentence, 0) | mask
        self._known: dict[int, float] = {}

    def worth(self, mask: int) -> float:
        """What the terms of a mask weigh."""
        if mask not in self._known:
            self._known[mask] = sum(w for at, w in enumerate(self._weights) if mask >> at & 1)
        return self._known[mask]

    def part(self, mask: int) -> float:
        """Which part of the question these terms are."""
        return self.worth(mask) / self.whole if self.whole else 0.0

    def sentence(self, number: int) -> int:
        """The terms of a sentence."""
        return self._sentences.get(number, 0)

    def of(self, mask: int, over: int, sentence: int) -> tuple[float, float]:
        """What a run of pieces is worth that has these terms itself and those above it; and what tells of it."""
        beside = self._sentences[sentence] & ~mask
        parts = ((mask, 1.0), (beside, BESIDE), (over & ~mask & ~beside, ABOVE))
        value = sum(share * self.worth(part) for part, share in parts)
        told = sum(
            share * (self.worth(part & self.telling) + ALIKE * self.worth(part & self._alike))
            for part, share in parts
        )
        return value, told

    def said(self, text: str) -> int:
        """The terms that a text has in one of their spellings."""
        return sum(
            1 << at
            for at, term in enumerate(self.terms)
            if any(spelling in text for spelling in term.spellings)
        )


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
    organ = fold(index.report.organ)
    named = sum(1 << at for at, term in enumerate(terms) if any(s in organ for s in term.spellings))
    for at in report.find(organ) if organ and named else ():
        # 填报单位：某局 says nothing of what is asked about the body that the report is of.
        own[at] &= ~named
    return own, labels


def _told(entry: Entry) -> frozenset[str]:
    """What a fact is beside its concepts: its kind, or its unit and whether it is a part of a whole."""
    fact = entry.fact
    if not isinstance(fact, Figure):
        return frozenset({KIND + fact.kind})
    part = {MEMBER} if fact.part_of else set()
    return frozenset({FIGURE, UNIT + (fact.unit or fact.said), *part})
