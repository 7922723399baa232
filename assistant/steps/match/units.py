"""Which measure words may stand for each other."""

from __future__ import annotations

from dataclasses import dataclass

# In what a figure without a measure word may be asked for (a table's cell: 复议 440).
BARE = frozenset({"case", "item", "event"})
# Measure words whose nouns (件数, 项数, 次数) ask how many there are, whatever they are counted in.
COUNTING = frozenset({"case", "item", "kind", "text", "event", "place"})
# In what it may be told how often something was done.
OFTEN, PERSONS = "event", "person"


@dataclass(frozen=True, slots=True)
class Units:
    """Which measure words may stand for each other."""

    groups: dict[str, frozenset[str]]
    general: frozenset[str]

    def fits(self, asked: str, stated: str) -> bool:
        """May a figure in `stated` answer a question in `asked`?"""
        if not asked or asked == stated:
            return True
        if not stated:
            return asked in self.general or bool(self._of(asked) & BARE)
        stated = stated.lstrip("万亿千百") or stated
        if asked in self.general:
            return bool(self.groups.get(stated, frozenset()) - {"money", "percent", "rank"})
        asked = asked.lstrip("万亿千百") or asked
        return bool(self.groups.get(asked, frozenset({asked})) & self._of(stated))

    def fits_loosely(self, implied: str, stated: str) -> bool:
        """May a figure in `stated` answer a noun of this measure word: 件数 of 条, 次数 of 人次, no 册数 of 条?"""
        asked, told = self._of(implied), self._of(stated.lstrip("万亿千百") or stated)
        counts = bool(asked & COUNTING) and bool(told & COUNTING)
        return not stated or counts or (OFTEN in asked and PERSONS in told)

    def fits_only(self, asked: str, stated: str) -> bool:
        """Is it asked in this measure word, and not in any (个)?"""
        return bool(asked) and asked not in self.general and self.fits(asked, stated)

    def is_specific(self, unit: str) -> bool:
        """Does this measure word tell kinds of things apart (册, 宗), unlike 个 or none?"""
        return unit not in ("", "%", "元") and unit not in self.general

    def same_kind(self, a: str, b: str) -> bool:
        """May figures in these two units be added or compared?"""
        plain_a, plain_b = a.lstrip("万亿千百") or a, b.lstrip("万亿千百") or b
        return plain_a == plain_b or bool(self._of(plain_a) & self._of(plain_b))

    def _of(self, stated: str) -> frozenset[str]:
        plain = stated.split("(", maxsplit=1)[0].split("（", maxsplit=1)[0]
        return self.groups.get(stated) or self.groups.get(plain) or frozenset({stated})
