"""What a citation is found in: its sentence without its neighbours in a list, its headings, its table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from assistant.proof.faults import Source
from assistant.proof.figures import Figure, figures_in
from assistant.proof.torn import torn_labels

SENTENCE_END = re.compile(
    "[。！？!?]|\n(?=[|]|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])"
)


POINT = re.compile("[一二三四五六七八九十]是|^\\s*[(（][一二三四五六七八九十]+[)）]")


PLAIN_CELL = re.compile(r"\s*[0-9][0-9,.]*%?\s*$")


CLAUSE = re.compile("(?:[^,，、;；:：。]|(?<=[0-9]),(?=[0-9]{3}))+")


# What was done with those counted right before, and is none beside them: 取消21项.
DONE = re.compile("[一-龥](?![市县区镇乡级类局委])[一-龥](?=[0-9])")


# What divides the figure before it.
DIVIDES = ("其中", "包括", "含", "分别")


# A sentence is read this far to either side, a table this many rows up.
FAR, ROWS = 400, 60


# An item of a list is its name and its figure: 连州市669项.
ITEM = 16


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of a table's row: its place in the row, and what heads it."""

    figure: Figure
    heads: tuple[str, ...]


@dataclass(frozen=True)
class Evidence:
    """One citation with what stands around it in the report."""

    report: str
    quote: str
    start: int
    end: int
    text: str
    title: str
    section: str

    @cached_property
    def is_row(self) -> bool:
        """Is it the row of a table?"""
        return "|" in self.quote

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures inside the quote."""
        return tuple(f for f in figures_in(self.quote) if not f.spelt or f.full >= 10)

    @cached_property
    def sentence(self) -> tuple[int, int]:
        """Where the sentence stands that holds the quote."""
        low, high = max(0, self.start - FAR), min(len(self.text), self.end + FAR)
        before = [m.end() for m in SENTENCE_END.finditer(self.text, low, self.start)]
        after = SENTENCE_END.search(self.text, max(self.start, self.end - 1), high)
        return (before[-1] if before else low), (after.start() if after else high)

    @cached_property
    def around(self) -> str:
        """The sentence of the quote, without the other items of the same list."""
        if self.is_row:
            return "\n".join(self.rows_above)
        start, end = self.sentence
        clauses = [
            ("".join(m[0].split()), m.span()) for m in CLAUSE.finditer(self.text, start, end)
        ]
        kept, first = [], True
        for at, (clause, (left, right)) in enumerate(clauses):
            inside = self.start < right and left < self.end
            counted = any(c.isdigit() for c in clause)
            after, (begin, _) = clauses[at + 1] if clauses[at + 1 :] else ("", (0, 0))
            divided = after.startswith(DIVIDES)
            divided = divided or bool(begin <= self.start < right + FAR and DONE.match(after)
                                      and self.start < begin + len(after))  # fmt: skip
            beside = counted and len(clause) <= ITEM and self._counts_alike(clause)
            if inside or first or divided or not beside:
                kept.append(clause)
            first = first and not counted
        return "，".join(kept)

    def _counts_alike(self, clause: str) -> bool:
        """Does the clause count in the unit of the quote, as the items of one list do?"""
        units = {f.rest[:1] for f in self.figures}
        return not units or any(f.rest[:1] in units for f in figures_in(clause) if not f.spelt)

    @cached_property
    def topics(self) -> tuple[str, str]:
        """What the sentence is under: the head of its point (一是…, (二)…), and the one before it."""
        if self.is_row:
            return "", ""
        start = self.sentence[0]
        before = self.text[max(0, start - FAR * 3) : start]
        sentences = [s for s in SENTENCE_END.split(before) if s.strip()]
        heads = [s for s in sentences if POINT.search(s)][-1:]
        last = sentences[-1:]
        return "".join(heads + [s for s in last if len(s) <= ITEM]), "".join(last)

    @cached_property
    def rows_above(self) -> list[str]:
        """The rows of the table up to the quoted one that name what stands below them."""
        begin = self.text.rfind("\n", 0, self.start) + 1
        rows = self.text[max(0, begin - 20_000) : begin].rstrip("\n").split("\n")[-ROWS:]
        named: list[str] = []
        filled = [bool(cell.strip()) for cell in self.quote.split("|")]
        rank = rank_of(self.quote)
        for row in reversed(rows):
            if "|" not in row:
                break
            cells = row.split("|")
            if not any(PLAIN_CELL.match(cell) for cell in cells):
                named.append(row)
                continue
            # A merged cell to the left names the rows below it, as long as none comes between;
            # where nothing is merged, the numbers of the rows tell what is under what.
            lead = [at for at, cell in enumerate(cells) if cell.strip()][:1]
            if lead and lead[0] < len(filled) and not any(filled[1 : lead[0] + 1]):
                named.append(cells[lead[0]])
                filled[lead[0]] = True
            elif rank_of(row) < rank:
                rank = rank_of(row)
                named.append(cells[lead[0]])
        return [*named, "|".join(torn_labels(self.text, self.start, self.quote))]

    @property
    def whole(self) -> str:
        """What accounts for a word of the question: the quote, what is around and over it."""
        title = self.title + re.sub("[^0-9]", "", self.report)
        return "\n".join((self.quote, self.around, self.topics[0], self.section, title))


def rank_of(row: str) -> int:
    """How deep a row stands by the number of its first cell: 一、 over （一） over 1. over none."""
    first = next((cell.strip() for cell in row.split("|") if cell.strip()), "")
    ranks = ("[一二三四五六七八九十]+、", "[(（][一二三四五六七八九十]+[)）]", "[0-9]+[.．、]")
    return next((at for at, rank in enumerate(ranks) if re.match(rank, first)), len(ranks))


def evidence_of(citation: Mapping[str, Any], source: Source) -> Evidence:
    """A citation that is really there, with its surroundings."""
    keys = ("report", "quote", "start", "end")
    report, quote, start, end = (citation[key] for key in keys)
    section = str(citation.get("section", ""))
    title = source.title or str(citation.get("title", ""))
    return Evidence(report, quote, start, end, source.text, title, section)
