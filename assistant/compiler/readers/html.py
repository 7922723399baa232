"""HTML as government sites publish it, read as a browser would.

selectolax (its lexbor engine) parses by the HTML standard, so broken markup gives the tree that a
reader of the page saw; it is one small wheel without dependencies, and brings its types.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.compiler.limits import NESTED
from assistant.compiler.readers.extras import load
from assistant.compiler.readers.grid import Cell, pipe_rows, place
from assistant.compiler.readers.joining import close, join, settle
from assistant.compiler.readers.text import decode
from assistant.errors import ReportError
from assistant.language.script import unify

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)
DECLARED_WITHIN = 4096
# A superset stands for each of its parts, as in browsers.
SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "big5": "big5hkscs"}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


UNSEEN = _words(
    """
    script style noscript template head title meta link iframe object embed applet svg canvas
    audio video map select option button input textarea datalist dialog -comment
    """
)
BLOCKS = _words(
    """
    address article aside blockquote body center dd details div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary
    table tbody td tfoot th thead tr ul caption ucapcontent ucaptitle
    """
)
PARAGRAPHS = _words("p br li dd dt h1 h2 h3 h4 h5 h6 pre")
HEADINGS = ("h1", "h2", "h3")
# What stands around a text, not in it: by element, by role, or by a word of its class or id.
AROUND = _words("nav aside footer header")
AROUND_ROLES = _words("navigation banner contentinfo search complementary")
AROUND_WORDS = _words(
    """
    nav navbar navigation menu breadcrumb breadcrumbs crumb crumbs footer foot foots share
    sharebox toolbar sidebar search pagination pager copyright qrcode
    """
)
HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
KEEPING = re.compile(r"white-space\s*:\s*pre", re.IGNORECASE)
# A block that is links for the most part leads elsewhere.
LINKS, LINKED = 3, 0.6
# A cell with so many paragraphs and characters is a page, or a column of one, and no cell.
PAGE_PARAGRAPHS, PAGE_CHARACTERS = 3, 200
BREAK = "\n"
# Tags that nobody closed stand inside one another. Each takes two calls, and the stack bears these safely.
DEEPEST = 2 * NESTED + 1000


def read(data: bytes, path: Path) -> str:
    """The text of a page, without what stands around it."""
    parser = load("selectolax.lexbor", "html").LexborHTMLParser
    page: LexborHTMLParser = parser(decode(data, path, _declared(data)))
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, DEEPEST))
    try:
        lines = list(_Page(page).lines())
    except RecursionError as fault:
        raise ReportError(f"{path}: 网页的标签嵌套太深，请用浏览器打开后另存为文本") from fault
    finally:
        sys.setrecursionlimit(limit)
    return unify("".join(f"{line}\n" for line in lines))


def _declared(data: bytes) -> str:
    found = CHARSET.search(data[:DECLARED_WITHIN])
    name = found[1].decode("ascii").lower() if found else ""
    return SUPERSETS.get(name, name)


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _holds(node: LexborNode, tag: str) -> bool:
    return node.tag == tag or any(_holds(child, tag) for child in _children(node))


class _Page:
    """One page, with what is measured once and asked often."""

    def __init__(self, page: LexborHTMLParser) -> None:
        self.body = page.body
        self.sizes: dict[int, tuple[int, int, int]] = {}
        self.whole = self._size(self.body)[0] if self.body else 0
        # Where no markup makes paragraphs, the lines of the file are the paragraphs.
        self.by_lines = self.body is not None and not self._has_paragraphs(self.body)

    def lines(self) -> Iterator[str]:
        """Paragraphs and table rows, in the order of the page."""
        if self.body is None:
            return
        pieces = self._pieces(self.body, keep=False)
        for is_break, run in groupby(pieces, key=lambda piece: piece == BREAK):
            if is_break:
                continue
            for is_row, part in groupby(run, key=lambda piece: isinstance(piece, _Row)):
                if is_row:
                    yield from part
                elif line := settle("".join(part)):
                    yield line

    def _pieces(self, node: LexborNode, keep: bool) -> Iterator[str]:
        """Runs of text, table rows, and the breaks between paragraphs."""
        if node.is_text_node:
            text = node.text_content or ""
            if keep or self.by_lines:
                yield from _split(text)
            else:
                yield _collapsed(text)
            return
        tag = node.tag or ""
        if tag == "br":
            yield BREAK
            return
        if tag in UNSEEN or self._is_hidden(node):
            return
        cells = self._data(node) if tag == "table" else None
        if cells is None and self._is_aside(node):
            return
        if cells is not None:
            yield BREAK
            yield from map(_Row, [*self._captions(node), *pipe_rows(cells)])
            yield BREAK
            return
        keep = keep or tag == "pre" or bool(KEEPING.search(node.attributes.get("style") or ""))
        if tag in BLOCKS:
            yield BREAK
        for child in _children(node):
            yield from self._pieces(child, keep)
        if tag in BLOCKS:
            yield BREAK

    def _paragraphs(self, node: LexborNode) -> list[str]:
        """The paragraphs in a cell."""
        pieces = (piece for child in _children(node) for piece in self._pieces(child, False))
        runs = groupby(pieces, key=lambda piece: piece == BREAK)
        return list(filter(None, (close("".join(run)) for is_break, run in runs if not is_break)))

    def _data(self, table: LexborNode) -> list[Cell] | None:
        """The cells of a table of data; none for one that only lays out the page."""
        if any(_holds(child, "table") for child in _children(table)):
            return None
        cells: list[Cell] = []
        first = 0
        for group in self._groups(table):
            rows = [
                [(cell, _span(cell, "rowspan"), _span(cell, "colspan")) for cell in row]
                for row in group
            ]
            texts = [
                [(self._paragraphs(cell), down, across) for cell, down, across in row]
                for row in rows
            ]
            if any(_is_page(paragraphs) for row in texts for paragraphs, _, _ in row):
                return None
            placed = place(
                [
                    [(join(paragraphs), down, across) for paragraphs, down, across in r]
                    for r in texts
                ]
            )
            cells += [Cell(c.text, c.row + first, c.column, c.rows, c.columns) for c in placed]
            first += len(group)
        return cells if len({cell.column for cell in cells}) > 1 else None

    def _groups(self, table: LexborNode) -> Iterator[list[list[LexborNode]]]:
        for group in _children(table):
            if group.tag in ("thead", "tbody", "tfoot") and not self._is_hidden(group):
                rows = [
                    row for row in _children(group) if row.tag == "tr" and not self._is_hidden(row)
                ]
                yield [
                    [
                        cell
                        for cell in _children(row)
                        if cell.tag in ("td", "th") and not self._is_hidden(cell)
                    ]
                    for row in rows
                ]

    def _captions(self, table: LexborNode) -> list[str]:
        captions = (child for child in _children(table) if child.tag == "caption")
        return [
            join(self._paragraphs(caption)) for caption in captions if self._paragraphs(caption)
        ]

    def _has_paragraphs(self, node: LexborNode) -> bool:
        """Does markup make paragraphs, anywhere but in a table of data?"""
        for child in _children(node):
            tag = child.tag or ""
            if tag in PARAGRAPHS:
                return True
            if tag in UNSEEN or (tag == "table" and self._size(child)[0] * 2 <= self.whole):
                continue
            if self._has_paragraphs(child):
                return True
        return False

    def _is_hidden(self, node: LexborNode) -> bool:
        held = node.attributes
        return "hidden" in held or bool(HIDING.search(held.get("style") or ""))

    def _is_aside(self, node: LexborNode) -> bool:
        """Is this navigation and the like, and less than half of the page?"""
        if node.tag not in BLOCKS:
            return False
        size, links, linked = self._size(node)
        if size * 2 > self.whole:
            return False
        if links >= LINKS and linked >= size * LINKED:
            return True
        held = node.attributes
        names = re.split(r"[\s_-]+", f"{held.get('class') or ''} {held.get('id') or ''}".lower())
        named = node.tag in AROUND or held.get("role") in AROUND_ROLES or AROUND_WORDS & set(names)
        return bool(named) and not any(node.css_first(heading) for heading in HEADINGS)

    def _size(self, node: LexborNode) -> tuple[int, int, int]:
        """How many letters this holds, how many links, and how many letters in links."""
        if node.is_text_node:
            return sum(map(str.isalnum, node.text_content or "")), 0, 0
        if node.tag in UNSEEN:
            return 0, 0, 0
        if node.mem_id not in self.sizes:
            parts = [self._size(child) for child in _children(node)]
            size, links, linked = (sum(part[i] for part in parts) for i in range(3))
            if node.tag == "a" and size and node.attributes.get("href"):
                links, linked = 1, size
            self.sizes[node.mem_id] = (size, links, linked)
        return self.sizes[node.mem_id]


class _Row(str):
    """A line that is ready: a row of a table, or its caption."""

    __slots__ = ()


def _split(text: str) -> Iterator[str]:
    for number, line in enumerate(text.splitlines()):
        if number:
            yield BREAK
        yield line
    if text.endswith(("\n", "\r")):
        yield BREAK


_collapsed = partial(re.compile(r"[ \t\n\r\f]+").sub, " ")


def _span(cell: LexborNode, name: str) -> int:
    found = re.match(r"\s*\+?(\d+)", cell.attributes.get(name) or "")
    return int(found[1][:6]) if found else 1


def _is_page(paragraphs: list[str]) -> bool:
    return len(paragraphs) >= PAGE_PARAGRAPHS and sum(map(len, paragraphs)) > PAGE_CHARACTERS
