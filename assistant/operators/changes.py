"""Changes: 比上年少了四十九条吗, held against the change that the report itself states."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.model import Figure, Finding, Query
from assistant.operators.claims import COUNTED
from assistant.operators.ground import Ground, value_of
from assistant.operators.passages import clauses, sentences
from assistant.operators.reverse import states

SINCE = ("同比",)
UP = re.compile("增加|增长|上升|提高|提升|新增|增幅|增多|翻|多了|多出|高了|涨")
DOWN = re.compile("减少|下降|降低|降幅|压减|回落|少了|低了|降了|变少")


def run(query: Query, ground: Ground) -> Finding:
    """The stated change: does it go the way that is claimed, and by as much?"""
    from assistant.operators import verify

    claimed = _direction(query.text)
    selection = query.selections[0]
    ways = [m.span() for p in (UP, DOWN) for m in p.finditer(query.text)]
    kept = tuple(
        m
        for m in selection.mentions
        if not m.kinds() & {"relative_year", "operator"}
        and not any(s.atoms == SINCE for s in m.senses)
        and not any(start <= m.start < end for start, end in ways)
    )
    selection = replace(selection, mentions=kept, unit="")
    if not claimed or not selection.meant():
        return verify.run(query, ground)
    _, fits, held = ground.choose(selection, sentences(ground))
    found = [
        (figure, way)
        for candidate in sorted(fits, key=lambda c: (-c.close, c.fact.start))
        if candidate.close
        for figure, way in _changes(candidate.fact.start, candidate.fact.end, ground)
    ]
    if not found:
        plain = verify.run(query, ground)
        return plain if plain.status == "answered" else ground.refuse(query, held)
    return _judged(query, claimed, found, ground)


def _judged(query: Query, claimed: str, found: list[tuple[Figure, str]], ground: Ground) -> Finding:
    figure, way = found[0]
    if query.numbers:
        value, unit = query.numbers[0]
        fitting = [(f, w) for f, w in found if ground.units.fits(unit, f.unit)]
        if not fitting:
            return ground.not_stated(query)
        figure, way = fitting[0]
        holds = way == claimed and states(figure, value, unit)
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
