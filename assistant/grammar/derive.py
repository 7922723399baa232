"""How a reading came about: the rules that made it and the words that they took. Run only to explain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.grammar.chart import Chart, Drawing, Edge, TooInvolved
from assistant.grammar.chart.parts import Item
from assistant.grammar.meanings import build
from assistant.grammar.read import Language, lattice
from assistant.lexicon import Lexicon
from assistant.model import Mention
from assistant.queries.tree import Reading, Tree


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a question in a reading: a word, or what a rule made of others.

    `role` is the part that it plays in the rule above it, where that names one.
    """

    category: str
    start: int
    end: int
    tree: Tree
    rule: str = ""
    role: str = ""
    pieces: tuple[Piece, ...] = ()

    def all(self) -> Iterator[Piece]:
        """It and everything in it, in reading order."""
        yield self
        for piece in self.pieces:
            yield from piece.all()

    def words(self) -> Iterator[Piece]:
        """Its words, in reading order."""
        return (piece for piece in self.all() if not piece.rule)


@dataclass(frozen=True, slots=True)
class Derived:
    """A reading with how it came about."""

    reading: Reading
    root: Piece

    @property
    def rules(self) -> frozenset[str]:
        """The names of the rules that made it."""
        return frozenset(piece.rule for piece in self.root.all() if piece.rule)


def derive(
    text: str,
    mentions: Sequence[Mention],
    lexicon: Lexicon,
    language: Language,
    labels: frozenset[str] = frozenset(),
    offered: Sequence[Edge] = (),
) -> tuple[Derived, ...]:
    """The readings of a text as `read` gives them, each with how it came about."""
    if not text:
        return ()
    ground = lattice(text, mentions, lexicon, language, labels, offered)
    chart = Chart(language.grammar, ground.passing, ground.stops)
    try:
        chart.run(ground.edges)
    except TooInvolved:
        return ()
    drawing = Drawing(chart, build)
    readings = drawing.readings(ground.starts, ground.ends)
    return tuple(Derived(r, _piece(drawing.roots[r.tree.key], r.tree)) for r in readings)


def _piece(item: Item, tree: Tree, role: str = "") -> Piece:
    """A stretch with everything below it."""
    made = item.drawn.made.get(tree.key) if item.drawn else None
    if made is None:
        return Piece(item.category, item.start, item.end, tree, role=role)
    rule, taken = made
    named = zip(rule.parts, taken, strict=True)
    inner = tuple(_piece(part, kid, role) for (role, _), (part, kid) in named)
    return Piece(item.category, item.start, item.end, tree, rule.name, role, inner)


def passed_over(
    piece: Piece, text: str, ties: Mapping[str, int], longest: int
) -> Iterator[tuple[int, int]]:
    """The stretches between the words of a reading, each cut into the ties that make it up most cheaply."""
    at = 0
    for word in (*piece.words(), None):
        until = word.start if word else len(text)
        yield from _cut(text, at, until, ties, longest)
        at = word.end if word else until


def _cut(
    text: str, start: int, end: int, ties: Mapping[str, int], longest: int
) -> Iterable[tuple[int, int]]:
    best: dict[int, tuple[int, tuple[tuple[int, int], ...]]] = {start: (0, ())}
    for at in range(start, end):
        if at not in best:
            continue
        cost, cut = best[at]
        for until in range(at + 1, min(end, at + longest) + 1):
            price = ties.get(text[at:until])
            if price is not None and cost + price < best.get(until, (cost + price + 1,))[0]:
                best[until] = (cost + price, (*cut, (at, until)))
    return best[end][1] if end in best else ((start, end),)
