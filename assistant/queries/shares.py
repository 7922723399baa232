"""Shares: which part of their whole several quantities are, each by itself.

    shares(Rows or list, whole: Quantity?) → Many

佛冈县和连山县各占全市的百分之几; 专项经费的三个用途各占百分之几: of the stated whole, or of the one that is named.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.model import Computation, Finding
from assistant.queries.comparing import same_kind
from assistant.queries.evaluate import register
from assistant.queries.facts import Facts
from assistant.queries.members import rows
from assistant.queries.share import ratio, share
from assistant.queries.tree import Tree, items, keyed
from assistant.queries.values import Failure, Many, Quantity, aligned, stated
from assistant.queries.wholes import whole_of
from assistant.queries.wording import computation, listed, rounding, shown, values


def _value(tree: Tree, facts: Facts) -> Many | Failure:
    found = _of_list(tree, facts) if tree.get("l") else _of_rows(tree, facts)
    return found if isinstance(found, Failure) else Many(tuple(found))


def _of_list(tree: Tree, facts: Facts) -> list[Quantity] | Failure:
    around = tuple((name, kid) for name, kid in tree.kids if name in ("q", "w"))
    found: list[Quantity] = []
    for item in items(tree["l"]):
        one = share(keyed(Tree("share", (("p", item), *around))), facts)
        if isinstance(one, Failure):
            return one
        found.append(one)
    return found


def _of_rows(tree: Tree, facts: Facts) -> list[Quantity] | Failure:
    named, phrase = tree.get("q"), replace(tree["b"].phrase, asked=None, each=False)
    if named and not phrase.facets:
        # 三个用途各占专项经费的百分之几: the whole says of what they are.
        phrase = replace(phrase, facets=named.phrase.facets)
    held = rows(phrase, facts)
    if isinstance(held, Failure):
        return held
    whole: Quantity | Failure = stated(held.whole) if held.whole else Failure("no_whole")
    if named:
        whole = whole_of(held.members[0].quantity, named, facts)
    if isinstance(whole, Failure):
        return whole
    found: list[Quantity] = []
    for row in held.members:
        if not same_kind(row.quantity, whole, facts):
            return Failure("no_whole")
        part, all_of_it = aligned((row.quantity, whole))
        if not (part.is_exact and all_of_it.is_exact and all_of_it.low):
            return Failure("approximate")
        if part.low > all_of_it.low:
            return Failure("no_whole")
        found.append(ratio(part, all_of_it))
    return found


def _says(tree: Tree, found: Many, facts: Facts) -> Finding:
    shares = [q for q in found.values if isinstance(q, Quantity)]
    said = (f"{listed(q.facts[:1], facts)}，占{shown(q)}{rounding(q)}" for q in shares)
    done = [computation("share", q) for q in shares if q.formula]
    joined = Computation(
        "；".join(c.operator for c in done),
        "；".join(c.expression for c in done),
        tuple(o for c in done for o in c.operands),
    )
    return Finding(
        "answered",
        "shares",
        {"list": "；".join(said)},
        tuple(dict.fromkeys(f for q in shares for f in q.facts)),
        tuple(v for q in shares for v in values(q)),
        computation=joined if done else None,
    )


register("shares", _value, _says)
