"""Questions for a report's own figures, where one safe pattern fits (who did how many of what), or in their words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from assistant.drafting.frame import Frame
from assistant.language.either import either
from assistant.language.spoken import Spoken
from assistant.model import Figure, Report
from assistant.naming import clause_asked
from assistant.offering.standard import PLANNED, SCALE, Owners
from assistant.offering.standing import Standing

# The account or page that a figure is of: “柳州发布”微博, 乡长信箱.
ACCOUNT = r"(?P<who>“[^“”]+”[^“”，]{{0,6}}|[一-龥]{{1,6}}(?:{accounts}))?"
MONEY = "money"
# What is no amount of what stands before it.
UNASKED = ("rank_cutoff", MONEY)
# What would make two sentences of one.
MARKS = re.compile(r"[，,。；;：:（()）\d０-９\s]")


@dataclass(frozen=True)
class Own:
    """Asks for the figures of one report that a pattern fits."""

    frame: Frame
    owners: Owners

    @cached_property
    def words(self) -> Mapping[str, Any]:
        """The patterns, as `own` of `knowledge/standard.yaml` has them."""
        found: Mapping[str, Any] = self.frame.material.standard["own"]
        return found

    @cached_property
    def acting(self) -> tuple[tuple[re.Pattern[str], Mapping[str, Any]], ...]:
        """Every group of verbs as the beginning of a name, with the group itself."""
        account = ACCOUNT.format(accounts="|".join(self.words["accounts"]))
        return tuple(
            (re.compile(f"{account}(?P<verb>{either(group['verbs'])})(?P<object>.+)"), group)
            for group in self.words["patterns"]
        )

    def standings(self) -> Iterator[Standing]:
        """One for every figure of the prose that may be asked for, in the order of the text."""
        for figure in self.frame.report.figures:
            one = self._asked(figure)
            if one:
                yield one

    def _asked(self, figure: Figure) -> Standing | None:
        if figure.table or figure.kind in PLANNED or figure.part_of or not figure.value:
            return None
        name = self.owners.name(figure)
        if not self.owners.owns(figure) or MARKS.search(name):
            return None
        unit = figure.unit if figure.kind == MONEY else figure.unit.lstrip(SCALE)
        for pattern, group in self.acting:
            found = pattern.fullmatch(name)
            if found and self._is_said(found, group["objects"], unit):
                slots = {"verb": found["verb"], "object": found["object"], "unit": unit}
                who = found["who"] or self.frame.place
                ways = self.frame.ask(group.get("ask", self.words["ask"]), who=who, **slots)
                topic = self.frame.material.topic_of(ways[0], figure.section)
                return Standing(
                    ways, topic, (figure.number,), facts=frozenset([figure.id]),
                    amounts=frozenset([figure.value]),
                )  # fmt: skip
        return None

    def _is_said(
        self, found: re.Match[str], objects: Mapping[str, Sequence[str]], unit: str
    ) -> bool:
        """Is it a whole noun that is counted so, and that tells what is meant?"""
        said = found["object"]
        head = max((one for one in objects if said.endswith(one)), key=len, default="")
        more = len(said) - len(head)
        telling = (
            bool(found["who"]) or more >= int(self.words["telling"]) or len(head) > len("公告")
        )
        return (
            bool(head)
            and unit in objects[head]
            and telling
            and len(said) <= int(self.words["longest"])
            and not any(word in said for word in self.words["never"])
        )


def asked_in_its_words(figure: Figure, report: Report, words: Spoken) -> Iterator[Standing]:
    """How many there are, in the words of the clause that says so, whatever pattern fits."""
    if figure.value is None or figure.part_of or figure.kind in UNASKED:
        return
    said = "".join(clause_asked(figure, report).split())
    if not words.bound.search(said):
        facts, amounts = frozenset([figure.id]), frozenset([figure.value])
        yield Standing((said,), "", (figure.number,), facts=facts, amounts=amounts)
