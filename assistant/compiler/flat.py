"""Statistics tables without lines: names, units and numbers one after the other, or one a line.

A head names the columns in the text (指标名称 计量单位 2014年度 历年累计); then follow a name, its unit and
as many numbers as there are columns, until no more do. A row of other numbers is listed as unplaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.compiler.cells import CUMULATED
from assistant.compiler.glued import Prose, unglued
from assistant.compiler.grid import Cell, Grid, Row
from assistant.compiler.layout import LEVELS, NUMBER, PART, Entry, Layout, Words

NAMES = r"(?:统\s*计\s*)?指\s*标(?:\s*名\s*称)?|(?:统\s*计\s*)?项\s*目(?:\s*名\s*称)?|名\s*称"
COLUMN = (
    r"(?:(?:19|20)\d{2}年?度?|[本当全]年度?|年度|历年|自?(?:19|20)\d{2}年以?来|统\s*计|历史)?"
    r"(?:累计|累积|合计)?(?:总?数量?|总数|数值|情况|完成数)?"
)
HEAD = re.compile(
    rf"(?P<name>{NAMES})\s*(?:\(?(?P<unit>(?:计\s*量\s*)?单\s*位)\)?)\s*"
    rf"(?P<columns>(?:{COLUMN}\s*){{1,4}})"
)
COLUMNS = re.compile(rf"{COLUMN}")
TOKEN = re.compile(r"\S+")
NOTE = re.compile(r"\([^()]*\)")
CLOSING = re.compile("电话|负责人|填报|审核|邮箱|地址|。|附件|日期")
LONGEST = 60
FEWEST = 2


@dataclass
class _Rows:
    """The rows of a table while they are read, each under the labels above it."""

    entries: list[Entry] = field(default_factory=list)
    parts: dict[Cell, str] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    lost: list[Row] = field(default_factory=list)
    stack: list[tuple[int, Cell]] = field(default_factory=list)
    # The rows under 其中: whose they are, and the number that the next one has.
    parent: tuple[Cell, ...] = ()
    group: tuple[int, int] | None = None
    # Are the outermost rows those without a number?
    unnumbered: bool = False


def flat_tables(text: str, words: Words) -> tuple[tuple[Grid, Layout], ...]:
    """The statistics tables of a folded text that stand in it without lines between their cells."""
    found = []
    at = 0
    while head := HEAD.search(text, at):
        at = head.end()
        table = _table(text, head, words)
        if table is not None:
            found.append(table)
            at = table[0].end
    return tuple(found)


def _table(text: str, head: re.Match[str], words: Words) -> tuple[Grid, Layout] | None:
    begin = head.start("columns")
    columns = [
        Cell(begin + m.start(), begin + m.end(), m.group())
        for m in COLUMNS.finditer(head["columns"])
        if m.group()
    ]
    if not columns or "|" in text[head.start() : text.find("\n", head.end())]:
        return None
    read = _Rows()
    read.rows.append(Row(head.start(), columns[-1].end, tuple(columns)))
    read.parts.update(dict.fromkeys(columns, "head"))
    labels: list[Cell] = []
    numbers: list[Cell] = []
    prose = Prose(text[: head.start()])
    for token in _tokens(text, columns, words, prose):
        if NUMBER.fullmatch(token.text):
            numbers.append(token)
            continue
        if numbers:
            _row(read, labels, numbers, columns, words)
            labels, numbers = [], []
        labels.append(token)
        if CLOSING.search(NOTE.sub("", token.text)) or _length(labels) > LONGEST:
            labels = []
            break
    if numbers:
        _row(read, labels, numbers, columns, words)
    placed = {entry.row for entry in read.entries}
    if len(placed) < FEWEST:
        return None
    last = max(row.end for row in placed)
    rows = tuple(row for row in read.rows if row.end <= last)
    lost = tuple(row for row in read.lost if row.end <= last)
    return Grid(head.start(), last, rows), Layout(tuple(read.entries), read.parts, lost)


def _tokens(text: str, columns: list[Cell], words: Words, prose: Prose) -> Iterator[Cell]:
    """The words behind the head; what is glued together is parted where it can be only one way."""
    cumulated = len(columns) > 1 and CUMULATED.search(columns[-1].text) is not None
    for found in TOKEN.finditer(text, columns[-1].end):
        if "|" in found.group():
            return
        token = Cell(found.start(), found.end(), found.group())
        yield from unglued(token, len(columns), cumulated, words, prose)


def _length(labels: list[Cell]) -> int:
    return sum(len(NOTE.sub("", cell.text)) for cell in labels if not cell.blank)


def _row(
    read: _Rows, tokens: list[Cell], numbers: list[Cell], columns: list[Cell], words: Words
) -> None:
    """A name, its unit and its numbers; what stands before them are headings."""
    named = [t for t in tokens if not t.blank and not NOTE.fullmatch(t.text)]
    unit = named.pop() if named and words.is_unit(named[-1].text) else None
    label = _label(named)
    cells = (*((label,) if label else ()), *((unit,) if unit else ()), *numbers)
    row = Row(cells[0].start, numbers[-1].end, cells)
    read.rows.append(row)
    if label is None:
        read.lost.append(row)
        return
    for heading in _headings(named, label):
        read.parts[heading] = "label"
        _under(read, heading)
        read.rows.append(Row(heading.start, heading.end, (heading,)))
    labels, part = _under(read, label)
    if len(numbers) != len(columns):
        read.lost.append(row)
        return
    read.parts[label] = "label"
    if unit:
        read.parts[unit] = "unit"
    for head, cell in zip(columns, numbers, strict=True):
        read.entries.append(Entry(cell, row, labels, (head,), unit, part))


def _label(named: list[Cell]) -> Cell | None:
    """The last numbered word with what follows it, or all where none is numbered."""
    if not named:
        return None
    at = max((n for n, cell in enumerate(named) if _level(cell.text) is not None), default=0)
    if at and PART.fullmatch(named[at - 1].text):
        at -= 1
    own = named[at:]
    return Cell(own[0].start, own[-1].end, "".join(cell.text for cell in own))


def _headings(named: list[Cell], label: Cell) -> Iterator[Cell]:
    yield from (c for c in named if c.end <= label.start and _level(c.text) is not None)


def _under(read: _Rows, label: Cell) -> tuple[tuple[Cell, ...], bool]:
    """The labels that a row stands under, and whether it is one of the parts under 其中."""
    part = PART.match(label.text)
    bare = label.text[part.end() :] if part else label.text
    level, number = _level(bare), _number(bare)
    if part:
        read.parent = tuple(cell for _, cell in read.stack)
        read.group = (level, number) if level is not None and number else None
        return (*read.parent, label), True
    if read.group and level == read.group[0] and number == read.group[1] + 1:
        read.group = (level, number)
        return (*read.parent, label), True
    read.group = None
    read.unnumbered = read.unnumbered or (level is None and not read.stack)
    depth = level if level is not None else -1 if read.unnumbered else len(LEVELS)
    outer = [(n, cell) for n, cell in read.stack if n < depth]
    read.stack = [*outer, (depth, label)]
    return tuple(cell for _, cell in read.stack), False


def _level(label: str) -> int | None:
    bare = PART.sub("", label, count=1) if PART.match(label) else label
    return next((n for n, way in enumerate(LEVELS) if way.match(bare)), None)


def _number(label: str) -> int:
    """The number of an item: 2 of 2、网上申请数; 0 where it has none in digits."""
    found = re.match(r"\(?(\d{1,2})", label)
    return int(found[1]) if found else 0
