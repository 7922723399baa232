"""Answered: a question with its answer, and what stands behind it as text: a figure's words, a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from assistant.language.bounds import Classes
from assistant.language.script import fold
from assistant.late import late
from assistant.model import Bounds, Figure, Finding, Report
from assistant.operators.ground import Ground

# What every government is called in full.
FULL = late("人民(?=政府)")


@dataclass(frozen=True)
class Answered:
    """A question as written and as its slips are meant, what answers it, and the classes that bound both."""

    written: str
    text: str
    finding: Finding
    ground: Ground
    classes: Classes

    @property
    def report(self) -> Report:
        """The report that answers."""
        return self.ground.index.report

    @cached_property
    def asked(self) -> str:
        """The question, with bodies as they are called for short."""
        return FULL.sub("", self.text)

    @cached_property
    def bounds(self) -> Bounds:
        """What the question is bound to."""
        return self.classes.asked(self.asked)

    @cached_property
    def stated(self) -> Bounds:
        """What all that is shown is bound to."""
        return self.classes.stated(self.shown)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that the answer rests on."""
        return tuple(fact for fact in self.finding.facts if isinstance(fact, Figure))

    @property
    def only(self) -> Figure | None:
        """The one figure that is the answer."""
        alone = len(self.figures) == 1 and len(self.finding.facts) == 1
        return self.figures[0] if alone and not self.finding.polarity else None

    @cached_property
    def shown(self) -> str:
        """The sentences and the passages that the answer rests on."""
        spans = (
            f.sentence if isinstance(f, Figure) else (f.start, f.end) for f in self.finding.facts
        )
        return "\n".join(self.source(*span) for span in spans)

    def source(self, start: int, end: int) -> str:
        """A stretch of the report as questions are written."""
        return FULL.sub("", fold(self.report.source[start:end]))

    def own(self, figure: Figure) -> str:
        """What says of a figure what it counts: its words, its labels, what leads up to it."""
        return "，".join((said(figure), *(self.source(*span) for span in figure.inherits)))

    def clause(self, figure: Figure) -> str:
        """The clause of a figure of the text."""
        return "" if figure.table else self.source(*figure.clause)


def said(figure: Figure) -> str:
    """The words and the labels of a figure itself."""
    return fold("，".join((figure.quote, figure.who, *figure.row, *figure.column)))
