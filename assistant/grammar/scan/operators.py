"""Words that compute or compare, as they stand or as they are mended, and the marks that ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.grammar.chart import Edge
from assistant.grammar.scan.leaves import MENDED, WORD, leaf
from assistant.grammar.words import Words
from assistant.model import Mention, Sense

# What costs less than a word: marks, what only says of what something is asked, and 大约, which else is passed over.
CHEAP = {"COMMA": 1, "ABOUT": 2, "APPROX": 2}
BOUND = "CMPPOST"
# Words that are numbers, or more than one.
HALVES = frozenset({"HALF", "MOST"})
COMPUTING = frozenset(
    {"SUM", "MEAN", "MEDIAN", "SHARE", "SUP", "THAN", "APART", "TIMES", "POSASK", "EXCEPT", "HOWMANY", "PCTASK"}
)  # fmt: skip


def computes(word: str, words: Words) -> bool:
    """Is it a word that computes, and so no name of a thing?"""
    return any(category in COMPUTING for category, _ in words.operators.get(word, ()))


def operators_of(text: str, words: Words) -> Iterator[Edge]:
    """Every word that computes, compares or asks."""
    for start, end in words.operators_in(text):
        word = text[start:end]
        if _is_inside_choice(text, start, word):
            continue
        for category, tag in words.operators[word]:
            if category in HALVES:
                continue
            mention = Mention(start, end, word, (Sense("operator", tag=category),))
            yield Edge(start, end, category, leaf(mention, tag), CHEAP.get(category, WORD))


def _is_inside_choice(text: str, start: int, word: str) -> bool:
    """有没有, 是不是, 超没超过: a negation between two sides asks, and denies nothing."""
    before = text[start - 1 : start]
    return (
        word[0] in "没不"
        and len(word) > 1
        and bool(before)
        and (before == word[1] or (before + word[0] == "有没"))
    )


def whole_bounds(edges: Sequence[Edge]) -> list[Edge]:
    """Without what would be a word inside 以上 or 以下: neither 方面上 nor a name."""
    bounds = [(e.start, e.end) for e in edges if e.category == BOUND]
    return [
        e
        for e in edges
        if not any(a <= e.start and e.end <= b and e.end - e.start < b - a for a, b in bounds)
    ]


def mended(mentions: Sequence[Mention], words: Words) -> Iterator[Edge]:
    """Operator words that were written otherwise: heji for 合计."""
    for mention in mentions:
        for category, tag in words.operators.get(mention.read, ()):
            yield Edge(mention.start, mention.end, category, leaf(mention, tag), WORD + MENDED)


def marks(text: str) -> Iterator[Edge]:
    """A question mark at the end asks whether, where nothing else asks; a colon leads in."""
    for at in (at for at, char in enumerate(text) if char in ":："):
        mention = Mention(at, at + 1, text[at], (Sense("operator", tag="COLON"),))
        yield Edge(at, at + 1, "COLON", leaf(mention), 1)
    if text.endswith(("?", "？")):
        mention = Mention(len(text) - 1, len(text), text[-1], (Sense("operator", tag="ASKED"),))
        yield Edge(mention.start, mention.end, "ASKED", leaf(mention), 1)
