"""Printed lines to paragraphs: where a line goes on, and where the next one begins anew."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from assistant.compiler.readers.glyphs import Line
from assistant.compiler.readers.joining import join

HEADED = re.compile(
    r"([（(]?[一二三四五六七八九十]{1,3}[）)、.．]|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十]+[章节部])"
)
ENDED = "。！？；：.!?;:"
# In parts of the size of the letters: an indent, room left at the end of a line.
INDENT, ROOM = 0.8, 0.6
# So much more than the usual distance parts two paragraphs; so much difference two sizes.
APART, LARGER = 1.5, 1.15


def paragraphs(found: Sequence[tuple[int, Line]]) -> Iterator[str]:
    """The paragraphs that these lines of numbered pages make."""
    if not found:
        return
    margins = _Margins(found)
    held: list[str] = []
    last: tuple[int, Line] | None = None
    for page, line in found:
        if last and _begins(last, (page, line), margins):
            yield join(held)
            held = []
        held.append(line.text)
        last = (page, line)
    yield join(held)


class _Margins:
    """Where lines begin and end on each page, and how far apart they are."""

    def __init__(self, found: Sequence[tuple[int, Line]]) -> None:
        body = [line for _, line in found]
        self.left = _common(round(line.left) for line in body) or min(x.left for x in body)
        self.right = max(line.right for line in body)
        by_page: dict[int, list[Line]] = {}
        for page, line in found:
            by_page.setdefault(page, []).append(line)
        self.pages = {page: self._sides(group) for page, group in by_page.items()}
        steps = [
            b.top - a.top for group in by_page.values() for a, b in pairwise(group) if b.top > a.top
        ]
        self.step = median(steps) if steps else 0.0

    def _sides(self, group: Sequence[Line]) -> tuple[float, float]:
        """Left and right of a page, or of the whole where a page has too few lines to say."""
        least = min(line.left for line in group)
        near = sum(line.left - least < 3 for line in group)
        right = max(line.right for line in group)
        if near >= 2 and len(group) > 3:
            return least, right
        return min(self.left, least), max(self.right, right)


def _common(values: Iterator[int]) -> float | None:
    counts = Counter(values).most_common(1)
    return float(counts[0][0]) if counts and counts[0][1] > 1 else None


def _begins(last: tuple[int, Line], this: tuple[int, Line], margins: _Margins) -> bool:
    """Does a paragraph begin with this line?"""
    (page_before, before), (page, line) = last, this
    size = max(before.size, line.size)
    left, _ = margins.pages[page]
    _, right = margins.pages[page_before]
    if size > min(before.size, line.size) * LARGER:
        return True
    if line.left - left > INDENT * line.size:
        return True
    if right - before.right > line.start + ROOM * size:
        return True
    if page == page_before and line.top - before.top > max(margins.step, size) * APART:
        return True
    return bool(HEADED.match(line.text)) and before.text.endswith(tuple(ENDED))
