"""Words that speak of one matter (`knowledge/related.txt`): by them a refusal finds passages; nothing is answered.

打车几块 speaks of what a report calls 出租汽车 and 运价, though neither word means the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

LONGEST = 6


@dataclass(frozen=True)
class Related:
    """Groups of words of one matter; a single character is looked up only where it leads its group."""

    groups: Sequence[Sequence[str]]

    @cached_property
    def _by_word(self) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = {}
        for at, group in enumerate(self.groups):
            for place, word in enumerate(group):
                if len(word) > 1 or not place:
                    found.setdefault(word, []).append(at)
        return found

    def beside(self, text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Every word of a text that stands in a group, the longest first, with the others of its groups.

        >>> list(Related([["打车", "出租汽车", "的士"], ["贴", "张贴"]]).beside("打车的告示贴哪了"))
        [('打车', ('出租汽车', '的士')), ('贴', ('张贴',))]
        """
        at = 0
        while at < len(text):
            word = next(
                (text[at:end] for end in range(min(len(text), at + LONGEST), at, -1)
                 if text[at:end] in self._by_word),
                "",
            )  # fmt: skip
            if looked_for := self.others(word):
                yield word, looked_for
            at += len(word) or 1

    def others(self, word: str) -> tuple[str, ...]:
        """The other words of its groups, where it stands in one and is no longer than what is looked for.

        >>> Related([["打车", "出租汽车", "的士"]]).others("的士")
        ('打车', '出租汽车')
        """
        if len(word) > LONGEST:
            return ()
        others = (w for n in self._by_word.get(word, ()) for w in self.groups[n])
        return tuple(dict.fromkeys(w for w in others if w != word and len(w) > 1))
