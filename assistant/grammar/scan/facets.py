"""What describes a thing: words of the report and of the lexicon, the names of figures, and measure words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from assistant.grammar.chart import Edge
from assistant.grammar.scan.leaves import MENDED, WORD, leaf
from assistant.grammar.words import reach_of, standing
from assistant.lexicon import LABEL, Lexicon
from assistant.model import Mention, Sense

# Of how many reports it is kept with what their labels begin.
LABELS_KEPT = 64
FACETS = frozenset(
    {"action", "measure", "organ", "channel", "place", "period", "word", "theme", "verb",
     "card_place", "whole", "year"}
)  # fmt: skip
# Years before that are more than the last one.
MANY_YEARS = frozenset({"历年", "往年"})
_reach_of_labels = lru_cache(maxsize=LABELS_KEPT)(reach_of)


def labelled(text: str, labels: frozenset[str]) -> Iterator[Edge]:
    """The names of the report's figures."""
    for start, end in standing(text, labels, _reach_of_labels(labels)):
        name = text[start:end]
        mention = Mention(start, end, name, (Sense("word", (name,), tag=LABEL),))
        yield Edge(start, end, "F", leaf(mention), WORD)


def facets(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Edge]:
    """Every word of the lexicon and of the report, and the names made of several."""
    for mention in mentions:
        cost = WORD + (MENDED if mention.read else 0)
        yield from _edges(mention, cost)
    for names in lexicon.named(text):
        for mention in reversed(names):
            yield from _edges(mention, WORD)


def _edges(mention: Mention, cost: int) -> Iterator[Edge]:
    units = [s.tag for s in mention.senses if s.kind == "unit"]
    for unit in dict.fromkeys(units):
        yield Edge(mention.start, mention.end, "UNIT", leaf(mention, unit), cost)
    if _is_before(mention):
        yield Edge(mention.start, mention.end, "BEFORE", leaf(mention), cost)
    senses = tuple(s for s in mention.senses if s.kind in FACETS)
    if senses:
        known = mention
        if len(senses) < len(mention.senses) or mention.value is not None:
            known = Mention(mention.start, mention.end, mention.text, senses, None, mention.read)
        yield Edge(mention.start, mention.end, "F", leaf(known), cost)


def _is_before(mention: Mention) -> bool:
    """上年, 2012年, 年初: a time that a report may compare with."""
    lately = "-1" in mention.tags("relative_year") and mention.text not in MANY_YEARS
    return lately or "year" in mention.kinds() or mention.text == "年初"


def with_scales(text: str, edges: Sequence[Edge]) -> Iterator[Edge]:
    """万元, 亿元: a unit with its scale."""
    for edge in edges:
        if edge.category != "UNIT":
            continue
        for scale in ("千万", "百万", "万", "亿", "千"):
            start = edge.start - len(scale)
            if start >= 0 and text.startswith(scale, start):
                mention = Mention(start, edge.end, text[start : edge.end], (Sense("unit"),))
                yield Edge(start, edge.end, "UNIT", leaf(mention, scale + edge.tree.tag), WORD)
