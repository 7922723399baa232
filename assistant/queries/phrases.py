"""Phrases asked of: which members, how many of them, in what order, at which place; or the figure of one.

    phrase_asked(Rows) → Rows | Names
    member(Rows) → Quantity

超过700项的县有哪些: the members with their figures. 哪个县最多: 阳山县. 连南县排第几: its place among all.
事项最多的县, taken as a quantity: 852项.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.model import Computation, Finding, Value
from assistant.queries.evaluate import register
from assistant.queries.facts import Facts
from assistant.queries.figure import stated_as
from assistant.queries.members import ordered, picked, rows
from assistant.queries.tree import EMPTY, Phrase, Tree
from assistant.queries.values import Failure, Names, Quantity, Rows
from assistant.queries.wording import ordinal, rows_said, shown, values

# How a phrase is asked for several members (哪几个).
SEVERAL = "many"
# In what members are counted, of whatever kind they are.
MEMBERS = ("家", "位", "名", "种", "类")


def _value(tree: Tree, facts: Facts) -> Rows | Names | Failure:
    phrase = tree.phrase
    if phrase.position:
        return _position(phrase, facts)
    if phrase.order and not phrase.first:
        # 最多的三类是哪几类 asks for three, and not for the most of three.
        several = phrase.which == SEVERAL and phrase.cardinal > 1
        return Failure("no_members", phrase.facets) if several else picked(phrase, facts)
    found = rows(phrase, facts)
    unit = phrase.asked.unit if phrase.asked else None
    counted = (
        phrase.conditions and unit is not None and unit in {"", *MEMBERS, *facts.units.general}
    )
    if isinstance(found, Failure) and counted:
        # 超过700项的有几个: the unit is that of the members, and of none of their figures.
        return rows(replace(phrase, asked=None), facts)
    if isinstance(found, Rows) and phrase.which and _unnamed(phrase, found):
        return Failure("no_members", phrase.facets)
    if isinstance(found, Failure):
        return found
    if phrase.which == SEVERAL and replace(phrase, facets=(), which="", classes="") == EMPTY:
        # 不予公开的理由有哪些: those of which there is none are no reasons.
        some = [row for row in found.members if row.quantity.low]
        return found.only(some) if some else found
    if not phrase.sort or phrase.first:
        return found
    held = ordered(found, "min" if phrase.sort == "ascending" else "max")
    return held if isinstance(held, Failure) else found.only(held)


def _unnamed(phrase: Phrase, found: Rows) -> bool:
    """部门有哪些: 122个部门 is no name."""
    said = {m.text for m in phrase.facets}
    return any(row.name in said for row in found.members)


def _position(phrase: Phrase, facts: Facts) -> Names | Failure:
    """The place of the member that the phrase names."""
    for at, mention in enumerate(phrase.facets):
        rest = tuple(m for i, m in enumerate(phrase.facets) if i != at)
        order = phrase.order or "max"
        wider = replace(phrase, facets=rest, order=order, position=False, nth=0, first=0)
        found = rows(wider, facts)
        row = None if isinstance(found, Failure) else facts.row_of((mention,), found)
        if row is None or isinstance(found, Failure):
            continue
        held = ordered(found, "max")
        if isinstance(held, Failure):
            return held
        place = 1 + sum(r.quantity.low > row.quantity.low for r in held)
        return Names((row,), tuple(held), "position", (place,))
    return Failure("no_members", phrase.facets)


def _member(tree: Tree, facts: Facts) -> Quantity | Failure:
    found = picked(tree.phrase, facts)
    if isinstance(found, Failure):
        return found
    return replace(found.rows[0].quantity, facts=tuple(r.figure for r in found.rows))


def _says(tree: Tree, found: Rows | Names, facts: Facts) -> Finding:
    return _named(tree.phrase, found) if isinstance(found, Names) else _listed(tree.phrase, found)


def _named(phrase: Phrase, found: Names) -> Finding:
    """The member at a place, or the place of a member."""
    own = tuple(r.figure for r in found.rows)
    first = found.rows[0]
    names = "、".join(r.name for r in found.rows)
    slots = {"names": names, "figure": shown(first.quantity), "name": first.name}
    given = tuple(v for r in found.rows for v in values(r.quantity))
    if found.kind == "position":
        slots |= {"place": str(found.places[0]), "count": str(len(found.among))}
        others = tuple(r.figure for r in found.among if r.figure not in own)
        return Finding("answered", "position", slots, (*own, *others), given)
    if phrase.nth > 1:
        slots["nth"] = ordinal(found.kind, phrase.nth)
        return Finding("answered", "nth", slots, own, given)
    return Finding("answered", found.kind, slots, own, given)


def _listed(phrase: Phrase, found: Rows) -> Finding:
    """Members with their figures, numbered where they are the first in an order, or their number."""
    if not found.members:
        if found.whole is None:
            return Finding("unanswered", "not_comparable", reason="not_comparable")
        return Finding("answered", "none_pass", {}, (found.whole,))
    figures = tuple(r.figure for r in found.members)
    count, listed = len(found.members), rows_said(found.members)
    slots = {"list": listed, "count": str(count)}
    given = tuple(v for r in found.members for v in values(r.quantity))
    if phrase.counts or (phrase.asked is not None and phrase.conditions):
        done = Computation("count", f"{listed} → {count}", tuple(f.text for f in figures))
        one = (Value(str(count), "个", "exact", f"{count}个"),)
        return Finding("answered", "count_pass", slots, figures, one, computation=done)
    if phrase.first:
        numbered = (f"{at}. {rows_said([r])}" for at, r in enumerate(found.members, start=1))
        return Finding("answered", "ranking", {"list": "；".join(numbered)}, figures, given)
    return Finding("answered", "pass", slots, figures, given)


register("phrase_asked", _value, _says)
register("member", _member, stated_as)
