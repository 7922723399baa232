"""Operands side by side: what only one of them says is meant of the others too, as far as it fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.model import Figure, Mention
from assistant.queries.evaluate import quantity
from assistant.queries.facts import Facts
from assistant.queries.spreading import in_order, spread
from assistant.queries.tree import Tree, keyed
from assistant.queries.values import Failure, Quantity

NOUNS = frozenset({"measure", "word"})
# What a thing is told apart by: of one dimension a description takes nothing from its neighbours.
DIMENSIONS = frozenset({"place", "organ", "channel"})


def operands(
    trees: Sequence[Tree], extra: tuple[Mention, ...], unit: str, facts: Facts
) -> list[Quantity] | Failure:
    """The quantities of a list, with what stands around all of them (`extra`), in a unit of this kind.

    阳山和连州的事项数: 事项 is meant of both. The one that says most by itself is read first. Two that are
    the same figure are no list.
    """
    trees = _one_breakdown([spread(t, extra) for t in trees])
    by_place: dict[int, Quantity] = {}
    for at in sorted(range(len(trees)), key=lambda i: -_said_by(trees[i])):
        tree, taken = trees[at], [q.facts for q in by_place.values()]
        neighbours = (leaf for i, t in enumerate(trees) if i != at for leaf in t.leaves())
        others = tuple(m for leaf in neighbours for m in leaf.phrase.facets)
        if tree.op == "figure":
            value = shared(tree, others, unit, taken, facts)
        else:
            value = _computed(tree, others, facts)
        if isinstance(value, Failure):
            return value
        by_place[at] = value
    found = [by_place[at] for at in range(len(trees))]
    plain = [q.facts for q in found if q.facts and not q.formula]
    return Failure("same") if len(set(plain)) < len(plain) else found


def _said_by(tree: Tree) -> int:
    """How many words describe an operand."""
    return sum(len(leaf.phrase.facets) for leaf in tree.leaves())


def _one_breakdown(trees: Sequence[Tree]) -> list[Tree]:
    """最多的县和最少的: of two members picked by their order, the second is of what the first is of."""
    picked = [t.phrase for t in trees if t.op == "member"]
    if len(picked) < 2:
        return list(trees)
    facets = max((p.facets for p in picked), key=len)
    classes = next((p.classes for p in picked if p.classes), "")

    def completed(tree: Tree) -> Tree:
        own = tree.phrase
        phrase = replace(own, facets=own.facets or facets, classes=own.classes or classes)
        return keyed(replace(tree, phrase=phrase))

    return [completed(t) if t.op == "member" else t for t in trees]


def _computed(tree: Tree, others: tuple[Mention, ...], facts: Facts) -> Quantity | Failure:
    """A computed operand, of the measure that its neighbours name, where it names none itself."""
    measure = tuple(m for m in others if m.kinds() & NOUNS or "action" in m.kinds())
    named = any(m.kinds() & NOUNS for leaf in tree.leaves() for m in leaf.phrase.facets)
    alone = quantity(tree, facts) if named or tree.op == "given" or not measure else None
    if isinstance(alone, Quantity) or tree.op == "given" or not measure:
        return alone if alone is not None else quantity(tree, facts)
    wide = quantity(spread(tree, measure), facts)
    return wide if isinstance(wide, Quantity) else alone or quantity(tree, facts)


def shared(
    tree: Tree,
    others: tuple[Mention, ...],
    unit: str,
    taken: list[tuple[Figure, ...]],
    facts: Facts,
) -> Quantity | Failure:
    """A description completed by what its neighbours say, as much of it as a fact accounts for.

    `taken` are the figures that are meant by its neighbours already.
    """
    phrase = tree.phrase
    alone = facts.figure(phrase, unit)
    beside = [figure for figures in taken for figure in figures]
    sibling = _sibling(tree, others, unit, beside, facts)
    if sibling is not None:
        return sibling
    best = alone
    for mention in others:
        if mention in phrase.facets or _rivals(mention, tree.phrase.facets):
            continue
        wider = replace(phrase, facets=in_order(phrase.facets, (mention,)))
        found = facts.figure(wider, unit)
        new = isinstance(found, Quantity) and found.facts not in taken
        doubtful = isinstance(found, Failure) and found.reason == "ambiguous"
        if new or (doubtful and isinstance(best, Failure)):
            phrase, best = wider, found
    complete = any(m.kinds() & NOUNS for m in tree.phrase.facets)
    if not (isinstance(alone, Quantity) and isinstance(best, Quantity) and complete):
        return best
    if best.facts == alone.facts:
        return best
    return best if beside and all(facts.alike(best.facts[0], f) for f in beside) else alone


def _sibling(
    tree: Tree, others: tuple[Mention, ...], unit: str, beside: Sequence[Figure], facts: Facts
) -> Quantity | None:
    """部分公开、其他各多少: 其他 that stands beside the one before, where by itself it is of something else."""
    ways = [(), *((m,) for m in others if m not in tree.phrase.facets)]
    for more in ways if beside else ():
        facets = in_order(tree.phrase.facets, more)
        found = facts.figure(replace(tree.phrase, facets=facets), unit)
        if isinstance(found, Failure) or not found.facts or found.facts[0] in beside:
            continue
        if all(facts.alike(found.facts[0], f) for f in beside):
            return found
    return None


def _rivals(mention: Mention, facets: tuple[Mention, ...]) -> bool:
    """Does a description say something of this dimension itself?"""
    kinds = mention.kinds() & DIMENSIONS
    return any(m.kinds() & kinds for m in facets)
