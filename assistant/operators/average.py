"""Average: over the members of a breakdown, or one figure per unit of another."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.choosing.adding import may_add
from assistant.index import Entry
from assistant.language.numerals import plain
from assistant.model import CARD_KINDS, Figure, Finding, Mention, Query
from assistant.naming import together
from assistant.operators.apart import takes_what_is_out
from assistant.operators.arithmetic import OPEN, base_unit, computation, rounded, same_scale, value
from assistant.operators.divided import are_unlike
from assistant.operators.ground import Ground
from assistant.operators.operands import are_places, countable, named, whole_and_parts
from assistant.steps.match.explaining import explain
from assistant.steps.match.levels import OWN
from assistant.steps.match.times import rate_of

PIECE = "个"
REACHED = re.compile("达到?[^，,]{0,8}(?:平均|均值)")


def run(query: Query, ground: Ground) -> Finding:
    """The mean of the members, or a quotient of two figures, to two decimals, half up.

    The mean that members reach (达到平均数的县) is not asked for.
    """
    if REACHED.search(query.text):
        return Finding("unanswered", "not_supported", reason="not_supported")
    return _say_unless_approximate(query, _mean(query, ground))


def _mean(query: Query, ground: Ground) -> Finding:
    if query.divisor:
        return _divided(query, ground)
    pair = _pair(query, ground) if not query.classes else None
    if pair:
        return _quotient(*pair)
    if query.per and not query.classes and not query.places_only:
        return _per(query, ground)
    one = len(query.selections) < 2
    found = whole_and_parts(query, ground, query.unit) if one else named(query, ground)
    if isinstance(found, Finding):
        pair = _pair(query, ground) if query.each else None
        return _quotient(*pair) if pair else found
    figures = found if isinstance(found, list) else found[1]
    if one and not are_places(figures, query):
        return Finding("unanswered", "no_members", reason="not_matched")
    if takes_what_is_out(query, figures, ground) or (one and are_unlike(figures, ground)):
        return Finding("unanswered", "not_supported", reason="not_supported")
    refusal = may_add(figures, ground)
    if refusal:
        return refusal
    values, unit = same_scale(figures)
    total, count = sum(values, Decimal(0)), len(values)
    said = _say(total, Decimal(count), unit, figures, "exact", "")
    slots = {**said.slots, "list": together(figures, ground.index.report)}
    return replace(said, slots=slots)


def _pair(query: Query, ground: Ground) -> tuple[Figure, Figure] | None:
    """Two figures that together account for every word: how much, and for how many (人均, 每户).

    They stand in one sentence; but what 每个乡镇 are counted as may stand anywhere.
    """
    required = query.base.required()
    found: list[tuple[int, int, int, Figure, Figure]] = []
    entries = countable(ground)
    for under in entries:
        count = _figure(under)
        if not _divides(query, under, ground):
            continue
        for over in entries:
            figure = _figure(over)
            if not _is_divided(query, figure, count, ground):
                continue
            levels = [_levels(m, over, under, ground) for m in required]
            if any(level is None for level in levels):
                continue
            if base_unit(count.unit) in ground.units.general and not _is_of(over, under, query):
                continue
            told = [m for m in query.base.mentions if not m.kinds() & CARD_KINDS]
            if figure.kind == "money" and not any(explain(m, over, ground.index) for m in told):
                # 停产企业摊到每家多少钱: no sum is named, and the fines are not theirs.
                continue
            if _is_of_a_part(told, over, under, ground):
                continue
            close = sum(_levels(m, over, under, ground) == OWN for m in told)
            counted = sum(explain(m, under, ground.index) is not None for m in told)
            found.append((-close, -counted, abs(figure.start - count.start), figure, count))
    found.sort(key=lambda row: row[:3])
    if not found or not found[0][0]:
        return None
    return found[0][3:]


def _is_of_a_part(told: list[Mention], over: Entry, under: Entry, ground: Ground) -> bool:
    """处罚63件，其中职业卫生4件，罚没27.85万元: is one part asked of, of which the amount is not told?"""
    amount, count = _figure(over), _figure(under)
    parts = (e for e in countable(ground) if _figure(e).part_of == count.id)
    others = [m for m in told if _levels(m, over, under, ground) != OWN]
    named = any(
        (level := explain(m, part, ground.index)) is not None and level[0] == OWN
        for part in parts
        if part is not over
        for m in others
    )
    alone = bool(count.part_of) and not amount.part_of and amount.clause != count.clause
    return named or alone


def _figure(entry: Entry) -> Figure:
    assert isinstance(entry.fact, Figure)
    return entry.fact


def _levels(mention: Mention, over: Entry, under: Entry, ground: Ground) -> int | None:
    """How well one of the two accounts for a mention."""
    found = [explain(mention, entry, ground.index) for entry in (over, under)]
    return min((level[0] for level in found if level is not None), default=None)


def _divides(query: Query, under: Entry, ground: Ground) -> bool:
    """Is it a number of what is named: so many 户 of 低保户, 个 of 乡镇?"""
    count = _figure(under)
    if count.bound != "exact" or not count.value or count.value == 1 or rate_of(count):
        return False
    unit = base_unit(count.unit)
    if query.per and unit != query.per:
        return False
    if not query.per and unit not in ground.units.general:
        return False
    if unit not in ground.units.general:
        return True
    named = {a for m in query.base.required() for s in m.senses for a in s.atoms}
    said = {m.text for m in query.base.required()} | named
    closer = (any(w in concept for w in said) for concept in under.counted - under.heads)
    return (bool(under.heads & named) and all(closer)) or count.what == query.each != ""


def _is_divided(query: Query, over: Figure, under: Figure, ground: Ground) -> bool:
    """Is it how much, in the measure word that is asked, and not a share or a number for each?"""
    if over.id == under.id or "%" in (over.unit, under.unit) or rate_of(over):
        return False
    if base_unit(over.unit) == base_unit(under.unit) or _are_of_two(over, under):
        return False
    general = base_unit(under.unit) in ground.units.general
    near = over.sentence == under.sentence or (general and bool(query.per))
    return near and _wanted(query, over, ground)


def _are_of_two(over: Figure, under: Figure) -> bool:
    """Are they parts of two members: 282人次 of 自办3次, and the 2次 of 参加?"""
    return bool(over.part_of and under.part_of) and over.clause != under.clause


def _is_of(over: Entry, under: Entry, query: Query) -> bool:
    """Does what is divided speak of those by whose number it is divided: 乡镇公开900条, 12个乡镇?"""
    atoms = {a for m in query.base.required() for s in m.senses for a in s.atoms}
    spoken = query.each and query.each in _figure(over).what
    return bool(spoken or under.heads & atoms & over.says())


def _wanted(query: Query, over: Figure, ground: Ground) -> bool:
    """In the measure word that is asked (多少条信息 asks 条)."""
    unit = base_unit(over.unit)
    return not query.unit or ground.units.fits(query.unit, over.unit) or (
        bool(unit) and query.unit.startswith(unit)
    )  # fmt: skip


def _quotient(over: Figure, under: Figure) -> Finding:
    assert over.value is not None and under.value is not None
    bound = "more" if over.bound in OPEN else over.bound
    return _say(over.value, under.value, over.unit, [over, under], bound, under.unit)


def _per(query: Query, ground: Ground) -> Finding:
    """One figure per unit of another in its sentence: 人均经费, 平均每期几宗."""
    found = named(replace(query, selections=(query.base,)), ground)
    if isinstance(found, Finding):
        return found
    (over,) = found
    under = _counted_in(query.per, over, ground)
    if not _wanted(query, over, ground):
        return Finding("unanswered", "not_comparable", reason="not_comparable")
    if under is None or "%" in (over.unit, under.unit):
        return Finding("unanswered", "not_comparable", reason="not_comparable")
    if under.bound != "exact" or not under.value:
        return Finding("unanswered", "approximate", reason="not_comparable")
    return _quotient(over, under)


def _counted_in(unit: str, over: Figure, ground: Ground) -> Figure | None:
    """The one other figure of the sentence that is counted in this unit."""
    beside = [
        f
        for f in ground.index.report.figures
        if f.sentence == over.sentence and f.id != over.id and base_unit(f.unit) == unit
    ]
    return beside[0] if len(beside) == 1 else None


def _divided(query: Query, ground: Ground) -> Finding:
    """A figure over a count that the question gives (摊到十二个月)."""
    found = named(replace(query, selections=(query.base,)), ground)
    if isinstance(found, Finding):
        return found
    (figure,) = found
    assert query.divisor is not None
    count, unit = query.divisor
    alike = bool(unit) and ground.units.same_kind(unit, figure.unit)
    if count in (0, 1) or figure.unit == "%" or alike:
        return Finding("unanswered", "not_comparable", reason="not_comparable")
    stated = _counted_in(unit, figure, ground) or _counted(count, unit, query, ground)
    figures = [figure, stated] if stated and stated.value == count else [figure]
    return _say(figure.value or Decimal(0), count, figure.unit, figures, figure.bound, unit)


def _counted(count: Decimal, unit: str, query: Query, ground: Ground) -> Figure | None:
    """The figure of the report that the question's own number repeats (16个乡镇)."""
    named = {a for m in query.base.required() for s in m.senses for a in s.atoms}
    return next(
        (
            _figure(e)
            for e in countable(ground)
            if _figure(e).value == count and base_unit(_figure(e).unit) == unit and e.heads & named
        ),
        None,
    )


def _say_unless_approximate(query: Query, finding: Finding) -> Finding:
    """An exact mean was asked: one from an approximate figure is none."""
    approximate = any(v.bound != "exact" for v in finding.values)
    if query.exactly and approximate:
        return Finding("unanswered", "approximate", reason="not_comparable")
    return finding


def _each(unit: str) -> str:
    """For each of what it is said: 平均每期, 平均每月; of 个 alone nothing is told."""
    return f"每{unit.removeprefix(PIECE)}" if unit.removeprefix(PIECE) else ""


def _say(
    total: Decimal, count: Decimal, unit: str, figures: list[Figure], bound: str, each: str
) -> Finding:
    mean, short = rounded(total / count)
    expression = f"{plain(total)} ÷ {plain(count)} {'≈' if short else '='} {mean}"
    slots = {"mean": value(mean, unit, bound).text, "expression": expression, "each": _each(each)}
    slots["rounded"] = "（保留两位小数）" if short else ""
    done = computation("average", expression, figures)
    return Finding(
        "answered", "average", slots, tuple(figures), (value(mean, unit, bound),), computation=done
    )
