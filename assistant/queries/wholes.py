"""The whole that a part belongs to, as the report states it."""

from __future__ import annotations

from assistant.queries.evaluate import quantity
from assistant.queries.facts import Facts
from assistant.queries.tree import Phrase, Tree
from assistant.queries.values import Failure, Quantity, stated


def whole_of(part: Quantity, tree: Tree | None, facts: Facts) -> Quantity | Failure:
    """The whole that is named, else the stated whole of all the figures in the part.

    What names the stated whole (全市6211项) must be true of it.
    """
    wholes = facts.wholes(part.facts)
    own = wholes[0] if len(wholes) == 1 else None
    if tree is None:
        return stated(own) if own else Failure("no_whole")
    if tree.op == "given":
        agrees = own and tree.given and facts.is_number(tree.given, own)
        return stated(own) if own and agrees else Failure("no_whole")
    if own and tree.op == "figure":
        numbered = all(facts.is_number(g, own) for g in tree.phrase.given)
        if numbered and facts.says(own, tree.phrase.facets):
            return stated(own)
    pair = facts.so_far(part.facts[0]) if tree.op == "figure" and len(part.facts) == 1 else None
    told = tree.phrase.facets
    if pair and facts.says(pair[1], told) and not facts.says(pair[0], told):
        # 占历年累计的百分之几: of what all years made, in the row of the year's.
        return stated(pair[1])
    whole = quantity(tree, facts)
    if isinstance(whole, Failure):
        return whole
    # A sum is a whole only of its addends; a figure that is named is one of what is told after it.
    if whole.formula:
        holds = set(part.facts) <= set(whole.facts)
    else:
        holds = tree.op != "figure" or all(facts.follows(p, whole.facts[0]) for p in part.facts)
    return whole if holds else Failure("no_whole")


def named_whole(part: Quantity, phrase: Phrase, facts: Facts) -> Quantity | Failure:
    """The whole that a description names; of several that it may mean, the one that the part is told to be of."""
    found = facts.figure(phrase)
    if isinstance(found, Quantity) or found.reason != "ambiguous":
        return found
    told = [f for f in found.rivals if facts.follows(part.facts[0], f)]
    return stated(told[0]) if len(told) == 1 else found
