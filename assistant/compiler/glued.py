"""Rows of a flattened table whose words stand together: 行政诉讼数条00其中:1.当面申请数条18182.网上申请数条33.

The digits of a row are as many numbers as the table has columns. They are parted where that can be done
in one way only: no number begins with 0, none of a year is above that of all years, and the parts
of a total add up to it in every column, or where the text before the table states the year's number
(主动公开政府信息2026条). What stays open is left as it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from assistant.compiler.grid import Cell
from assistant.compiler.layout import PART, Words

DIGITS = re.compile(r"\d+")
ITEM = re.compile(r"[.、](?!\d)")
UNIT_LENGTH = 3
FEWEST = 3
# So many ways to part the rows of one total are tried.
WAYS = 5000
# So long a number is not stated twice by chance.
TELLING = 3
CLAUSE = re.compile("[,。;:、!?\\s]")
# No two numbers of a report are as long as this together.
LONGEST = 24

Split = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A name, its unit, and its digits with the ways to part them; `part`: it stands under 其中."""

    label: Cell
    unit: Cell
    digits: Cell
    ways: tuple[Split, ...]
    part: bool


@dataclass(frozen=True, slots=True)
class Prose:
    """The text before a table, which may state some of its numbers."""

    text: str

    def states(self, number: str, unit: str, label: str) -> bool:
        """Does a clause state this number in this unit, in words of the row's name?"""
        if len(number) < TELLING or f"{number}{unit}" not in self.text:
            return False
        pairs = {label[n : n + 2] for n in range(len(label) - 1)}
        found = re.finditer(rf"(?<!\d|\.){number}{re.escape(unit)}", self.text)
        clauses = (CLAUSE.split(self.text[: match.start()])[-1] for match in found)
        return any(pair in clause for clause in clauses for pair in pairs)


def unglued(token: Cell, width: int, cumulated: bool, words: Words, prose: Prose) -> Iterator[Cell]:
    """The words of a token; itself, where it is no run of rows."""
    rows = list(_rows(token, width, cumulated, words))
    if len(rows) < FEWEST:
        yield token
        return
    for row, split in zip(rows, _parted(rows, prose if cumulated else None), strict=True):
        yield row.label
        yield row.unit
        at = row.digits.start
        for number in split or (row.digits.text,):
            yield Cell(at, at + len(number), number)
            at += len(number)
    end = rows[-1].digits.end
    if end < token.end:
        yield Cell(end, token.end, token.text[end - token.start :])


def _rows(token: Cell, width: int, cumulated: bool, words: Words) -> Iterator[_Row]:
    at, item, part = 0, 0, False
    for run in DIGITS.finditer(token.text):
        before, digits = token.text[at : run.start()], run.group()
        unit = _unit(before, words)
        if not unit:
            if not ITEM.match(token.text, run.end()):
                return
            item = int(digits) if len(digits) < UNIT_LENGTH else 0
            continue
        part = bool(PART.match(before)) or (part and bool(item))
        following = str(item + 1)
        if ITEM.match(token.text, run.end()):
            if not item or not digits.endswith(following) or len(digits) == len(following):
                return
            digits, item = digits.removesuffix(following), item + 1
        else:
            item = 0
        start, middle = token.start + at, token.start + run.start() - len(unit)
        at = run.start() + len(digits)
        yield _Row(
            Cell(start, middle, token.text[start - token.start : middle - token.start]),
            Cell(middle, middle + len(unit), unit),
            Cell(middle + len(unit), token.start + at, digits),
            tuple(_ways(digits, width, cumulated)),
            part,
        )


def _unit(before: str, words: Words) -> str:
    """The unit that a name ends in; none where nothing is left of the name."""
    sizes = range(min(UNIT_LENGTH, len(before) - 1), 0, -1)
    return next((before[-n:] for n in sizes if words.is_unit(before[-n:])), "")


def _ways(digits: str, width: int, cumulated: bool) -> Iterator[Split]:
    if len(digits) > LONGEST:
        return
    for cuts in combinations(range(1, len(digits)), width - 1):
        split = tuple(digits[a:b] for a, b in zip((0, *cuts), (*cuts, len(digits)), strict=True))
        plain = all(len(number) == 1 or number[0] != "0" for number in split)
        if plain and (not cumulated or int(split[0]) <= int(split[-1])):
            yield split


def _parted(rows: list[_Row], prose: Prose | None) -> Iterator[Split]:
    """Each row's digits parted, where only one way is left; else nothing.

    By `prose` the first number of a row is known, where the last is that of all years.
    """
    found = [row.ways[0] if len(row.ways) == 1 else () for row in rows]
    for at, row in enumerate(rows):
        parts = []
        for n in range(at + 1, len(rows)):
            if not rows[n].part or row.part:
                break
            parts.append(n)
        family = [at, *parts]
        if not parts or all(found[n] for n in family):
            continue
        held = _adding_up([rows[n].ways for n in family])
        if held is not None:
            for n, split in zip(family, held, strict=True):
                found[n] = split
    total: Split = ()
    for at, row in enumerate(rows):
        if prose and not found[at]:
            ways = [way for way in row.ways if not row.part or not total or _within(way, total)]
            told = [w for w in ways if prose.states(w[0], row.unit.text, row.label.text)]
            found[at] = told[0] if len(told) == 1 else ()
        total = total if row.part else found[at]
    yield from found


def _within(part: Split, total: Split) -> bool:
    return all(int(one) <= int(whole) for one, whole in zip(part, total, strict=True))


def _adding_up(ways: list[tuple[Split, ...]]) -> tuple[Split, ...] | None:
    """The only way in which the parts make the total in every column."""
    count = 1
    for each in ways:
        count *= len(each)
    if not 0 < count <= WAYS:
        return None
    held = [
        choice
        for choice in product(*ways)
        if all(int(total) == sum(map(int, column)) for total, *column in zip(*choice, strict=True))
    ]
    return held[0] if len(held) == 1 else None
