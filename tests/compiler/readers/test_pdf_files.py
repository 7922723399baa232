"""PDFs of several layouts, typeset here, and the text that they were typeset from."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib import colors, pdfencrypt
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from assistant.compiler.readers import read_source
from assistant.errors import ReportError

SONG = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(SONG))

TITLE = "临江县水务局2022年政府信息公开工作年度报告"
PROSE = [
    "一、总体情况",
    "2022年，县水务局认真贯彻落实《中华人民共和国政府信息公开条例》，全年主动公开政府信息1843条，其中通过政府网站公开1265条，"
    "通过政务新媒体公开578条，同比增长12.6%；"
    "办理网民留言97件，答复率100%，联系邮箱为 office@linjiang.example.cn，电话：0755-8266531。",
    "（一）依申请公开。全年收到政府信息公开申请36件，均在法定期限内答复，没有收取任何费用。",
    "（二）平台建设。对门户网站的12个栏目作了调整，新设专栏3个。",
]
HEADER = [
    [
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
        None,
        "申请人情况",
        None,
        None,
        None,
    ],
    [None, None, "自然人", "法人或其他组织", None, "总计"],
    [None, None, None, "商业企业", "科研机构", None],
]
SPANS = [(0, 0, 1, 2), (2, 0, 5, 0), (2, 1, 2, 2), (3, 1, 4, 1), (5, 1, 5, 2)]


def text(content: str, size: float = 9) -> Paragraph:
    style = ParagraphStyle("cell", fontName=SONG, fontSize=size, leading=size * 1.3, wordWrap="CJK")
    return Paragraph(content, style)


def table(
    rows: Sequence[Sequence[str | None]], spans: Sequence[tuple[int, ...]], **more: Any
) -> Table:
    """A table drawn with lines, in which `None` is covered by the cell before or above."""
    style: list[tuple[Any, ...]] = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
    style += [("SPAN", (a, b), (c, d)) for a, b, c, d in spans]
    cells = [[text(cell) if cell else "" for cell in row] for row in rows]
    return Table(cells, style=style, **more)


def pipe(rows: Sequence[Sequence[str | None]]) -> str:
    return "".join(f"| {' | '.join(cell or '' for cell in row)} |\n" for row in rows)


def typeset(path: Path, story: list[Flowable], footer: str = "— {} —", header: str = "") -> Path:
    def around(canvas: Canvas, document: Any) -> None:
        canvas.setFont(SONG, 9)
        canvas.drawCentredString(A4[0] / 2, 30, footer.format(document.page))
        canvas.drawString(72, A4[1] - 40, header)

    pages = SimpleDocTemplate(str(path), pagesize=A4, topMargin=72, bottomMargin=72)
    pages.build(story, onFirstPage=around, onLaterPages=around)
    return path


def prose(indent: bool, parted: float) -> list[Flowable]:
    body = ParagraphStyle(
        "body",
        fontName=SONG,
        fontSize=15,
        leading=24,
        wordWrap="CJK",
        firstLineIndent=30 if indent else 0,
        spaceAfter=parted,
    )
    return [Paragraph(line, body) for line in PROSE]


def title() -> Paragraph:
    style = ParagraphStyle(
        "title", fontName=SONG, fontSize=20, leading=30, alignment=1, wordWrap="CJK"
    )
    return Paragraph(TITLE, style)


@pytest.mark.parametrize(("indent", "parted"), [(True, 0), (True, 6), (False, 20)])
def test_paragraphs_are_whole_again(tmp_path: Path, indent: bool, parted: float) -> None:
    story = [title(), Spacer(1, 20), *prose(indent, parted)]
    lines = read_source(typeset(tmp_path / "a.pdf", story)).splitlines()
    assert lines == [TITLE, *(line.replace(" ", "") for line in PROSE)]


@pytest.mark.parametrize(
    "footer", ["{}", "- {} -", "第 {} 页", "第{}页 共9页", "{}/9", "—{}—", "· {} ·"]
)
def test_page_numbers_and_running_titles_go(tmp_path: Path, footer: str) -> None:
    story = [*prose(True, 0) * 6]
    got = read_source(
        typeset(tmp_path / "a.pdf", story, footer, "临江县水务局 年度报告")
    ).splitlines()
    assert got == [line.replace(" ", "") for line in PROSE] * 6


def test_a_table_with_merged_cells(tmp_path: Path) -> None:
    rows: list[list[str | None]] = [
        ["行政复议", None, None, "行政诉讼", None, None],
        ["结果维持", "结果纠正", "总计", "未经复议直接起诉", None, None],
        [None, None, None, "结果维持", "其他结果", "总计"],
        ["3", "0", "3", "1", "2", "3"],
    ]
    spans = [(0, 0, 2, 0), (3, 0, 5, 0), (0, 1, 0, 2), (1, 1, 1, 2), (2, 1, 2, 2), (3, 1, 5, 1)]
    story = [
        *prose(True, 0),
        table(rows, spans, colWidths=[50] * 6),
        text("五、存在的主要问题", 15),
    ]
    got = read_source(typeset(tmp_path / "a.pdf", story))
    assert got.endswith(f"{PROSE[-1]}\n{pipe(rows)}五、存在的主要问题\n")


@pytest.mark.parametrize("repeat", [0, 3])
def test_a_table_over_pages_is_one_table(tmp_path: Path, repeat: int) -> None:
    rows: list[list[str | None]] = [list(row) for row in HEADER]
    rows += [
        [f"{n}.第{n}类申请事项的办理结果", None, str(n), "0", "0", str(n)] for n in range(1, 71)
    ]
    spans = [*SPANS, *((0, y, 1, y) for y in range(3, len(rows)))]
    story = [
        *prose(True, 0),
        table(rows, spans, colWidths=[80, 80, 50, 50, 50, 50], repeatRows=repeat),
    ]
    got = read_source(typeset(tmp_path / "a.pdf", [*story, text("四、其他", 15)]))
    # The two columns that every row merges are one.
    shown = [[row[0], *row[2:]] for row in rows]
    assert got.endswith(f"{PROSE[-1]}\n{pipe(shown)}四、其他\n")


def test_a_cell_that_spans_rows_over_a_page(tmp_path: Path) -> None:
    rows: list[list[str | None]] = [["三、本年度办理结果", "（一）予以公开", "8"]]
    rows += [[None, f"（{n}）第{n}种", str(n)] for n in "二三四五六七八九十"]
    first, second = (
        table(rows[:5], [(0, 0, 0, 4)], colWidths=[60, 120, 60]),
        table(rows[5:], [(0, 0, 0, 4)], colWidths=[60, 120, 60]),
    )
    story = [Spacer(1, 560), first, second]
    got = read_source(typeset(tmp_path / "a.pdf", story))
    assert got == pipe(rows)


def test_two_tables_of_a_page_stay_two(tmp_path: Path) -> None:
    one: list[list[str | None]] = [["规章", "2"], ["规范性文件", "5"]]
    two: list[list[str | None]] = [["行政许可", "550"], ["行政处罚", "41"]]
    story = [table(one, ()), text("二、收费情况", 12), table(two, ())]
    assert (
        read_source(typeset(tmp_path / "a.pdf", story)) == f"{pipe(one)}二、收费情况\n{pipe(two)}"
    )


def test_a_table_without_sides(tmp_path: Path) -> None:
    rows: list[list[str | None]] = [
        ["信息内容", "本年制发件数", "现行有效件数"],
        ["规章", "1", "12"],
        ["规范性文件", "30", "418"],
    ]
    cells = [[text(cell or "") for cell in row] for row in rows]
    style = [
        ("LINEABOVE", (0, 0), (-1, -1), 0.5, colors.black),
        ("LINEBELOW", (0, -1), (-1, -1), 1, colors.black),
    ]
    style += [("INNERGRID", (0, 0), (-1, -1), 0.5, colors.black)]
    got = read_source(typeset(tmp_path / "a.pdf", [Table(cells, style=style, colWidths=[100] * 3)]))
    assert got == pipe(rows)


def test_backgrounds_are_no_lines(tmp_path: Path) -> None:
    rows: list[list[str | None]] = [["行政许可", "行政处罚"], ["12", "7"]]
    cells = [[text(cell or "") for cell in row] for row in rows]
    style: list[tuple[Any, ...]] = [
        ("BOX", (0, 0), (-1, -1), 1, colors.black),
        ("INNERGRID", (0, 0), (-1, -1), 1, colors.black),
    ]
    style += [("BACKGROUND", (0, 0), (-1, 0), colors.lightblue)]
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.setFillColor(colors.white)
    for number in range(3):
        canvas.rect(72, 700 - 24 * number, 400, 24, stroke=0, fill=1)
    canvas.setFillColor(colors.black)
    canvas.setFont(SONG, 14)
    for number, line in enumerate(["全年公开信息", "共计一百条。"]):
        canvas.drawString(72, 706 - 24 * number, line)
    grid = Table(cells, style=style)
    grid.wrapOn(canvas, 300, 300)
    grid.drawOn(canvas, 72, 400)
    canvas.save()
    lines = read_source(tmp_path / "a.pdf").splitlines()
    assert lines[-2:] == ["| 行政许可 | 行政处罚 |", "| 12 | 7 |"]
    assert "".join(lines[:-2]) == "全年公开信息共计一百条。"


def drawn(canvas: Canvas, rows: Sequence[Sequence[str | None]], left: float, base: float) -> None:
    grid = table(rows, (), colWidths=[140, *[50] * (len(rows[0]) - 1)])
    grid.wrapOn(canvas, 300, 300)
    grid.drawOn(canvas, left, base)


TWO: list[list[str | None]] = [["规章", "2"], ["规范性文件", "5"]]


def test_a_frame_around_the_page(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.rect(40, 40, A4[0] - 80, A4[1] - 80)
    canvas.setFont(SONG, 14)
    canvas.drawString(72, 700, "二、主动公开情况")
    drawn(canvas, TWO, 72, 500)
    canvas.save()
    assert read_source(tmp_path / "a.pdf") == f"二、主动公开情况\n{pipe(TWO)}"


def test_a_page_on_its_side(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.setPageRotation(90)
    canvas.translate(A4[0], 0)
    canvas.rotate(90)
    canvas.setFont(SONG, 14)
    canvas.drawString(72, 500, "二、主动公开情况")
    drawn(canvas, TWO, 72, 300)
    canvas.save()
    assert read_source(tmp_path / "a.pdf") == f"二、主动公开情况\n{pipe(TWO)}"


def test_a_watermark_is_no_text_and_a_label_on_its_side_is(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    rows: list[list[str | None]] = [["", "规章", "2"], [None, "规范性文件", "5"]]
    grid = table(rows, [(0, 0, 0, 1)], colWidths=[30, 90, 40], rowHeights=[40, 40])
    grid.wrapOn(canvas, 300, 300)
    grid.drawOn(canvas, 72, 500)
    canvas.setFont(SONG, 14)
    canvas.saveState()
    canvas.translate(82, 572)
    canvas.rotate(-90)
    canvas.drawString(0, 0, "制发数")
    canvas.restoreState()
    canvas.rotate(45)
    canvas.setFont(SONG, 40)
    canvas.drawString(500, 200, "内部资料99")
    canvas.save()
    assert read_source(tmp_path / "a.pdf") == "| 制发数 | 规章 | 2 |\n|  | 规范性文件 | 5 |\n"


def test_a_label_that_a_page_parts(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    drawn(
        canvas,
        [["4.无正当理由大量反复申请", "1", "2"], ["5.要求行政机关确认或重", "0", "3"]],
        72,
        90,
    )
    canvas.showPage()
    drawn(canvas, [["新出具已获取信息", "", ""], ["（六）其他处理", "7", "8"]], 72, 700)
    canvas.save()
    lines = read_source(tmp_path / "a.pdf").splitlines()
    assert lines[1:] == [
        "| 5.要求行政机关确认或重新出具已获取信息 | 0 | 3 |",
        "| （六）其他处理 | 7 | 8 |",
    ]


# ------------------------------------------------------------------- any character at any place


def placed(runs: Sequence[tuple[float, float, str]], size: float = 16) -> bytes:
    """A PDF page with these texts at these places (left, baseline), whatever their characters.

    Its font is none; the characters are in the table that says what each glyph means.
    """
    signs = sorted({sign for _, _, run in runs for sign in run})
    widths = " ".join(f"{ord(sign)} [500]" for sign in signs if ord(sign) < 256)
    pairs = "\n".join(f"<{ord(sign):04x}> <{ord(sign):04x}>" for sign in signs)
    meaning = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(signs)} beginbfchar\n{pairs}\nendbfchar endcmap end end"
    )
    page = "BT " + " ".join(
        f"/F {size} Tf 1 0 0 1 {left} {base} Tm <{''.join(f'{ord(sign):04x}' for sign in run)}> Tj"
        for left, base, run in runs
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F 5 0 R >> >> >>",
        _stream(f"{page} ET"),
        "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H "
        "/DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /DW 1000 "
        f"/W [{widths}] /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        "/FontDescriptor 8 0 R >>",
        _stream(meaning),
        "<< /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 -200 1000 800] /Ascent 800 /Descent -200 "
        "/ItalicAngle 0 /CapHeight 700 /StemV 80 >>",
    ]
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1"))
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write("".join(f"{place:010} 00000 n \n" for place in places).encode())
    out.write(
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    )
    return out.getvalue()


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def laid(tmp_path: Path, *runs: tuple[float, float, str], size: float = 16) -> str:
    path = tmp_path / "a.pdf"
    path.write_bytes(placed(runs, size))
    return read_source(path)


def test_radicals_and_compatibility_characters_are_unified(tmp_path: Path) -> None:
    got = laid(tmp_path, (72, 700, "⼈⺠政府⽹站⻚⾯，共１２条，⾏政复议⽆"))
    assert got == "人民政府网站页面，共１２条，行政复议无\n"


def test_a_line_may_break_inside_a_number_or_a_word(tmp_path: Path) -> None:
    lines = [
        "全年通过政府门户网站主动公开政府信息11",
        "36条，比上年增加3.5个百分点，网址是ab",
        "c.gov.cn。",
    ]
    places = [(104, 700), (72, 676), (72, 652)]
    got = laid(tmp_path, *((*place, line) for place, line in zip(places, lines, strict=True)))
    assert got == "".join(lines) + "\n"


def test_spaces_that_only_fill_a_line_go(tmp_path: Path) -> None:
    got = laid(tmp_path, (72, 700, "2023 年 ， 邮 编 ： 223100 ， 共 8 件 Open Data"))
    assert got == "2023年，邮编：223100，共8件Open Data\n"


def test_columns_far_apart_keep_a_space(tmp_path: Path) -> None:
    assert (
        laid(tmp_path, (72, 700, "临江县水务局"), (300, 700, "2023年1月5日"))
        == "临江县水务局 2023年1月5日\n"
    )


def test_bold_made_by_printing_twice_is_read_once(tmp_path: Path) -> None:
    assert laid(tmp_path, (72, 700, "总计88件"), (72.3, 700, "总计88件")) == "总计88件\n"


# ----------------------------------------------------------------------- what cannot be read


def said(path: Path) -> str:
    with pytest.raises(ReportError) as fault:
        read_source(path)
    assert str(path) in str(fault.value)
    assert "\n" not in str(fault.value)
    return str(fault.value)


def test_a_scan(tmp_path: Path) -> None:
    from PIL import Image

    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.drawImage(ImageReader(Image.new("L", (300, 400), 200)), 0, 0, *A4)
    canvas.save()
    assert "第1页是扫描的图像" in said(tmp_path / "a.pdf")


def test_one_scanned_page_among_others(tmp_path: Path) -> None:
    from PIL import Image

    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.setFont(SONG, 14)
    canvas.drawString(72, 700, "一、总体情况")
    canvas.showPage()
    canvas.drawImage(ImageReader(Image.new("L", (300, 400), 200)), 0, 0, *A4)
    canvas.save()
    assert "第2页是扫描的图像" in said(tmp_path / "a.pdf")


@pytest.mark.parametrize("strength", [40, 128])
def test_a_password(tmp_path: Path, strength: int) -> None:
    lock = pdfencrypt.StandardEncryption("secret", "owner", strength=strength)
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4, encrypt=lock)
    canvas.setFont(SONG, 14)
    canvas.drawString(72, 700, "一、总体情况")
    canvas.save()
    assert "PDF 有密码" in said(tmp_path / "a.pdf")


def test_a_lock_against_printing_is_no_password(tmp_path: Path) -> None:
    lock = pdfencrypt.StandardEncryption("", "owner", canPrint=0, strength=128)
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4, encrypt=lock)
    canvas.drawString(72, 700, "Open Data 2013")
    canvas.save()
    assert read_source(tmp_path / "a.pdf") == "Open Data 2013\n"


def test_a_page_without_anything(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.rect(10, 10, 100, 100)
    canvas.save()
    assert "没有文字" in said(tmp_path / "a.pdf")


@pytest.mark.parametrize("kept", [12, 300, 0.5])
def test_a_broken_file(tmp_path: Path, kept: float) -> None:
    whole = typeset(tmp_path / "whole.pdf", prose(True, 0)).read_bytes()
    path = tmp_path / "a.pdf"
    path.write_bytes(whole[: int(kept if kept > 1 else len(whole) * kept)])
    assert "已损坏" in said(path)


def test_a_page_that_is_damaged_is_not_read_in_part(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4, pageCompression=1)
    canvas.setFont(SONG, 14)
    for line in range(40):
        canvas.drawString(72, 780 - 18 * line, f"第{line}行，全年公开{line * 37}条。")
    canvas.save()
    data = bytearray((tmp_path / "a.pdf").read_bytes())
    # The middle of the longest stream: reportlab writes it as letters, which are changed.
    start, end = max(
        (
            (found.start(), found.end())
            for found in re.finditer(rb"stream\r?\n.*?endstream", data, re.DOTALL)
        ),
        key=lambda span: span[1] - span[0],
    )
    at = (start + end) // 2
    data[at : at + 10] = bytes(33 + (sign - 33 + 7) % 84 for sign in data[at : at + 10])
    (tmp_path / "a.pdf").write_bytes(data)
    assert "已损坏" in said(tmp_path / "a.pdf")


def test_a_text_layer_without_meaning(tmp_path: Path) -> None:
    data = placed([(72, 700, "全年公开五件")])
    path = tmp_path / "a.pdf"
    path.write_bytes(data.replace(b"/ToUnicode", b"/ToNothing"))
    assert "乱码" in said(path)
