"""The numbers of one table as figures: each with its row, its column, their measure and its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.compiler.grid import Cell, Grid, Span
from assistant.compiler.layout import Entry, Layout, Words, number_of
from assistant.compiler.outline import Outline
from assistant.compiler.printed import NUMBERING, normal, plain
from assistant.compiler.proved import Place
from assistant.compiler.standard import OTHER, Line, StandardTable
from assistant.language.script import fold
from assistant.model import Figure
from assistant.places import suffix

MONEY = ("元", "块")
TOTALS = frozenset({"总计", "合计", "总数", "共计", "全市", "全县", "全区"})
YEAR = re.compile(r"((?:19|20)\d{2})年?度?")
UNIT_NOTE = re.compile(r"\((?:计量)?(?:单位[:：]\s*)?([^()]{1,6})\)")
UNIT_LINE = re.compile(r"\(?(?:计量)?单位[:：]\s*(\S{1,6}?)\)?\s*$")
# A column of all years up to now, in which that of the year is counted already.
CUMULATED = re.compile("累计|累积|历年")
ANNEX = re.compile(r"附[表件][\d一二三四五六七八九十]*")
# The same right before a table without lines: …2013年1月16日 附件1：情况统计表 指标名称 计量单位.
ANNEX_BEFORE = re.compile(r"(?<=\s)附[件表][\d一二三四五]*\s*[:：]?\s*\S{2,40}表\s*$")


@dataclass(frozen=True, slots=True)
class Placed:
    """A number with the lines of the standard table that it stands under."""

    entry: Entry
    row: Line | None
    column: Line | None
    labels: tuple[Cell, ...]
    heads: tuple[Cell, ...]


class _Lines:
    """The rows or the columns of a standard table by their paths, and by what they are called."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.at = {line.path: line for line in lines}
        self.keys = frozenset(key for line in lines for key in line.keys)


