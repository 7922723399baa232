"""An answer of the right shape, with what it is held against and what of it was found so far."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from assistant.proof.computations import Outcome
from assistant.proof.evidence import Evidence
from assistant.proof.faults import Source
from assistant.proof.figures import Figure, figures_in
from assistant.proof.formulas import IN_A_YEAR, places_asked

CARRIED = re.compile("（承接上文，按“(?P<question>.*?)”理解。）", re.DOTALL)
REPORT_YEAR = re.compile("-(?P<year>[12][0-9]{3})$")


class Case:
    """One answer of the right shape, with what it is held against."""

    def __init__(
        self,
        answer: Mapping[str, Any],
        sources: Mapping[str, Source],
        history: Sequence[str] | None,
    ) -> None:
        """Read the figures of what was asked; without a history, of what the answer carried over."""
        self.answer = answer
        self.sources = sources
        self.text: str = answer["text"]
        self.answered = answer["status"] == "answered"
        self.carried = [found["question"] for found in CARRIED.finditer(self.text)]
        earlier = self.carried if history is None else list(history)
        questions = (answer["question"], *earlier)
        self.asked = [f for question in questions for f in figures_in(question)]
        self.parts = {n for word, n in IN_A_YEAR.items() if any(word in q for q in questions)}
        self.places = frozenset(n for q in questions for n in places_asked(q))
        self.outcomes: list[Outcome] = []
        self.cited: list[Figure] = []
        self.quoted: list[Figure] = []
        self.history = history
        self.evidence: list[Evidence] = []
        self.found = False
        self.amended: set[tuple[str, str, str]] = set()


def every_figure(case: Case) -> Iterator[Figure]:
    """Every figure of all sources."""
    for identity, source in case.sources.items():
        yield from figures_in(source.text)
        year = REPORT_YEAR.search(identity)
        yield from figures_in(f"{year['year']}年" if year else "")


def in_short(text: str) -> str:
    """The text in one short line."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:40] + "…"


def numbers_of(figures: Iterable[Figure]) -> set[Fraction]:
    """The numbers of figures, as they are written and with their 万."""
    return {number for f in figures for number in (f.number, f.full)}
