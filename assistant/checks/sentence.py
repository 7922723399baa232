"""A percentage in its sentence: the counts before it, and the text between them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from assistant.checks.amounts import in_prose, term
from assistant.checks.reading import rest, without_brackets
from assistant.checks.result import Term
from assistant.model import Figure, Report


class Sentence:
    """A percentage with what stands before it in its sentence."""

    def __init__(self, percent: Figure, report: Report) -> None:
        """Find what stands before the percentage."""
        self.percent = percent
        self.report = report
        self.start = percent.sentence[0]
        self.before = [f for f in report.figures if self._leads(f)]
        self.counts = [t for t in (term(f, report) for f in self.before) if t]

    def _leads(self, figure: Figure) -> bool:
        inside = self.start <= figure.number[0] and figure.number[1] <= self.percent.number[0]
        return inside and in_prose(figure) and not self._aside(figure)

    def _aside(self, figure: Figure) -> bool:
        """Does it stand in brackets that are closed before the percentage?"""
        between = self.report.source[figure.number[1] : self.percent.number[0]]
        depth = 0
        for char in between:
            depth += (char in "(（") - (char in ")）")
            if depth < 0:
                return True
        return False

    def lead(self, figure: Figure | None = None) -> str:
        """The text between the number before and this one; for the percentage by default."""
        this = figure or self.percent
        ends = [f.number[1] for f in self.before if f.number[1] <= this.number[0]]
        return without_brackets(self.report.source[max([self.start, *ends]) : this.number[0]])

    def speaks_of(self, text: str, known: Iterable[str]) -> bool:
        """Does the text before the percentage say more than these words and the count's own clause?"""
        more, now = rest(text, known), self.nearest()
        return bool(more) and not (now and more in now.figure.quote + now.figure.what)

    def says(self, words: Iterable[str]) -> bool:
        """Does the percentage's clause hold one of these words?"""
        clause = self.report.source[slice(*self.percent.clause)]
        return any(word in clause for word in words)

    def nearest(self) -> Term | None:
        """The count just before the percentage."""
        return self.counts[-1] if self.counts else None

    def own(self, figure: Figure) -> str:
        """A figure's clause, shared by several figures as it may be: its own stretch of it."""
        return self.lead(figure) + self.report.source[figure.number[0] : figure.end]


def percent_of(sentence: Sentence) -> Term:
    """The percentage itself, as a term."""
    return Term(sentence.report, sentence.percent, sentence.percent.value or Decimal(0))
