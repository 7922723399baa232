"""Edits after which the report says nothing: a word more, another year, place, organ or measure word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from assistant.adversaries.edits.bases import Base
from assistant.adversaries.edits.editing import Edit, refusing
from assistant.adversaries.edits.material import Words
from assistant.model import Report

YEAR = re.compile(r"\d{4}年度?|今年|本年度?")
PLACE = re.compile(r"^.{1,7}[市县区镇乡]$")


@dataclass(frozen=True, eq=False)
class Refusals:
    """Makes the edits of the questions about one report that must be refused."""

    report: Report
    words: Words

    def of(self, base: Base, rng: Random) -> Iterator[Edit]:
        """Every edit of a question, each kind once."""
        made = {
            "modifier": self._inserted(base, self._absent("modifiers"), rng),
            "relative": self._inserted(base, self._absent("relative"), rng),
            "year": self._at(base, f"{self._year(rng)}年"),
            "relative_year": self._at(base, self._relative(rng)),
            "part_of_year": self._at(base, rng.choice(self.words["parts_of_year"])),
            "place": self._of_place(base, rng),
            "member": self._of_member(base, rng),
            "organ": self._of_organ(base, rng),
            "unit": self._in_unit(base, rng),
        }
        for kind, text in made.items():
            edit = refusing(base, kind, text)
            if edit:
                yield edit

    def _absent(self, part: str) -> list[str]:
        return [word for word in self.words[part] if word.rstrip("的") not in self.report.source]

    def _inserted(self, base: Base, words: Sequence[str], rng: Random) -> str:
        """One of the words before a noun of the description, or behind its first 的."""
        nouns = [noun for noun in base.nouns if base.text.count(noun) == 1]
        if not words:
            return ""
        word = rng.choice(words)
        if nouns:
            noun = rng.choice(nouns)
            return base.text.replace(noun, word + noun)
        before, de, after = base.text.partition("的")
        return f"{before}{de}{word}{after}" if base.source == "file" and after[1:] else ""

    def _year(self, rng: Random) -> int:
        years = [self.report.year + int(delta) for delta in self.words["years"]]
        return rng.choice([year for year in years if str(year) not in self.report.source] or years)

    def _relative(self, rng: Random) -> str:
        """A word for a year of which the report tells nothing: 较2016年增加 tells of 去年 in 2017."""
        source = self.report.source
        words = {
            word: int(delta)
            for word, delta in self.words["relative_years"].items()
            if str(self.report.year + int(delta)) not in source
        }
        if any(word in source for word in self.words["before"]):
            words = {word: delta for word, delta in words.items() if delta != -1}
        return rng.choice(list(words)) if words else ""

    def _at(self, base: Base, period: str) -> str:
        """The question about another period; empty where there is none."""
        if not period or period in self.report.source:
            return ""
        if YEAR.search(base.text):
            return YEAR.sub(period, base.text, count=1)
        return period + base.text

    def _of_place(self, base: Base, rng: Random) -> str:
        place = self._other_place(rng)
        text = re.sub(r"^(?:全|我)[市县区镇]", "", base.text)
        own = self.report.place
        return text.replace(own, place) if own in text else f"{place}{text}"

    def _of_member(self, base: Base, rng: Random) -> str:
        """A place that is no part here, where a part is named."""
        places = [m for m in base.members if PLACE.match(m) and base.text.count(m) == 1]
        return base.text.replace(rng.choice(places), self._other_place(rng)) if places else ""

    def _of_organ(self, base: Base, rng: Random) -> str:
        organs = [o for o in self.words["organs"] if o[1:] not in self.report.source]
        if not organs:
            return ""
        organ = rng.choice(organs)
        whose = base.whose if base.whose and base.text.count(base.whose) == 1 else ""
        if whose and not re.match(r"^(?:全|我)", whose):
            return base.text.replace(whose, organ)
        return f"{organ}{base.text}" if not base.members else ""

    def _other_place(self, rng: Random) -> str:
        places = [p for p in self.words["places"] if p not in self.report.source]
        return str(rng.choice(places))

    def _in_unit(self, base: Base, rng: Random) -> str:
        """Another measure word behind 多少 or 几."""
        units = [u for u in self.words["units"] if u not in self.report.source]
        asked = re.compile(f"(多少|几){re.escape(base.unit)}")
        if not base.unit or not units or not asked.search(base.text):
            return ""
        return asked.sub(lambda found: found[1] + rng.choice(units), base.text)
