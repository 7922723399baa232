"""Rank: the most, the least, the n-th, the whole order of the members of a breakdown."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.model import Figure, Finding, Query
from assistant.naming import value_of
from assistant.operators.apart import takes_what_is_out
from assistant.operators.arithmetic import exact, same_scale
from assistant.operators.divided import are_bodies, are_stages
from assistant.operators.ground import Ground
from assistant.operators.operands import named, named_members, whole_and_parts
from assistant.operators.series import names_of

# What asks for a body: 哪家企业最多.
BODY_ASKED = "哪家"
IN_TOTAL = re.compile("总共|一共|合计|共计|加起来|之和|总和")


def run(query: Query, ground: Ground) -> Finding:
    """Members in order of their figures; equal figures share a place."""
    if query.negated or (query.numbers and not (query.nth or query.limit)):
        return Finding("unanswered", "not_understood", reason="not_understood")
    if query.several_places and query.order != "position":
        chosen = named(query, ground)
    else:
        found = whole_and_parts(query, ground)
        chosen = found if isinstance(found, Finding) else found[1]
    if isinstance(chosen, Finding):
        return chosen
    out = takes_what_is_out(query, chosen, ground)
    # 哪种申请最多: what came in and what became of it are no kinds.
    out = out or (not query.several_places and are_stages(chosen, ground))
    out = out or (BODY_ASKED in query.text and not are_bodies(chosen, ground))
    if out or len(chosen) < 2 or not exact(chosen) or len({f.unit for f in chosen}) > 1:
        return Finding("unanswered", "not_comparable", reason="not_comparable")
    if not ground.units.fits(query.base.unit, chosen[0].unit):
        return Finding("unanswered", "not_comparable", reason="not_comparable")
    ordered = _ordered(chosen, query.order)
    names = names_of(chosen, ground.index)
    if query.order == "position":
        return _position(query, ordered, names, ground)
    if query.nth:
        return _nth(ordered, query, names)
    if query.limit and IN_TOTAL.search(query.text):
        # 最多的两类总共多少件 asks for their sum.
        return Finding("unanswered", "not_supported", reason="not_supported")
    shown = ordered[: query.limit] if query.limit else ordered
    if {"max", "min"} <= set(query.operators):
        most, least = ordered[0], ordered[-1]
        slots = {"most": names[most.id] + most.text, "least": names[least.id] + least.text}
        if query.order == "min":
            slots = {"most": slots["least"], "least": slots["most"]}
        return _say("extremes", slots, [most, least])
    if query.order in ("max", "min") and not query.limit:
        best = ordered[0].value
        shown = [f for f in ordered if f.value == best]
        slots = {"names": _joined(shown, names), "figure": shown[0].text}
        return _claim(query, _say(query.order, slots, shown), ordered, shown, names, ground)
    return _say("ranking", {"list": _listed(shown, names)}, shown)


Names = dict[str, str]


def _joined(figures: list[Figure], names: Names) -> str:
    return "、".join(names[f.id] for f in figures)


def _claim(
    query: Query,
    finding: Finding,
    ordered: list[Figure],
    shown: list[Figure],
    names: Names,
    ground: Ground,
) -> Finding:
    """阳山县垫底，是真的吗: whether the member that is named is the one."""
    if query.member is None:
        return finding
    member = _member(query, ordered, ground)
    if member is None:
        return Finding("unanswered", "not_understood", reason="not_understood")
    facts = tuple(dict.fromkeys((member, *shown)))
    values = tuple(v for f in facts for v in value_of(f))
    polarity = "yes" if member in shown else "no"
    slots = finding.slots | {"name": names[member.id], "own": member.text}
    outcome = f"claimed_{finding.outcome}"
    return replace(
        finding, outcome=outcome, slots=slots, facts=facts, values=values, polarity=polarity
    )


def _member(query: Query, ordered: list[Figure], ground: Ground) -> Figure | None:
    """The member whose place in the order is asked, or of which something is claimed."""
    meant = {a for s in query.member.senses for a in s.atoms} if query.member else set()
    placed = next((f for f in ordered if f.where in meant), None)
    named = named_members(query, ground) if placed is None and query.member is None else []
    return named[0] if len(named) == 1 and named[0] in ordered else placed


def _ordered(figures: list[Figure], order: str) -> list[Figure]:
    values, _ = same_scale(figures)
    by_id = {f.id: v for f, v in zip(figures, values, strict=True)}
    down = order not in ("min", "ascending")
    return sorted(figures, key=lambda f: (-by_id[f.id] if down else by_id[f.id], f.start))


def place_of(figure: Figure, ordered: list[Figure]) -> int:
    """The place of a member, counted from 1; equal figures share the better place."""
    value = figure.value or Decimal(0)
    return 1 + sum((other.value or Decimal(0)) > value for other in ordered)


def _position(query: Query, ordered: list[Figure], names: Names, ground: Ground) -> Finding:
    member = _member(query, ordered, ground)
    if member is None:
        return Finding("unanswered", "not_understood", reason="not_understood")
    slots = {
        "name": names[member.id],
        "figure": member.text,
        "place": str(place_of(member, ordered)),
        "count": str(len(ordered)),
    }
    return _say("position", slots, [member, *(f for f in ordered if f is not member)], (member,))


def _nth(ordered: list[Figure], query: Query, names: Names) -> Finding:
    if query.nth > len(ordered):
        return Finding("unanswered", "not_comparable", reason="not_comparable")
    value = ordered[query.nth - 1].value
    shown = [f for f in ordered if f.value == value]
    slots = {"names": _joined(shown, names), "figure": shown[0].text, "nth": query.nth_text}
    return _say("nth", slots, shown)


def _listed(figures: list[Figure], names: Names) -> str:
    return "；".join(f"{at}. {names[f.id]}{f.text}" for at, f in enumerate(figures, start=1))


def _say(
    outcome: str, slots: dict[str, str], shown: list[Figure], valued: tuple[Figure, ...] = ()
) -> Finding:
    values = tuple(v for f in valued or tuple(shown) for v in value_of(f))
    return Finding("answered", outcome, slots, facts=tuple(shown), values=values)
