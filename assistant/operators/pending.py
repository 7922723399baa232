"""Pending: what came in without what is done, where the report states both. 还有多少件没办结."""

from __future__ import annotations

from assistant.index import Entry
from assistant.language.numerals import plain
from assistant.model import Figure, Finding, Mention, Query
from assistant.naming import name_of
from assistant.operators import lookup
from assistant.operators.arithmetic import base_unit, computation, exact, same_scale, value
from assistant.operators.ground import Ground
from assistant.operators.operands import countable
from assistant.steps.match.explaining import explain
from assistant.steps.verbatim import compact

RECEIVED = "新收申请"


def run(query: Query, ground: Ground) -> Finding:
    """The number that the report states itself; else what came in less what is done."""
    stated = lookup.run(query, ground)
    if stated.status == "answered" and stated.values:
        return stated
    pairs = {
        (whole.id, done.id): (whole, done)
        for entry in countable(ground)
        if _is_done(entry, query, ground)
        for whole, done in _before(entry, query, ground)
    }
    if len(pairs) != 1:
        return stated
    [(whole, done)] = pairs.values()
    (total, finished), unit = same_scale([whole, done])
    left = plain(total - finished)
    expression = f"{plain(total)} − {plain(finished)} = {left}"
    slots = {"names": name_of(done), "left": f"{left}{unit}", "expression": expression}
    return Finding(
        "answered",
        "remainder",
        slots,
        (whole, done),
        (value(left, unit),),
        computation=computation("remainder", expression, [whole, done]),
    )


def _figure(entry: Entry) -> Figure:
    assert isinstance(entry.fact, Figure)
    return entry.fact


def _is_done(entry: Entry, query: Query, ground: Ground) -> bool:
    """Does the figure say that it is done (办结6198件), all of it and not one way of it?"""
    figure = _figure(entry)
    said = query.pending in compact(figure.what) and base_unit(figure.unit) == query.base.unit
    whole = ground.index.of(figure.part_of)
    partly = whole is not None and query.pending in compact(getattr(whole.fact, "what", ""))
    return said and not partly and figure.kind == "count"


def _before(done: Entry, query: Query, ground: Ground) -> list[tuple[Figure, Figure]]:
    """What came in: the number before it in its sentence, or the row of what was received."""
    figure = _figure(done)
    earlier = [e for e in countable(ground) if _came_in(_figure(e), figure, e)]
    if not earlier:
        return []
    whole = earlier[-1]
    others = [
        m
        for m in query.base.required()
        if query.pending not in m.text and not _is_said(m, (whole, done), ground)
    ]
    if others or not exact([_figure(whole), figure]):
        return []
    return [(_figure(whole), figure)]


def _came_in(whole: Figure, done: Figure, entry: Entry) -> bool:
    if base_unit(whole.unit) != base_unit(done.unit) or whole.id == done.id:
        return False
    if (whole.value or 0) < (done.value or 0) or whole.start >= done.start:
        return False
    if done.table:
        same = (whole.table, whole.section, whole.column) == (done.table, done.section, done.column)
        return same and RECEIVED in entry.own and len(whole.row) == len(done.row)
    return whole.sentence == done.sentence


def _is_said(mention: Mention, pair: tuple[Entry, Entry], ground: Ground) -> bool:
    """By one of the two, or by their sentence; and what is not done by the number of what is."""
    if any(explain(mention, entry, ground.index) for entry in pair):
        return True
    done = _figure(pair[1])
    sentence = compact(ground.index.report.source[slice(*done.sentence)])
    return mention.text in sentence or any(
        atom in sentence for sense in mention.senses for atom in sense.atoms
    )
