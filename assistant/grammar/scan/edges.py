"""All edges of the lattice of a question."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.grammar.chart import Edge
from assistant.grammar.scan.facets import facets, labelled, with_scales
from assistant.grammar.scan.numbers import halves, is_none, numbers, ordinals, rounding
from assistant.grammar.scan.operators import computes, marks, mended, operators_of, whole_bounds
from assistant.grammar.words import Words
from assistant.lexicon import Lexicon
from assistant.model import Mention


def scan(
    text: str, mentions: Sequence[Mention], lexicon: Lexicon, words: Words, labels: frozenset[str]
) -> list[Edge]:
    """Every edge of the lattice.

    `mentions` are the words as the report and mending read them, `labels` the names of its figures.
    """
    edges = [
        *operators_of(text, words),
        *rounding(text),
        *(e for e in numbers(text) if not is_none(e, text, mentions)),
        *halves(text, words),
        *marks(text),
        *ordinals(text, words),
        *(e for e in facets(text, mentions, lexicon) if not computes(text[e.start : e.end], words)),
        *mended(mentions, words),
        *labelled(text, labels),
    ]
    edges = whole_bounds([*edges, *with_scales(text, edges)])
    return list({(e.start, e.end, e.category, e.tree.tag, _senses(e)): e for e in edges}.values())


def _senses(edge: Edge) -> object:
    return edge.tree.word.senses if edge.tree.word and edge.category == "F" else edge.tree.key
