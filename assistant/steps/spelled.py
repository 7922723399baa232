"""The words of each fact as they are searched for phrases of the report, folded once and kept with its index."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from assistant.choosing.labels import INHERITED, OWN, outer_labels, own_labels
from assistant.index import Entry, Index, Key
from assistant.index.clauses import ROW, lead, tail
from assistant.model import Figure, Report, Statement
from assistant.steps.verbatim import compact

# What turns the phrase behind it round.
DENYING = ("不", "未", "没", "非")
# What makes a number the place in an order: 三批 is no word of 第三批.
ORDERING, NUMERALS = (*DENYING, "第"), frozenset("一二三四五六七八九十两0123456789")


@dataclass(frozen=True, eq=False)
class Spelled:
    """One fact's words: its own, what it inherits, and what leads it in."""

    fact: Figure | Statement
    report: Report

    @cached_property
    def own(self) -> str:
        """The words of its own clause."""
        what = self.fact.what if isinstance(self.fact, Figure) else ""
        return compact(self.fact.quote + what)

    @cached_property
    def inherited(self) -> tuple[str, ...]:
        """What it inherits, piece by piece; of a statement, its sentence."""
        fact, source = self.fact, self.report.source
        spans = fact.inherits if isinstance(fact, Figure) else (fact.sentence,)
        return tuple(compact(source[start:end]) for start, end in spans)

    @cached_property
    def around(self) -> str:
        """What leads it in or closes its clause, and its heading."""
        fact, report = self.fact, self.report
        leading: tuple[tuple[int, int], ...] = ()
        if isinstance(fact, Figure) and not fact.table:
            leading = (*lead(fact, report.figures), tail(fact, report.figures, report.source))
        around = "".join(ROW.sub(" ", report.source[start:end]) for start, end in leading)
        return compact(around + fact.section.rpartition(" > ")[2])

    @cached_property
    def _called(self) -> dict[str, int]:
        """The names by which it is called, itself or by what it stands under."""
        if not isinstance(self.fact, Figure):
            return {}
        outer = dict.fromkeys(outer_labels(self.fact), INHERITED)
        return {**outer, **dict.fromkeys(own_labels(self.fact), OWN)}

    def is_called(self, label: str) -> int | None:
        """Is a figure called so itself (`OWN`), or what it stands under (`INHERITED`)? None where neither."""
        return self._called.get(label)

    @cached_property
    def _before(self) -> tuple[str, int]:
        """Its sentence up to its number, and where its own words begin in it; nothing of a cell or a statement."""
        fact = self.fact
        if not isinstance(fact, Figure) or fact.table:
            return "", 0
        before = compact(self.report.source[fact.sentence[0] : fact.start])
        return before + compact(fact.quote[: fact.number[0] - fact.start]), len(before)

    def reaches(self, phrase: str) -> bool:
        """Does a phrase begin before the words of a figure, and end in them (全市累计 | 发布短视频300个)?"""
        text, own = self._before
        at = text.rfind(phrase)
        return at >= 0 and at + len(phrase) > own


def spelled_at(entry: Entry, index: Index) -> Spelled:
    """The words of one fact of a report."""
    known: dict[Key, Spelled] = index.made.setdefault("spelled", {})
    key = entry.key()
    if key not in known:
        known[key] = Spelled(entry.fact, index.report)
    return known[key]


def says(phrase: str, text: str) -> bool:
    """Does a text hold a phrase, and not only as what it denies?

    >>> says("同意公开", "不同意公开"), says("同意公开", "不同意公开,同意公开")
    (False, True)
    """
    at = text.find(phrase)
    before = ORDERING if phrase[:1] in NUMERALS else DENYING
    while at >= 0:
        if text[at - 1 : at] not in before:
            return True
        at = text.find(phrase, at + len(phrase))
    return False
