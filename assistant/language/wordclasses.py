"""Classes of words, each written down once, and a text cut into the words of some of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

CLASS, EACH = "@", "each"
# What a place, and what a name of an organ ends with.
LEVELS, ENDS = "省市县区镇乡", "省市县区镇乡局厅委办府会室院处"
# How long a name of one's own organ may be; one character alone is none.
SHORTEST, LONGEST = 2, 16
# So long is what names a place and what its organ is about: 洛阳国土.
WITH_PLACE = 4


@dataclass(frozen=True)
class WordClasses:
    """Classes by their names; `@name` in a list stands for the words of a class."""

    by_name: Mapping[str, Any]

    def words(self, entries: Iterable[Any]) -> frozenset[str]:
        """The words of a list: its own, those of the classes it names, and every one followed by every other."""
        return frozenset(word for entry in entries for word in self._of(entry))

    def with_class(self, name: str, words: frozenset[str]) -> WordClasses:
        """The same with one class more."""
        return WordClasses({**self.by_name, name: sorted(words)})

    def _of(self, entry: Any) -> Iterable[str]:
        if isinstance(entry, Mapping):
            return map("".join, product(*(sorted(self.words(part)) for part in _parts(entry))))
        if isinstance(entry, str) and entry.startswith(CLASS):
            return self.words(self.by_name[entry.removeprefix(CLASS)])
        return (str(entry),)


def _parts(entry: Mapping[str, Any]) -> Iterable[Any]:
    return ([part] if isinstance(part, str) else part for part in entry[EACH])


def word_classes(data: Mapping[str, Any]) -> WordClasses:
    """Classes as they are written down."""
    return WordClasses(dict(data))


def cut(text: str, words: frozenset[str], own: str = "") -> tuple[str, ...]:
    """A text as the fewest words of a set, every character of it; empty where it is not made of them.

    A part of `own` in its order (环保局 of 环境保护局) is a word too, and is dropped.
    """
    longest = max(map(len, words), default=0)
    best: list[tuple[int, tuple[str, ...]] | None] = [(0, ())] + [None] * len(text)
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - max(longest, LONGEST)), end):
            before, piece = best[start], text[start:end]
            if before is None:
                continue
            if piece in words:
                pieces = (*before[1], piece)
            elif is_name_of(piece, own):
                pieces = before[1]
            else:
                continue
            here = best[end]
            if here is None or before[0] + 1 < here[0]:
                best[end] = (before[0] + 1, pieces)
    last = best[-1]
    return last[1] if last else ()


def is_name_of(piece: str, own: str) -> bool:
    """Is a piece what an organ is called in short, no level passed over (县政府 is none of 安溪县湖头镇人民政府)?"""
    if not SHORTEST <= len(piece) <= LONGEST or not set(piece) <= set(own):
        return False
    if piece[-1] not in ENDS and re.search(f"{re.escape(piece)}[{LEVELS}]", own):
        return True
    if piece[-1] not in ENDS and (len(piece) < WITH_PLACE or piece[:SHORTEST] not in own):
        return False
    steps = (
        (f"[^{LEVELS}]*?" if char in LEVELS else f"[{LEVELS}]?[^{LEVELS}]*?") for char in piece[:-1]
    )
    gapped = "".join(re.escape(char) + step for char, step in zip(piece, (*steps, ""), strict=True))
    return re.search(gapped, own) is not None
