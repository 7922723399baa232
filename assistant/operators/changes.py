"""Changes: 比上年少了四十九条吗, held against the change that the report itself states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.model import Candidate, Figure, Finding, Query
from assistant.naming import value_of
from assistant.operators.ground import Ground, answer_figure
from assistant.operators.passages import clauses, sentences
from assistant.operators.reverse import states
from assistant.operators.verifying.passage import COUNTED

SINCE = ("同比",)
BASELINE = re.compile(r"[比较](?P<year>(?:19|20)\d{2}年)")
UP = re.compile("增加|增长|上升|提高|提升|新增|增幅|增速|增多|翻|多了|多出|高了|涨")
DOWN = re.compile("减少|下降|降低|降幅|压减|回落|少了|低了|降了|变少")


def run(query: Query, ground: Ground) -> Finding:
    """The stated change: does it go the way that is claimed, and by as much?"""
    from assistant.operators import verify

    claimed = _direction(query.text)
    found, held = _stated(query, ground)
    if not claimed or found is None:
        return verify.run(query, ground)
    if not found:
        plain = verify.run(query, ground)
        return plain if plain.status == "answered" else ground.refuse(query, held)
    return _judged(query, claimed, found, ground)


def since(query: Query, ground: Ground) -> Finding | None:
    """比2014年增长百分之几: the one change since that year that the report states in this unit."""
    if not BASELINE.search(query.text):
        return None
    way, unit = _direction(query.text), query.base.unit
    found = _stated(query, ground)[0] or []
    figures = [f for f, w in found if w == way and unit and ground.units.fits(unit, f.unit)]
    return answer_figure(figures[0]) if len(figures) == 1 else None


def _stated(
    query: Query, ground: Ground
) -> tuple[list[tuple[Figure, str]] | None, Sequence[Candidate]]:
    """The changes in the sentences that the question means; None where it names nothing to look for."""
    source = ground.index.report.source
    baseline = BASELINE.search(query.text)
    selection = replace(query.base if baseline else query.selections[0], unit="", heads=())
    ways = [m.span() for p in (UP, DOWN, BASELINE) for m in p.finditer(query.text)]
    kept = tuple(
        m
        for m in selection.mentions
        if not m.kinds() & {"relative_year", "operator"}
        and not any(s.atoms == SINCE for s in m.senses)
        and not any(start <= m.start < end for start, end in ways)
    )
    selection = replace(selection, mentions=kept)
    if not (selection.meant() or baseline):
        return None, []
    year = baseline["year"] if baseline else ""
    prose = [e for e in sentences(ground) if year in e.fact.quote]
    _, fits, held = ground.choose(selection, prose)
    changes = [
        change
        for candidate in sorted(fits, key=lambda c: (-c.close, c.fact.start))
        if candidate.close or not selection.meant()
        for change in _changes(candidate.fact.start, candidate.fact.end, ground)
    ]
    if not year:
        return changes, held
    return [(f, way) for f, way in changes if year in source[slice(*f.clause)]], held


def _judged(query: Query, claimed: str, found: list[tuple[Figure, str]], ground: Ground) -> Finding:
    figure, way = found[0]
    if query.numbers:
        fitting = [
            (f, w) for f, w in found if any(ground.units.fits(u, f.unit) for _, u in query.numbers)
        ]
        if not fitting:
            return ground.not_stated(query)
        figure, way = fitting[0]
        # 比2017年的443条未增加49条: the change is one of the numbers, the base another.
        told = any(states(figure, v, u) for v, u in query.numbers)
        if query.negated and not told:
            return ground.not_stated(query)
        holds = way == claimed and told
    else:
        holds = way == claimed
    polarity = "yes" if holds != query.negated else "no"
    return Finding(
        "answered",
        f"verify_{polarity}",
        facts=(figure,),
        values=value_of(figure),
        polarity=polarity,
    )


def _changes(start: int, end: int, ground: Ground) -> list[tuple[Figure, str]]:
    """The figures of a sentence that say by how much something grew or fell."""
    source = ground.index.report.source
    found = []
    for first, last in clauses(source, start, end):
        for figure in ground.index.report.figures:
            if figure.kind in COUNTED and first <= figure.number[0] < last:
                way = _direction(source[first : figure.number[0]][-8:])
                if way:
                    found.append((figure, way))
    return found


def _direction(text: str) -> str:
    up, down = list(UP.finditer(text)), list(DOWN.finditer(text))
    if bool(up) == bool(down):
        return ""
    return "up" if up else "down"
