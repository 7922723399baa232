"""Workbooks by two writers: titles, merged cells, how numbers are shown, what is hidden, and what is too much."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from assistant.compiler.readers import read_source
from assistant.compiler.readers.shown import shown
from assistant.errors import ReportError

# The heads of the second and third part of a report, as they are published.
REPORT = (
    ("临江县人民政府2022年政府信息公开工作年度报告",),
    ("二、主动公开政府信息情况",),
    ("第二十条第（一）项",),
    ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
    ("规章", 0, 0, 0),
    ("行政规范性文件", 12, 3, 40),
    ("第二十条第（五）项",),
    ("信息内容", "本年处理决定数量"),
    ("行政许可", 1808),
    ("三、收到和处理政府信息公开申请情况",),
    ("（本列数据的勾稽关系）", None, None, "自然人", "总计"),
    ("一、本年新收政府信息公开申请数量", None, None, 5, 5),
    ("注：以上数据截至2022年12月31日。",),
)
LINES = [
    "临江县人民政府2022年政府信息公开工作年度报告",
    "二、主动公开政府信息情况",
    "第二十条第（一）项",
    "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |",
    "| 规章 | 0 | 0 | 0 |",
    "| 行政规范性文件 | 12 | 3 | 40 |",
    "| 第二十条第（五）项 |  |  |  |",
    "| 信息内容 | 本年处理决定数量 |  |  |",
    "| 行政许可 | 1808 |  |  |",
    "三、收到和处理政府信息公开申请情况",
    "| （本列数据的勾稽关系） |  |  | 自然人 | 总计 |",
    "| 一、本年新收政府信息公开申请数量 |  |  | 5 | 5 |",
    "注：以上数据截至2022年12月31日。",
]
WIDTH = 5


def sheet_of(rows: Sequence[Sequence[object]]) -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(list(row))
    return book, sheet


def lines(tmp_path: Path, book: Workbook) -> list[str]:
    path = tmp_path / "source.xlsx"
    book.save(path)
    return read_source(path).splitlines()


def merged(rows: Sequence[Sequence[object]]) -> list[tuple[int, int, int]]:
    """For each row, from 1, the columns over which its last value is merged, with blanks before the next."""
    return [(y, 1, WIDTH) for y, row in enumerate(rows, start=1) if len(row) == 1]


def test_the_tables_of_a_report_by_openpyxl(tmp_path: Path) -> None:
    book, sheet = sheet_of(REPORT)
    for y, first, last in merged(REPORT):
        sheet.merge_cells(None, y, first, y, last)
    for y in (8, 9):
        sheet.merge_cells(None, y, 2, y, 4)
    for y in (11, 12):
        sheet.merge_cells(None, y, 1, y, 3)
    assert lines(tmp_path, book) == LINES


def test_the_tables_of_a_report_by_xlsxwriter(tmp_path: Path) -> None:
    path = tmp_path / "source.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("年报")
    for y, row in enumerate(REPORT):
        sheet.write_row(y, 0, row)
    for y, first, last in merged(REPORT):
        sheet.merge_range(y - 1, first - 1, y - 1, last - 1, REPORT[y - 1][0])
    for y in (8, 9):
        sheet.merge_range(y - 1, 1, y - 1, 3, REPORT[y - 1][1])
    for y in (11, 12):
        sheet.merge_range(y - 1, 0, y - 1, 2, REPORT[y - 1][0])
    book.close()
    assert read_source(path).splitlines() == LINES


def test_a_group_within_a_table_is_a_row_of_it(tmp_path: Path) -> None:
    rows = (
        ("指标名称", "计量单位", "数量"),
        ("一、主动公开情况",),
        ("信息数", "条", 5),
        ("二、申请",),
        ("申请数", "件", 2),
    )
    book, sheet = sheet_of(rows)
    sheet.merge_cells("A2:C2")
    sheet.merge_cells("A4:C4")
    assert lines(tmp_path, book) == [
        "| 指标名称 | 计量单位 | 数量 |",
        "| 一、主动公开情况 |  |  |",
        "| 信息数 | 条 | 5 |",
        "| 二、申请 |  |  |",
        "| 申请数 | 件 | 2 |",
    ]


def test_what_a_merged_cell_covers_is_not_seen(tmp_path: Path) -> None:
    # Joined by a program, the cells underneath may keep their values.
    path = tmp_path / "source.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.merge_range("A1:A3", "行政复议")
    sheet.write_column("B1", ["结果维持", "结果纠正", "总计"])
    sheet.write_column("C1", [1, 2, 3])
    sheet.write_column("A2", ["看不见", "看不见"])
    book.close()
    assert read_source(path).splitlines() == [
        "| 行政复议 | 结果维持 | 1 |",
        "|  | 结果纠正 | 2 |",
        "|  | 总计 | 3 |",
    ]


def test_sheets_in_order_without_what_is_hidden(tmp_path: Path) -> None:
    book, first = sheet_of([("甲", 1, 9), ("乙", 2, 9), ("丙", 3, 9)])
    first.column_dimensions["C"].hidden = True
    first.row_dimensions[2].hidden = True
    second = book.create_sheet("底稿")
    second.append(["丁", 4])
    second.sheet_state = "hidden"
    book.create_sheet("空")
    book.create_sheet("附表").append(["戊", 5])
    assert lines(tmp_path, book) == ["| 甲 | 1 |", "| 丙 | 3 |", "| 戊 | 5 |"]


def test_tables_beside_gaps_and_lines_in_a_cell(tmp_path: Path) -> None:
    rows = (
        ("报告\n第二行",),
        (),
        ("规章\n（件）", "数 量"),
        ("有效", 2),
        (),
        ("规章", "数量"),
        ("废止", 3),
        ("落款",),
    )
    book, _ = sheet_of(rows)
    assert lines(tmp_path, book) == [
        "报告",
        "第二行",
        "| 规章（件） | 数量 |",
        "| 有效 | 2 |",
        "| 规章 | 数量 |",
        "| 废止 | 3 |",
        "落款",
    ]


SHOWN: tuple[tuple[Any, str, str], ...] = (
    (5, "General", "5"),
    (5.0, "General", "5"),
    (59237.2449, "General", "59237.2449"),
    (0.1 + 0.2, "General", "0.3"),
    (1e15, "General", "1000000000000000"),
    (0.9892, "0.00%", "98.92%"),
    (1, "0%", "100%"),
    (1234567, "#,##0", "1,234,567"),
    (1234.5, "#,##0.00_);[Red]\\(#,##0.00\\)", "1,234.50"),
    (2.5, "0", "3"),
    (12, "0.00", "12.00"),
    (5, '0"件"', "5件"),
    (5, "0_ ", "5"),
    (5, "@", "5"),
    (7, "yyyy", "7"),
    (True, "General", "TRUE"),
    ("02", "General", "02"),
    ("#DIV/0!", "General", "#DIV/0!"),
    (datetime.datetime(2023, 1, 5), "yyyy-mm-dd", "2023年1月5日"),
    (datetime.datetime(2023, 1, 5, 9, 30), "General", "2023年1月5日09:30"),
    (datetime.date(2023, 1, 5), "General", "2023年1月5日"),
    (datetime.time(9, 30), "h:mm", "09:30:00"),
    (None, "General", ""),
)


@pytest.mark.parametrize(("value", "form", "text"), SHOWN)
def test_a_number_is_read_as_it_is_shown(value: object, form: str, text: str) -> None:
    assert shown(value, form) == text


def test_formats_come_from_the_file(tmp_path: Path) -> None:
    book, sheet = sheet_of([("办结率", 0.9892), ("收费", 1234.5)])
    sheet["B1"].number_format = "0.00%"
    sheet["B2"].number_format = "#,##0.00"
    assert lines(tmp_path, book) == ["| 办结率 | 98.92% |", "| 收费 | 1,234.50 |"]


# --------------------------------------------------------------------------- what cannot be read


def said(path: Path) -> str:
    with pytest.raises(ReportError) as fault:
        read_source(path)
    assert str(fault.value).startswith(f"{path}: ")
    assert "\n" not in str(fault.value)
    return str(fault.value)


def test_a_formula_that_was_never_worked_out(tmp_path: Path) -> None:
    book, _ = sheet_of([("甲", 1), ("乙", 2), ("合计", "=SUM(B1:B2)")])
    path = tmp_path / "source.xlsx"
    book.save(path)
    assert "B3 的公式没有算出数来" in said(path)


def test_a_formula_is_the_value_it_was_worked_out_to(tmp_path: Path) -> None:
    path = tmp_path / "source.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_row("A1", ["甲", 1])
    sheet.write("A2", "合计")
    sheet.write_formula("B2", "=SUM(B1:B1)", None, 1)
    book.close()
    assert read_source(path).splitlines() == ["| 甲 | 1 |", "| 合计 | 1 |"]


def test_a_password(tmp_path: Path) -> None:
    book, _ = sheet_of([("甲", 1)])
    book.save(plain := io.BytesIO())
    plain.seek(0)
    path = tmp_path / "source.xlsx"
    with path.open("wb") as locked:
        OOXMLFile(plain).encrypt("secret", locked)
    assert "用 Excel 打开后另存" in said(path)


def with_sheet(tmp_path: Path, xml: str) -> Path:
    """A real workbook whose only sheet is this."""
    book, _ = sheet_of([("甲", 1)])
    book.save(whole := io.BytesIO())
    path = tmp_path / "source.xlsx"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                data = f'<worksheet xmlns="{main}">{xml}</worksheet>'.encode()
            new.writestr(part.filename, data)
    return path


def cell(address: str, value: int) -> str:
    return f'<c r="{address}"><v>{value}</v></c>'


@pytest.mark.parametrize(
    "xml",
    [
        f'<sheetData><row r="1048576">{cell("XFD1048576", 1)}</row></sheetData>',
        f'<sheetData><row r="1">{cell("A1", 1)}</row><row r="1000000">{cell("B1000000", 1)}</row></sheetData>',
        f'<sheetData><row r="99999999999">{cell("A1", 1)}</row></sheetData>',
    ],
)
def test_a_sheet_with_more_places_than_cells(tmp_path: Path, xml: str) -> None:
    assert "表格太大" in said(with_sheet(tmp_path, xml))


def test_a_part_that_unpacks_to_too_much(tmp_path: Path) -> None:
    path = with_sheet(tmp_path, f"<sheetData/><!--{' ' * 21 * 1024 * 1024}-->")
    assert path.stat().st_size < 1024**2
    assert "解开后太大" in said(path)


def test_a_merge_over_the_whole_sheet_ends(tmp_path: Path) -> None:
    rows = f'<row r="1">{cell("A1", 1)}{cell("B1", 2)}</row><row r="2">{cell("A2", 3)}</row>'
    merges = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    path = with_sheet(tmp_path, f"<sheetData>{rows}</sheetData>{merges}")
    assert read_source(path) == "1\n"
