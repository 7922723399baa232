"""Known names by the letters that spell them: looked up, so that no letters are compared with every name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from assistant.language.pinyin import usual

# Of the readings of its characters together so many are kept for a name.
MOST = 8


class Sounds:
    """The names that letters spell in pinyin without tones."""

    def __init__(self, names: Iterable[tuple[str, bool]]) -> None:
        """An index over these names, each with whether its characters are read in a second way as well."""
        found: dict[str, list[str]] = defaultdict(list)
        for name, varied in names:
            for spelling in spellings(name, varied):
                found[spelling].append(name)
        self._names = {spelling: tuple(names) for spelling, names in found.items()}
        self._longest = max(map(len, found), default=0)

    def begun(self, letters: str, start: int) -> Iterator[tuple[int, str]]:
        """The names that these letters spell from a place on, each after where it ends.

        >>> list(Sounds([("受理", True), ("办", True)]).begun("banshouli", 3))
        [(9, '受理')]
        """
        for end in range(start + 1, min(len(letters), start + self._longest) + 1):
            if letters[start:end] in self._names:
                yield from ((end, name) for name in self._names[letters[start:end]])


def spellings(name: str, varied: bool) -> list[str]:
    """A name in pinyin: its characters as they are usually read and, where it is varied, in a second way.

    >>> spellings("行长", varied=True), spellings("行长", varied=False), spellings("APP", varied=True)
    (['xingzhang', 'xingchang', 'hangzhang', 'hangchang'], ['xingzhang'], [])
    """
    if name.isascii() or ":" in name:
        return []
    found = [""]
    for char in name:
        readings = usual(char)[: 2 if varied else 1]
        found = [spelling + reading for spelling in found for reading in readings][:MOST]
    return found
