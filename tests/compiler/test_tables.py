"""Tables as reports print them, in pipes: every cell is a figure, and nothing else is."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import pytest

from assistant.compiler.standard_files import read_standard
from assistant.folders import knowledge_folder
from assistant.language.numerals import find
from assistant.model import Figure, Report
from tests.compiling import compiler

CARD = {
    "id": "linhe-2020",
    "title": "临河县2020年政府信息公开工作年度报告",
    "organ": "临河县人民政府",
    "place": "临河县",
    "year": "2020",
}


@cache
def read(source: str) -> Report:
    report = compiler().read(source, CARD)
    accounted = [e for e in report.ledger if "0" <= source[e.start] <= "9" or e.figure]
    for numeral in find(source):
        if numeral.text[0].isascii():
            assert any(e.start <= numeral.start < e.end for e in accounted), numeral
    for figure in report.figures:
        assert source[figure.start : figure.end] == figure.quote
        assert figure.start <= figure.number[0] < figure.number[1] <= figure.end
    return report


def cells(source: str) -> tuple[Figure, ...]:
    return tuple(f for f in read(source).figures if f.table)


def values(source: str) -> dict[tuple[str, str], str]:
    return {(f.measure or f.what, f.member): f"{f.value}{f.unit}" for f in cells(source)}


def reasons(source: str) -> set[str]:
    return {e.reason for e in read(source).ledger if e.figure is None}


OLDER = """二、主动公开政府信息情况
| 第二十条第（一）项 | | | |
| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |
| 规章 | 0 | 0 | 3 |
| 规范性文件 | 14 | 12 | 1,206 |
| 第二十条第（五）项 | | | |
| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
| 行政许可 | 310 | +6 | 20518 |
| 其他对外管理服务事项 | 77 | -2 | —— |
| 第二十条第（八）项 | | | |
| 信息内容 | 上一年项目数量 | 本年增/减 | |
| 行政事业性收费 | 9 | 0 | |
| 第二十条第（九）项 | | | |
| 信息内容 | 采购项目数量 | 采购总金额（万元） | |
| 政府集中采购 | 41 | 386.50 | |
"""


def test_the_older_format_of_the_disclosure_table() -> None:
    found = values(OLDER)
    assert {f.table for f in cells(OLDER)} == {"disclosure"}
    assert found["行政规范性文件", "本年新制作数量"] == "14件"
    assert found["行政规范性文件", "对外公开总数量"] == "1206件"
    assert found["行政许可", "本年增/减"] == "6项"
    assert found["其他对外管理服务事项", "本年增/减"] == "-2项"
    assert found["行政许可", "本年处理决定数量"] == "20518"
    assert found["政府集中采购", "采购总金额"] == "386.50万元"
    assert len(found) == 15
    money = next(f for f in cells(OLDER) if f.member == "采购总金额")
    assert (money.kind, money.value) == ("money", Decimal("386.50"))


def test_a_title_row_heads_the_rows_under_it() -> None:
    rows = {f.row for f in cells(OLDER)}
    assert ("第二十条第（五）项", "行政许可") in rows
    assert ("第二十条第（一）项", "规范性文件") in rows
    assert ("第二十条第（九）项", "政府集中采购") in rows


APPLICATIONS = """三、收到和处理政府信息公开申请情况
| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | | | 申请人情况 | | | | | | |
| | | | 自然人 | 法人或其他组织 | | | | | 总计 |
| | | | | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |
| 一、本年新收政府信息公开申请数量 | | | 31 | 4 | | | 1 | | 36 |
| 三、本年度办理结果 | （一）予以公开 | | 18 | 3 | 0 | 0 | 1 | 0 | 22 |
| | （三）不予公开 | 1.属于国家秘密 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
| | | 2.其它法律行政法规禁止公开的 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
| | （六）其他处理 | 3.其他 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |
| | （七）总计 | | 26 | 3 | 0 | 0 | 1 | 0 | 30 |
| 四、结转下年度继续办理 | | | 5 | 1 | | | | | 6 |
"""


def test_headers_of_three_rows_and_groups_of_three_levels() -> None:
    found = values(APPLICATIONS)
    assert found["本年新收政府信息公开申请数量", "商业企业"] == "4件"
    assert found["不予公开/属于国家秘密", "总计"] == "1件"
    assert found["其他处理/其他", "自然人"] == "5件"
    assert found["本年度办理结果总计", "法律服务机构"] == "1件"
    assert ("本年新收政府信息公开申请数量", "科研机构") not in found


def test_a_misprinted_label_is_still_its_row() -> None:
    assert values(APPLICATIONS)["不予公开/其他法律行政法规禁止公开", "自然人"] == "2件"


def test_a_cell_is_part_of_its_total() -> None:
    by_name = {(f.measure, f.member): f for f in cells(APPLICATIONS)}
    names = {f.id: name for name, f in by_name.items()}

    def whole(measure: str, member: str) -> tuple[str, str] | None:
        return names.get(by_name[measure, member].part_of or "")

    assert whole("予以公开", "自然人") == ("予以公开", "总计")
    assert whole("予以公开", "总计") == ("本年度办理结果总计", "总计")
    assert whole("不予公开/属于国家秘密", "总计") == ("本年度办理结果总计", "总计")
    assert whole("本年度办理结果总计", "总计") is None
    assert whole("本年新收政府信息公开申请数量", "总计") is None


def test_labels_are_kept_as_printed_and_inherited() -> None:
    figure = next(
        f
        for f in cells(APPLICATIONS)
        if (f.measure, f.member) == ("不予公开/属于国家秘密", "自然人")
    )
    assert figure.row == ("三、本年度办理结果", "（三）不予公开", "1.属于国家秘密")
    assert figure.column == ("申请人情况", "自然人")
    assert figure.what == "属于国家秘密"
    inherited = [APPLICATIONS[s:e] for s, e in figure.inherits]
    assert inherited == ["本年度办理结果", "不予公开", "申请人情况", "自然人"]
    assert figure.section == "三、收到和处理政府信息公开申请情况"


REVIEW = """四、政府信息公开行政复议、行政诉讼情况
| 行政复议 | | | | | | | 行政诉讼 | | | | | | | |
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |
| | | | | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 7 | 1 | 2 | 3 | 13 | 4 | 0 | 0 | 5 | 9 | 6 | 0 | 1 | 0 | 7 |
"""


def test_a_badly_merged_header_shifts_no_cell() -> None:
    found = values(REVIEW)
    assert found["行政复议", "总计"] == "13"
    assert found["行政诉讼/未经复议直接起诉", "结果维持"] == "4"
    assert found["行政诉讼/未经复议直接起诉", "尚未审结"] == "5"
    assert found["行政诉讼/复议后起诉", "其他结果"] == "1"
    assert len(found) == 15


STATISTICS = """附件：政府信息公开情况统计表（2016年度）
统计指标|单位|统计数
一、主动公开情况||
（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）|条|805
其中：主动公开规范性文件数|条|12
制发规范性文件总数|件|15
三、依申请公开情况|——|——
（一）收到申请数|件|40
1.当面申请数|件|9
3.网络申请数|件|31
（三）申请答复数|件|38
4.不同意公开答复数|件|3
其中：涉及国家秘密|件|0
涉及个人隐私|件|3
四、行政复议数量|件|2
（二）被依法纠错数|件|1
五、行政诉讼数量|件|1
（二）被依法纠错数|件|/
七、依申请公开信息收取的费用|万元|0.03
"""


def test_the_statistics_table_in_bare_pipes() -> None:
    found = values(STATISTICS)
    assert {f.table for f in cells(STATISTICS)} == {"statistics"}
    assert found["主动公开政府信息数", ""] == "805条"
    assert found["制发规范性文件总数", ""] == "15件"
    assert found["申请答复数/不同意公开答复数/涉及个人隐私", ""] == "3件"
    assert found["行政复议数量/被依法纠错数", ""] == "1件"
    assert ("行政诉讼数量/被依法纠错数", "") not in found
    assert found["依申请公开信息收取的费用", ""] == "0.03万元"
    assert len(found) == 14
    assert {f.section for f in cells(STATISTICS)} == {""}


def test_rows_of_the_statistics_table_are_parts_where_the_dictionary_says_so() -> None:
    found = {f.measure: f for f in cells(STATISTICS)}
    names = {f.id: f.measure for f in cells(STATISTICS)}
    parts = {name: names.get(f.part_of or "") for name, f in found.items()}
    assert parts["收到申请数/网络申请数"] == "收到申请数"
    assert parts["主动公开政府信息数/主动公开规范性文件数"] == "主动公开政府信息数"
    assert parts["制发规范性文件总数"] is None
    assert parts["行政复议数量/被依法纠错数"] == "行政复议数量"


OTHER = """一、总体情况
各乡镇公开情况如下：
单位：件
| 序号 | 乡镇 | 2019年 | 2020年 | 联系电话 | 备注 |
|:---|:---|---:|---:|---|---|
| 1 | 东山镇 | 12 | 15 | 7201111 | 新增3个栏目 |
| 2 | 西河乡 | - | 8件 | 7202222 | |
| 3 | 合计 | 12 | 23 | | |
全县共发布信息23条。
"""


def test_a_table_that_no_dictionary_knows_still_gives_its_figures() -> None:
    found = {(f.what, f.when): f"{f.value}{f.unit}" for f in cells(OTHER)}
    assert found == {
        ("东山镇", "2019年"): "12件",
        ("东山镇", "2020年"): "15件",
        ("西河乡", "2020年"): "8件",
        ("合计", "2019年"): "12件",
        ("合计", "2020年"): "23件",
    }
    assert {f.table for f in cells(OTHER)} == {"other"}
    assert next(f for f in cells(OTHER) if f.what == "东山镇").where == "东山镇"
    parts = [f for f in cells(OTHER) if f.part_of]
    assert [f.what for f in parts] == ["东山镇", "东山镇", "西河乡"]
    assert "表格中的号码" in reasons(OTHER)


def test_a_cell_may_hold_its_unit_with_its_scale_and_a_sign() -> None:
    table = (
        "| 类别 | 项目数 | 增减 | 金额 |\n|---|---|---|---|\n| 采购 | 88 | -12 | 6314.52万元 |\n"
    )
    assert [f"{f.value}{f.unit}" for f in cells(table)] == ["88", "-12", "6314.52万元"]
    assert cells(table)[-1].kind == "money"


def test_ids_run_over_prose_and_tables_in_reading_order() -> None:
    figures = read(OTHER).figures
    assert [f.id for f in figures] == [f"f{n:03d}" for n in range(1, len(figures) + 1)]
    assert [f.number for f in figures] == sorted(f.number for f in figures)
    assert figures[-1].table == ""
    assert figures[-1].value == 23


def test_the_prose_does_not_read_the_tables() -> None:
    report = read(APPLICATIONS)
    assert all("|" not in s.quote for s in report.statements)
    assert [s.heading for s in report.sections] == ["收到和处理政府信息公开申请情况"]


def test_a_number_like_a_year_is_the_row_of_its_head() -> None:
    table = "| 指标名称 | 单位 | 数量 |\n| 收到申请数 | 件 | 1900 |\n| 申请办结数 | 件 | 2011 |\n"
    assert [(f.row[-1], str(f.value), f.column) for f in cells(table)] == [
        ("收到申请数", "1900", ("数量",)),
        ("申请办结数", "2011", ("数量",)),
    ]
    years = "| 指标 | 2015 | 2016 |\n| 收到申请数 | 5 | 6 |\n"
    assert [f.column for f in cells(years)] == [("2015",), ("2016",)]


def test_a_bar_at_the_beginning_of_a_bare_row_is_a_blank_cell() -> None:
    table = "类别|上半年||\n|受理|办结|\n甲|1|2|3\n乙|4|5|6\n"
    assert [f.column[-1] for f in cells(table)][:2] == ["受理", "办结"]


BROKEN = """一、收费情况
| 信息内容 | 本年收费金额（单位：万元） |
| 行政事业性收费 | 12.5 |
| 行政事业性收费 | 3 | 4 | 5 |
"""


def test_a_row_that_does_not_fit_its_header_is_not_guessed() -> None:
    assert [f.value for f in cells(BROKEN)] == [Decimal("12.5")]
    lost = [e.text for e in read(BROKEN).ledger if e.reason == "没有读懂"]
    assert lost == ["3", "4", "5"]


@pytest.mark.parametrize("table", read_standard(knowledge_folder() / "terms"), ids=lambda t: t.id)
def test_every_row_and_column_of_the_dictionary_is_found_by_its_own_label(table: object) -> None:
    from assistant.compiler.standard import StandardTable

    assert isinstance(table, StandardTable)
    for line in table.rows:
        assert table.row(line.path) == line
    for line in table.columns:
        assert table.column(line.path) == line
    measures = {table.measure(line) for line in table.rows}
    for total in table.sums:
        assert {*total.left, *total.right} <= measures
