"""Product: a figure for each (每期600份) times how many there were (12期), both stated by the report."""

from __future__ import annotations

from assistant.index import Entry
from assistant.language.numerals import plain
from assistant.model import CARD_KINDS, Figure, Finding, Query
from assistant.naming import describe
from assistant.operators import lookup
from assistant.operators.arithmetic import base_unit, computation, exact, value
from assistant.operators.ground import Ground
from assistant.operators.operands import countable
from assistant.steps.match.explaining import explain
from assistant.steps.match.levels import INHERITED
from assistant.steps.match.times import rate_of
from assistant.steps.match.topics import is_topical


def run(query: Query, ground: Ground) -> Finding:
    """The total that the report states; else the one that follows from what it states for each."""
    stated = lookup.run(query, ground)
    if stated.status == "answered" and stated.polarity is None:
        return stated
    return product(query, ground) or stated


def product(query: Query, ground: Ground) -> Finding | None:
    """The one rate of the report, and the one number beside it, that account for every word."""
    entries = countable(ground)
    found = [
        (_figure(rate), _figure(count))
        for rate in entries
        if rate_of(_figure(rate)) and _fits(query, _figure(rate), ground)
        for count in entries
        if _counts(count, rate) and _accounts(query, rate, count, ground)
    ]
    if len(found) != 1 or not exact(found[0]):
        return None
    rate, count = found[0]
    assert rate.value is not None and count.value is not None
    unit = query.base.unit or rate.unit
    total = plain(rate.value * count.value)
    said = unit if unit != rate.unit else ""
    expression = f"{plain(rate.value)} × {plain(count.value)} = {total}{said}"
    report = ground.index.report
    slots = {
        "count": describe(count, report),
        "rate": describe(rate, report),
        "total": f"{total}{unit}",
        "expression": expression,
    }
    done = computation("product", expression, [rate, count])
    return Finding(
        "answered", "product", slots, (count, rate), (value(total, unit),), computation=done
    )


def _figure(entry: Entry) -> Figure:
    assert isinstance(entry.fact, Figure)
    return entry.fact


def _fits(query: Query, rate: Figure, ground: Ground) -> bool:
    """In the measure word that is asked, which may count each time that somebody came (人次)."""
    unit = query.base.unit
    return ground.units.fits(unit, rate.unit) or unit == f"{rate.unit}次"


def _counts(count: Entry, rate: Entry) -> bool:
    """How many there were, in the same sentence."""
    figure, each = _figure(count), _figure(rate)
    same = figure.sentence == each.sentence and figure.id != each.id
    return same and base_unit(figure.unit) == rate_of(each) and not rate_of(figure)


def _accounts(query: Query, rate: Entry, count: Entry, ground: Ground) -> bool:
    """Do the two account for every word, and for every number that the question states?"""
    if any(v not in (_figure(rate).value, _figure(count).value) for v, _ in query.numbers):
        return False
    telling = False
    for mention in query.base.required():
        levels = [explain(mention, entry, ground.index) for entry in (rate, count)]
        known = [level[0] for level in levels if level is not None]
        if not known:
            return False
        said = min(known) <= INHERITED and not mention.kinds() & CARD_KINDS
        # 公开了多少条政府信息 is said of every report, and of no 每期600份 of it.
        telling |= said and not is_topical(mention)
    return telling or not query.base.meant()
