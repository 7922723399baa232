"""Numbers of a question in the passage that is to answer it: the same, or others."""

from __future__ import annotations

from assistant.model import Figure, Finding, Query, Statement
from assistant.operators import reverse
from assistant.operators.ground import Ground


def counts_others(query: Query, span: tuple[int, int], ground: Ground) -> bool:
    """公开1294条 asked of, and 公开5638条 shown: does a passage count as many others in the unit of the question?"""
    inside = [
        f
        for f in ground.index.report.figures
        if span[0] <= f.number[0] < span[1] and f.value is not None
    ]
    for value, unit in query.numbers:
        alike = [f for f in inside if unit and ground.units.fits(unit, f.unit)]
        if alike and not any(reverse.states(f, value, unit) for f in alike):
            return True
    return False


def states_numbers(query: Query, fact: Figure | Statement, ground: Ground) -> bool:
    """Does the passage, with its sentence, state every number of the question?"""
    start, end = fact.sentence
    inside = [f for f in ground.index.report.figures if start <= f.number[0] < end]
    stated = [f for f in inside if f.value is not None]
    return all(any(reverse.states(f, v, unit) for f in stated) for v, unit in query.numbers)


def states_all(query: Query, span: tuple[int, int], ground: Ground) -> bool:
    """Does a passage state every number of the question: 那7宗申请?"""
    figures = ground.index.report.figures
    inside = [f for f in figures if span[0] <= f.number[0] < span[1] and f.value is not None]
    return all(any(reverse.states(f, v, unit) for f in inside) for v, unit in query.numbers)


def wrong_premise(query: Query, ground: Ground) -> Finding | None:
    """A number in the question that the report states otherwise."""
    if query.comparison:
        return None
    known = [f for f in ground.index.report.figures if f.value is not None]
    for value, unit in query.numbers:
        if not any(reverse.states(figure, value, unit) for figure in known):
            return reverse.premise(query, unit, ground)
    return None
