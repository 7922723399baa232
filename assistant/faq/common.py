"""What everybody asks of such a report, first: the standard questions of the genre that it answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.drafting.frame import Frame
from assistant.faq.entries import Entry
from assistant.faq.judging import is_same
from assistant.faq.narrowing import Narrowing
from assistant.faq.saying import figured
from assistant.faq.standing import Standing
from assistant.model import Answer
from assistant.trace import Trace

Ask = Callable[[str], Trace]


@dataclass(frozen=True, slots=True)
class Common:
    """Finds the entries that answer the standard questions, and puts them in front."""

    frame: Frame
    ask: Ask

    def first(self, entries: Sequence[Entry]) -> list[Entry]:
        """The same entries, those of the standard questions first and without their doubles."""
        words: Mapping[str, Any] = self.frame.material.common
        rest = list(entries)
        leading: list[Entry] = []
        for question in words["questions"]:
            fitting = _fitting(question["match"], rest, question.get("under", ""))
            if fitting:
                chosen, wording = self._chosen(fitting, question)
                others = [one for one in fitting if one is not chosen]
                doubles = [one for one in others if _is_double(one, chosen)]
                rest = [one for one in rest if one is not chosen and one not in doubles]
                whole = _with_tables(chosen, doubles)
                leading.append(replace(self._worded(whole, wording), under=words["heading"]))
        return [*leading, *rest]

    def _chosen(
        self, fitting: Sequence[Entry], question: Mapping[str, Any]
    ) -> tuple[Entry, Answer | None]:
        """The entry that the engine gives to the standard wording, with that; else the first."""
        for wording in self.frame.ask(question.get("ask", ())):
            answer = self.ask(wording).answer
            for entry in fitting:
                if is_same(answer, entry.answer) and self._is_of_all(entry):
                    return entry, answer
        return fitting[0], None

    def _is_of_all(self, entry: Entry) -> bool:
        """Is what it tells the report's own, and not that of one body in it?"""
        return Standing(self.frame).is_of_the_report(entry.question)

    def _worded(self, entry: Entry, answer: Answer | None) -> Entry:
        """The entry under the wording that was answered, its own question kept where it says more."""
        if answer is None or answer.question == entry.question:
            return entry
        asked = (entry.question, *(q for q in entry.variants if q != answer.question))
        narrowing = Narrowing(self.frame)
        others = tuple(q for q in asked if narrowing.is_narrow(q, answer.question, entry.kind))
        text = figured(answer, entry.kind, self.frame) or entry.text
        return replace(entry, question=answer.question, variants=others, answer=answer, text=text)


def _fitting(patterns: Sequence[str], entries: Sequence[Entry], under: str) -> list[Entry]:
    """The entries that a pattern fits, those of the earlier pattern first.

    `under` has to fit the section of a figure, or what is counted with its section before it.
    """
    found: list[Entry] = []
    for pattern in patterns:
        for entry in entries:
            if not re.search(under, entry.section) and "公开" not in entry.question:
                continue
            if entry not in found and re.search(pattern, f"{entry.kind} {entry.question}"):
                found.append(entry)
    return found


def _is_double(entry: Entry, chosen: Entry) -> bool:
    """Does it give the same figures of the same thing, in the table what stands in the text too?"""
    given = {value.text for value in entry.answer.values}
    return bool(given) and given == {value.text for value in chosen.answer.values}


def _with_tables(chosen: Entry, doubles: Sequence[Entry]) -> Entry:
    """The chosen entry with the tables of its doubles that it has not itself."""
    tables = list(chosen.tables)
    for table in (table for one in doubles for table in one.tables):
        values = sorted(value for _, value in table.rows)
        if all(sorted(value for _, value in other.rows) != values for other in tables):
            tables.append(table)
    return replace(chosen, tables=tuple(tables))
