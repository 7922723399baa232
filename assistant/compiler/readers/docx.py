"""DOCX: paragraphs and tables in the order of the document, numbered as Word numbers them.

python-docx opens the package and knows its parts; what it leaves out (content controls, inserted
text, automatic numbers) is read from the XML. Headers, footers, footnotes, comments and deleted
text are not part of the text.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.compiler.readers.extras import load
from assistant.compiler.readers.grid import Cell, TooLarge, pipe_rows
from assistant.compiler.readers.joining import close, join, settle
from assistant.compiler.readers.numbering import Numbering, W, value
from assistant.compiler.readers.package import check_package
from assistant.errors import ReportError
from assistant.language.script import unify

if TYPE_CHECKING:
    from lxml.etree import _Element

WRAPPERS = frozenset(
    f"{W}{name}"
    for name in (
        "sdt",
        "sdtContent",
        "ins",
        "moveTo",
        "smartTag",
        "customXml",
        "hyperlink",
        "fldSimple",
    )
)
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BREAKS = frozenset((f"{W}br", f"{W}cr"))
DELETED = frozenset((f"{W}del", f"{W}moveFrom", FALLBACK))
# The same measure of a page in a cell as for HTML.
PAGE_PARAGRAPHS, PAGE_CHARACTERS = 3, 200


def read(data: bytes, path: Path) -> str:
    """The text of a Word document."""
    library = load("docx", "docx")
    try:
        check_package(data, path)
        document = library.Document(io.BytesIO(data))
        styles = document.styles.element
        numbers = next(
            (part.element for part in document.part.package.iter_parts() if _is_numbering(part)),
            None,
        )
        lines = list(_Body(Numbering(numbers, styles)).lines(document.element.body))
    except (ReportError, TooLarge):
        raise
    except RecursionError as fault:
        raise ReportError(f"{path}: 表格或内容控件嵌套太深，请用 Word 另存为文本") from fault
    except Exception as fault:  # whatever a broken file makes of the libraries
        raise ReportError(f"{path}: DOCX 文件已损坏，请用 Word 或 WPS 打开后另存再试") from fault
    return unify("".join(f"{line}\n" for line in lines))


def _is_numbering(part: object) -> bool:
    return str(getattr(part, "partname", "")).endswith("/numbering.xml") and hasattr(
        part, "element"
    )


class _Body:
    """A document's body, read once from the start, for numbers go on from one to the next."""

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering

    def lines(self, body: _Element) -> Iterator[str]:
        """The paragraphs and table rows under this element."""
        for block in _blocks(body):
            if block.tag == f"{W}tbl":
                yield from self._table(block)
            else:
                yield from self._paragraph(block)

    def _paragraph(self, paragraph: _Element) -> Iterator[str]:
        """The lines of a paragraph, and those of a text box that hangs on it."""
        texts = "".join(_text(paragraph)).split("\n")
        label = self.numbering.label(paragraph) if any(text.strip() for text in texts) else ""
        if not self.numbering.is_contents(paragraph):
            for text in texts:
                if line := settle(text):
                    yield label + line
                    label = ""
        for box in _boxes(paragraph):
            yield from self.lines(box)

    def _table(self, table: _Element) -> Iterator[str]:
        cells: list[tuple[list[str], Cell]] = []
        for y, row in enumerate(_children(table, "tr")):
            if row.find(f"{W}trPr/{W}del") is not None:
                continue
            x = int(value(row.find(f"{W}trPr/{W}gridBefore")) or 0)
            for cell in _children(row, "tc"):
                width = int(value(cell.find(f"{W}tcPr/{W}gridSpan")) or 1)
                merge = cell.find(f"{W}tcPr/{W}vMerge")
                goes_on = merge is not None and value(merge) != "restart"
                texts = [] if goes_on else list(self.lines(cell))
                cells.append((texts, Cell(close(join(texts)), y, x, 1, max(width, 1))))
                x += max(width, 1)
        columns = {cell.column for _, cell in cells}
        is_page = any(_is_page(texts) for texts, _ in cells)
        if len(columns) > 1 and not is_page and table.find(f".//{W}tbl") is None:
            yield from pipe_rows(cell for _, cell in cells)
            return
        for texts, _ in cells:
            yield from texts


def _is_page(texts: list[str]) -> bool:
    return len(texts) >= PAGE_PARAGRAPHS and sum(map(len, texts)) > PAGE_CHARACTERS


def _blocks(parent: _Element) -> Iterator[_Element]:
    """The paragraphs and tables directly under this, through what only wraps them."""
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in WRAPPERS:
            yield from _blocks(child)


def _children(parent: _Element, name: str) -> Iterator[_Element]:
    for child in parent:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in WRAPPERS:
            yield from _children(child, name)


def _boxes(paragraph: _Element) -> Iterator[_Element]:
    for box in paragraph.iter(f"{W}txbxContent"):
        above = {parent.tag for parent in box.iterancestors()}
        if FALLBACK not in above:
            yield box


def _text(parent: _Element) -> Iterator[str]:
    """The runs of a paragraph that are seen, text boxes left out."""
    for child in parent:
        tag = child.tag
        if tag in DELETED or tag == f"{W}txbxContent" or _is_hidden(child):
            continue
        if tag == f"{W}t":
            yield child.text or ""
        elif tag in BREAKS:
            yield "" if child.get(f"{W}type") == "page" else "\n"
        elif tag in (f"{W}tab", f"{W}ptab"):
            # Inside a run only: among the properties of a paragraph it is a tab stop.
            yield "   " if parent.tag == f"{W}r" else ""
        elif tag == f"{W}noBreakHyphen":
            yield "-"
        elif tag not in (f"{W}pPr", f"{W}rPr"):
            yield from _text(child)


def _is_hidden(run: _Element) -> bool:
    mark = run.find(f"{W}rPr/{W}vanish") if run.tag == f"{W}r" else None
    return mark is not None and value(mark) not in ("0", "false")
