"""The same table in every form that reports are found in: the same figures, or its rows unplaced; never others."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from reportlab.platypus import Paragraph, SimpleDocTemplate

from assistant.compiler.readers import read_source
from assistant.model import Report
from tests.compiler.readers.test_pdf_files import table, text
from tests.compiling import compiler

Row: TypeAlias = tuple[str, ...]
Table: TypeAlias = tuple[Row, ...]

TITLE = "云泽县{year}年政府信息公开工作年度报告"
STATISTICS_HEAD = ("指标名称", "计量单位", "数量")
STATISTICS = (
    ("主动公开政府信息数", "条"),
    ("制发规范性文件总数", "件"),
    ("政府网站公开政府信息数", "条"),
    ("收到申请数", "件"),
    ("申请办结数", "件"),
    ("行政复议数量", "件"),
    ("行政诉讼数量", "件"),
    ("举办各类培训班数", "次"),
    ("接受培训人员数", "人次"),
)
DISCLOSURE_HEAD = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
DISCLOSURE = ("规章", "行政规范性文件")
REVIEW_HEADS = (
    ("行政复议", "", "", "", "", "行政诉讼", *[""] * 9),
    (*[""] * 5, "未经复议直接起诉", "", "", "", "", "复议后起诉", "", "", "", ""),
    ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计") * 3,
)
REVIEW_TITLE = "四、政府信息公开行政复议、行政诉讼情况"
NUMBER = st.integers(0, 9999)


@st.composite
def statistics(draw: st.DrawFn) -> tuple[str, int, Table]:
    rows = draw(st.lists(st.sampled_from(STATISTICS), min_size=3, unique=True))
    body = tuple((name, unit, str(draw(NUMBER))) for name, unit in rows)
    return "附件：政府信息公开情况统计表", 2016, (STATISTICS_HEAD, *body)


@st.composite
def disclosure(draw: st.DrawFn) -> tuple[str, int, Table]:
    rows = ((name, *(str(draw(NUMBER)) for _ in range(3))) for name in DISCLOSURE)
    return "二、主动公开政府信息情况", 2022, (DISCLOSURE_HEAD, *rows)


@st.composite
def review(draw: st.DrawFn) -> tuple[str, int, Table]:
    row: list[str] = []
    for _ in range(3):
        results = [draw(st.integers(0, 30)) for _ in range(4)]
        row += [*map(str, results), str(sum(results))]
    return REVIEW_TITLE, 2022, (*REVIEW_HEADS, tuple(row))


TABLES = st.one_of(statistics(), disclosure(), review())


# --------------------------------------------------------------------------- the forms


def pipes(lines: Sequence[str], rows: Table) -> str:
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows), ""])


def bare_pipes(lines: Sequence[str], rows: Table) -> str:
    return "\n".join([*lines, *("|".join(row) for row in rows), ""])


def cells(lines: Sequence[str], rows: Table) -> str:
    return "\n".join([*lines, *(cell for row in rows for cell in row if cell), ""])


def words(lines: Sequence[str], rows: Table) -> str:
    return "\n".join([*lines, " ".join(cell for row in rows for cell in row if cell), ""])


def glued(lines: Sequence[str], rows: Table) -> str:
    return "\n".join([*lines, *("".join(row) for row in rows), ""])


def html(lines: Sequence[str], rows: Table, path: Path) -> None:
    prose = "".join(f"<p>{line}</p>" for line in lines)
    body = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in rows)
    page = f"<html><body>{prose}<table>{body}</table></body></html>"
    path.write_bytes(page.encode("gb18030"))


def word(lines: Sequence[str], rows: Table, path: Path) -> None:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    grid = document.add_table(len(rows), len(rows[0]))
    for y, row in enumerate(rows):
        for x, content in enumerate(row):
            grid.cell(y, x).text = content
    document.save(str(path))


def workbook(lines: Sequence[str], rows: Table, path: Path) -> None:
    """As published: titles merged over the table, heads over their columns, numbers as numbers."""
    sheet = (book := Workbook()).active
    assert sheet is not None
    width = len(rows[0])
    for line in lines:
        sheet.append([line])
        sheet.merge_cells(None, sheet.max_row, 1, sheet.max_row, width)
    for row in rows:
        sheet.append([int(c) if c.isdecimal() else c or None for c in row])
        begun = [x for x, content in enumerate(row, start=1) if content]
        for x, after in zip(begun, [*begun[1:], width + 1], strict=True):
            if after > x + 1:
                sheet.merge_cells(None, sheet.max_row, x, sheet.max_row, after - 1)
    book.save(path)


def pdf(lines: Sequence[str], rows: Table, path: Path) -> None:
    prose: list[Paragraph] = [text(line, 14) for line in lines]
    SimpleDocTemplate(str(path)).build([*prose, table(rows, ())])


TEXTS: dict[str, Callable[[Sequence[str], Table], str]] = {
    "bare pipes": bare_pipes,
    "one cell a line": cells,
    "one line": words,
    "glued": glued,
}
FILES: dict[str, Callable[[Sequence[str], Table, Path], None]] = {
    ".html": html,
    ".docx": word,
    ".xlsx": workbook,
    ".pdf": pdf,
}


def read(source: str, year: int) -> Report:
    card = {"id": "yunze", "title": TITLE.format(year=year), "organ": "云泽县人民政府"}
    return compiler().read(source, card | {"place": "云泽县", "year": str(year)})


def told(report: Report) -> set[tuple[str, str, str, str]]:
    """What the cells of tables say: of which row and column, how much of what unit."""
    return {
        (f.measure or "".join(f.row[-1:]), f.member or "".join(f.column[-1:]), str(f.value), f.unit)
        for f in report.figures
        if f.table
    }


def assert_the_same_or_unplaced(whole: Report, other: Report) -> None:
    assert told(other) <= told(whole)
    lines = {("".join(f.row[-1:]) or f.what, f.value, f.unit) for f in whole.figures}
    prose = [f for f in other.figures if not f.table]
    assert all((f.who + f.what, f.value, f.unit) in lines for f in prose)
    if len(told(other)) + len(prose) < len(told(whole)):
        entries = {entry.reason for entry in other.ledger if entry.figure is None}
        assert entries & {"没有放进表格", "没有读懂", "表格文字"}


@pytest.mark.parametrize("form", TEXTS)
@given(made=TABLES)
@settings(max_examples=12, deadline=None, derandomize=True)
def test_texts(form: str, made: tuple[str, int, Table]) -> None:
    title, year, rows = made
    lines = (TITLE.format(year=year), title)
    whole = read(pipes(lines, rows), year)
    assert len(whole.figures) >= len(rows) - 1
    assert_the_same_or_unplaced(whole, read(TEXTS[form](lines, rows), year))


@pytest.mark.parametrize("suffix", FILES)
@given(made=TABLES)
@settings(
    max_examples=5,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_files(suffix: str, made: tuple[str, int, Table]) -> None:
    title, year, rows = made
    lines = (TITLE.format(year=year), title)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"source{suffix}"
        FILES[suffix](lines, rows, path)
        source = read_source(path)
    assert_the_same_or_unplaced(read(pipes(lines, rows), year), read(source, year))
