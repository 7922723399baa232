"""A terminal's cells as an SVG: every word stands on the grid, whatever font there is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from xml.sax.saxutils import escape

from pyte.screens import Char

CELL, LINE, SIZE, MARGIN = 8, 18, 14, 16
HEAD = """<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">
<style>
rect {{ fill: #16202c }}
text {{ fill: #d5dde6; font: {size}px "DejaVu Sans Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", \
"PingFang SC", "Microsoft YaHei", monospace }}
.b {{ fill: #ffd479; font-weight: bold }}
</style>
<rect width="{width}" height="{height}" rx="8"/>
"""


@dataclass(frozen=True)
class _Run:
    """Characters side by side that are of one width and of one weight."""

    column: int
    columns: int
    text: str
    bold: bool

    def __str__(self) -> str:
        place = f'x="{MARGIN + self.column * CELL}" textLength="{self.columns * CELL}"'
        weight = ' class="b"' if self.bold else ""
        return f'<tspan {place} lengthAdjust="spacingAndGlyphs"{weight}>{escape(self.text)}</tspan>'


def drawn(rows: Sequence[Sequence[Char]]) -> str:
    """The rows as a picture; an empty one keeps its height."""
    width = 2 * MARGIN + CELL * max(len(row) for row in rows)
    height = 2 * MARGIN + LINE * len(rows)
    lines = [
        f'<text y="{MARGIN + at * LINE + SIZE}">{"".join(map(str, runs))}</text>\n'
        for at, runs in enumerate([*_runs(row)] for row in rows)
        if runs
    ]
    return HEAD.format(width=width, height=height, size=SIZE) + "".join(lines) + "</svg>\n"


def _runs(row: Sequence[Char]) -> Iterator[_Run]:
    filled = [(at, cell) for at, cell in enumerate(row) if cell.data]
    for (blank, wide, bold), group in groupby(filled, _kind):
        if not blank:
            cells = [*group]
            text = "".join(cell.data for _, cell in cells)
            yield _Run(cells[0][0], len(cells) * (1 + wide), text, bold)


def _kind(placed: tuple[int, Char]) -> tuple[bool, bool, bool]:
    _, cell = placed
    wide = unicodedata.east_asian_width(cell.data[0]) in "WF"
    return cell.data.isspace(), wide, bool(cell.bold)
