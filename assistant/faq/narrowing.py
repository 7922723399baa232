"""Which other ways to ask are worth it: said otherwise, and of no other fact, place or report."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from assistant.drafting.frame import Frame

# Kinds that ask for one figure of many like it.
FIGURES = frozenset({"figure", "cell", "most", "zero"})
# In percent: so much of what the question names has to be named by another way to ask it.
NAMED = 75
# So many characters have to be others, for it to be another way to say it.
APART = 4
TITLE = "《"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Holds other ways to ask against the question that they stand for."""

    frame: Frame

    def is_narrow(self, variant: str, question: str, kind: str) -> bool:
        """Does it ask the same of the same report in words of its own, as a whole sentence?"""
        if not self._names_the_report(variant) or self.frame.material.is_bare(variant):
            return False
        named, said = self._core(question), self._core(variant)
        one, other = Counter(named), Counter(said)
        if sum(((one - other) + (other - one)).values()) < APART:
            return False
        kept = sum(char in said for char in named)
        return kind not in FIGURES or kept * 100 >= len(named) * NAMED

    def _names_the_report(self, text: str) -> bool:
        frame = self.frame
        owners = (*frame.material.common["report"], *frame.material.standing["owners"])
        return any(
            name and name in text for name in (frame.place, frame.report.organ, TITLE, *owners)
        )

    def _core(self, text: str) -> str:
        """What is asked about, without when, where and how it is asked."""
        for word in (self.frame.year, self.frame.place, *self.frame.material.common["asking"]):
            text = text.replace(word, "")
        return re.sub(r"\W", "", text)
