"""A question after another: read with what was meant before, where it does not stand by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from assistant.choosing.figures import Facts
from assistant.dialogue.ellipsis import UNSAID, Before, inherited, offered, replaced
from assistant.grammar.chart import TooInvolved
from assistant.grammar.read import read
from assistant.knowledge import Knowledge
from assistant.model import Mention
from assistant.queries.answering import Supported, answer
from assistant.queries.tree import Reading, Tree


def follow(
    text: str,
    mentions: Sequence[Mention],
    before: Before,
    knowledge: Knowledge,
    facts: Facts,
    whole: bool = False,
) -> Supported | None:
    """What a turn means after the one before: the first way of completing it that the facts support.

    A turn that is `whole` by itself only takes the place of something of its own dimension (那英德呢).
    """
    try:
        for readings in islice(_ways(text, mentions, before, knowledge), 1 if whole else None):
            found = answer(readings, facts)
            if found is not None and found.finding.status == "answered":
                return found
    except TooInvolved:
        return None
    return None


def _ways(
    text: str, mentions: Sequence[Mention], before: Before, knowledge: Knowledge
) -> Iterator[Sequence[Reading]]:
    alone = tuple(read(text, mentions, knowledge.lexicon, knowledge.language, knowledge.labels))
    fragments = [_description(r) for r in alone]
    yield [
        Reading(r.cost, put)
        for r, facets in zip(alone, fragments, strict=True)
        if facets and (put := replaced(before.tree, facets)) is not None
    ]
    for shown, moved in ((text, tuple(mentions)), (UNSAID + text, tuple(map(_moved, mentions)))):
        edges = tuple(offered(shown, before, knowledge.language.words.closed))
        if edges:
            known = (knowledge.lexicon, knowledge.language, knowledge.labels)
            yield [r for r in read(shown, moved, *known, edges) if _leans(r, before)]
    yield [Reading(r.cost, inherited(r.tree, before.tree)) for r in alone]


def _leans(reading: Reading, before: Before) -> bool:
    """Does it take anything from the turn before?"""
    return any(m.start < 0 for leaf in reading.tree.leaves() for m in _words(leaf))


def _words(leaf: Tree) -> Iterator[Mention]:
    yield from leaf.phrase.facets
    for group in (*leaf.phrase.named, *leaf.phrase.excluded):
        yield from group


def _description(reading: Reading) -> tuple[Mention, ...]:
    """The facets of a turn that is nothing but a description: 那英德呢."""
    tree = reading.tree
    inner = tree["q"] if tree.op == "ask_quantity" else tree
    bare = inner.op == "figure" and not inner.phrase.given and tree.get("w") is None
    return inner.phrase.facets if bare else ()


def _moved(mention: Mention) -> Mention:
    return replace(mention, start=mention.start + 1, end=mention.end + 1)
