"""What every question of a report shares: its year, place and organ, and how a question is tidied."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from assistant.cards import body_of, is_office
from assistant.drafting.material import Material, filled
from assistant.model import Report
from assistant.places import SUFFIXES
from assistant.store.packing import card_of

SPACE = re.compile(r"\s+")
# The tables of the form of 2019 and later, which each organ fills in for itself.
FORM = frozenset({"disclosure", "applications", "review"})
# What the year at the head of a question says already.
WHOLE_YEAR = re.compile(r"^(\d{4}年)(?:全年|一年来|年内|年?度|，)")
THAT_YEAR = re.compile(r"^(\d{4}年[^《]{0,12}?)全年(?=[共一-龥])")
# A note in brackets: long, or another name of a title. 专(兼)职 is none.
ASIDE = re.compile(r"(《[^》]*》)(?:[（(][^()（）]*[）)])?|[（(][^()（）]{5,}[）)]")


LABEL = re.compile(
    r"^(?:[一二三四五六七八九十]+、|[(（].{1,3}[)）]|[一二三四五六七八九十]是|\d{1,2}[、.．])"
)
# Ends of a heading that only say that it is one.
ENDS = ("情况", "方面", "工作", "的")


def bare(heading: str) -> str:
    """The heading without what only says that it is one.

    >>> bare("主动公开方面")
    '主动公开'
    """
    for end in ENDS:
        heading = heading.removesuffix(end)
    return heading


class Frame:
    """A report with the words that fill the slots of all patterns."""

    def __init__(self, report: Report, material: Material, year: str | None = None) -> None:
        """The frame of this report; its questions name its year, or this one instead."""
        self.report, self.material = report, material
        self.year = f"{report.year}年" if year is None else year

    @cached_property
    def place(self) -> str:
        """Whose the report is called: its place's, a department's by its own name, or its office's own.

        An office that gives the tables of the form speaks in them of itself, and not of the whole place.
        """
        card = card_of(self.report)
        own = any(figure.table in FORM for figure in self.report.figures)
        return card.organ if own and is_office(card) else self.area

    @cached_property
    def area(self) -> str:
        """What 我市 means."""
        return body_of(card_of(self.report))

    def topic(self, section: str) -> str:
        """What a section is about, by its path, to be named in a question."""
        return bare(LABEL.sub("", section.rsplit(" > ", maxsplit=1)[-1]))

    def ask(self, patterns: Iterable[str], year: str = "", **slots: str) -> tuple[str, ...]:
        """The questions that these patterns make of the slots, tidied, each once."""
        given = {"year": year or self.year, "place": self.place, "organ": self.report.organ}
        found = (filled(pattern, {**given, **slots}) for pattern in patterns)
        return tuple(dict.fromkeys(self._tidy(text) for text in found if text))

    def _tidy(self, text: str) -> str:
        """Without white space, with the year said once and the report's organ by its name."""
        text = ASIDE.sub(lambda found: found[1] or "", SPACE.sub("", text))
        for own in self.material.own_names:
            text = text.replace(own, self.area if own.endswith(SUFFIXES) else self.place)
        text = text.replace(f"{self.place}共", self.place)
        if text.startswith(self.year) and self.year in text[len(self.year) :]:
            text = text[len(self.year) :]
        return THAT_YEAR.sub(r"\1", WHOLE_YEAR.sub(r"\1", text))
