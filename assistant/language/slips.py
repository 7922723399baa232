"""Known names by the slips that lead to them: looked up, so that no text is compared with every name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from assistant.language.pinyin import common

# Stands for the character that is another.
GAP = "\0"
# Of a name so long, every character may be another that sounds the same.
SOUNDED = 2


class Slips:
    """The names that are one slip away from what was written, however many names there are."""

    def __init__(self, names: Iterable[str]) -> None:
        """An index over these names."""
        self._order = {name: at for at, name in enumerate(dict.fromkeys(names))}
        self._other: dict[str, list[str]] = defaultdict(list)
        self._without: dict[str, list[str]] = defaultdict(list)
        self._sounds: dict[str, list[str]] = defaultdict(list)
        for name in self._order:
            for key in _with_gap(name):
                self._other[key].append(name)
            for key in set(shorter(name)):
                self._without[key].append(name)
            if len(name) == SOUNDED:
                self._sounds[_sound(name)].append(name)

    def near(self, written: str) -> list[str]:
        """Names with one character other, more or less, two exchanged, or both sounding the same.

        >>> names = Slips(["受理", "办结率", "来信"])
        >>> names.near("受里"), names.near("理受"), names.near("手里"), names.near("办率")
        (['受理'], ['受理'], ['受理'], ['办结率'])
        >>> names.near("来信"), names.near("网站")
        ([], [])
        """
        if not self._order:
            return []
        found = set(self.other(written))
        found.update(self._without.get(written, ()))
        found.update(self._order.keys() & {*shorter(written), *exchanged(written)})
        if len(written) == SOUNDED:
            found.update(self._sounds.get(_sound(written), ()))
        found.discard(written)
        return sorted(found, key=self.place)

    def other(self, written: str) -> Iterator[str]:
        """Names as long of which one character is another, or none is.

        >>> list(Slips(["受理", "办结"]).other("受里"))
        ['受理']
        """
        return (name for key in _with_gap(written) for name in self._other.get(key, ()))

    def place(self, name: str) -> int:
        """How many names were given before this one."""
        return self._order[name]


def _with_gap(text: str) -> Iterator[str]:
    return (f"{text[:at]}{GAP}{text[at + 1 :]}" for at in range(len(text)))


def shorter(text: str) -> Iterator[str]:
    """The text without one of its characters.

    >>> list(shorter("办结率"))
    ['结率', '办率', '办结']
    """
    return (text[:at] + text[at + 1 :] for at in range(len(text)))


def exchanged(text: str) -> Iterator[str]:
    """The text with two characters that stand side by side exchanged.

    >>> list(exchanged("办结率"))
    ['结办率', '办率结']
    """
    pairs = range(len(text) - 1)
    return (text[:at] + text[at + 1] + text[at] + text[at + 2 :] for at in pairs)


def _sound(text: str) -> str:
    return " ".join(map(common, text))
