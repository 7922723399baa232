"""Members: what a phrase leaves of a breakdown, and which of them stand first.

    members(description, class, only, except, where, first) → Rows

除阳山外超过600项的县: the class of the breakdown, without what is excluded, under its conditions; 最多的三个县:
the first of them in an order. A member that shares its place with the one behind the cut is a tie.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.model import Mention
from assistant.queries.conditions import kept
from assistant.queries.evaluate import register
from assistant.queries.facts import Facts
from assistant.queries.tree import Phrase, Tree
from assistant.queries.values import Failure, Names, Row, Rows, aligned


def _value(tree: Tree, facts: Facts) -> Rows | Failure:
    return rows(tree.phrase, facts)


def rows(phrase: Phrase, facts: Facts) -> Rows | Failure:
    """The members that a phrase leaves: its class, without what is excluded, under its conditions."""
    found = facts.rows(phrase)
    if isinstance(found, Failure):
        return found
    if phrase.given:
        numbered = _numbered(found, phrase, facts)
        if numbered is None:
            return Failure("premise")
        found = numbered
    for excluded in phrase.excluded:
        left = _without(excluded, found, facts)
        if isinstance(left, Failure):
            return left
        found = left
    for condition in phrase.conditions:
        left = kept(found, condition, phrase, facts)
        if isinstance(left, Failure):
            return left
        found = left
    return _first(found, phrase) if phrase.first and phrase.order else found


def _numbered(found: Rows, phrase: Phrase, facts: Facts) -> Rows | None:
    """6211项事项里…: the number of the whole says which whole; any other that of the members that are meant."""
    [given, *more] = phrase.given
    if more:
        return None
    if found.whole is not None and facts.is_number(given, found.whole):
        return found
    # 53个部门公开的是哪几样: how many there are of something is no number of a member.
    counts = given.unit in facts.units.general and phrase.which != "one"
    those = [] if counts else [r for r in found.members if facts.is_number(given, r.figure)]
    return found.only(those) if those and phrase.which and not phrase.conditions else None


def _without(excluded: tuple[Mention, ...], found: Rows, facts: Facts) -> Rows | Failure:
    """Without one member; one that belongs to the breakdown but not to the class is out already."""
    out = facts.row_of(excluded, found)
    if out is not None:
        return found.only(r for r in found.members if r is not out)
    known = any(facts.row_of(excluded, everyone) for everyone in facts.around(found))
    return found if known else Failure("not_matched", excluded)


def _first(found: Rows, phrase: Phrase) -> Rows | Failure:
    held = ordered(found, phrase.direction)
    if isinstance(held, Failure):
        return held
    if phrase.first > len(held):
        return Failure("other_number")
    cut, rest = held[: phrase.first], held[phrase.first :]
    if rest and rest[0].quantity.low == cut[-1].quantity.low:
        return Failure("tie")
    return found.only(cut)


def ordered(found: Rows, order: str) -> list[Row] | Failure:
    """The members from the largest down (`max`) or from the smallest up; equal ones as the report has them."""
    if any(not r.quantity.is_exact for r in found.members):
        return Failure("approximate")
    quantities = aligned(r.quantity for r in found.members)
    if len({q.unit for q in quantities}) > 1:
        return Failure("different_units")
    sign = 1 if order == "min" else -1
    values = dict(zip((r.name for r in found.members), quantities, strict=True))
    return sorted(found.members, key=lambda r: (sign * values[r.name].low, r.figure.start))


def picked(phrase: Phrase, facts: Facts) -> Names | Failure:
    """The member at the top, at the bottom or at the n-th place; equal ones share it."""
    found = rows(replace(phrase, first=0), facts)
    if isinstance(found, Failure):
        return found
    held = ordered(found, phrase.direction)
    if isinstance(held, Failure):
        return held
    if phrase.nth > len(held) or len(held) < 2:
        return Failure("not_comparable")
    value = held[phrase.nth - 1].quantity.low
    shown = tuple(r for r in held if r.quantity.low == value)
    return Names(shown, tuple(held), phrase.direction)


register("members", _value)
