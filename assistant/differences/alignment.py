"""Where the characters of an old source text stand in a new one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

CLAUSE = re.compile(r"[^，。；、：|\n]*[，。；、：|\n]?")
# Beyond this many characters on both sides a replaced stretch is no longer looked into.
LOOKED_INTO = 4000


@dataclass(frozen=True, slots=True)
class Alignment:
    """Blocks `(old start, old end, new start, new end, equal)` that cover both texts in order."""

    blocks: tuple[tuple[int, int, int, int, bool], ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, old: str, new: str) -> Alignment:
        """The alignment of two texts, clause by clause and within replaced clauses by character."""
        if old == new:
            blocks = [(0, len(old), 0, len(new), True)]
        else:
            blocks = list(_aligned(old, new))
        return cls(tuple(blocks), tuple(block[0] for block in blocks))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where an old stretch stands in the new text; of a replaced stretch, what replaced it."""
        if start >= end:
            at = self._at(start, last=False)
            return at, at
        return self._at(start, last=False), max(self._at(end - 1, last=True), 0)

    def _at(self, position: int, last: bool) -> int:
        index = max(bisect_right(self.starts, position) - 1, 0)
        # An insertion begins where the block behind it begins: that one is meant.
        while index + 1 < len(self.blocks) and self.blocks[index][1] <= position:
            index += 1
        old_start, _, new_start, new_end, equal = self.blocks[index]
        if equal:
            return new_start + position - old_start + last
        return new_end if last else new_start


def _aligned(old: str, new: str) -> Iterator[tuple[int, int, int, int, bool]]:
    ours, theirs = CLAUSE.findall(old), CLAUSE.findall(new)
    here, there = _offsets(ours), _offsets(theirs)
    for i1, i2, j1, j2, equal in _opcodes(ours, theirs):
        a1, a2, b1, b2 = here[i1], here[i2], there[j1], there[j2]
        short = a2 - a1 <= LOOKED_INTO and b2 - b1 <= LOOKED_INTO
        if equal or not short or a1 == a2 or b1 == b2:
            yield a1, a2, b1, b2, equal
            continue
        for c1, c2, d1, d2, same in _opcodes(old[a1:a2], new[b1:b2]):
            yield a1 + c1, a1 + c2, b1 + d1, b1 + d2, same


def _opcodes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int, bool]]:
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield i1, i2, j1, j2, tag == "equal"


def _offsets(pieces: Sequence[str]) -> list[int]:
    offsets = [0]
    for piece in pieces:
        offsets.append(offsets[-1] + len(piece))
    return offsets
