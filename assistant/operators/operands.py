"""Which figures a computation is about: named one by one, or the members of a breakdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.index import Entry
from assistant.model import Candidate, Figure, Finding, Query, Selection
from assistant.operators.ground import Ground
from assistant.places import suffix
from assistant.presentation import label
from assistant.steps.match import account

COUNTABLE = ("count", "money", "percent")


def countable(ground: Ground) -> list[Entry]:
    """The figures that can be computed with."""
    return [
        e for e in ground.index.figures() if isinstance(e.fact, Figure) and e.fact.kind in COUNTABLE
    ]


def named(query: Query, ground: Ground) -> list[Figure] | Finding:
    """One figure for each side of the question (A和B); a side left short borrows from the other."""
    unknown = _unknown(query, ground)
    if unknown:
        return unknown
    found: list[Figure] = []
    for at, side in enumerate(query.selections):
        others = [m for i, s in enumerate(query.selections) for m in s.mentions if i != at]
        figure = _meant(side, others, ground)
        if isinstance(figure, Finding):
            return figure
        found.append(figure)
    return found


def _unknown(query: Query, ground: Ground) -> Finding | None:
    """A refusal when some word is explained by no figure of the report at all."""
    mentions = tuple(dict.fromkeys(m for s in query.selections for m in s.mentions))
    for mention in mentions:
        if "frame" in mention.kinds():
            continue
        entries = countable(ground)
        if not any(
            account(s, e, ground.index) is not None for s in mention.senses for e in entries
        ):
            held = ground.choose(Selection((mention,)), entries)[2]
            return ground.refuse(Query("lookup", "number", (Selection((mention,)),)), held)
    return None


def _meant(side: Selection, others: Sequence[object], ground: Ground) -> Figure | Finding:
    alone, _, held = _choose(side, ground)
    if len(alone) == 1:
        return _figure(alone[0])
    shared = [m for m in others if m not in side.mentions]
    for keep in (shared[1:], shared):
        wider = replace(side, mentions=(*side.mentions, *keep))  # type: ignore[arg-type]
        winners, _, _ = _choose(wider, ground)
        if keep and len(winners) == 1:
            return _figure(winners[0])
    if alone:
        return Finding("clarify", "clarify", rivals=tuple(alone))
    query = Query("lookup", "number", (side,))
    return ground.refuse(query, held)


def _choose(side: Selection, ground: Ground) -> tuple[list[Candidate], ...]:
    entries = [
        e
        for e in countable(ground)
        if isinstance(e.fact, Figure) and ground.units.fits(side.unit, e.fact.unit)
    ]
    if not side.required():
        return [], [], []
    return ground.choose(side, entries)


def _figure(candidate: Candidate) -> Figure:
    assert isinstance(candidate.fact, Figure)
    return candidate.fact


def whole_and_parts(query: Query, ground: Ground) -> tuple[Figure, list[Figure]] | Finding:
    """The whole that the question means with its parts, only of the kinds of place it names."""
    selection, extra = _without_members(query.base, ground)
    winners, fits, held = _choose(selection, ground)
    if not selection.required() and not query.base.required():
        winners = fits = _any_whole(query, ground)
    wholes = [_figure(c) for c in winners]
    parts = [e.fact for e in countable(ground) if isinstance(e.fact, Figure) and e.fact.part_of]
    with_parts = [w for w in wholes if any(p.part_of == w.id for p in parts)]
    if len(with_parts) != 1:
        bases = {p.part_of for p in parts}
        with_parts = [_figure(c) for c in fits if c.fact.id in bases]
    if len(with_parts) != 1:
        return ground.refuse(query, held) if not fits else Finding(
            "unanswered", "no_members", reason="not_in_report", rivals=tuple(winners[:1])
        )  # fmt: skip
    whole = with_parts[0]
    members = [p for p in parts if p.part_of == whole.id]
    chosen = [p for p in members if _is_wanted(p, query, extra)]
    peers = [p for p in members if suffix(p.where)]
    if (
        not query.classes
        and not extra
        and peers
        and (query.places_only or query.operator == "rank")
    ):
        chosen = peers
    if query.cardinal and query.cardinal != len(chosen) and not query.excluding:
        slots = {"claimed": str(query.cardinal), "count": str(len(chosen))}
        return Finding("unanswered", "other_number", slots, reason="not_in_report")
    return whole, chosen


def _is_wanted(part: Figure, query: Query, extra: set[str]) -> bool:
    """Of the kind of place that is named, or named itself; 除…外 takes out what is named."""
    if part.id in extra:
        return not query.excluding
    return not query.classes or suffix(part.where) in query.classes


def _any_whole(query: Query, ground: Ground) -> list[Candidate]:
    """With nothing named but a kind of place (哪个县最多): every whole that has such parts."""
    parts = [e.fact for e in countable(ground) if isinstance(e.fact, Figure) and e.fact.part_of]
    fitting = {p.part_of for p in parts if suffix(p.where) and (
        not query.classes or suffix(p.where) in query.classes)}  # fmt: skip
    wholes = (e for e in countable(ground) if e.fact.id in fitting)
    return [Candidate(e.fact, (), frozenset()) for e in wholes]


def _without_members(selection: Selection, ground: Ground) -> tuple[Selection, set[str]]:
    """The selection without words that only name a member (市级和各县市区), and those members."""
    parts = [e for e in countable(ground) if getattr(e.fact, "part_of", None)]
    wholes = [e for e in countable(ground) if not getattr(e.fact, "part_of", None)]
    kept, named_parts = [], set()
    for mention in selection.mentions:
        atoms = [set(s.atoms) for s in mention.senses if s.atoms]
        own = {e.fact.id for e in parts if any(a <= e.own for a in atoms)}
        if own and not any(a <= e.says() | e.topic for e in wholes for a in atoms):
            named_parts |= own
        else:
            kept.append(mention)
    return replace(selection, mentions=tuple(kept)), named_parts


__all__ = ["COUNTABLE", "countable", "label", "named", "whole_and_parts"]
