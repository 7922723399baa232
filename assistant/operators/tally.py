"""Tally: do the stated parts add up to the total that the report states beside them?"""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.index import Entry
from assistant.language.numerals import plain
from assistant.model import Figure, Finding, Query
from assistant.operators.arithmetic import computation, exact, same_scale
from assistant.operators.ground import Ground

TOTAL = "总计"
COUNT = re.compile("(.)数")


def run(query: Query, ground: Ground) -> Finding:
    """The parts of the total that the question means, added up and held against it."""
    sums = _sums(ground)
    entries = [e for e in _counted_so(query, ground) if e.fact.id in sums]
    winners, _, held = ground.choose(query.selections[0], entries)
    winners = [c for c in winners if getattr(c.fact, "member", "") == TOTAL] or winners
    if not query.selections[0].meant() or len(winners) != 1:
        return ground.refuse(query, held)
    whole = winners[0].fact
    assert isinstance(whole, Figure)
    parts = _one_way(whole, sums[whole.id])
    if len({part.sentence for part in parts}) > 1 and not whole.table:
        return ground.not_stated(query)
    if not exact([*parts, whole]):
        return Finding("unanswered", "approximate", reason="not_comparable")
    (*values, total), _ = same_scale([*parts, whole])
    left = f"{' + '.join(map(plain, values))} = {plain(sum(values, Decimal(0)))}"
    holds = sum(values, Decimal(0)) == total
    return Finding(
        "answered",
        "tallied_yes" if holds else "tallied_no",
        {"left": left, "right": plain(total)},
        facts=(*parts, whole),
        polarity="yes" if holds != query.negated else "no",
        computation=computation("sum", left, list(parts)),
    )


def _counted_so(query: Query, ground: Ground) -> list[Entry]:
    """The figures in the measure word that 条数, 件数 name; all where none is named."""
    named = {m.group(1) for m in COUNT.finditer(query.text)}
    units = {u for u in named if u in ground.units.groups}
    figures = list(ground.index.figures())
    fit = [e for e in figures if any(ground.units.fits(u, _unit(e)) for u in units)]
    return fit if units else figures


def _unit(entry: Entry) -> str:
    return entry.fact.unit if isinstance(entry.fact, Figure) else ""


def _one_way(whole: Figure, parts: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """A cell is a total of the lines above it and of the columns before it: 各项 are the lines."""
    lines = tuple(part for part in parts if part.member == whole.member)
    return lines if whole.table and len(lines) > 1 else parts


def _sums(ground: Ground) -> dict[str, tuple[Figure, ...]]:
    """The parts of every figure that has two or more."""
    found: dict[str, tuple[Figure, ...]] = {}
    for figure in ground.index.report.figures:
        if figure.part_of and figure.value is not None:
            found[figure.part_of] = (*found.get(figure.part_of, ()), figure)
    return {whole: parts for whole, parts in found.items() if len(parts) > 1}
