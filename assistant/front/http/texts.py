"""The whole text of a report as a page shows it: paragraphs and tables, with the sections that begin at each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from assistant.front.http.places import BAR, Cell, grid, row
from assistant.front.render import Stretch
from assistant.model import Report, Section

# What may close a heading, and stand between its number and its words.
MARK = 2


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or the rows of a table; `mark` is the section that begins here, `level` how deep its heading is."""

    text: str
    table: tuple[tuple[Cell, ...], ...] = ()
    mark: str = ""
    level: int = 0


def blocks(report: Report) -> tuple[Block, ...]:
    """The text in reading order; nothing of it is left out but blank lines and the rules of tables."""
    return tuple(_blocks(report))


def _blocks(report: Report) -> Iterator[Block]:
    source = report.source
    for is_table, lines in groupby(_lines(source), lambda line: source[line[0]] == BAR):
        if is_table:
            yield Block("", grid(row(source, line, (0, 0)) for line in lines))
        else:
            for line in lines:
                yield from _paragraphs(report, line)


def _paragraphs(report: Report, line: Stretch) -> Iterator[Block]:
    """A line, parted where a section begins inside it; of sections that begin together the outermost is told."""
    begun = {s.start: s for s in reversed(report.sections) if line[0] <= s.start < line[1]}
    cuts = sorted({line[0], *begun})
    for start, end in pairwise((*cuts, line[1])):
        section = begun.get(start)
        text = report.source[start:end]
        yield Block(text, (), section.id, _level(section, text)) if section else Block(text)


def _level(section: Section, text: str) -> int:
    """How deep a heading is that stands by itself; 0 where its paragraph goes on behind it."""
    alone = len(text) <= len(section.label) + len(section.heading) + MARK
    return section.level if alone else 0


def _lines(source: str) -> Iterator[Stretch]:
    """Where the lines stand, without the blanks around them."""
    at = 0
    for line in source.split("\n"):
        text = line.strip()
        if text:
            start = at + line.index(text)
            yield start, start + len(text)
        at += len(line) + 1
