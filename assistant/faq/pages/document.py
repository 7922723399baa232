"""DOCX: the questions as a document with headings, contents and page numbers."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

from assistant.drafting.material import Material
from assistant.faq.entries import Collection, Entry, Table
from assistant.faq.pages.shared import about, cited, count, counted, named, outer, parts, title

# The same questions make the same file: it was made at no time of its own.
MADE = datetime(2000, 1, 1)
ZIPPED = (1980, 1, 1, 0, 0, 0)
LATIN, CHINESE, HEADING = "Times New Roman", "宋体", "黑体"
STYLES = {
    "Normal": CHINESE,
    "Title": HEADING,
    "Heading 1": HEADING,
    "Heading 2": HEADING,
    "Heading 3": HEADING,
}
SMALL = 9


def docx(collection: Collection, material: Material) -> bytes:
    """The document: title, contents that lead to the sections, a heading a question."""
    from docx import Document

    document = Document()
    _prepared(document, collection, material)
    document.add_heading(title(collection, material), 0)
    document.add_paragraph(about(collection, material) + count(collection, material))
    if collection.card.url:
        document.add_paragraph(f"{material.pages['original']}：{collection.card.url}")
    counts = parts(collection)
    sections = list(counts)
    _contents(document, counts, material)
    before = ("", "")
    for path, entries in collection.by_section().items():
        first, rest = outer(path)
        if first != before[0] or not before[0]:
            heading = document.add_heading(named(first, material), 1)
            _bookmark(heading, sections.index(first))
        if rest:
            document.add_heading(rest, 2)
        before = (first, rest)
        for entry in entries:
            _entry(document, entry, material, 3 if rest else 2)
    return _packed(document)


def _entry(document: Any, entry: Entry, material: Material, level: int) -> None:
    said = material.pages
    document.add_heading(entry.question, level)
    for line in entry.text.splitlines():
        document.add_paragraph(line)
    if entry.answer.computation:
        _small(document, f"{said['formula']}：{entry.answer.computation.expression}")
    for table in entry.tables:
        _table(document, table, material)
    for line in cited(entry, material):
        _small(document, f"{said['citations']}：{line}")
    if entry.variants:
        _small(document, f"{said['variants']}：{' '.join(entry.variants)}")


def _table(document: Any, table: Table, material: Material) -> None:
    document.add_paragraph(f"{table.title}：")
    head = material.pages["table"]
    grid = document.add_table(rows=0, cols=2, style="Table Grid")
    for row in ((head["name"], head["value"]), *table.rows):
        cells = grid.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text


def _small(document: Any, text: str) -> None:
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Pt(18)
    paragraph.paragraph_format.space_after = Pt(2)
    run = paragraph.add_run(text)
    run.font.size = Pt(SMALL)


# --------------------------------------------------------------------------- what python-docx leaves to XML


def _prepared(document: Any, collection: Collection, material: Material) -> None:
    """Fonts for both scripts, the language, the properties, and page numbers at the foot."""
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    for name, chinese in STYLES.items():
        style = document.styles[name]
        style.font.name = LATIN
        style.font.color.rgb = RGBColor(0, 0, 0)
        properties = style.element.get_or_add_rPr()
        fonts = properties.find(qn("w:rFonts"))
        for theme in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[theme]
        fonts.set(qn("w:eastAsia"), chinese)
    document.styles["Normal"].font.size = Pt(11)
    language = document.styles.element.find(".//" + qn("w:lang"))
    language.set(qn("w:val"), "zh-CN")
    language.set(qn("w:eastAsia"), "zh-CN")
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    told = document.core_properties
    told.title, told.author = title(collection, material), collection.card.organ
    told.comments, told.language = about(collection, material), "zh-CN"
    told.created = told.modified = MADE
    told.revision, told.last_modified_by = 1, ""
    _page_number(section.footer.paragraphs[0])


def _element(tag: str, text: str = "", **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    if text:
        element.text = text
    return element


def _page_number(paragraph: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for part in (
        _element("fldChar", fldCharType="begin"),
        _element("instrText", "PAGE"),
        _element("fldChar", fldCharType="separate"),
        _element("t", "1"),
        _element("fldChar", fldCharType="end"),
    ):
        paragraph.add_run()._r.append(part)


def _contents(document: Any, sections: dict[str, int], material: Material) -> None:
    """The sections with how many questions they have, each leading to its heading."""
    document.add_heading(material.pages["contents"], 1)
    for at, (section, number) in enumerate(sections.items()):
        link = _element("hyperlink", anchor=_mark(at))
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = 0
        run = paragraph.add_run(counted(section, number, material))
        run._r.getparent().append(link)
        link.append(run._r)


def _bookmark(paragraph: Any, at: int) -> None:
    paragraph._p.insert(1, _element("bookmarkStart", id=str(at), name=_mark(at)))
    paragraph._p.append(_element("bookmarkEnd", id=str(at)))


def _mark(at: int) -> str:
    return f"part{at + 1}"


def _packed(document: Any) -> bytes:
    """The document as a file, packed at no time of its own."""
    written = io.BytesIO()
    document.save(written)
    packed = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, ZIPPED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return packed.getvalue()
