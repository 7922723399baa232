"""What a right answer must be, where it comes from several reports, or from one among several."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from assistant.language.numerals import scaled
from assistant.model import Answer, Figure, Report

Amount = tuple[Decimal | None, str]
CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands, and what its report states again elsewhere with the same number."""

    report: str
    spans: tuple[tuple[int, int], ...]

    def is_cited(self, answer: Answer) -> bool:
        """Does a citation overlap one of the spans?"""
        return any(
            c.report == self.report and c.start < end and start < c.end
            for c in answer.citations
            for start, end in self.spans
        )


@dataclass(frozen=True, slots=True)
class Gold:
    """The figures that are the answer, what must be cited, the verdict, the words that must be said.

    `beside` are figures that may be given with them (both sides of a difference).
    """

    values: tuple[Amount, ...]
    places: tuple[Place, ...]
    polarity: str | None = None
    say: tuple[str, ...] = ()
    beside: tuple[Amount, ...] = ()
    said: str = ""

    def is_given(self, answer: Answer) -> bool:
        """Are just these figures given? Where the report names no unit, any may stand."""
        any_unit = {number for number, unit in (*self.values, *self.beside) if not unit}
        amounts = (amount(v.value, v.unit) for v in answer.values)
        given = Counter((n, "" if n in any_unit else unit) for n, unit in amounts)
        wanted = Counter(self.values)
        return not wanted - given and set(given - wanted) <= set(self.beside)

    def is_met(self, answer: Answer) -> bool:
        """Is everything as it must be?"""
        cited = all(place.is_cited(answer) for place in self.places)
        said = all(word in answer.text for word in self.say)
        return self.is_given(answer) and cited and said and answer.polarity == self.polarity


def amount(number: str, unit: str) -> Amount:
    """A number and its unit, 万 written out."""
    plain = unit.lstrip("万亿")
    try:
        return scaled(Decimal(number), unit[: len(unit) - len(plain)]).normalize(), plain
    except InvalidOperation:
        return None, plain


def amount_of(figure: Figure) -> Amount:
    """The amount of a figure."""
    return amount(str(figure.value), figure.unit)


def share(part: Decimal, whole: Decimal) -> Amount:
    """A percentage, rounded half up to two decimals."""
    return (part * 100 / whole).quantize(CENT, ROUND_HALF_UP).normalize(), "%"


def place_of(figure: Figure, report: Report) -> Place:
    """Where the figure stands: its number, and that of prose beside a table with the same number."""
    spans = [figure.number]
    if figure.value:
        spans += [
            f.number
            for f in report.figures
            if f.value == figure.value and bool(f.table) != bool(figure.table)
        ]
    return Place(report.id, tuple(spans))
