"""Word documents made here: order, merged cells, automatic numbers, and what is not text."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import msoffcrypto
import pytest
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from assistant.compiler.readers import read_source
from assistant.errors import ReportError


def saved(tmp_path: Path, document: Document) -> str:
    path = tmp_path / "source.docx"
    document.save(str(path))
    return read_source(path)


def test_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "页眉 99"
    document.sections[0].footer.paragraphs[0].text = "第 1 页"
    document.add_heading("临江县2022年年度报告", 0)
    paragraph = document.add_paragraph("　　全年公开 1")
    paragraph.add_run("13").bold = True
    paragraph.add_run("6 条。")
    table = document.add_table(2, 2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ("规章", "2", "规范性\n文件", ""), strict=True
    ):
        cell.text = text
    document.add_paragraph()
    document.add_paragraph("二、其他\n三、落款\t\t2023 年")
    assert saved(tmp_path, document).splitlines() == [
        "临江县2022年年度报告",
        "全年公开1136条。",
        "| 规章 | 2 |",
        "| 规范性文件 |  |",
        "二、其他",
        "三、落款 2023年",
    ]


def test_merged_cells(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(4, 5)
    for y, row in enumerate(table.rows):
        for x, cell in enumerate(row.cells):
            cell.text = f"{y}{x}"
    for first, last, text in [
        ((0, 0), (1, 1), "勾稽关系"),
        ((0, 2), (0, 4), "申请人情况"),
        ((2, 0), (3, 0), "三、办理结果"),
    ]:
        for y in range(first[0], last[0] + 1):
            for x in range(first[1], last[1] + 1):
                table.cell(y, x).text = ""
        table.cell(*first).merge(table.cell(*last)).text = text
    assert saved(tmp_path, document).splitlines() == [
        "| 勾稽关系 |  | 申请人情况 |  |  |",
        "|  |  | 12 | 13 | 14 |",
        "| 三、办理结果 | 21 | 22 | 23 | 24 |",
        "|  | 31 | 32 | 33 | 34 |",
    ]


def test_a_row_that_begins_later(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text, table.cell(1, 1).text = "甲", "1", "2"
    row = table.rows[1]._tr
    row.remove(row.tc_lst[0])
    row.insert(0, parse_xml(f'<w:trPr {nsdecls("w")}><w:gridBefore w:val="1"/></w:trPr>'))
    assert saved(tmp_path, document) == "| 甲 | 1 |\n|  | 2 |\n"


def test_a_frame_around_prose_is_no_table(tmp_path: Path) -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "一、概述"
    cell.add_paragraph("公开5件。")
    inner = cell.add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "规章", "2"
    assert saved(tmp_path, document) == "一、概述\n公开5件。\n| 规章 | 2 |\n"


def test_what_is_deleted_hidden_or_a_field_is_not_text(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("公开")
    for xml in (
        "<w:del {}><w:r><w:delText>6</w:delText></w:r></w:del>",
        "<w:ins {}><w:r><w:t>5</w:t></w:r></w:ins>",
        "<w:r {}><w:rPr><w:vanish/></w:rPr><w:t>7</w:t></w:r>",
        "<w:r {}><w:instrText>PAGE 8</w:instrText></w:r>",
        "<w:hyperlink {}><w:r><w:t>件</w:t></w:r></w:hyperlink>",
    ):
        paragraph._p.append(parse_xml(xml.format(nsdecls("w"))))
    assert saved(tmp_path, document) == "公开5件\n"


def test_content_controls_are_read(tmp_path: Path) -> None:
    document = docx.Document()
    xml = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>公开5件</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(0, parse_xml(xml))
    assert saved(tmp_path, document) == "公开5件\n"


# --------------------------------------------------------------------------- automatic numbers


def listed(document: Document, *levels: tuple[str, str]) -> str:
    """A list with these levels (format, text); its number."""
    numbers = document.part.numbering_part.element
    made = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    home = len(numbers.findall(qn("w:abstractNum"))) + 70
    numbers.insert(
        0,
        parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{home}">{made}</w:abstractNum>'),
    )
    numbers.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{home}"><w:abstractNumId w:val="{home}"/></w:num>'
        )
    )
    return str(home)


def numbered(paragraph: Paragraph, number: str, depth: int = 0) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
        )
    )


def test_automatic_numbers(tmp_path: Path) -> None:
    document = docx.Document()
    number = listed(
        document,
        ("chineseCounting", "%1、"),
        ("chineseCounting", "（%2）"),
        ("decimal", "%3."),
        ("decimal", "%1.%3.%4"),
    )
    for text, depth in [
        ("概述", 0),
        ("公开", 1),
        ("甲", 2),
        ("乙", 2),
        ("申请", 1),
        ("丙", 2),
        ("", 0),
        ("其他", 0),
        ("丁", 1),
    ]:
        numbered(document.add_paragraph(text), number, depth)
    document.add_paragraph("没有编号")
    assert saved(tmp_path, document).splitlines() == [
        *(
            "一、概述",
            "（一）公开",
            "1.甲",
            "2.乙",
            "（二）申请",
            "1.丙",
            "二、其他",
            "（一）丁",
            "没有编号",
        )
    ]


def test_numbers_that_a_style_gives(tmp_path: Path) -> None:
    document = docx.Document()
    number = listed(document, ("chineseCountingThousand", "第%1章"))
    properties = document.styles["Heading 1"].element.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="{number}"/></w:numPr>'))
    for count in range(11):
        document.add_heading(f"题{count}", 1)
    assert saved(tmp_path, document).splitlines()[-2:] == ["第十章题9", "第十一章题10"]


def test_bullets_have_no_number(tmp_path: Path) -> None:
    document = docx.Document()
    numbered(document.add_paragraph("公开5件"), listed(document, ("bullet", "●")))
    assert saved(tmp_path, document) == "公开5件\n"


def test_a_list_that_starts_anew(tmp_path: Path) -> None:
    document = docx.Document()
    first = listed(document, ("decimal", "%1."))
    again = parse_xml(
        f'<w:num {nsdecls("w")} w:numId="900"><w:abstractNumId w:val="{first}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    document.part.numbering_part.element.append(again)
    for text, number in [("甲", first), ("乙", first), ("丙", "900"), ("丁", "900")]:
        numbered(document.add_paragraph(text), number)
    assert saved(tmp_path, document).splitlines() == ["1.甲", "2.乙", "5.丙", "6.丁"]


def test_a_table_of_contents_is_no_text(tmp_path: Path) -> None:
    document = docx.Document()
    style = document.styles.add_style("toc 1", 1)
    document.add_paragraph("一、概述 3", style)
    document.add_paragraph("一、概述")
    assert saved(tmp_path, document) == "一、概述\n"


# ----------------------------------------------------------------------- what cannot be read


def said(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(ReportError) as fault:
        read_source(path)
    assert str(path) in str(fault.value)
    return str(fault.value)


def whole() -> bytes:
    document = docx.Document()
    document.add_paragraph("公开5件。")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_password(tmp_path: Path) -> None:
    out = io.BytesIO()
    msoffcrypto.OfficeFile(io.BytesIO(whole())).encrypt("secret", out)
    assert "有密码" in said(tmp_path / "source.docx", out.getvalue())


@pytest.mark.parametrize("kept", [30, 900, 5000])
def test_a_broken_file(tmp_path: Path, kept: int) -> None:
    text = said(tmp_path / "source.docx", whole()[:kept])
    assert "已损坏" in text or "压缩包" in text


def test_a_file_with_broken_parts(tmp_path: Path) -> None:
    data = bytearray(whole())
    at = data.index(b"word/document.xml") + 60
    data[at : at + 40] = bytes(40)
    assert "已损坏" in said(tmp_path / "source.docx", bytes(data))


def test_the_old_format(tmp_path: Path) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert "另存为 docx" in said(tmp_path / "source.docx", data)


def test_the_default_style_may_be_missing(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("公开5件。")
    for style in list(document.styles.element.iter(qn("w:style"))):
        document.styles.element.remove(style)
    document.element.body[0].get_or_add_pPr().append(OxmlElement("w:keepNext"))
    assert saved(tmp_path, document) == "公开5件。\n"
