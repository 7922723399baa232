"""Complement: those of a whole that are not what a part of it is.

    complement(whole: description, part: description) → Quantity

受理来信4127件，办结4003件 → 没办结的来信有几件: 4127 − 4003 = 124件. The part is the only one of its kind that the
report tells of: of several results (同意公开, 部分公开, …) that one is not so says nothing of the others.
"""

from __future__ import annotations

from assistant.model import Mention
from assistant.queries.evaluate import register
from assistant.queries.facts import Facts
from assistant.queries.spreading import in_order
from assistant.queries.tree import Asked, Phrase, Tree, around, asked_of
from assistant.queries.values import Failure, Quantity, aligned, computed, stated
from assistant.queries.wholes import named_whole


def _value(tree: Tree, facts: Facts) -> Quantity | Failure:
    asked, facets = asked_of(tree), around(tree, "q", "w")[0]
    denied = around(tree, "d", "e")[0]
    found = _left(denied, facets, facets, asked, facts)
    doer = around(tree, "w")[0]
    if isinstance(found, Failure) and tree.get("q") and doer:
        # 发布会里有几次主要领导没有参加: what is denied is denied of somebody, and the whole is of all.
        one = _left(in_order(doer, denied), facets, around(tree, "q")[0], asked, facts)
        return found if isinstance(one, Failure) else one
    return found


def _left(
    denied: tuple[Mention, ...],
    facets: tuple[Mention, ...],
    named: tuple[Mention, ...],
    asked: Asked | None,
    facts: Facts,
) -> Quantity | Failure:
    """What is left of the whole that is named, without those of which it is denied."""
    part = facts.figure(Phrase(facets=in_order(denied), asked=asked))
    if isinstance(part, Failure):
        part = facts.figure(Phrase(facets=in_order((*facets, *denied)), asked=asked))
    if isinstance(part, Failure):
        return part
    whole = _whole(part, named, asked, facts)
    if isinstance(whole, Failure):
        return whole
    of, total = part.facts[0], whole.facts[0]
    if of == total or not facts.is_only_part(of, total):
        return Failure("no_whole")
    if of.table and of.part_of != total.id:
        # 没有答复的申请: what came in less what was answered is not all, for some came from the year before.
        return Failure("no_whole")
    total_, of_ = aligned((whole, part))
    if not (total_.is_exact and of_.is_exact) or of_.low > total_.low:
        return Failure("approximate")
    return computed(total_.low - of_.low, (total_, of_), f"{total_.term} − {of_.term}")


def _whole(
    part: Quantity, named: tuple[Mention, ...], asked: Asked | None, facts: Facts
) -> Quantity | Failure:
    """The whole that is named; where none is, the one that the part is of."""
    if named:
        return named_whole(part, Phrase(facets=in_order(named), asked=asked), facts)
    wholes = facts.wholes(part.facts)
    return stated(wholes[0]) if len(wholes) == 1 else Failure("no_whole")


register("complement", _value)
