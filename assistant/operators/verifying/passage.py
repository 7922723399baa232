"""Claims held against the passage that speaks of them: 减免了三名低保户, 曝光的问题都整改了."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.late import late
from assistant.model import Figure, Finding, Mention, Query, Selection, Statement
from assistant.naming import value_of
from assistant.operators.counting import counts_such
from assistant.operators.evidence import narrowed
from assistant.operators.ground import Ground
from assistant.operators.passages import sentences
from assistant.operators.reverse import states
from assistant.steps.match.explaining import explain
from assistant.steps.match.levels import HEADING

# What stands between two things that are named side by side.
LISTED = late("[^,，。；;:：]*[、和及与]")
COUNTED = ("count", "money", "percent")


def in_passage(query: Query, ground: Ground) -> Finding | None:
    """The one figure, in the unit claimed, of the clauses that hold every word of the question."""
    if len(query.numbers) != 1 or query.comparison:
        return None
    value, unit = query.numbers[0]
    span = _span(query.selections[0], ground, said=True)
    if span is None or not unit:
        return None
    claimed = replace(query.selections[0], unit=unit)
    fitting = [
        f
        for f in _figures(span, ground)
        if ground.units.fits(unit, f.unit)
        and (entry := ground.index.of(f.id)) is not None
        and counts_such(entry, claimed, ground)
    ]
    figures = _nearest(fitting, query.selections[0], ground)
    if len(figures) != 1 or figures[0].bound != "exact":
        return None
    [figure] = figures
    if _is_of_another(figure, fitting, _figures(span, ground), query.selections[0], ground):
        return None
    yes = states(figure, value, unit) != query.negated
    outcome = "verify_figure_yes" if yes else "verify_figure_no"
    polarity = "yes" if yes else "no"
    return Finding("answered", outcome, facts=(figure,), values=value_of(figure), polarity=polarity)


def _nearest(figures: list[Figure], selection: Selection, ground: Ground) -> list[Figure]:
    """Of several, those that name most of the question's words themselves (低保户 of 两名低保户)."""
    atoms = {a for m in selection.required() for s in m.senses for a in s.atoms}
    shared = [len(entry.own & atoms) if (entry := ground.index.of(f.id)) else 0 for f in figures]
    return [f for f, n in zip(figures, shared, strict=True) if n == max(shared)]


def _is_of_another(
    figure: Figure, alike: list[Figure], others: list[Figure], selection: Selection, ground: Ground
) -> bool:
    """Does a word that this figure does not have stand with another figure of the passage?

    A place or an organ, with a figure of whatever unit: 泗阳县301件,同比增长70.3%.
    """
    entry = ground.index.of(figure.id)
    left = [m for m in selection.required() if entry and not explain(m, entry, ground.index)]
    whose = [m for m in left if m.kinds() & {"place", "organ"}]
    return _is_owned(left, figure, alike, ground) or _is_owned(whose, figure, others, ground)


def _is_owned(
    mentions: list[Mention], figure: Figure, others: list[Figure], ground: Ground
) -> bool:
    atoms = {a for m in mentions for s in m.senses for a in s.atoms}
    entries = (ground.index.of(other.id) for other in others if other is not figure)
    return any(other is not None and other.own & atoms for other in entries)


def whole_and_done(query: Query, ground: Ground) -> tuple[Figure, Figure] | None:
    """The two figures of one unit in the clauses that hold every word: of all, and of those done."""
    span = _span(query.selections[0], ground)
    if span is None:
        return None
    by_unit: dict[str, list[Figure]] = {}
    for figure in _figures(span, ground):
        if figure.bound == "exact" and figure.unit != "%":
            by_unit.setdefault(figure.unit, []).append(figure)
    pairs = [row for row in by_unit.values() if len(row) == 2]
    if len(pairs) != 1:
        return None
    whole, done = pairs[0]
    if LISTED.fullmatch(ground.index.report.source[whole.number[1] : done.number[0]]):
        # 11个科室、4个直属单位各设1名: neither is a part of the other.
        return None
    return (whole, done) if (whole.value or 0) >= (done.value or Decimal(0)) else None


def _span(selection: Selection, ground: Ground, said: bool = False) -> tuple[int, int] | None:
    """The clauses of the one sentence that accounts for every word; `said`: with no help of its heading."""
    prose = sentences(ground)
    _, fits, _ = ground.choose(selection, prose)
    close = [c for c in fits if c.close]
    best = max((c.close for c in close), default=0)
    close = [c for c in close if c.close == best]
    if len(close) != 1 or not isinstance(close[0].fact, Statement):
        return None
    entry = next(e for e in prose if e.fact is close[0].fact)
    ways = [explain(m, entry, ground.index) for m in selection.required() if "action" in m.kinds()]
    if said and any(way and way[0] == HEADING for way in ways):
        return None
    return narrowed(entry, selection, "", ground)


def _figures(span: tuple[int, int], ground: Ground) -> list[Figure]:
    start, end = span
    return [
        f
        for f in ground.index.report.figures
        if f.kind in COUNTED and f.value is not None and start <= f.number[0] < end
    ]
