"""A report cut for its passages: clauses of its sentences and rows of its tables, under their headings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.language.script import fold
from assistant.model import Report, Statement

CLAUSE_ENDS = "，,：:；;"
ROW = "|"
# What closes a sentence; what lines end or begin with that are none.
ENDS = ("。", "！", "？", "；", "!", "?", ";")
TITLES = ("统计表", "年度报告", "工作报告", "年报", "：", ":")
APPENDED = ("附件", "附表")
# When a page was put up or fetched.
STAMP = re.compile(r"\d{4}-\d{2}-\d{2}\d{2}:\d{2}")
# How far behind its number a heading begins (（十一）).
NUMBERED = 8
# The number of a page, below its last line.
PAGE = re.compile(r"\s*[—–-] *\d+ *[—–-]\s*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause or a table row: `start:end` of the source, and the number of its sentence.

    A heading, or a row that only labels the columns below it, says what others are about: it is
    no passage itself.
    """

    start: int
    end: int
    sentence: int
    is_heading: bool = False
    is_row: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """All pieces of a report in order, and its text without white space, each character with its place.

    `above` are for each piece the numbers of the headings and column labels over it; `begins` is where
    it begins as it is shown, which for a row of bare numbers is at the labels right above it.
    """

    pieces: tuple[Piece, ...]
    above: tuple[tuple[int, ...], ...]
    text: str
    places: tuple[int, ...]
    starts: tuple[int, ...]
    begins: tuple[int, ...]

    def at(self, place: int) -> int:
        """The number of the piece that a place of the source belongs to."""
        return max(0, bisect_right(self.starts, place) - 1)

    def find(self, spelling: str) -> Iterator[int]:
        """The numbers of the pieces in which a word begins, whatever lines break inside it."""
        found = self.text.find(spelling)
        while found >= 0:
            yield self.at(self.places[found])
            found = self.text.find(spelling, found + 1)


def cut(report: Report) -> Cut:
    """A report cut into its pieces."""
    pieces = tuple(sorted(_pieces(report), key=lambda p: p.start))
    source = fold(report.source)
    places = tuple(at for at, char in enumerate(source) if not char.isspace())
    return Cut(
        pieces=pieces,
        above=tuple(_above(report, pieces)),
        text="".join(source[at] for at in places),
        places=places,
        starts=tuple(p.start for p in pieces),
        begins=tuple(_begins(report.source, pieces)),
    )


def _pieces(report: Report) -> Iterator[Piece]:
    source = report.source
    stated = {f.start for f in report.figures if f.table}
    headed = {s.start for s in report.sections}
    numbers = [f.number[0] for f in report.figures if not f.table]
    rows = list(_rows(source))
    for number, (start, end) in enumerate(rows):
        labels = not any(start <= at < end for at in stated)
        yield Piece(start, end, -1 - number, is_heading=labels, is_row=True)
    inside = {at for start, end in rows for at in range(start, end)}
    for number, said in enumerate(s for s in report.statements if s.kind == "sentence"):
        if said.start in inside:
            continue
        # A heading is a sentence that begins where a part begins, or behind its number.
        counts = any(said.start <= at < said.end for at in numbers)
        heading = not counts and (
            any(said.start - NUMBERED <= at <= said.start for at in headed)
            or said.quote in report.title
        )
        heading = heading and not any(mark in said.quote for mark in CLAUSE_ENDS)
        heading = heading or _is_title(said, report)
        last = said.start + len(PAGE.sub("", said.quote))
        for start, end in _clauses(source, said.start, last):
            yield Piece(start, end, number, is_heading=heading)


def _is_title(said: Statement, report: Report) -> bool:
    """A line that no mark closes and that ends as titles do, or leads on: 附件:…统计表, 主要做法有："""
    text = "".join(said.quote.split())
    if STAMP.search(text):
        return True
    closed = text.endswith(ENDS) or report.source[said.end : said.end + 1] in ENDS
    title = "".join(report.title.split())
    return not closed and (text.endswith(TITLES) or title in text or text.startswith(APPENDED))


def _begins(source: str, pieces: tuple[Piece, ...]) -> Iterator[int]:
    labels = -1
    for piece in pieces:
        if piece.is_row and piece.is_heading:
            labels = piece.start if labels < 0 else labels
            yield piece.start
            continue
        bare = piece.is_row and not any(map(str.isalpha, source[piece.start : piece.end]))
        yield labels if bare and labels >= 0 else piece.start
        labels = -1


def _rows(source: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in source.splitlines(keepends=True):
        text = line.rstrip()
        if text.startswith(ROW) and any(char.isalnum() for char in text):
            yield start, start + len(text)
        start += len(line)


def _clauses(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin, depth = start, 0
    for at in range(start, end + 1):
        char = source[at] if at < end else ""
        depth += (char in "(（《“‘「") - (char in ")）》”’」") if char else 0
        within = source[at - 1 : at].isdigit() and source[at + 1 : at + 2].isdigit()
        if not char or (char in CLAUSE_ENDS and depth <= 0 and not within):
            text = source[begin:at]
            if any(c.isalnum() for c in text):
                yield begin + len(text) - len(text.lstrip()), begin + len(text.rstrip())
            begin = at + 1


def _above(report: Report, pieces: tuple[Piece, ...]) -> Iterator[tuple[int, ...]]:
    """For each piece: the headings of the parts around it, and the label rows of its table."""
    starts = [p.start for p in pieces]
    headings = [
        (s.start, s.end, at)
        for s in report.sections
        if (at := max(0, bisect_right(starts, s.start + len(s.label)) - 1)) < len(pieces)
    ]
    labels: list[int] = []
    for at, piece in enumerate(pieces):
        over = [h for start, end, h in headings if start <= piece.start < end and h != at]
        if not piece.is_row:
            labels = []
        elif piece.is_heading:
            labels = [*(labels if labels and pieces[at - 1].is_heading else ()), at]
        yield (*over, *(label for label in labels if label != at))
