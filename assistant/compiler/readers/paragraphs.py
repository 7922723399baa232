"""Printed lines to paragraphs: where a line goes on, and where the next one begins anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.compiler.readers.glyphs import Line
from assistant.compiler.readers.joining import join

HEADED = re.compile(
    r"([（(]?[一二三四五六七八九十]{1,3}[）)、.．]|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十]+[章节部])"
)
ENDED = "。！？；：.!?;:"
# In parts of the size of the letters: an indent, room left at the end of a line.
INDENT, ROOM, MUCH_ROOM = 0.8, 0.6, 4.0
MARKED = (1.2, 3.2)
# Of the lines, how many are no exception, and how many are the rule.
RARELY, OFTEN, FEW = 0.03, 0.03, 3
NEAR = 4.0
# So much more than the usual distance parts two paragraphs; so much difference two sizes.
APART, LARGER = 1.5, 1.15


def paragraphs(found: Sequence[tuple[int, Line]], margins: Margins) -> Iterator[str]:
    """The paragraphs that these lines of numbered pages make, with no table between them."""
    if not found:
        return
    held: list[str] = []
    last: tuple[int, Line] | None = None
    for page, line in found:
        if last and _begins(last, (page, line), margins):
            yield join(held)
            held = []
        held.append(line.text)
        last = (page, line)
    yield join(held)


class Margins:
    """Where lines begin and end, how far apart they are, and how these pages mark a paragraph."""

    def __init__(self, found: Sequence[tuple[int, Line]]) -> None:
        """What all lines of the prose, each with the number of its page, have in common."""
        body = [line for _, line in found]
        self.left = _outermost([line.left for line in body])
        self.right = -_outermost([-line.right for line in body])
        by_page: dict[int, list[Line]] = {}
        for page, line in found:
            by_page.setdefault(page, []).append(line)
        self.shifts = {page: self._shift(group) for page, group in by_page.items()}
        steps = [
            below.top - above.top
            for group in by_page.values()
            for above, below in pairwise(group)
            if below.top > above.top
        ]
        # Lines of one paragraph are nearer than lines of two, and there may be few of them.
        self.step = sorted(steps)[len(steps) // 4] if steps else 0.0
        indents = sum(MARKED[0] < (x.left - self.left) / x.size < MARKED[1] for x in body)
        gaps = sum(step > self.step * APART for step in steps)
        often = max(FEW, len(body) * OFTEN)
        # Where an indent or a gap marks each paragraph, a little room at the end of a line does not.
        self.room = MUCH_ROOM if indents >= often or gaps >= often else ROOM

    def _shift(self, group: Sequence[Line]) -> float:
        """How far a page stands to the right of the others: left pages may not be as right ones."""
        left = min(line.left for line in group) - self.left
        right = max(line.right for line in group) - self.right
        return left if abs(left - right) < NEAR < abs(left) else 0.0


def _outermost(values: Sequence[float]) -> float:
    """The least value that is no exception."""
    if not values:
        return 0.0
    ordered = sorted(values)
    enough = max(2, len(ordered) * RARELY)
    for index, value in enumerate(ordered):
        if sum(other - value < NEAR for other in ordered[index:]) >= enough:
            return value
    return ordered[0]


def _begins(last: tuple[int, Line], this: tuple[int, Line], margins: Margins) -> bool:
    """Does a paragraph begin with this line?"""
    (page_before, before), (page, line) = last, this
    size = max(before.size, line.size)
    left = margins.left + margins.shifts[page]
    right = margins.right + margins.shifts[page_before]
    if size > min(before.size, line.size) * LARGER:
        return True
    if line.left - left > INDENT * line.size:
        return True
    if right - before.right > line.start + margins.room * size:
        return True
    if page == page_before and line.top - before.top > max(margins.step, size) * APART:
        return True
    return bool(HEADED.match(line.text)) and before.text.endswith(tuple(ENDED))
