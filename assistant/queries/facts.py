"""What a query tree may ask of a report: the figures that descriptions mean, and what is known of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from assistant.model import Figure, Mention, Report
from assistant.queries.tree import Given, Phrase
from assistant.queries.values import Failure, Quantity, Row, Rows


class Units(Protocol):
    """Which measure words may stand for each other; the general ones (个) for nearly all."""

    @property
    def general(self) -> frozenset[str]:
        """Measure words that tell no kinds of things apart."""

    def fits(self, asked: str, stated: str) -> bool:
        """May a figure in `stated` answer a question in `asked`?"""

    def same_kind(self, a: str, b: str) -> bool:
        """May figures in these two units be added or compared?"""


class Facts(Protocol):
    """One report's facts, asked by the descriptions of one question."""

    @property
    def report(self) -> Report:
        """The report whose facts these are."""

    @property
    def units(self) -> Units:
        """The measure words of its figures."""

    @property
    def text(self) -> str:
        """The question."""

    def figure(self, phrase: Phrase, unit: str = "") -> Quantity | Failure:
        """The quantity that a plain description means, in a unit of this kind."""

    def rows(self, phrase: Phrase) -> Rows | Failure:
        """The breakdown that a description means, with the members of the classes that are named."""

    def around(self, rows: Rows) -> Iterable[Rows]:
        """The whole breakdowns that have all these members."""
        ...

    def row_of(self, facets: Iterable[Mention], rows: Rows) -> Row | None:
        """The member of a breakdown that these facets name."""

    def numbered(self, given: Given) -> Quantity | Failure:
        """The one figure that has this number: 122.03万元."""

    def is_number(self, given: Given, figure: Figure) -> bool:
        """Is this the number that the question gives, in a unit of its kind?"""

    def only_in(self, unit: str) -> Quantity | None:
        """The only figure that is counted in this unit; None where there are several."""

    def wholes(self, figures: Iterable[Figure]) -> list[Figure]:
        """The totals of the breakdowns that have all these among their members."""

    def alike(self, one: Figure, other: Figure) -> bool:
        """Do two figures stand side by side in a breakdown?"""

    def so_far(self, figure: Figure) -> tuple[Figure, Figure] | None:
        """The figure of the year and that of all years up to now, of which this is one."""
        ...

    def unlike(self, figures: Sequence[Figure]) -> bool:
        """Are these things of which nothing is said alike, so that no mean is one of them?"""
        ...

    def change(self, figure: Figure, since: Mention) -> tuple[Figure, bool] | None:
        """The change since then that is told right behind a figure, and whether it rose."""

    def follows(self, part: Figure, whole: Figure) -> bool:
        """Is a figure told after another in one paragraph or table, and does not stand beside it?"""

    def is_only_part(self, part: Figure, whole: Figure) -> bool:
        """Is it the one part of the whole that the report tells of, and no one of several?"""

    def is_carried(self, quantity: Quantity) -> bool:
        """Is it taken over from the year before, or left to the next?"""

    def says(self, figure: Figure, facets: Iterable[Mention]) -> bool:
        """Does a figure account for all these facets?"""

    def owns(self, figure: Figure, facets: Iterable[Mention]) -> bool:
        """Does a figure say all these itself, and not by what it inherits?"""

    def rate(self, figure: Figure) -> str:
        """Of what each one the figure is (每期1535册: 期); empty where it is a total."""

    def unaddable(self, figures: Sequence[Figure]) -> str:
        """Why these must not be added up (a whole to its part), empty where they may."""