class CellReader:
    """Reads the numbers of one table as figures."""

    def __init__(
        self,
        text: str,
        source: str,
        outline: Outline,
        units: frozenset[str],
        table: StandardTable | None,
        year: int,
        grid: Grid,
        words: Words,
        places: Mapping[Cell, Place] | None = None,
    ) -> None:
        """`places` are the cells of a torn table that were proved to belong there."""
        self.text, self.source, self.outline = text, source, outline
        self.units, self.table, self.year = units, table, year
        self.grid, self.words = grid, words
        self.places = places or {}
        self.section = self._section()
        self.unit_above = self._unit_above()
        self.header: tuple[Cell, ...] = ()
        self.rows = _Lines(table.rows if table else ())
        self.columns = _Lines(table.columns if table else ())

    def figures(self, layout: Layout) -> list[Figure]:
        """The figures of the table, those that are part of others with the one they are part of."""
        self.header = tuple(dict.fromkeys(c for e in layout.entries for c in e.heads))
        placed = [self._place(entry) for entry in layout.entries]
        drafts = [self._figure(p) for p in placed]
        if self.table:
            wholes = list(self._standard_wholes(placed, drafts))
        else:
            wholes = list(_printed_wholes(placed, drafts))
        printed = {(p.labels, p.heads): d.id for p, d in zip(placed, drafts, strict=True)}
        wholes = [
            whole or (printed.get((p.entry.labels[:-1], p.heads)) if p.entry.part else None)
            for p, whole in zip(placed, wholes, strict=True)
        ]
        drafts = [
            replace(d, part_of=w, group=w) if w else d for d, w in zip(drafts, wholes, strict=True)
        ]
        return [
            _officially(d, p) if self.places else d for d, p in zip(drafts, placed, strict=True)
        ]

    def _place(self, entry: Entry) -> Placed:
        if self.table is None:
            return Placed(entry, None, None, entry.labels, entry.heads)
        place = self.places.get(entry.cell)
        if place is not None:
            return Placed(entry, place.row, place.column, entry.labels, entry.heads)
        row = self.table.row(tuple(c.text for c in entry.labels))
        column = self.table.column(tuple(c.text for c in entry.heads))
        labels = tuple(_under(entry.labels, row, self.rows))
        heads = tuple(_under(entry.heads, column, self.columns))
        return Placed(entry, row, column, labels, heads)

    def _figure(self, placed: Placed) -> Figure:
        entry, row = placed.entry, placed.entry.row
        read = number_of(entry.cell.text, self.words)
        assert read is not None
        digits, unit = read[0], read[1] or self._unit(placed)
        end = entry.cell.start + len(digits)
        value = Decimal(digits.replace(",", "").replace("－", "-").lstrip("+"))
        labels, heads = placed.labels, placed.heads
        printed = self._column(placed)
        what = plain(labels[-1].text) if labels else "".join(plain(fold(c)) for c in printed)
        total = bool(heads) and normal(heads[-1].text) in TOTALS
        over = (*self._misplaced(placed), *(heads[:-1] if total else heads))
        outer = [*labels[:-1], *(() if total and labels else over)]
        measure, member = self._measure(placed)
        return Figure(
            id=f"@{entry.cell.start}",
            kind="percent" if unit == "%" else "money" if unit.endswith(MONEY) else "count",
            value=value,
            unit=unit,
            said=self.table.said if self.table and not unit else "",
            bound="exact",
            text=digits + unit,
            what=what,
            who="",
            where=what if suffix(what) else "",
            when=self._when(heads, labels),
            part_of=None,
            group=None,
            section=self.section,
            start=row.start,
            end=row.end,
            number=(entry.cell.start, end),
            clause=row.span,
            sentence=row.span,
            inherits=tuple(bare(cell) for cell in outer),
            quote=self.source[row.start : row.end],
            table=self.table.id if self.table else OTHER,
            row=tuple(self.source[c.start : c.end] for c in labels),
            column=printed,
            measure=measure,
            member=member,
        )

    def _when(self, heads: tuple[Cell, ...], labels: tuple[Cell, ...]) -> str:
        if heads and CUMULATED.search(heads[-1].text):
            return f"截至{self.year}年"
        years = [m for c in [*heads, *labels] if (m := YEAR.fullmatch(c.text))]
        return f"{years[0].group(1) if years else self.year}年"

    def _column(self, placed: Placed) -> tuple[str, ...]:
        """The labels over a cell as printed, with those that belong there and stand elsewhere."""
        cells = (*self._misplaced(placed), *placed.heads)
        return tuple(self.source[c.start : c.end] for c in cells)

    def _misplaced(self, placed: Placed) -> tuple[Cell, ...]:
        """Outer labels of the column that a badly merged header prints over other columns only."""
        if placed.column is None or self.table is None or self.places:
            return ()
        printed = {normal(c.text) for c in placed.heads}
        lines = {line.path: line for line in self.table.columns}
        outer = [lines[placed.column.path[:n]] for n in range(1, len(placed.column.path))]
        missing = [x for x in outer if not x.keys & printed]
        return tuple(c for x in missing for c in self.header if normal(c.text) in x.keys)

    def _measure(self, placed: Placed) -> tuple[str, str]:
        table, row, column = self.table, placed.row, placed.column
        if table is None:
            return "", ""
        if row is not None:
            return table.measure(row), column.label if column else self._facet(placed)
        if table.rows or column is None:
            return "", column.label if column else ""
        return "/".join(column.path[:-1]), column.label

    def _facet(self, placed: Placed) -> str:
        """The column of all years in a form that has none: 历年累计."""
        heads = placed.heads[-1:] if self.table and not self.table.columns else ()
        return next((plain(c.text) for c in heads if CUMULATED.search(c.text)), "")

    def _unit(self, placed: Placed) -> str:
        entry = placed.entry
        if entry.unit is not None:
            return self.source[entry.unit.start : entry.unit.end]
        for cell in (*reversed(entry.heads), *reversed(entry.labels[-1:])):
            noted = UNIT_NOTE.search(cell.text)
            if noted and noted.group(1) in self.units:
                return noted.group(1)
        if self.table is None:
            return self.unit_above
        for line in (placed.column, placed.row):
            if line is not None and line.unit is not None:
                return line.unit
        return self.table.unit or self.unit_above

    def _unit_above(self) -> str:
        """The unit that the line above the table gives for all of it (单位:件)."""
        line = self.text[: self.grid.start].rstrip().rpartition("\n")[2]
        noted = UNIT_LINE.search(line)
        return noted.group(1) if noted and noted.group(1) in self.units else ""

    def _section(self) -> str:
        """The numbered section around the table, or the annex that it is."""
        around = [s for s in self.outline.enclosing(self.grid.start) if s.level < 4]
        begin = max(
            (s.start for s in self.outline.sections if s.start < self.grid.start), default=0
        )
        named = ANNEX_BEFORE.search(self.source, begin, self.grid.start)
        if named:
            return named.group().strip()
        lines = [line.strip() for line in self.source[begin : self.grid.start].splitlines()]
        annex = next((n for n, line in enumerate(lines) if n and ANNEX.match(line)), None)
        if annex is None:
            return around[-1].path if around else ""
        title = [x for x in lines[annex:] if x]
        alone = ANNEX.fullmatch(title[0]) and len(title) > 1
        return f"{title[0]} > {title[1]}" if alone else title[0]

    def _standard_wholes(self, placed: list[Placed], drafts: list[Figure]) -> Iterator[str | None]:
        assert self.table is not None
        ids = {
            (p.row, p.column, self._facet(p)): draft.id
            for p, draft in zip(placed, drafts, strict=True)
        }
        for p, draft in zip(placed, drafts, strict=True):
            known = (p.row is not None or not p.labels) and (
                p.column is not None or not self.table.columns
            )
            wholes = self.table.wholes(p.row, p.column) if known else ()
            found = (ids.get((*place, self._facet(p))) for place in wholes)
            yield next((identity for identity in found if identity and identity != draft.id), None)


