"""Words that say the same in prose: 梳理 for what a question calls 清理, 高校毕业生 for 大学毕业生.

They are the groups of `knowledge/terms/thesaurus/` and of `knowledge/lexicon/same.yaml`. By them a clause is aligned
with a question (`language.gaps`) whose own words it does not have.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

LONGEST, WORD = 8, 2
Span = tuple[int, int]


@dataclass(frozen=True)
class Same:
    """Groups of words, a line each; a word of one character counts only where its line is one of `plain`."""

    groups: Sequence[str]
    plain: Sequence[str] = ()

    @cached_property
    def _others(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        rows = [[w for w in line.split() if len(w) >= WORD] for line in self.groups]
        for row in (*rows, *(line.split() for line in self.plain)):
            for word in row:
                found.setdefault(word, {}).update(dict.fromkeys(w for w in row if w != word))
        return {word: tuple(others) for word, others in found.items()}

    def told(self, said: str, at: int, text: str, taken: Sequence[Span]) -> tuple[int, Span] | None:
        """How long the word at a place of the question is, and where the clause says it otherwise.

        The longest word counts, and the place nearest behind or before the stretch that was `taken` last.

        >>> Same(["清理 梳理"]).told("清理事项", 0, "认真梳理", ())
        (2, (2, 4))
        """
        last = taken[-1][1] if taken else 0
        for end in range(min(len(said), at + LONGEST), at, -1):
            others = (w for w in self._others.get(said[at:end], ()) if len(w) >= WORD)
            spans = (m.span() for w in others for m in re.finditer(re.escape(w), text))
            free = [s for s in spans if not any(a < s[1] and s[0] < b for a, b in taken)]
            if free:
                return end - at, min(free, key=lambda span: (abs(span[0] - last), span))
        return None
