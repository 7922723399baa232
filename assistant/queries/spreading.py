"""Phrases put together: facets in order, and what is said once spread over all that it is meant of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from assistant.model import Mention
from assistant.queries.tree import EMPTY, Given, Phrase, Tree, keyed


def in_order(*groups: Iterable[Mention]) -> tuple[Mention, ...]:
    """All these facets once, in the order in which they are said."""
    once = dict.fromkeys(m for group in groups for m in group)
    return tuple(sorted(once, key=lambda m: m.start))


def described(*groups: Iterable[Mention]) -> Tree:
    """The figure that these facets describe."""
    return keyed(Tree("figure", phrase=Phrase(facets=in_order(*groups))))


def spread(tree: Tree, facets: tuple[Mention, ...], of: tuple[Given, ...] = ()) -> Tree:
    """The tree with these facets in each of its phrases, and with the number of the whole that they name."""
    if not tree.kids:
        if tree.op in ("given", "word", "asked") or (tree.phrase is EMPTY and tree.op != "phrase"):
            return tree
        phrase = merge(tree.phrase, Phrase(facets=facets, of=of)) or tree.phrase
        return keyed(replace(tree, phrase=phrase))
    kids = tuple((name, spread(kid, facets, of)) for name, kid in tree.kids)
    return keyed(replace(tree, kids=kids))


def merge(one: Phrase, other: Phrase) -> Phrase | None:
    """Two phrases as one, where nothing is said twice otherwise."""
    classes = _either(one.classes, other.classes)
    cardinal = _either(one.cardinal, other.cardinal)
    which = _either(one.which, other.which)
    sort = _either(one.sort, other.sort)
    if (one.joint or other.joint) and (one.each or other.each):
        return None
    twice = (
        (one.order and other.order) or (one.asked and other.asked) or (one.counts and other.counts)
    )
    if classes is None or cardinal is None or which is None or sort is None or twice:
        return None
    return Phrase(
        facets=in_order(one.facets, other.facets),
        classes=classes,
        cardinal=cardinal,
        which=which,
        counts=one.counts or other.counts,
        conditions=one.conditions + other.conditions,
        excluded=one.excluded + other.excluded,
        named=one.named + other.named,
        besides=one.besides or other.besides,
        order=one.order or other.order,
        nth=one.nth or other.nth,
        first=one.first or other.first,
        ordinal=one.ordinal or other.ordinal,
        each=one.each or other.each,
        position=one.position or other.position,
        sort=sort,
        every=one.every or other.every,
        asked=one.asked or other.asked,
        given=one.given + other.given,
        of=one.of + other.of,
        joint=one.joint or other.joint,
    )


T = TypeVar("T", str, int)


def _either(one: T, other: T) -> T | None:
    """What one of two says; None where they say different things."""
    return None if one and other and one != other else one or other
