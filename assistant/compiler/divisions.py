"""Places by the codes of GB/T 2260: which names there are, in which years, and what lies in what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.compiler.lasting import lasting

# 321322: a province, a city in it, a county in that.
PROVINCE, CITY = 2, 4
# Cities of the rank of a province: their districts have codes of their own second pair.
MUNICIPAL = ("11", "12", "31", "50")
# 城区 and 郊区 are names of some districts, and words of every text.
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Division:
    """A place with its code, and the years in which that was its name; 0 where there is no end to them."""

    code: str
    name: str
    since: int
    until: int

    def was(self, year: int) -> bool:
        """Was this its name in that year?"""
        return self.since <= year and (not self.until or year <= self.until)

    @property
    def inside(self) -> str:
        """What the codes of all places in it begin with."""
        if self.code.endswith("0000"):
            return self.code[:PROVINCE]
        return self.code[:CITY] if self.code.endswith("00") else self.code


class Divisions:
    """All places that have a code."""

    def __init__(self, rows: Iterator[Division]) -> None:
        """The places in these rows."""
        self._named: dict[str, list[Division]] = {}
        self._coded: dict[str, list[Division]] = {}
        for row in rows:
            self._named.setdefault(row.name, []).append(row)
            self._coded.setdefault(row.code, []).append(row)
        self._longest = max(map(len, self._named), default=0)
        self._endings = frozenset(name[-1] for name in self._named)

    def named(self, name: str, year: int = 0) -> tuple[Division, ...]:
        """The places of this name, in that year or in any."""
        return tuple(d for d in self._named.get(name, ()) if not year or d.was(year))

    def at(self, code: str, year: int) -> tuple[Division, ...]:
        """The places that had this code in that year."""
        return tuple(d for d in self._coded.get(code, ()) if d.was(year))

    def city_of(self, place: Division, year: int) -> Division | None:
        """The city that a place lies in, or is."""
        within = place.code[:PROVINCE] if place.code.startswith(MUNICIPAL) else place.code[:CITY]
        return next(iter(self.at(within.ljust(len(place.code), "0"), year)), None)

    def in_text(self, text: str) -> Iterator[str]:
        """The names that stand in a text, at each place the longest."""
        for end, character in enumerate(text, start=1):
            if character not in self._endings:
                continue
            tails = (text[at:end] for at in range(max(0, end - self._longest), end - SHORTEST + 1))
            found = next((tail for tail in tails if tail in self._named), "")
            if found:
                yield found


@cache
def divisions(path: Path) -> Divisions:
    """The places in this `divisions.tsv`."""
    with lasting():
        return Divisions(_rows(path.read_text("utf-8")))


def _rows(text: str) -> Iterator[Division]:
    for line in text.splitlines():
        if not line.startswith("#"):
            code, name, since, until, *_ = *line.split("\t"), "", ""
            yield Division(code, name, int(since or 0), int(until or 0))
