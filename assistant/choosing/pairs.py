"""Pairs of characters that a question shares with the clauses of a report: they tell of near spellings."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from assistant.choosing.pieces import Cut
from assistant.language.script import fold


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of each piece of a report, and what each tells by how rare it is."""

    of: tuple[frozenset[str], ...]
    weights: dict[str, float]

    def shared(self, asked: frozenset[str], first: int, last: int) -> float:
        """Which part of a question's pairs stands in a run of pieces, by what they tell."""
        whole = sum(self.weights.get(pair, 0.0) for pair in asked)
        here = asked & frozenset().union(*self.of[first : last + 1])
        return sum(self.weights[pair] for pair in here) / whole if whole else 0.0


def pairs_of(text: str) -> frozenset[str]:
    """Every two characters that stand side by side, marks and white space left out.

    >>> sorted(pairs_of("查阅 点"))
    ['查阅', '阅点']
    """
    said = "".join(char for char in fold(text) if char.isalnum())
    return frozenset(said[at : at + 2] for at in range(len(said) - 1))


def pairs_in(cut: Cut, source: str) -> Pairs:
    """The pairs of a report."""
    of = tuple(pairs_of(source[piece.start : piece.end]) for piece in cut.pieces)
    counts = Counter(pair for pairs in of for pair in pairs)
    return Pairs(of, {pair: math.log(1 + len(of) / (1 + n)) for pair, n in counts.items()})
