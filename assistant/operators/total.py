"""Sum: several figures added up, or the members of a breakdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.model import Figure, Finding, Query
from assistant.operators import lookup
from assistant.operators.added import added
from assistant.operators.arithmetic import bound_of_sum
from assistant.operators.ground import Ground
from assistant.operators.operands import named, whole_and_parts


def run(query: Query, ground: Ground) -> Finding:
    """The sum, with its bound; refuses different units, and a whole added to its part."""
    stated = _stated(query, ground)
    if stated:
        return stated
    figures = addends(query, ground)
    if isinstance(figures, Finding):
        return figures
    refusal = may_add(figures, ground)
    if refusal:
        return refusal
    if query.exactly and bound_of_sum(figures) != "exact":
        return Finding("unanswered", "approximate", reason="not_comparable")
    return added(figures)


def _stated(query: Query, ground: Ground) -> Finding | None:
    """A total that the report states for all of what is named together."""
    if query.classes:
        return None
    found = lookup.run(replace(query, ask="number", selections=(query.base,)), ground)
    return found if found.status == "answered" and found.values else None


def addends(query: Query, ground: Ground) -> list[Figure] | Finding:
    """The figures named one by one, or the members of the class that is named."""
    if len(query.selections) > 1:
        return named(query, ground)
    found = whole_and_parts(query, ground)
    return found if isinstance(found, Finding) else found[1]


def may_add(figures: Sequence[Figure], ground: Ground) -> Finding | None:
    """Why these must not be added, if they must not."""
    if len(figures) < 2 or len({f.id for f in figures}) < len(figures):
        return Finding("unanswered", "not_understood", reason="not_understood")
    first = figures[0]
    other = next((f for f in figures if not ground.units.same_kind(first.unit, f.unit)), None)
    if other or first.unit == "%":
        slots = {"a": first.unit, "b": (other or first).unit}
        return Finding("unanswered", "different_units", slots, reason="not_comparable")
    ids = {f.id for f in figures}
    if any(f.part_of in ids for f in figures):
        return Finding("unanswered", "part_and_whole", reason="not_comparable")
    if overlapping(figures):
        return Finding("unanswered", "may_overlap", reason="not_comparable")
    if bound_of_sum(figures) is None:
        return Finding("unanswered", "approximate", reason="not_comparable")
    return None


def overlapping(figures: Sequence[Figure]) -> bool:
    """Sets that may share members: those who have one thing, and those who have another."""
    return sum(f.what.endswith("的") for f in figures) > 1
