"""Everyday: what people say for the words of a report, and a question in the words of one.

勒令停产 is what a report calls 责令停产; 有多少人关注 asks for its 粉丝. The words are those of
`knowledge/lexicon/everyday.yaml`, each with what is said for it. A question is asked again in the words of a report
only where as it stands it has no answer, and only by words that this report has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any

from assistant.language.either import either
from assistant.late import late

# A stretch that stays as it is, what may be left out, words for each other, no word, and what parts told from read.
GAP, LEFT_OUT, OR, NONE, READ = "…", "*", "/", "~", "|"
WITHIN = "[^,，。；;?？]{1,10}?"
# How many words of one question are said otherwise, and how many ways are given.
WORDS, WAYS = 5, 24
# What a word that is not the report's costs where it is kept, and one that is said for it.
KEPT, SAID = 3, 1


@dataclass(frozen=True, slots=True)
class Swap:
    """What was written, what is read for it, and the words of the report that say so."""

    written: str
    read: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A question with some of its words as the report has them: what was written and is read, and what tells that."""

    text: str
    swapped: tuple[Swap, ...]
    cost: int


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    read: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Everyday:
    """What is said for each word of reports, each saying a row of slots.

    One that is one character long stands right before `alone`; none cuts one of the `compounds`.
    """

    rows: tuple[tuple[str, tuple[str, ...]], ...]
    alone: str = ""
    compounds: tuple[str, ...] = ()

    @cached_property
    def _patterns(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple(
            (word, late("|".join(self._pattern(s) for s in _long_first(sayings))))
            for word, sayings in self.rows
        )

    def ways(self, text: str, told: str) -> Iterator[Way]:
        """The question in the words of what is `told`, those first that leave least of it unsaid and change least.

        >>> [w.text for w in Everyday((("责令", ("勒令",)),)).ways("被勒令停产的有几家", "6家被责令停产")]
        ['被责令停产的有几家']
        """
        places = list(self._places(text, told))
        if not places:
            return
        choices = [_choices(text, row, told) for row in places[:WORDS]]
        # What is only left out, or asked in fewer words, is not asked in the words of the report.
        made = (_way(text, row) for row in product(*choices))
        ways = [way for way in made if any(swap.words for swap in way.swapped)]
        yield from sorted(ways, key=lambda way: way.cost)[:WAYS]

    def _places(self, text: str, told: str) -> Iterator[list[_Place]]:
        """Where something is said for words that are told: the longest sayings, none over another."""
        found: dict[tuple[int, int], list[_Place]] = {}
        held = (word for word in self.compounds if word in text)
        longer = [m.span() for word in held for m in re.finditer(word, text)]
        for word, pattern in self._patterns:
            needed, stands, read_as = word.replace(NONE, "").rpartition(READ)
            words = tuple(part for part in (needed if stands else read_as).split(GAP) if part)
            if not all(part in told for part in words):
                continue
            for at in pattern.finditer(text):
                if at.group() in read_as or _cuts(at.span(), longer):
                    continue
                inner = next((g for g in at.groups() if g), "")
                place = _Place(*at.span(), read_as.replace(GAP, inner), words)
                found.setdefault(at.span(), []).append(place)
        last = 0
        for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
            if start >= last:
                yield found[start, end]
                last = end

    def _pattern(self, saying: str) -> str:
        """A saying as an expression."""
        parts = []
        for slot in saying.split():
            if slot == GAP:
                parts.append(f"({WITHIN})")
                continue
            words = either(slot.rstrip(LEFT_OUT).split(OR))
            parts.append(f"{words}?" if slot.endswith(LEFT_OUT) else words)
        return f"{saying}{self.alone}" if len(saying) == 1 else "".join(parts)


def _cuts(span: tuple[int, int], longer: Sequence[tuple[int, int]]) -> bool:
    start, end = span
    return any(a < end and start < b and not (start <= a and b <= end) for a, b in longer)


def _long_first(sayings: Sequence[str]) -> list[str]:
    """The sayings that say most at the least, first."""
    return sorted(sayings, key=lambda saying: (-_least(saying), -len(saying)))


def _least(saying: str) -> int:
    firm = (slot for slot in saying.split() if not slot.endswith(LEFT_OUT))
    return sum(1 if slot == GAP else min(map(len, slot.split(OR))) for slot in firm)


def _choices(text: str, places: Sequence[_Place], told: str) -> list[tuple[_Place, int, bool]]:
    """One place as it stands, and as each of the words of the report; with what it costs and whether it is changed."""
    start, end = places[0].start, places[0].end
    said = text[start:end]
    kept = (_Place(start, end, said), 0 if said in told else KEPT, False)
    return [*((place, SAID, True) for place in places), kept]


def _way(text: str, row: Sequence[tuple[_Place, int, bool]]) -> Way:
    parts, last = [], 0
    for place, _, _ in row:
        parts += [text[last : place.start], place.read]
        last = place.end
    swapped = tuple(
        Swap(text[p.start : p.end], p.read, p.words) for p, _, changed in row if changed
    )
    return Way("".join([*parts, text[last:]]), swapped, sum(cost for _, cost, _ in row))


def everyday_of(data: Mapping[str, Any]) -> Everyday:
    """What the file says."""
    rows = (
        (str(word), tuple(map(str, sayings)))
        for room in data["words"].values()
        for word, sayings in room.items()
    )
    alone = f"(?=$|[,，。?？!！、]|{either(data['behind_one'])})"
    return Everyday(tuple(rows), alone, tuple(map(str, data["compounds"])))
