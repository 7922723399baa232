"""The standard questions of the genre, each bound to what it asks for in a report; none where that is not stated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.drafting.frame import SPACE, Frame
from assistant.model import Figure
from assistant.naming import TOTALS, whole_of
from assistant.offering.standing import Standing

# A question as `questions` of `knowledge/standard.yaml` has it.
Asked = Mapping[str, Any]
PLANNED = frozenset({"target", "base", "percent", "frequency", "document"})
SCALE = "万亿"
SHORTEST = 3
OFFICES = ("办公室", "办公厅")


def standard(frame: Frame) -> Iterator[Standing]:
    """Those that the report has something for, in the order in which they are asked."""
    bound = _Bound(frame, Owners(frame))
    for question in frame.material.standard["questions"]:
        found = bound.by_figures(question) or bound.by_words(question)
        if found:
            yield replace(found, kin=question.get("kin", ""))


@dataclass(frozen=True, slots=True)
class Owners:
    """Whose figures a report gives without naming them: its own body's."""

    frame: Frame

    def name(self, figure: Figure) -> str:
        """What a figure of the prose counts, without what only says that it is the body's own."""
        who = SPACE.sub("", figure.who)
        return self.bare(("" if self.is_own(who) else who) + SPACE.sub("", figure.what))

    def is_own(self, who: str) -> bool:
        """Is it the body itself by a shorter name: 市科委 for 上海市科学技术委员会?"""
        rest = iter(self.frame.report.organ)
        return len(who) >= SHORTEST and all(char in rest for char in who)

    def bare(self, name: str) -> str:
        """The name without the words for the body itself at its head."""
        owners = self.words
        while name.startswith(owners):
            name = next(name.removeprefix(one) for one in owners if name.startswith(one))
        return name

    def owns(self, figure: Figure) -> bool:
        """Is it the body's figure, and not that of a place in it?"""
        return not figure.where or figure.where.startswith(self.words)

    @property
    def words(self) -> tuple[str, ...]:
        """The longest first."""
        own = self.frame.material.standard["own"]["owners"]
        names = (self.frame.place, self.frame.report.organ, self.frame.report.place, *own)
        return tuple(sorted(names, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class _Bound:
    frame: Frame
    owners: Owners

    def by_figures(self, question: Asked) -> Standing | None:
        """Bound to the figures that it asks for, in a table or in the prose; to noughts where there are no others."""
        every = [f for f in self.frame.report.figures if self._is_asked(f, question)]
        found = [figure for figure in every if figure.value]
        prose = {figure.value for figure in found if not figure.table}
        tabled = [figure for figure in found if figure.table]
        if len(prose) > 1 and not tabled:
            return None
        ways = question["ask"] if found else question.get("none", ())
        found = found or every
        if not found or not ways:
            return None
        return Standing(
            ways=self.frame.ask(
                ways, unit=_unit(found, question.get("units", ())), place=self._body(found)
            ),
            topic=question["topic"],
            spans=tuple(f.number for f in found),
            facts=frozenset(f.id for f in found),
            amounts=frozenset(f.value for f in found if f.value is not None),
            some=True,
            unlike="no" if any(f.value for f in found) else "yes",
            common=True,
        )

    def _body(self, figures: Sequence[Figure]) -> str:
        """Whom to ask for: the office itself where they count what only it did (市政府办公室受理…), else the place."""
        organ = self.frame.report.organ
        office = organ.replace("人民政府", "政府") if organ.endswith(OFFICES) else ""
        named = [SPACE.sub("", figure.who) for figure in figures]
        own = all(who.endswith(OFFICES) and self.owners.is_own(who) for who in named)
        return office if office and named and own else self.frame.place

    def _is_asked(self, figure: Figure, question: Asked) -> bool:
        if figure.table:
            path = f"{figure.table}/{figure.measure}"
            total = figure.member == "" or figure.member in TOTALS
            cells: Sequence[str] = question.get("cells", ())
            return f"{path}/{figure.member}" in cells or (total and path in cells)
        if "prose" not in question or figure.kind in PLANNED or not self.owners.owns(figure):
            return False
        if not re.fullmatch(question["prose"], self.owners.name(figure)):
            return False
        return self._is_under(question, figure.section) and self._is_part(figure, question)

    def _is_under(self, question: Asked, section: str) -> bool:
        return re.search(question.get("under", ""), section) is not None

    def _is_part(self, figure: Figure, question: Asked) -> bool:
        """Is it a whole, or a part of what may have this part?"""
        whole = whole_of(figure, self.frame.report)
        named = whole.who + whole.what if whole else ""
        return whole is None or re.search(question.get("parts", "。"), named) is not None

    def by_words(self, question: Asked) -> Standing | None:
        """Bound to what the report says of it, or to the section about it."""
        if "said" in question:
            spans = [
                (s.start, s.end)
                for s in self.frame.report.statements
                if s.kind == question["said"]
                and not s.heading
                and re.search(question["match"], s.quote)
                and self._is_under(question, s.section)
            ]
            told = spans if "many" in question else spans[:1]
            inside = [
                f for f in self.frame.report.figures if any(a <= f.start < b for a, b in told)
            ]
            ways = self.frame.ask(question["ask"], place=self._body(inside))
            return (
                Standing(ways, question["topic"], tuple(told), some=True, unlike="no", common=True)
                if spans
                else None
            )
        ways = self.frame.ask(question["ask"])
        if "section" in question:
            for section in self.frame.report.sections:
                body = (section.start + len(section.label + section.heading), section.end)
                table = "|" in self.frame.report.source[slice(*body)]
                if re.search(question["section"], section.heading) and not table:
                    within = (section.start, section.end)
                    return Standing(ways, question["topic"], within=within, common=True)
        return None


def _unit(figures: Sequence[Figure], units: Sequence[str]) -> str:
    """The measure word that the report has for it, if it may be said; else the usual one."""
    own = [f.unit or f.said for f in figures]
    said = (unit for one in own for unit in (one, one.lstrip(SCALE)))
    return next((unit for unit in said if unit in units), units[0] if units else "")
