"""Names that differ in a word here and there, kept as a graph of what they have in common and never one by one.

没办结, 没办完 and 未办结 share how they begin and how they end, so that ten thousand names are a thousand states: the
characters that lead on from one, the states to which each leads, and what the name stands for that ends there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from assistant.language.pinyin import LONGEST_SYLLABLE, common, usual
from assistant.language.slips import SOUNDED, exchanged, shorter

# Of a state where no name ends.
NONE = -1
State = tuple[str, Sequence[int], int]


class Ways:
    """Names along the paths of a graph, and those near to what was written or typed."""

    def __init__(self, states: Sequence[State]) -> None:
        """Names over these states, of which the last is where all begin."""
        self._states = states or [("", (), NONE)]
        self._first = len(self._states) - 1
        self._by_reading: dict[int, Mapping[str, Sequence[tuple[str, int]]]] = {}

    def place(self, name: str) -> int:
        """At what place stands what a name is for; `NONE` where it is none.

        >>> names = Ways(graph({"没办结": 0, "未办结": 0, "办结": 1}))
        >>> names.place("未办结"), names.place("办结"), names.place("未办")
        (0, 1, -1)
        """
        at = self._reached(self._first, name)
        return NONE if at is None else self._states[at][2]

    def __contains__(self, name: object) -> bool:
        """Is this one of the names?"""
        return isinstance(name, str) and self.place(name) != NONE

    def __iter__(self) -> Iterator[str]:
        """All of them, in the order of their characters."""
        return self._from(self._first, "")

    def __len__(self) -> int:
        """How many there are."""
        counts: list[int] = []
        for _, targets, place in self._states:
            counts.append(sum(counts[target] for target in targets) + (place != NONE))
        return counts[-1]

    def ends(self, text: str, start: int) -> list[int]:
        """Where the names end that begin at this place of a text.

        >>> Ways(graph({"办": 0, "办结": 0})).ends("已办结", 1)
        [2, 3]
        """
        states, found = self._states, []
        chars, targets, _ = states[self._first]
        for end in range(start, len(text)):
            at = chars.find(text[end])
            if at < 0:
                break
            chars, targets, place = states[targets[at]]
            if place != NONE:
                found.append(end + 1)
        return found

    def near(self, written: str) -> set[str]:
        """Names with one character other, more or less, two exchanged, or both sounding the same; see `Slips`.

        >>> names = Ways(graph({"办结": 0, "办结率": 0}))
        >>> sorted(names.near("办节")), sorted(names.near("办了率")), sorted(names.near("搬节"))
        (['办结'], ['办结率'], ['办结'])
        """
        found = set(self._slipped(written))
        found.update(name for name in (*shorter(written), *exchanged(written)) if name in self)
        if len(written) == SOUNDED:
            found.update(self._alike(written))
        found.discard(written)
        return found

    def _slipped(self, written: str) -> Iterator[str]:
        """Names in which one character is another, or in which there is one more."""
        at: int | None = self._first
        for place in range(len(written) + 1):
            if at is None:
                return
            before, char = written[:place], written[place : place + 1]
            for other, target in self._onward(at):
                if other != char and char and self._ends(target, written[place + 1 :]):
                    yield f"{before}{other}{written[place + 1 :]}"
                if self._ends(target, written[place:]):
                    yield f"{before}{other}{written[place:]}"
            at = self._reached(at, char)

    def _alike(self, written: str) -> Iterator[str]:
        """Names of two characters that sound the same."""
        one, two = map(common, written)
        for first, at in self._onward(self._first):
            if common(first) == one:
                for second, end in self._onward(at):
                    if self._states[end][2] != NONE and common(second) == two:
                        yield first + second

    def sounding(self, letters: str, start: int) -> Iterator[tuple[int, str]]:
        """The names that these letters spell from a place on, each after where it ends.

        >>> list(Ways(graph({"办": 0, "办结": 0})).sounding("yibanjie", 2))
        [(5, '办'), (8, '办结')]
        """
        todo = [(self._first, start, "")]
        while todo:
            at, end, name = todo.pop()
            if name and self._states[at][2] != NONE:
                yield end, name
            read = self._read(at)
            for until in range(end + 1, min(len(letters), end + LONGEST_SYLLABLE) + 1):
                onward = read.get(letters[end:until], ())
                todo.extend((target, until, name + char) for char, target in onward)

    def _read(self, at: int) -> Mapping[str, Sequence[tuple[str, int]]]:
        """What leads on from a state by how it is read, which is put together once."""
        if at not in self._by_reading:
            found: dict[str, list[tuple[str, int]]] = defaultdict(list)
            for char, target in self._onward(at):
                for reading in usual(char):
                    found[reading].append((char, target))
            self._by_reading[at] = dict(found)
        return self._by_reading[at]

    def _onward(self, at: int) -> Iterator[tuple[str, int]]:
        chars, targets, _ = self._states[at]
        return zip(chars, targets, strict=True)

    def _reached(self, at: int, text: str) -> int | None:
        states = self._states
        for char in text:
            chars, targets, _ = states[at]
            found = chars.find(char)
            if found < 0:
                return None
            at = targets[found]
        return at

    def _ends(self, at: int, text: str) -> bool:
        reached = self._reached(at, text)
        return reached is not None and self._states[reached][2] != NONE

    def _from(self, at: int, begun: str) -> Iterator[str]:
        if self._states[at][2] != NONE:
            yield begun
        for char, target in self._onward(at):
            yield from self._from(target, begun + char)


def graph(places: Mapping[str, int]) -> list[State]:
    """The states of the graph of these names, the fewest that there can be.

    >>> graph({"没办": 0, "未办": 0})
    [('', (), 0), ('办', (0,), -1), ('未没', (1, 1), -1)]
    """
    states: dict[State, int] = {}

    def state(names: Sequence[str], depth: int) -> int:
        place = NONE
        if len(names[0]) == depth:
            place, names = places[names[0]], names[1:]
        onward = [
            (char, state(tuple(further), depth + 1))
            for char, further in groupby(names, key=lambda name: name[depth])
        ]
        made = "".join(char for char, _ in onward), tuple(at for _, at in onward), place
        return states.setdefault(made, len(states))

    if places:
        state(sorted(places), 0)
    return [*states]
