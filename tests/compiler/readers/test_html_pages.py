"""Pages as government sites publish them, and what is the report in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.compiler.readers import read_source
from assistant.errors import ReportError


def page(tmp_path: Path, body: str, head: str = "", encoding: str = "utf-8") -> str:
    path = tmp_path / "source.html"
    path.write_bytes(f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding))
    return read_source(path)


def table(tmp_path: Path, rows: str) -> list[str]:
    return page(tmp_path, f"<p>表一</p><table>{rows}</table>").splitlines()[1:]


def test_paragraphs_headings_and_breaks_are_lines(tmp_path: Path) -> None:
    body = "<h1>年度报告</h1><p>　　一、概述</p><p>第一段，\n  接着写。</p>"
    body += "第二段<br>第三段<div>第四段</div><ul><li>甲<li>乙</ul>"
    assert page(tmp_path, body).splitlines() == [
        *("年度报告", "一、概述", "第一段，接着写。", "第二段", "第三段", "第四段", "甲", "乙")
    ]


def test_markup_inside_numbers_and_words(tmp_path: Path) -> None:
    body = (
        "<p>全年公开<span>1</span><b>13</b><font color=red>6</font>条，比<u>上</u>年&nbsp;增<!-- x -->长"
        "<span>3<span>.</span>5</span>%，共2023&nbsp;年&nbsp;12&#26376;<o:p></o:p>，Open&nbsp;<i>Da</i>ta\u200b</p>"
    )
    assert page(tmp_path, body) == "全年公开1136条，比上年增长3.5%，共2023年12月，Open Data\n"


def test_a_gap_that_is_meant_stays(tmp_path: Path) -> None:
    assert page(tmp_path, "<p>某某局&nbsp;&nbsp;&nbsp;&nbsp;2024年</p>") == "某某局 2024年\n"


def test_spans(tmp_path: Path) -> None:
    rows = """
    <tr><td colspan=2 rowspan=2>勾稽关系</td><td colspan="2">申请人情况</td></tr>
    <tr><td>自然人</td><td>总计</td></tr>
    <tr><td rowspan="2">三、办理结果</td><td>（一）予以公开</td><td>5</td><td>5</td></tr>
    <tr><td>（二）部分公开</td><td></td><td>&nbsp;</td></tr>
    """
    assert table(tmp_path, rows) == [
        "| 勾稽关系 |  | 申请人情况 |  |",
        "|  |  | 自然人 | 总计 |",
        "| 三、办理结果 | （一）予以公开 | 5 | 5 |",
        "|  | （二）部分公开 |  |  |",
    ]


@pytest.mark.parametrize("across", ["colspan=9", "colspan=99999999", "colspan='2%'", "colspan=2.0"])
def test_a_colspan_larger_than_the_table(tmp_path: Path, across: str) -> None:
    rows = f"<tr><td {across}>第二十条第（一）项</td></tr><tr><td>规章</td><td>2</td></tr>"
    assert table(tmp_path, rows) == ["| 第二十条第（一）项 |  |", "| 规章 | 2 |"]


def test_a_column_that_every_row_merges_stays(tmp_path: Path) -> None:
    rows = "<tr><td colspan=4>第（五）项</td></tr><tr><td>行政许可</td><td colspan=3>7</td></tr>"
    assert table(tmp_path, rows) == ["| 第（五）项 |  |  |  |", "| 行政许可 | 7 |  |  |"]


@pytest.mark.parametrize("wrong", ["0", "-1", "", "x", "1"])
def test_a_colspan_that_says_nothing(tmp_path: Path, wrong: str) -> None:
    rows = (
        f"<tr><td colspan='{wrong}'>规章</td><td>2</td></tr><tr><td>规范性文件</td><td>3</td></tr>"
    )
    assert table(tmp_path, rows) == ["| 规章 | 2 |", "| 规范性文件 | 3 |"]


@pytest.mark.parametrize("down", ["0", "2", "3", "500", "70000"])
def test_a_rowspan_ends_with_the_table(tmp_path: Path, down: str) -> None:
    rows = f"<tr><td rowspan={down}>办理结果</td><td>公开</td><td>1</td></tr><tr><td>不公开</td><td>2</td></tr>"
    assert table(tmp_path, rows) == ["| 办理结果 | 公开 | 1 |", "|  | 不公开 | 2 |"]


def test_a_rowspan_ends_with_its_group(tmp_path: Path) -> None:
    rows = (
        "<thead><tr><th rowspan=5>项目</th><th>件数</th></tr></thead>"
        "<tbody><tr><td>规章</td><td>2</td></tr><tr><td>文件</td><td>3</td></tr></tbody>"
    )
    assert table(tmp_path, rows) == ["| 项目 | 件数 |", "| 规章 | 2 |", "| 文件 | 3 |"]


def test_overlapping_spans_lose_nothing(tmp_path: Path) -> None:
    rows = "<tr><td>甲</td><td rowspan=2>乙</td></tr><tr><td colspan=2>丙</td></tr><tr><td>丁</td><td>戊</td></tr>"
    assert table(tmp_path, rows) == ["| 甲 | 乙 |", "| 丙 |  |", "| 丁 | 戊 |"]


def test_rows_of_unequal_length_and_missing_end_tags(tmp_path: Path) -> None:
    rows = "<tr><td>甲<td>1<td>2<tr><td>乙<td>3<tr><td>丙"
    assert table(tmp_path, rows) == ["| 甲 | 1 | 2 |", "| 乙 | 3 |  |", "| 丙 |  |  |"]


def test_paragraphs_and_breaks_inside_cells(tmp_path: Path) -> None:
    rows = (
        "<tr><td><p>总&nbsp;&nbsp;计</p></td><td><p class=MsoNormal><span>1</span>2</p></td></tr>"
        "<tr><td>结果<br>维持</td><td><p>3</p><p>&nbsp;</p></td></tr>"
    )
    assert table(tmp_path, rows) == ["| 总计 | 12 |", "| 结果维持 | 3 |"]


def test_a_pipe_in_a_cell_does_not_part_it(tmp_path: Path) -> None:
    assert table(tmp_path, "<tr><td>甲|乙</td><td>1</td></tr>") == ["| 甲｜乙 | 1 |"]


PROSE = "全年主动公开政府信息249条，其中规范性文件9件，机构信息7条，重点工作39条，财政信息6条。" * 3
SITE = f"""
<div class="top-nav"><a href=/>首页</a><a href=/a>政务公开</a><a href=/b>办事服务</a></div>
<script>var total = 99;</script><style>p {{ width: 88px }}</style>
<table width=100%><tr><td width=200 valign=top><ul><li><a href=1>公开指南</a></li><li><a href=2>公开制度</a></li>
<li><a href=3>2021年年报</a></li></ul></td>
<td><table><tr><td><h1>临江县2022年年度报告</h1></td></tr>
<tr><td><p>一、概述</p><p>{PROSE}</p>
<table border=1><tr><td>规章</td><td>2</td></tr><tr><td>文件</td><td>5</td></tr></table>
<p>二、其他</p><div style="display:none">隐藏的77条</div></td></tr></table></td></tr></table>
<div id="footer">版权所有 备案号12345 访问量678</div>
"""


def test_a_page_inside_layout_tables(tmp_path: Path) -> None:
    assert page(tmp_path, SITE).splitlines() == [
        *("临江县2022年年度报告", "一、概述", PROSE, "| 规章 | 2 |", "| 文件 | 5 |", "二、其他")
    ]


def test_what_is_most_of_the_page_is_not_dropped_for_its_name(tmp_path: Path) -> None:
    assert page(tmp_path, f"<div class=search><p>{PROSE}</p></div>") == f"{PROSE}\n"


def test_without_any_markup_the_lines_are_the_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "source.htm"
    path.write_text(
        "年度报告\n一、概述\n公开5件。\n<table><tr><td>甲</td><td>1</td></tr></table>\n二、其他\n",
        encoding="utf-8",
    )
    assert read_source(path) == "年度报告\n一、概述\n公开5件。\n| 甲 | 1 |\n二、其他\n"


MESSY = f"<p>一、概述<P>{PROSE}<TABLE><TR><TD>规章<TD>2<TR><TD>文件</TABLE>"
READ = f"一、概述\n{PROSE}\n| 规章 | 2 |\n| 文件 |  |\n"


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("utf-8", "<meta charset=utf-8>"),
        ("utf-8", "<meta charset=gb2312>"),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("gb18030", "<meta charset=gb2312>"),
        ("gb18030", "<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=GBK'>"),
        ("gb18030", ""),
        ("gb18030", "<meta charset=utf-8>"),
        ("gb18030", "<meta charset=iso-8859-1>"),
        ("gb18030", "<meta charset=nonsense>"),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, head: str) -> None:
    assert page(tmp_path, MESSY, head, encoding) == READ


def test_traditional_characters_in_big5(tmp_path: Path) -> None:
    body = "<p>全年主動公開政府信息的件數為二百件，比上年增加</p>"
    assert page(tmp_path, body, "<meta charset=big5>", "big5") == body[3:-4] + "\n"


@pytest.mark.parametrize("body", ["", "<script>var a = 5;</script>", "<p>&nbsp;</p>"])
def test_a_page_without_text(tmp_path: Path, body: str) -> None:
    with pytest.raises(ReportError, match="空的"):
        page(tmp_path, body)


def test_tags_that_nobody_closed(tmp_path: Path) -> None:
    body = "".join(f"<span><b>第{n}条，" for n in range(300))
    assert page(tmp_path, body) == "".join(f"第{n}条，" for n in range(300)) + "\n"


def test_tags_nested_without_end(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="嵌套太深"):
        page(tmp_path, "<div>" * 20_000 + "公开")
