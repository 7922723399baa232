"""The cells of a table that is drawn with lines, found from the lines alone.

The lines cut their rectangle into the smallest boxes; boxes without a wall between them are one
cell. So a cell may span rows and columns, a side that nobody drew is no loss, and a background
is no line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Lines nearer than this (in points) are one line; so much of a side must be drawn to be a wall.
NEAR = 3.0
DRAWN = 0.6
SHORTEST = 4.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: horizontal where `upright` is false; at `at`, from `start` to `end`."""

    upright: bool
    at: float
    start: float
    end: float

    def meets(self, other: Rule) -> bool:
        """Do the two touch?"""
        if self.upright == other.upright:
            apart = max(self.start, other.start) - min(self.end, other.end)
            return abs(self.at - other.at) <= NEAR and apart <= NEAR
        return (
            self.start - NEAR <= other.at <= self.end + NEAR
            and other.start - NEAR <= self.at <= other.end + NEAR
        )


@dataclass(frozen=True, slots=True)
class Box:
    """The rectangle of a cell, in points from the upper left corner of the page."""

    left: float
    top: float
    right: float
    bottom: float


def tables(rules: Iterable[Rule]) -> list[list[Box]]:
    """The cells of each table that these lines draw; a lone frame is a table of one cell."""
    found = [boxes for group in _groups(_whole(rules)) if (boxes := _boxes(group))]
    return sorted(found, key=lambda boxes: (boxes[0].top, boxes[0].left))


def _whole(rules: Iterable[Rule]) -> list[Rule]:
    """The lines, their pieces put together; what is too short for a side is none."""
    found: list[Rule] = []
    todo = sorted(rules, key=lambda rule: (rule.upright, rule.at))
    while todo:
        first = todo[0]
        along = [r for r in todo if r.upright == first.upright and r.at - first.at <= NEAR / 2]
        todo = todo[len(along) :]
        along.sort(key=lambda rule: rule.start)
        start, end = along[0].start, along[0].end
        for rule in along[1:]:
            if rule.start - end > NEAR:
                found.append(Rule(first.upright, first.at, start, end))
                start = rule.start
            end = max(end, rule.end) if rule.start - end <= NEAR else rule.end
        found.append(Rule(first.upright, first.at, start, end))
    return [rule for rule in found if rule.end - rule.start > SHORTEST]


def _groups(rules: list[Rule]) -> list[list[Rule]]:
    """The lines that hang together."""
    groups = []
    left = sorted(rules, key=lambda rule: (rule.upright, rule.at))
    while left:
        group = [left.pop()]
        for rule in group:
            touching = [other for other in left if other.meets(rule)]
            group += touching
            left = [other for other in left if not other.meets(rule)] if touching else left
        groups.append(group)
    return groups


def clusters(values: Iterable[float]) -> list[float]:
    """The values, those that lie near each other as one."""
    found: list[list[float]] = []
    for value in sorted(values):
        if found and value - found[-1][-1] <= NEAR:
            found[-1].append(value)
        else:
            found.append([value])
    return [sum(group) / len(group) for group in found]


def _boxes(rules: Sequence[Rule]) -> list[Box]:
    upright = [rule for rule in rules if rule.upright]
    level = [rule for rule in rules if not rule.upright]
    if not upright or not level:
        return []
    xs = clusters([r.at for r in upright] + [end for r in level for end in (r.start, r.end)])
    ys = clusters([r.at for r in level] + [end for r in upright for end in (r.start, r.end)])
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns < 1 or rows < 1:
        return []
    owner = {(y, x): (y, x) for y in range(rows) for x in range(columns)}

    def root(place: tuple[int, int]) -> tuple[int, int]:
        while owner[place] != place:
            place = owner[place]
        return place

    def unite(one: tuple[int, int], other: tuple[int, int]) -> None:
        low, high = sorted((root(one), root(other)))
        owner[high] = low

    for y in range(rows):
        for x in range(1, columns):
            if not _is_drawn(upright, xs[x], ys[y], ys[y + 1]):
                unite((y, x - 1), (y, x))
    for x in range(columns):
        for y in range(1, rows):
            if not _is_drawn(level, ys[y], xs[x], xs[x + 1]):
                unite((y - 1, x), (y, x))
    cells: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for place in sorted(owner):
        cells.setdefault(root(place), []).append(place)
    return [
        Box(
            xs[min(x for _, x in places)],
            ys[min(y for y, _ in places)],
            xs[max(x for _, x in places) + 1],
            ys[max(y for y, _ in places) + 1],
        )
        for places in cells.values()
    ]


def _is_drawn(rules: Iterable[Rule], at: float, start: float, end: float) -> bool:
    """Is there a wall at this place, over most of this way?"""
    parts = sorted(
        (max(rule.start, start), min(rule.end, end))
        for rule in rules
        if abs(rule.at - at) <= NEAR and rule.start < end and rule.end > start
    )
    covered, reached = 0.0, start
    for first, last in parts:
        covered += max(0.0, last - max(first, reached))
        reached = max(reached, last)
    return covered >= (end - start) * DRAWN
