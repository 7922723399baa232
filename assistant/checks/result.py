"""What a check found: both sides as they were computed, the difference, the verdict, the proof."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from assistant.language.numerals import plain
from assistant.model import Amendment, Citation, Figure, Report

ONE = Decimal(1)
PASS, FAIL, OPEN = "pass", "fail", "open"


@dataclass(frozen=True, slots=True)
class Term:
    """One operand: a figure of a report with its amount in the unit of the check, and its sign."""

    report: Report
    figure: Figure
    amount: Decimal
    minus: bool = False

    def citation(self) -> Citation:
        """The verbatim span that states it."""
        figure, report = self.figure, self.report
        place = figure.section, figure.quote, figure.start, figure.end
        amended = (Amendment(figure.printed, figure.text, figure.note),) if figure.printed else ()
        return Citation(report.id, report.title, *place, corrections=amended)


@dataclass(frozen=True, slots=True)
class Result:
    """One rule held against the figures that it speaks of.

    `subject` says which (a column, a measure, the words of a total); `left` and `right` are both
    sides as expressions, `unit` goes with the difference; `reason` says why it could not be
    assessed, or what may explain a failure. `figures` are the operands, each as (report id, figure
    id), `held` those among them that were held against the others (a total, not its parts), and
    `citations` the verbatim spans that state them.
    """

    rule: str
    name: str
    source: str
    report: str
    subject: str
    left: str
    right: str
    difference: Decimal | None
    unit: str
    verdict: str
    reason: str
    figures: tuple[tuple[str, str], ...]
    held: tuple[tuple[str, str], ...]
    citations: tuple[Citation, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        """The ids of the reports that it is about, the checked one first."""
        return tuple(dict.fromkeys((self.report, *(report for report, _ in self.figures))))

    def touches(self, figure: Figure, report: Report) -> bool:
        """Is this figure one of the operands?"""
        return (report.id, figure.id) in self.figures

    def doubts(self, figure: Figure, report: Report) -> bool:
        """Does its failure put this figure in doubt: a total, what text and table state apart?"""
        return self.verdict == FAIL and (report.id, figure.id) in self.held

    @property
    def stated(self) -> tuple[str, str]:
        """Both sides in the numbers that the reports state, without the sums: `10 + 1`, `0`."""
        left, right = (re.split(" [=≈] ", side)[0] for side in (self.left, self.right))
        return left, right

    def to_dict(self) -> dict[str, Any]:
        """The result as JSON."""
        return {
            "rule": self.rule,
            "name": self.name,
            "source": self.source,
            "reports": list(self.reports),
            "subject": self.subject,
            "left": self.left,
            "right": self.right,
            "difference": None if self.difference is None else plain(self.difference),
            "unit": self.unit,
            "verdict": self.verdict,
            "reason": self.reason,
            "citations": [citation.to_dict() for citation in self.citations],
        }


def expression(terms: tuple[Term, ...], scale: Decimal = ONE) -> str:
    """The operands with their sum, in units of this scale: `3402 + 99 = 3501`; one is just itself."""
    text = ""
    for term in terms:
        sign = ("−" if term.minus else "") if not text else (" − " if term.minus else " + ")
        text += sign + plain(term.amount / scale)
    return text if len(terms) < 2 else f"{text} = {plain(total(terms) / scale)}"


def total(terms: tuple[Term, ...]) -> Decimal:
    """The operands added up by their signs."""
    return sum((-t.amount if t.minus else t.amount for t in terms), Decimal(0))
