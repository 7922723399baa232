"""Which other ways to ask are safe: that catch no question about another fact, place or report."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.drafting.frame import Frame

# Kinds that ask for one figure of many like it.
FIGURES = frozenset({"figure", "cell", "most", "zero"})
# In percent: so much of what the question names has to be named by another way to ask it.
NAMED = 75
TITLE = "《"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Holds other ways to ask against the question that they stand for."""

    frame: Frame

    def is_narrow(self, variant: str, question: str, kind: str) -> bool:
        """Does the variant say of which report it asks, and name of a figure what its question names?"""
        if not self._names_the_report(variant):
            return False
        if kind not in FIGURES:
            return True
        named = self._core(question)
        kept = sum(char in self._core(variant) for char in named)
        return kept * 100 >= len(named) * NAMED

    def _names_the_report(self, text: str) -> bool:
        frame = self.frame
        names = (frame.year, frame.place, frame.report.organ, TITLE)
        return any(name and name in text for name in (*names, *frame.material.common["report"]))

    def _core(self, text: str) -> str:
        """What is asked about, without when, where and how it is asked."""
        for word in (self.frame.year, self.frame.place, *self.frame.material.common["asking"]):
            text = text.replace(word, "")
        return re.sub(r"\W", "", text)
