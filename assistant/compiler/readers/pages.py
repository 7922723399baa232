"""Pages to one text: what is on every page goes, what runs over a page is put together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.compiler.readers.glyphs import Glyph, Line, cell_text, lines
from assistant.compiler.readers.grid import Cell, pipe_rows
from assistant.compiler.readers.joining import join
from assistant.compiler.readers.lattice import Box, Rule, clusters, tables
from assistant.compiler.readers.paragraphs import Margins, paragraphs

PAGE_NUMBER = re.compile(
    r"[-—–―─·•~～_\s]*(第\s*)?[0-9０-９ivxⅰ-ⅹ]{1,4}(\s*页)?"
    r"(\s*[/，,]?\s*共?\s*[0-9]{1,4}\s*页?)?[-—–―─·•~～_\s]*",
    re.IGNORECASE,
)
ENUMERATED = re.compile(r"[（(]?[一二三四五六七八九十\d]+[）)、.．]")
# How much of a page, above and below, may be header and footer; on how many pages one recurs.
MARGIN, RECURRING = 0.12, 3
# Tables of two pages are one when their sides stand in one line (in points).
ALIGNED = 8.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed on a page."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]


@dataclass(slots=True)
class Table:
    """A table, or the part of one on a page: texts with the place of their cells."""

    boxes: list[Box]
    texts: list[str] = field(default_factory=list)
    left: float = field(init=False)
    top: float = field(init=False)
    right: float = field(init=False)
    bottom: float = field(init=False)

    def __post_init__(self) -> None:
        """Where it stands on the page."""
        self.left = min(box.left for box in self.boxes)
        self.top = min(box.top for box in self.boxes)
        self.right = max(box.right for box in self.boxes)
        self.bottom = max(box.bottom for box in self.boxes)

    def has_columns(self) -> bool:
        """Does any cell stand beside another? One that does not is a frame around prose."""
        return len(clusters(box.left for box in self.boxes)) > 1

    def holds(self, glyph: Glyph) -> bool:
        """Is this printed within it?"""
        across, down = glyph.centre
        return self.left <= across <= self.right and self.top <= down <= self.bottom

    def surrounds(self, other: Table) -> bool:
        """Does the other stand within this?"""
        across = self.left <= other.left and other.right <= self.right
        return (
            self is not other and across and self.top <= other.top and other.bottom <= self.bottom
        )

    def goes_on_in(self, other: Table) -> bool:
        """Are the sides of the two in one line, or both as wide?"""
        wide = abs((self.right - self.left) - (other.right - other.left))
        return wide <= ALIGNED and abs(self.left - other.left) <= ALIGNED * 4

    def fill(self, glyphs: Sequence[Glyph]) -> None:
        """Read the text of the cells."""
        held: list[list[Glyph]] = [[] for _ in self.boxes]
        for glyph in glyphs:
            x, y = glyph.centre
            for index, box in enumerate(self.boxes):
                if box.left <= x <= box.right and box.top <= y <= box.bottom:
                    held[index].append(glyph)
                    break
        self.texts = [join(cell_text(lines(found))) for found in held]


Piece = Line | Table


def compose(sheets: Sequence[Sheet]) -> Iterator[str]:
    """The paragraphs and table rows of all pages."""
    drawn = [_drawn(sheet) for sheet in sheets]
    pages = [_pieces(sheet, found) for sheet, found in zip(sheets, drawn, strict=True)]
    recurring = _recurring(sheets, pages)
    for sheet, pieces in zip(sheets, pages, strict=True):
        _drop_margins(sheet, pieces, recurring)
    for number, pieces in enumerate(pages):
        pages[number] = _settled(
            sheets[number], pieces, pages[number - 1 : number], pages[number + 1 :]
        )
    flow = list(_flow(pages))
    margins = Margins([piece for piece in flow if isinstance(piece, tuple)])
    prose: list[tuple[int, Line]] = []
    for piece in flow:
        if isinstance(piece, tuple):
            prose.append(piece)
            continue
        yield from paragraphs(prose, margins)
        prose = []
        yield from pipe_rows(_cells(piece))
    yield from paragraphs(prose, margins)


def _drawn(sheet: Sheet) -> list[Table]:
    """The tables of a page, and the frames that hold no table."""
    found = [Table(boxes) for boxes in tables(sheet.rules)]
    return [t for t in found if t.has_columns() or not any(t.surrounds(other) for other in found)]


def _pieces(sheet: Sheet, found: list[Table]) -> list[Piece]:
    """The tables of a page, frames among them, and the lines outside, from the top."""
    free = [glyph for glyph in sheet.glyphs if not any(table.holds(glyph) for table in found)]
    return sorted([*lines(free), *found], key=lambda piece: piece.top)


def _margin(sheet: Sheet, pieces: list[Piece]) -> Iterator[Line]:
    """The lines at the ends of a page that may be header or footer."""
    for piece in (*pieces[:2], *pieces[-2:]):
        band = sheet.height * MARGIN
        if isinstance(piece, Line) and not band < piece.top < sheet.height - band:
            yield piece


def _masked(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "0", line.text), round(line.top / 4)


def _recurring(sheets: Sequence[Sheet], pages: Sequence[list[Piece]]) -> set[tuple[str, int]]:
    seen: Counter[tuple[str, int]] = Counter()
    for sheet, pieces in zip(sheets, pages, strict=True):
        seen.update({_masked(line) for line in _margin(sheet, pieces)})
    return {masked for masked, pages_with in seen.items() if pages_with >= RECURRING}


def _drop_margins(sheet: Sheet, pieces: list[Piece], recurring: set[tuple[str, int]]) -> None:
    """Take page numbers, and what stands at the same place of many pages, from a page."""
    for line in list(_margin(sheet, pieces)):
        if line in pieces and (PAGE_NUMBER.fullmatch(line.text) or _masked(line) in recurring):
            pieces.remove(line)


def _settled(
    sheet: Sheet, pieces: list[Piece], before: list[list[Piece]], after: list[list[Piece]]
) -> list[Piece]:
    """The pieces of a page: a frame is prose, unless a table of the next page goes on there."""
    kept: list[Piece] = []
    last = before[0][-1] if before and before[0] else None
    following = after[0][0] if after and after[0] else None
    for index, piece in enumerate(pieces):
        if isinstance(piece, Line):
            kept.append(piece)
            continue
        glyphs = [glyph for glyph in sheet.glyphs if piece.holds(glyph)]
        near = (last if index == 0 else None, following if index == len(pieces) - 1 else None)
        if piece.has_columns() or any(_goes_on(piece, other) for other in near):
            piece.fill(glyphs)
            if any(piece.texts):
                kept.append(piece)
        else:
            kept += lines(glyphs)
    return sorted(kept, key=lambda piece: piece.top)


def _goes_on(frame: Table, other: Piece | None) -> bool:
    return isinstance(other, Table) and other.has_columns() and frame.goes_on_in(other)


def _flow(pages: Sequence[list[Piece]]) -> Iterator[tuple[int, Line] | list[Table]]:
    """Lines with their page, and tables as their parts on one or more pages."""
    parts: list[Table] = []
    for number, pieces in enumerate(pages):
        for index, piece in enumerate(pieces):
            if isinstance(piece, Table) and parts and index == 0 and parts[-1].goes_on_in(piece):
                parts.append(piece)
                continue
            if parts:
                yield parts
                parts = []
            if isinstance(piece, Table):
                parts = [piece]
            else:
                yield number, piece
    if parts:
        yield parts


def _cells(parts: list[Table]) -> list[Cell]:
    """The cells of a table whose parts stand on one page after the other."""
    shifts = [part.left - parts[0].left for part in parts]
    lefts = clusters(
        box.left - shift for part, shift in zip(parts, shifts, strict=True) for box in part.boxes
    )
    cells: list[Cell] = []
    for part, shift in zip(parts, shifts, strict=True):
        tops = clusters(box.top for box in part.boxes)
        placed = [
            Cell(
                text,
                _nearest(tops, box.top),
                _nearest(lefts, box.left - shift),
                sum(box.top - 1 < top < box.bottom - 1 for top in tops),
                sum(box.left - shift - 1 < left < box.right - shift - 1 for left in lefts),
            )
            for box, text in zip(part.boxes, part.texts, strict=True)
        ]
        cells = _continued(cells, placed) if cells else placed
    return cells


def _nearest(values: Sequence[float], value: float) -> int:
    return min(range(len(values)), key=lambda index: abs(values[index] - value))


def _rows(cells: Sequence[Cell]) -> list[list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    return [rows[number] for number in sorted(rows)]


def _continued(cells: list[Cell], more: list[Cell]) -> list[Cell]:
    """The cells with those of the next page below: no header twice, no label in two."""
    height = max(cell.row + cell.rows for cell in cells)
    repeated = 0
    for above, below in zip(_rows(cells), _rows(more), strict=False):
        if [(c.column, c.text) for c in above] != [(c.column, c.text) for c in below]:
            break
        repeated += 1
    if repeated == len(_rows(more)):
        repeated = 0
    more = [cell for cell in more if cell.row >= repeated]
    ended = {cell.column: cell for cell in cells if cell.row + cell.rows == height}
    joined = {
        cell.column: cell
        for cell in more
        if cell.row == repeated and cell.text and _carries_on(ended.get(cell.column), cell)
    }
    done = [
        Cell(join([c.text, _rest(c, joined[c.column])]), c.row, c.column, c.rows, c.columns)
        if c.row + c.rows == height and c.column in joined
        else c
        for c in cells
    ]
    return done + [
        Cell(
            "" if joined.get(c.column) is c else c.text,
            c.row - repeated + height,
            c.column,
            c.rows,
            c.columns,
        )
        for c in more
    ]


def _carries_on(above: Cell | None, below: Cell) -> bool:
    """Is this the rest of a label, or the label once more?"""
    if above is None or not above.text or above.columns != below.columns:
        return False
    if above.text == below.text:
        return above.rows > 1 or below.rows > 1
    return bool(ENUMERATED.match(above.text)) and not ENUMERATED.match(below.text)


def _rest(above: Cell, below: Cell) -> str:
    return "" if above.text == below.text else below.text
