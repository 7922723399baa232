"""A turn that leaves something unsaid: what the turn before meant stands in for it, by its type.

What was meant before is offered to the chart as words: as a quantity (占全市多少), as a list
(加起来呢), as a breakdown (最多的是哪个), at the place of a pronoun or before everything. A fragment
that is a description (那英德呢) takes the place of what is of the same dimension.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assistant.grammar.chart.parts import Edge
from assistant.grammar.words import Closed
from assistant.model import Mention
from assistant.queries.spreading import spread
from assistant.queries.tree import EMPTY, Phrase, Tree, items, keyed

UNSAID = "¤"
# How far before the question the words of the turn before are put, so that no two stand in one place.
BACK = 10_000
LEANING = 6
QUANTITIES = frozenset(
    {"figure", "member", "difference", "sum", "mean", "share", "ratio", "remainder", "median", "spread",
     "per_time", "per", "part_of", "per_given", "estimate", "changed", "product", "split"}
)  # fmt: skip
NAMES = frozenset({"place", "card_place"})
FIRST, LAST = "前者", "后者"
POINTING = ("这", "那")
# What says that two are meant.
TWO = frozenset("两二俩")
DIMENSIONS = (
    frozenset({"place"}),
    frozenset({"card_place", "whole"}),
    frozenset({"organ"}),
    frozenset({"channel"}),
)


@dataclass(frozen=True, slots=True)
class Before:
    """What the turns before meant: the last tree, and the plain quantities asked for one after the other."""

    tree: Tree
    asked: tuple[Tree, ...] = ()


def remember(tree: Tree, before: Before | None) -> Before:
    """What a finished turn leaves for the next one."""
    quantity = as_quantity(tree)
    plain = quantity is not None and quantity.op in ("figure", "member")
    earlier = before.asked if before and plain else ()
    return Before(
        _back(tree),
        tuple(_back(t) for t in (*earlier, *((quantity,) if plain and quantity else ()))),
    )


def _back(tree: Tree) -> Tree:
    """The tree with its words put before everything that is said now."""

    def moved(mention: Mention) -> Mention:
        return replace(mention, start=mention.start - BACK, end=mention.end - BACK)

    phrase = tree.phrase
    if phrase is not EMPTY:
        phrase = replace(
            phrase,
            facets=tuple(map(moved, phrase.facets)),
            excluded=tuple(tuple(map(moved, e)) for e in phrase.excluded),
            named=tuple(tuple(map(moved, e)) for e in phrase.named),
            conditions=tuple(map(_back, phrase.conditions)),
            asked=replace(phrase.asked, at=0) if phrase.asked else None,
        )
    kids = tuple((name, _back(kid)) for name, kid in tree.kids)
    return keyed(replace(tree, phrase=phrase, kids=kids))


def as_quantity(tree: Tree) -> Tree | None:
    """What a turn asked for, as a quantity."""
    inner = (
        tree["q"]
        if tree.op in ("ask_quantity", "claim", "claim_bound", "rounded", "convert")
        and tree.get("q")
        else tree
    )
    extra = tree.get("w")
    if inner.op == "phrase":
        inner = keyed(replace(inner, op="figure"))
    if tree.op in ("total", "total_of_all"):
        facets = tuple(
            m for part in ("d", "e", "w") if tree.get(part) for m in tree[part].phrase.facets
        )
        return _figure(facets)
    if tree.op == "phrase_asked":
        phrase = replace(tree.phrase, asked=None, which="")
        return keyed(Tree("member", phrase=phrase)) if phrase.order and not phrase.first else None
    if inner.op in QUANTITIES:
        return spread(inner, extra.phrase.facets) if extra else inner
    return None


def _figure(facets: Iterable[Mention]) -> Tree:
    return keyed(
        Tree("figure", phrase=Phrase(facets=tuple(sorted(set(facets), key=lambda m: m.start))))
    )


def as_list(before: Before) -> Tree | None:
    """Several things that were asked of together, or one after the other."""
    tree = before.tree
    inner = tree["q"] if tree.op == "ask_quantity" else tree
    extra = tuple(m for part in ("w", "m") if (kid := inner.get(part)) for m in kid.phrase.facets)
    if inner.get("l"):
        return spread(inner["l"], extra)
    if (
        inner.get("a")
        and inner.get("b")
        and inner.op in ("difference", "larger", "ratio", "holds_than", "holds")
    ):
        return spread(keyed(Tree("pair", (("a", inner["a"]), ("b", inner["b"])))), extra)
    if inner.op == "parts_asked":
        return _listed([t for _, part in inner["m"].kids for t in _asked_in(part)])
    return _listed(list(before.asked)) if len(before.asked) > 1 else None


def _asked_in(part: Tree) -> Iterator[Tree]:
    if part.op == "part_each":
        extra = part["w"].phrase.facets if part.get("w") else ()
        yield from (spread(t, extra) for t in items(part["l"]))
    else:
        yield _figure(m for _, kid in part.kids for m in kid.phrase.facets)


def _listed(trees: list[Tree]) -> Tree | None:
    if len(trees) < 2:
        return None
    listed = keyed(Tree("pair", (("a", trees[0]), ("b", trees[1]))))
    for tree in trees[2:]:
        listed = keyed(Tree("more", (("l", listed), ("b", tree))))
    return listed


def as_phrase(tree: Tree) -> Tree | None:
    """The breakdown that was spoken of, without what was asked of it."""
    found = next((leaf.phrase for leaf in tree.leaves() if leaf.phrase.has_members), None)
    if found is None:
        return None
    plain = replace(
        found,
        asked=None,
        which="",
        counts=False,
        order="",
        nth=0,
        first=0,
        position=False,
        sort="",
        each=False,
    )
    return keyed(Tree("phrase", phrase=plain))


def offered(text: str, before: Before, closed: Closed) -> Iterator[Edge]:
    """The words that stand for what was meant before: at its beginning, and at each pronoun."""
    quantity, listed, phrase = as_quantity(before.tree), as_list(before), as_phrase(before.tree)
    kinds = {"Q": quantity, "L": listed, "B": phrase}
    if text.startswith(UNSAID):
        yield from (Edge(0, 1, kind, tree, LEANING) for kind, tree in kinds.items() if tree)
    both = list(items(listed)) if listed else []
    for pronoun, allowed in closed.pronouns.items():
        if set(pronoun) & TWO and len(both) != 2:
            # 这两个 after three: it does not say which.
            continue
        for at in _places(text, pronoun):
            yield from (
                Edge(at, at + len(pronoun), kind, tree, LEANING)
                for kind in allowed
                if (tree := kinds[kind]) is not None
            )
    if listed is not None and len(both) in closed.several:
        for kind in closed.kinds:
            word = closed.several[len(both)] + kind
            yield from (
                Edge(at, at + len(said), "L", listed, LEANING)
                for said in (word, *(f"{this}{word}" for this in POINTING))
                for at in _places(text, said)
            )
    for word, which in ((FIRST, 0), (LAST, -1)):
        if len(both) == 2:
            yield from (Edge(at, at + 2, "Q", both[which], LEANING) for at in _places(text, word))


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def replaced(tree: Tree, facets: tuple[Mention, ...]) -> Tree | None:
    """那英德呢: the tree before with these facets in the place of those of the same dimension, if any."""
    place = _dimension(facets)
    if place is None:
        return None
    for like in (place, DIMENSIONS[1]) if place is DIMENSIONS[0] else (place,):
        leaves = [
            leaf for leaf in tree.leaves() if any(m.kinds() & like for m in leaf.phrase.facets)
        ]
        if leaves:
            return _put(tree, leaves[-1], like, facets)
    return None


def _dimension(facets: tuple[Mention, ...]) -> frozenset[str] | None:
    return next((d for d in DIMENSIONS if any(m.kinds() & d for m in facets)), None)


def _put(tree: Tree, leaf: Tree, place: frozenset[str], facets: tuple[Mention, ...]) -> Tree:
    if tree is leaf:
        kept = tuple(m for m in leaf.phrase.facets if not m.kinds() & place)
        phrase = replace(leaf.phrase, facets=tuple(sorted({*kept, *facets}, key=lambda m: m.start)))
        return keyed(replace(tree, phrase=phrase))
    return keyed(
        replace(tree, kids=tuple((name, _put(kid, leaf, place, facets)) for name, kid in tree.kids))
    )


def inherited(tree: Tree, before: Tree) -> Tree:
    """A turn that says of what it asks only in part: what was spoken of before is meant of it too."""
    facets = tuple(dict.fromkeys(m for leaf in before.leaves() for m in leaf.phrase.facets))
    return spread(tree, tuple(m for m in facets if not m.kinds() & NAMES))
