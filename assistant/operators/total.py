"""Sum: several figures added up, or the members of a breakdown."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from assistant.choosing.adding import may_add
from assistant.index import Entry
from assistant.model import Figure, Finding, Mention, Query
from assistant.operators import lookup
from assistant.operators.added import added
from assistant.operators.arithmetic import bound_of_sum
from assistant.operators.ground import Ground
from assistant.operators.operands import named, named_members, whole_and_parts
from assistant.operators.product import product
from assistant.steps.match.explaining import explain
from assistant.steps.match.levels import INHERITED, OWN


def run(query: Query, ground: Ground) -> Finding:
    """The sum, with its bound; refuses different units, and a whole added to its part.

    Where one figure is said of all that is named, there is nothing to add.
    """
    query = _shared(query, ground)
    at_once = _stated(query, ground) if len(query.selections) > 1 else None
    if at_once:
        return at_once
    figures = addends(query, ground)
    if isinstance(figures, Finding) and figures.outcome == "part_and_whole":
        return figures
    if isinstance(figures, Finding) or len({f.id for f in figures}) < 2:
        return (
            product(query, ground)
            or _stated(query, ground)
            or (
                figures
                if isinstance(figures, Finding)
                else Finding("unanswered", "not_understood", reason="not_understood")
            )
        )
    refusal = may_add(figures, ground)
    if refusal:
        return refusal
    if query.exactly and bound_of_sum(figures) != "exact":
        return Finding("unanswered", "approximate", reason="not_comparable")
    return added(figures, ground)


def _shared(query: Query, ground: Ground) -> Query:
    """复议和诉讼被纠错一共几件: what is said behind the last is meant of both, where both have it."""
    if len(query.selections) != 2:
        return query
    first, last = query.selections
    said = tuple(m for m in last.required()[1:] if "place" not in m.kinds())
    if not said or len(first.required()) != 1:
        return query
    whole = replace(first, mentions=(*first.mentions, *said))
    shared = replace(query, selections=(whole, last))
    found = named(shared, ground)
    two = not isinstance(found, Finding) and len({f.id for f in found}) == 2
    return shared if two else query


def _stated(query: Query, ground: Ground, each: bool = True) -> Finding | None:
    """A total that the report states for all of what is named together.

    It is said of every side in its own words: 报纸、电台、电视台等媒体500多条. Without `each`, some
    words of every side are enough.
    """
    mentions = [m for s in query.selections for m in s.mentions]
    scoped = [m for m in mentions if "whole" in m.kinds() and "frame" not in m.kinds()]
    if query.classes or (len(query.selections) > 1 and scoped):
        return None
    asked = replace(query, operator="lookup", ask="number", selections=(query.base,))
    found = lookup.run(asked, ground)
    if found.status != "answered" or not found.values:
        return None
    fact = found.facts[0]
    if not isinstance(fact, Figure):
        return None
    entry = ground.index.of(fact.id)
    sides = query.selections if len(query.selections) > 1 else ()
    named = [m for side in sides for m in side.meant()]
    said = entry is not None and all(_says(entry, m, ground) for m in named)
    joined = entry is not None and sides and all(_says(entry, m, ground) for m in _joint(query))
    if entry is not None and sides and _counts_one(fact, query, ground):
        return None
    # The part of something is no total of several, unless its clause names all of them.
    return found if (said and not (sides and fact.part_of)) or joined else None


def _counts_one(fact: Figure, query: Query, ground: Ground) -> bool:
    """24个乡镇和47个县直部门: does the clause count each of what is named by itself?"""
    beside = [f for f in ground.index.report.figures if f.clause == fact.clause and f != fact]
    own = [any(m.text in fact.what for m in s.meant()) for s in query.selections]
    others = [any(m.text in f.what for m in s.meant() for f in beside) for s in query.selections]
    return any(o and not mine for o, mine in zip(others, own, strict=True))


def _joint(query: Query) -> list[Mention]:
    """What stands at either side of a joint: 市政府、市政府办公室 of 网站发布市政府、市政府办公室文件."""
    pairs = pairwise(s.meant() for s in query.selections)
    return [m for a, b in pairs if a and b for m in (a[-1], b[0])]


def _says(entry: Entry, mention: Mention, ground: Ground) -> bool:
    level = explain(mention, entry, ground.index)
    return level is not None and level[0] != INHERITED


def _named_closely(members: list[Figure], query: Query, ground: Ground) -> list[Figure]:
    """The members that a word of the question names as such, as many as it names; none where it is not clear."""
    entries = [(f, e) for f in members if (e := ground.index.of(f.id)) is not None]
    names = [m for m in query.base.meant() if query.text[m.start - 1 : m.start] != "的"]
    named = [
        figure
        for figure, entry in entries
        if any(
            (level := explain(m, entry, ground.index)) is not None
            and level[0] == OWN
            and sum(_says(other, m, ground) for _, other in entries) == 1
            for m in names
        )
    ]
    return named if len(named) == len(query.selections) else []


def addends(query: Query, ground: Ground) -> list[Figure] | Finding:
    """The figures named one by one, or the members of the series that is meant."""
    if len(query.selections) > 1 and not (query.classes and not query.several_places):
        found = named(query, ground)
        if not isinstance(found, Finding) or query.several_places:
            return found
        members = named_members(query, ground)
        if len(members) > len(query.selections):
            # 取消和下放的项目: the noun behind both names none besides 保留项目.
            members = _named_closely(members, query, ground)
        return members if len(members) > 1 else found
    series = whole_and_parts(query, ground)
    return series if isinstance(series, Finding) else series[1]
