"""Spans that are asked often whether one of them holds another, or touches it; each answer in log time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

Span = tuple[int, int]


class Spans:
    """Spans in any order, overlapping or not.

    >>> spans = Spans([(5, 9), (0, 3)])
    >>> spans.hold((6, 9)), spans.hold((2, 6)), spans.touch((2, 6)), spans.touch((3, 5))
    (True, False, True, False)
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        """These spans."""
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._furthest = list(accumulate((end for _, end in ordered), max))

    def hold(self, span: Span) -> bool:
        """Does one of them hold all of this one?"""
        at = bisect_right(self._starts, span[0])
        return at > 0 and self._furthest[at - 1] >= span[1]

    def touch(self, span: Span) -> bool:
        """Does one of them share a character with this one?"""
        at = bisect_left(self._starts, span[1])
        return at > 0 and self._furthest[at - 1] > span[0]
