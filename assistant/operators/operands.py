"""Which figures a computation is about: named one by one, or the members of a breakdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.index import Entry
from assistant.late import late
from assistant.model import Candidate, Figure, Finding, Mention, Query, Selection
from assistant.operators.arithmetic import base_unit
from assistant.operators.counting import counted_in, counts_itself
from assistant.operators.ground import Choice, Ground
from assistant.operators.meant import Meant, meant
from assistant.operators.series import COUNTABLE, Series, every
from assistant.places import asks_places, suffix
from assistant.presentation import label
from assistant.steps.decide import least
from assistant.steps.match.accounting import account
from assistant.steps.match.explaining import explain, explaining
from assistant.steps.match.levels import OWN
from assistant.steps.match.topics import is_telling

# The kinds of words for what is counted, and not whose it is.
COUNTED = frozenset({"measure", "word", "action"})
# What leads in a list of the first only.
FIRST = late("前[几一二三四五六七八九十]+[名位个家]")


def countable(ground: Ground) -> list[Entry]:
    """The figures that can be computed with."""
    made = ground.index.made
    if "countable" not in made:
        figures = ground.index.figures()
        made["countable"] = [e for e in figures if getattr(e.fact, "kind", "") in COUNTABLE]
    found: list[Entry] = made["countable"]
    return found


def named(query: Query, ground: Ground) -> list[Figure] | Finding:
    """One figure for each side of the question (A和B); a side left short borrows from the other.

    A side that several figures fit is the one beside the figure of another side; where that does
    not help either, the sides may be members of one series (宿豫区、宿城区 of those that 收办).
    """
    if _whole_and_part(query):
        return Finding("unanswered", "part_and_whole", reason="not_comparable")
    refusal = _unknown(query, ground)
    if refusal is None:
        sides = (counted_in(query.text, s) for s in query.selections)
        found = [_meant(s, _others(query, at), ground) for at, s in enumerate(sides)]
        found = [_beside(f, found, ground) if isinstance(f, Finding) else f for f in found]
        refusal = next((f for f in found if isinstance(f, Finding)), None)
        if refusal is None:
            return _aligned([f for f in found if isinstance(f, Figure)], query, ground)
    several = len(query.selections) > 1
    ordered = _by_side(named_members(query, ground) if several else [], query, ground)
    return ordered if len(ordered) == len(query.selections) else refusal


def _by_side(members: list[Figure], query: Query, ground: Ground) -> list[Figure]:
    """The members in the order in which the sides name them (微信粉丝比微博多吗, of 微博86万人，微信12.3万人)."""
    if len(members) != len(query.selections):
        return []
    own = [
        {f.id: f for f in members if any(_is_only_of(m, f, members, ground) for m in side.mentions)}
        for side in query.selections
    ]
    certain = {f for held in own if len(held) == 1 for f in held}
    left = [{f: held[f] for f in held if len(held) == 1 or f not in certain} for held in own]
    ordered = [f for held in left if len(held) == 1 for f in held.values()]
    told = len(ordered) == len(members) == len({f.id for f in ordered})
    return ordered if told else [] if query.claimed else members


def _level(mention: Mention, figure: Figure, ground: Ground) -> int | None:
    entry = ground.index.of(figure.id)
    level = explain(mention, entry, ground.index) if entry is not None else None
    return level[0] if level is not None else None


def _is_only_of(mention: Mention, figure: Figure, members: list[Figure], ground: Ground) -> bool:
    """Does one of the members alone say this itself?"""
    says = [f.id for f in members if _level(mention, f, ground) == OWN]
    return says == [figure.id]


def _aligned(figures: list[Figure], query: Query, ground: Ground) -> list[Figure]:
    """Cells of one table in one row or column: 自然人 said once is meant of both rows that follow."""
    tables = {(f.table, f.section) for f in figures}
    rows, columns = {f.row for f in figures}, {f.column for f in figures}
    if len(figures) < 2 or len(tables) > 1 or not figures[0].table:
        return figures
    if len(rows) == 1 or len(columns) == 1:
        return figures
    members = named_members(query, ground)
    return members if len(members) == len(figures) else figures


def _others(query: Query, at: int) -> list[Mention]:
    return [m for i, s in enumerate(query.selections) for m in s.mentions if i != at]


def _whole_and_part(query: Query) -> bool:
    """市级和全市: one side is only the whole of the other."""
    scopes = [any("whole" in m.kinds() and "frame" not in m.kinds() for m in s.mentions)
              and not is_telling(s) for s in query.selections]  # fmt: skip
    return len(scopes) > 1 and any(scopes)


def _beside(
    unclear: Finding, sides: Sequence[Figure | Finding], ground: Ground
) -> Figure | Finding:
    """Of several figures that fit, the one that stands beside the figure of another side."""
    clear, rivals = [f for f in sides if isinstance(f, Figure)], [*map(_figure, unclear.rivals)]
    if unclear.status != "clarify" or not clear or not rivals:
        return unclear
    series = [{f.id for f in s.figures()} for s in every(ground)]
    near = [r for r in rivals if any({r.id, c.id} <= ids for ids in series for c in clear)]
    # 24个乡镇和47个县直部门: of those that fit, the one of the very clause.
    near = near or [r for r in rivals if any(r.clause == c.clause for c in clear)]
    return near[0] if len(near) == 1 else unclear


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


def _meant(side: Selection, others: Sequence[Mention], ground: Ground) -> Figure | Finding:
    alone, _, held = _choose(side, ground, others=False)
    shared = [m for m in others if m not in side.mentions]
    if _is_whose(side, shared):
        # 市政府的文件和市府办的: what is only whose it is takes what is counted from the other side.
        alone = []
    if alone and _say_the_same(alone):
        return _figure(alone[0])
    for keep in (shared[1:], shared):
        wider = replace(side, mentions=(*side.mentions, *keep))
        winners, _, _ = _choose(wider, ground, others=False)
        if keep and winners and _say_the_same(winners):
            return _figure(winners[0])
    if alone:
        return Finding("clarify", "clarify", rivals=tuple(alone))
    return ground.refuse(Query("lookup", "number", (side,)), held)


def _is_whose(side: Selection, shared: Sequence[Mention]) -> bool:
    """Does the side name an organ alone, where another side names what is counted?"""
    organs = all("organ" in m.kinds() for m in side.meant())
    return organs and bool(side.meant()) and any(m.kinds() & COUNTED for m in shared)


def _say_the_same(candidates: Sequence[Candidate]) -> bool:
    """One figure, or one that is stated in several places (in prose and in a table)."""
    figures = [_figure(c) for c in candidates]
    return len({(f.value, f.unit, f.bound) for f in figures}) == 1 and (
        len(figures) == 1 or len({bool(f.table) for f in figures}) == len(figures)
    )


def _choose(side: Selection, ground: Ground, refusing: bool = True, others: bool = True) -> Choice:
    """The candidates in the measure word of the side; those named by their own words win.

    What was held against it in vain is given only for `refusing`; `others`: also what only stands near.
    """
    if not side.required():
        return [], [], []
    entries = countable(ground)
    units = {u for u in {_fact(e).unit for e in entries} if ground.units.fits(side.unit, u)}
    fitting = [e for e in entries if _fact(e).unit in units]
    able = _accounting(side, fitting, ground)
    if not others and side.unit in ("", *ground.units.general):
        able = [e for e in able if counts_itself(e, side, ground)]
    exactly = [e for e in fitting if base_unit(_fact(e).unit) == side.unit]
    winners, fits, held = ground.choose(side, _both(able, exactly) if exactly else able)
    if not fits and exactly:
        winners, fits, held = ground.choose(side, able)
    if not fits:
        return [], [], ground.choose(side, fitting)[2] if refusing else []
    closest = max((c.close for c in fits), default=0)
    close = least([c for c in fits if c.close == closest])
    return close if len(close) < len(winners) or len(close) == 1 else winners, fits, held


def _both(some: Sequence[Entry], others: Sequence[Entry]) -> list[Entry]:
    asked = {e.fact.id for e in others}
    return [e for e in some if e.fact.id in asked]


def _accounting(side: Selection, entries: Sequence[Entry], ground: Ground) -> list[Entry]:
    """The entries that account for every word of a side: no other can be meant."""
    words = [explaining(m, ground.index) for m in side.required()]
    able = frozenset.intersection(*words)
    return [e for e in entries if e.fact.id in able]


def _fact(entry: Entry) -> Figure:
    assert isinstance(entry.fact, Figure)
    return entry.fact


def _figure(candidate: Candidate) -> Figure:
    assert isinstance(candidate.fact, Figure)
    return candidate.fact


def whole_and_parts(
    query: Query, ground: Ground, unit: str = ""
) -> tuple[Figure | None, list[Figure]] | Finding:
    """The members of the breakdown that the question means, with their whole where it is stated.

    Of places only those of the kinds that are named; `unit` is the measure word of the members.
    """
    found = _agreeing(meant(query, ground, unit), ground)
    if found is None:
        return _no_series(query, ground)
    if isinstance(found, Finding):
        return found
    series = found.series
    if _is_partial(query, series):
        return Finding("unanswered", "no_members", reason="not_matched")
    chosen = series.figures()
    if len(found.named) > 1 and not query.classes:
        chosen = [f for e in found.named if isinstance(f := e.fact, Figure)]
    peers = [f for f in chosen if suffix(f.where)]
    listed = query.order in ("descending", "ascending") and "members" in query.operators
    if not query.classes and not found.named and peers and not listed and (
        query.places_only or query.operator == "rank"
    ):  # fmt: skip
        chosen = peers
    if query.cardinal and query.cardinal != len(chosen) and not query.excluding:
        slots = {"claimed": str(query.cardinal), "count": str(len(chosen))}
        return Finding("unanswered", "other_number", slots, reason="not_matched")
    whole = series.whole.fact if series.whole else None
    return whole if isinstance(whole, Figure) else None, chosen


def are_places(members: Sequence[Figure], query: Query) -> bool:
    """Are these of places, where 各地 or 各乡镇 asks of places, and no kinds of information?"""
    asked = query.classes or query.of_places or asks_places(query.text)
    return not asked or all(suffix(label(f)) for f in members)


def _is_partial(query: Query, series: Series) -> bool:
    """前三名 lists the first only: of the others nothing is known, nor of all together."""
    first = query.operator == "rank" and query.order in ("max", "descending")
    return bool(FIRST.search(series.lead)) and not (first and not query.nth)


def named_members(query: Query, ground: Ground) -> list[Figure]:
    """The members of one series that the question names one by one; none where it is not clear."""
    found = _agreeing(meant(query, ground), ground)
    if found is None or isinstance(found, Finding):
        return []
    return [f for e in found.named if isinstance(f := e.fact, Figure)]


def _agreeing(held: list[Meant], ground: Ground) -> Meant | Finding | None:
    """The one series that is meant; series that say the same (in prose and in a table) are one."""
    if not held:
        return None
    values = {tuple(sorted(f.value or 0 for f in m.series.figures())) for m in held}
    if len(values) == 1:
        return held[0]
    rivals = tuple(
        Candidate(m.series.whole.fact, (), frozenset()) for m in held if m.series.whole is not None
    )
    if len(rivals) == len(held) and len({r.fact.id for r in rivals}) == len(rivals):
        return Finding("clarify", "clarify", rivals=rivals)
    return Finding("unanswered", "no_members", reason="not_matched", rivals=rivals[:1])


def _no_series(query: Query, ground: Ground) -> Finding:
    """No breakdown accounts for every word: say which word nothing explains, if there is one."""
    winners, fits, held = _choose(query.base, ground)
    if not fits and query.base.required():
        return ground.refuse(query, held)
    return Finding("unanswered", "no_members", reason="not_matched", rivals=tuple(winners[:1]))


__all__ = [
    "COUNTABLE",
    "are_places",
    "countable",
    "label",
    "named",
    "named_members",
    "whole_and_parts",
]
