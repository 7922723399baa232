"""`Question` → readings: the lattice of its words, and every tree that the rules make of all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.grammar.chart import Chart, Drawing, Edge
from assistant.grammar.meanings import build
from assistant.grammar.rules import Grammar
from assistant.grammar.scan import scan
from assistant.grammar.scan.likely import likely
from assistant.grammar.scan.passing import cuts, hops, named, uncut, unread
from assistant.grammar.words import Words
from assistant.lexicon import Lexicon
from assistant.model import Mention
from assistant.queries.tree import Reading

# Where a clause may end that a whole question is.
MARKS = ",，。?？!！;；:：(（ "


@dataclass(frozen=True)
class Language:
    """The rules and the words of the grammar, as `knowledge/grammar` and `knowledge/lexicon` have them."""

    grammar: Grammar
    words: Words


@dataclass(frozen=True, slots=True)
class Lattice:
    """The words of a text as edges, what may be passed over, and where a reading may begin and end.

    `stops` are the places at which a clause may end that is a whole question.
    """

    edges: tuple[Edge, ...]
    passing: Mapping[int, Sequence[tuple[int, int]]]
    starts: tuple[tuple[int, int], ...]
    ends: Mapping[int, int]
    stops: frozenset[int]


def lattice(
    text: str,
    mentions: Sequence[Mention],
    lexicon: Lexicon,
    language: Language,
    labels: frozenset[str] = frozenset(),
    offered: Sequence[Edge] = (),
) -> Lattice:
    """What the chart reads; `offered` are words that stand for what a turn before meant."""
    whole = uncut(mentions)
    passing = hops(text, language.words, (*whole, *named(mentions)), unread(text, mentions))
    words = scan(text, mentions, lexicon, language.words, labels)
    kept = [edge for edge in words if not cuts(edge.start, edge.end, whole)]
    edges = likely([*kept, *offered], passing, len(text))
    ends = {len(text): 0}
    for start, ways in passing.items():
        last = [cost for end, cost in ways if end == len(text)]
        ends |= {start: last[-1]} if last else {}
    marks = frozenset(at for at, char in enumerate(text) if char in MARKS)
    before = {at for at, ways in passing.items() if any(end in marks for end, _ in ways)}
    starts = ((0, 0), *passing.get(0, ()))
    return Lattice(tuple(edges), passing, starts, ends, marks.union(ends, before))


def read(
    text: str,
    mentions: Sequence[Mention],
    lexicon: Lexicon,
    language: Language,
    labels: frozenset[str] = frozenset(),
    offered: Sequence[Edge] = (),
) -> Iterator[Reading]:
    """The readings that use every word of a text, cheapest first and each made when it is wanted.

    Raises `TooInvolved` for a text of which more could be made than a chart holds.
    """
    if not text:
        return iter(())
    ground = lattice(text, mentions, lexicon, language, labels, offered)
    chart = Chart(language.grammar, ground.passing, ground.stops)
    chart.run(ground.edges)
    return Drawing(chart, build).readings(ground.starts, ground.ends)
