"""Whether figures may be added up: one kind of thing, nothing counted twice."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.model import Figure, Finding
from assistant.operators.arithmetic import base_unit, bound_of_sum
from assistant.operators.ground import Ground
from assistant.operators.series import every

# Of all years up to now.
CUMULATED = ("累计", "累积", "历年")


def may_add(figures: Sequence[Figure], ground: Ground) -> Finding | None:
    """Why these must not be added, if they must not."""
    if len(figures) < 2 or len({f.id for f in figures}) < len(figures):
        return Finding("unanswered", "not_understood", reason="not_understood")
    first = figures[0]
    other = next((f for f in figures if not _one_thing(first, f, ground)), None)
    if other or first.unit == "%":
        slots = {"a": first.unit, "b": (other or first).unit}
        return Finding("unanswered", "different_units", slots, reason="not_comparable")
    if any(_contains(a, b, ground) for a in figures for b in figures if a is not b):
        return Finding("unanswered", "part_and_whole", reason="not_comparable")
    if len({_is_cumulated(f) for f in figures}) > 1 or _holds_all(figures, ground):
        return Finding("unanswered", "part_and_whole", reason="not_comparable")
    if overlapping(figures) or _divided_otherwise(figures, ground):
        return Finding("unanswered", "may_overlap", reason="not_comparable")
    if bound_of_sum(figures) is None:
        return Finding("unanswered", "approximate", reason="not_comparable")
    return None


def _holds_all(figures: Sequence[Figure], ground: Ground) -> bool:
    """县直单位1500条 and 全县2400条: is one what the other makes with those beside it?"""
    return any(
        part is not whole
        and part.group is not None
        and sum(f.value or 0 for f in ground.index.report.figures if f.group == part.group)
        == whole.value
        for part in figures
        for whole in figures
    )


def _is_cumulated(figure: Figure) -> bool:
    """Is it a number of all years up to now, in which that of the year is counted already?"""
    said = "".join((*figure.row, *figure.column, figure.what, figure.when))
    return any(word in said for word in CUMULATED)


def overlapping(figures: Sequence[Figure]) -> bool:
    """Sets that may share members: those who have one thing, and those who have another."""
    return sum(f.what.endswith("的") for f in figures) > 1


def _one_thing(a: Figure, b: Figure, ground: Ground) -> bool:
    """The same measure word; or another for the same thing, where they stand side by side."""
    if _bare(a.unit) == _bare(b.unit):
        return True
    beside = (a.group or a.part_of) is not None and (a.group, a.part_of) == (b.group, b.part_of)
    return beside and ground.units.same_kind(a.unit, b.unit)


def _bare(unit: str) -> str:
    return "".join(c for c in base_unit(unit) if c not in "()（）")


def _contains(whole: Figure, part: Figure, ground: Ground) -> bool:
    """Is one a part of the other, however deep: by its whole, or by its row under the other's?"""
    seen: set[str] = set()
    at: Figure | None = part
    while at is not None and at.part_of and at.id not in seen:
        seen.add(at.id)
        if at.part_of == whole.id:
            return True
        entry = ground.index.of(at.part_of)
        at = entry.fact if entry and isinstance(entry.fact, Figure) else None
    same = part.table and (part.table, part.section, part.column) == (
        whole.table, whole.section, whole.column)  # fmt: skip
    under = len(part.row) > len(whole.row) and part.row[: len(whole.row)] == whole.row
    return bool(same and under and whole.row)


def _divided_otherwise(figures: Sequence[Figure], ground: Ground) -> bool:
    """Parts of one whole by different divisions (by way and by content) count some things twice."""
    first = figures[0]
    if all(f.table for f in figures):
        tables = {(f.table, f.section) for f in figures}
        rows, columns = {f.row for f in figures}, {f.column for f in figures}
        return len(tables) == 1 and len(rows) > 1 and len(columns) > 1
    if not first.part_of or any(f.part_of != first.part_of for f in figures):
        return False
    ids = {f.id for f in figures}
    return not any(ids <= {f.id for f in s.figures()} for s in every(ground))