def _officially(draft: Figure, placed: Placed) -> Figure:
    """A cell of a torn table under the labels of its form: nothing is printed whole beside it."""
    row = placed.row.path if placed.row else ()
    column = placed.column.path if placed.column else ()
    return replace(draft, row=row, column=column, what=row[-1] if row else "".join(column))


def _under(cells: tuple[Cell, ...], line: Line | None, lines: _Lines) -> Iterator[Cell]:
    """The labels without those that the dictionary puts over other lines than this one."""
    if line is None or len(cells) < 2:
        yield from cells
        return
    own = {key for n in range(1, len(line.path) + 1) for key in lines.at[line.path[:n]].keys}
    for cell in cells[:-1]:
        key = normal(cell.text)
        if key in own or key not in lines.keys:
            yield cell
    yield cells[-1]


def _printed_wholes(placed: list[Placed], drafts: list[Figure]) -> Iterator[str | None]:
    """In a table that no dictionary knows: the only row, or column, that says 合计."""
    rows = {p.labels for p in placed if p.labels and normal(p.labels[-1].text) in TOTALS}
    columns = {p.heads for p in placed if p.heads and normal(p.heads[-1].text) in TOTALS}
    ids = {(p.labels, p.heads): draft for p, draft in zip(placed, drafts, strict=True)}
    for p, draft in zip(placed, drafts, strict=True):
        ways = [(row, p.heads) for row in rows if len(rows) == 1 and row != p.labels]
        ways += [
            (p.labels, column) for column in columns if len(columns) == 1 and column != p.heads
        ]
        wholes = (ids.get(way) for way in ways)
        yield next((w.id for w in wholes if w and w.unit == draft.unit), None)


def bare(cell: Cell) -> Span:
    """The span of a label without its number."""
    found = NUMBERING.match(cell.text)
    return cell.start + (found.end() if found else 0), cell.end
