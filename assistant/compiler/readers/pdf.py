"""PDF with a text layer: glyphs at places, made into paragraphs and tables again.

pdfplumber (on pdfminer.six) reads the glyphs and the drawn lines; both are MIT licensed and give
every position that is needed. What becomes of them is decided here and in the modules beside.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.compiler.readers.extras import load
from assistant.compiler.readers.glyphs import Glyph
from assistant.compiler.readers.lattice import Rule
from assistant.compiler.readers.pages import Sheet, compose
from assistant.errors import ReportError
from assistant.language.script import unify

if TYPE_CHECKING:
    from pdfplumber.page import Page

# Thinner than this (in points) a filled rectangle is a line.
THIN = 2.0
# So much of a page an image must cover for a page without text to be a scan.
COVERED = 0.3
# More unreadable glyphs than this, and the text layer is of no use.
UNREADABLE = 0.01
# What only images, embedded fonts and functions have: nothing of the text is in them.
OTHER_STREAMS = frozenset(("Width", "Length1", "Length2", "Length3", "FunctionType", "FontFile"))
SLANTED = 0.1
UNREAD = "\ufffd"
MIDDLE_GREY = 0.9


def read(data: bytes, path: Path) -> str:
    """The text of a PDF; raises `ReportError` for a scan, a password or a broken file."""
    pdfplumber = load("pdfplumber", "pdf")
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            _decode_strictly(pdf.doc)
            sheets = []
            for page in pdf.pages:
                sheets.append(_sheet(page, path))
                page.close()
    except ReportError:
        raise
    except Exception as fault:  # whatever a broken file makes of the library
        if _asks_for_password(fault):
            raise ReportError(
                f"{path}: PDF 有密码，请去掉密码（打开后另存或打印为 PDF）再试"
            ) from fault
        raise ReportError(f"{path}: PDF 文件已损坏，请重新下载或导出") from fault
    if not sheets:
        raise ReportError(f"{path}: PDF 文件已损坏（没有一页能读），请重新下载或导出")
    glyphs = [glyph for sheet in sheets for glyph in sheet.glyphs]
    if not glyphs:
        raise ReportError(f"{path}: PDF 里没有文字，请换用有文字层的 PDF 或原文档")
    if sum(UNREAD in glyph.text for glyph in glyphs) > len(glyphs) * UNREADABLE:
        raise ReportError(f"{path}: PDF 的文字层是乱码（字体没有字符对照表），请换用原文档")
    return "".join(f"{line}\n" for line in compose(sheets))


def _decode_strictly(document: Any) -> None:
    """Decode what pages say and what their glyphs mean; raises where that is damaged.

    Left alone, the library takes what little it can decode, and the rest is lost without a word.
    """
    settings = load("pdfminer.settings", "pdf")
    stream = load("pdfminer.pdftypes", "pdf").PDFStream
    lenient, settings.STRICT = settings.STRICT, True
    try:
        for number in {number for table in document.xrefs for number in table.get_objids()}:
            try:
                found = document.getobj(number)
            except load(
                "pdfminer.pdftypes", "pdf"
            ).PDFObjectNotFound:  # an entry of the table that nothing uses
                continue
            if isinstance(found, stream) and not OTHER_STREAMS & set(found.attrs):
                found.get_data()
    finally:
        settings.STRICT = lenient


def _asks_for_password(fault: BaseException) -> bool:
    """Is a wanted password behind this? The library wraps the fault in one of its own."""
    chain: list[object] = [fault, fault.__cause__, fault.__context__, *fault.args]
    return any("Password" in type(found).__name__ for found in chain)


def _sheet(page: Page, path: Path) -> Sheet:
    glyphs = list(_glyphs(page))
    if not glyphs and _is_scan(page):
        raise ReportError(
            f"{path}: 第{page.page_number}页是扫描的图像，没有文字层，"
            "请先做文字识别（OCR），或换用原文档"
        )
    return Sheet(float(page.width), float(page.height), tuple(glyphs), tuple(_rules(page)))


def _glyphs(page: Page) -> Iterator[Glyph]:
    # Bold is now and then made by printing a glyph twice.
    for char in page.dedupe_chars(tolerance=1).chars:
        if _is_slanted(char["matrix"]):  # a watermark
            continue
        text = UNREAD if char["text"].startswith("(cid:") else unify(char["text"])
        if any("\ue000" <= sign <= "\uf8ff" for sign in text):  # a bullet of a symbol font
            continue
        yield Glyph(text, char["x0"], char["top"], char["x1"], char["bottom"], char["size"])


def _is_slanted(matrix: tuple[float, ...]) -> bool:
    """Does this run neither along the page nor (as labels of tables do) down it?"""
    along, across = abs(matrix[0]), abs(matrix[1])
    return min(along, across) > SLANTED * max(along, across)


def _is_scan(page: Page) -> bool:
    covered = sum(float(i["width"]) * float(i["height"]) for i in page.images)
    return covered > float(page.width) * float(page.height) * COVERED


def _rules(page: Page) -> Iterator[Rule]:
    for line in page.lines:
        if _is_seen(line["stroking_color"]):
            yield from _lines(line)
    for shape in page.rects:
        if shape["stroke"] and _is_seen(shape["stroking_color"]):
            yield from _sides(shape)
        elif shape["fill"] and _is_seen(shape["non_stroking_color"]):
            yield from _lines(shape)


def _lines(shape: dict[str, Any]) -> Iterator[Rule]:
    """A thin shape as a line; a dot may be part of one in either direction."""
    left, top, right, bottom = (float(shape[side]) for side in ("x0", "top", "x1", "bottom"))
    if right - left <= THIN:
        yield Rule(True, (left + right) / 2, top, bottom)
    if bottom - top <= THIN:
        yield Rule(False, (top + bottom) / 2, left, right)


def _sides(shape: dict[str, Any]) -> Iterator[Rule]:
    left, top, right, bottom = (float(shape[side]) for side in ("x0", "top", "x1", "bottom"))
    yield from (Rule(True, left, top, bottom), Rule(True, right, top, bottom))
    yield from (Rule(False, top, left, right), Rule(False, bottom, left, right))


def _is_seen(color: object) -> bool:
    """Is this colour other than white?"""
    parts = color if isinstance(color, tuple | list) else (color,)
    numbers = [float(part) for part in parts if isinstance(part, int | float)]
    if len(numbers) == 4:  # cyan, magenta, yellow, black
        return any(number > 1 - MIDDLE_GREY for number in numbers)
    return not numbers or any(number < MIDDLE_GREY for number in numbers)
