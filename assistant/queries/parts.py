"""Parts: several things asked of in one breath, each with its own 多少.

    parts_asked(expressions) → Many

申请共多少件，其中网络申请多少件: a later one takes from the first what it leaves unsaid.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.model import Figure, Mention
from assistant.queries.evaluate import register
from assistant.queries.facts import Facts
from assistant.queries.lists import operands, shared
from assistant.queries.several import abreast
from assistant.queries.spreading import in_order, spread
from assistant.queries.tree import Phrase, Tree, around, items, keyed
from assistant.queries.values import Failure, Many, Quantity

NAMING = frozenset({"measure", "word", "organ", "channel", "place"})


def _value(tree: Tree, facts: Facts) -> Many | Failure:
    found: list[Quantity] = []
    before: tuple[Mention, ...] = ()
    for _, part in tree["m"].kids:
        made = _one(part, before, found[0].facts if found else (), facts)
        if isinstance(made, Failure):
            return made
        found.extend(made)
        before = before or tuple(m for leaf in part.leaves() for m in leaf.phrase.facets)
    seen = {q.facts for q in found}
    return Many(tuple(found)) if len(seen) == len(found) else Failure("same")


def _one(
    part: Tree, before: tuple[Mention, ...], first: Sequence[Figure], facts: Facts
) -> list[Quantity] | Failure:
    if part.op == "part_each":
        extra, unit = around(part, "w")
        trees = list(items(part["l"]))
        if before:
            # 归集多少件，市级和县区级各多少: those of what is named before them, where there are such.
            within = operands([spread(t, before) for t in trees], extra, unit, facts)
            if not isinstance(within, Failure):
                return within
        return _apart(operands(trees, extra, unit, facts), first)
    found = _single(part, before, facts)
    return found if isinstance(found, Failure) else [found]


def _apart(listed: list[Quantity] | Failure, first: Sequence[Figure]) -> list[Quantity] | Failure:
    """None of several is of what was named before, or they all are: 市级 is not that of another whole."""
    if isinstance(listed, Failure) or not first:
        return listed
    inside = {any(f.part_of == w.id for w in first for f in q.facts) for q in listed}
    return listed if len(inside) == 1 else Failure("not_matched")


def _single(part: Tree, before: tuple[Mention, ...], facts: Facts) -> Quantity | Failure:
    phrases = [kid.phrase for name in ("d", "w") if (kid := part.get(name)) is not None]
    asked = next((p.asked for p in phrases if p.asked), None)
    phrase = Phrase(
        facets=in_order(*(p.facets for p in phrases)),
        asked=asked,
        given=tuple(g for p in phrases for g in p.given),
    )
    if part.tag == "among" and before:
        phrase = replace(phrase, facets=in_order(phrase.facets, before))
    if before and not any(m.kinds() & NAMING for m in phrase.facets):
        # 公报每期多少册，一年出多少期: what names nothing is asked of what is named before it.
        named = tuple(m for m in before if m.kinds() & NAMING)
        meant = named or before
        return facts.figure(replace(phrase, facets=in_order(meant, phrase.facets)))
    alone = facts.figure(phrase)
    if isinstance(alone, Failure) and before:
        tree = keyed(Tree("figure", phrase=phrase))
        return shared(tree, before, asked.unit if asked else "", [], facts)
    return alone


register("parts_asked", _value, abreast)
