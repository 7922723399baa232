"""Statistics tables without lines: names, units and numbers in a row, the year's and that of all years."""

from __future__ import annotations

import hashlib
import json
from functools import cache

import pytest

from assistant import Assistant
from assistant.model import Figure, Report
from assistant.proof import Source, check
from tests.compiling import compiler, over, proved

CARD = ("临海区2014年政府信息公开工作年度报告", "临海区管委会", "临海区", "2014")
BEFORE = "一、概述 2014年，我区主动公开政府信息1830条。 六、政府信息公开情况统计表 "
HEAD = "指标名称 计量单位 2014年度 历年累计 "
ROWS = (
    "主动公开文件数 条 1830 40560 其中：1、政府网站公开数 条 1790 39004 2、政府公报公开数 条 6 310 "
    "受理依申请公开信息总数 条 5 29 其中：1、当面申请数 条 2 11 2、网上申请数 条 3 18 "
    "对申请的答复总数 条 5 29 其中：1、同意公开答复数 条 4 20 2、不予公开答复数 条 1 9 "
    "政府信息公开收费减免金额 元 0 150 行政复议数 件 1 3 行政诉讼数 件 0 0 行政申诉数 件 0 2 "
)
TEXT = BEFORE + HEAD + ROWS + "附件下载"
GLUED = (
    "指标名称计量单位2014年度历年累计主动公开信息数条18304056其中:1.网站公开条179039002.政府公报公开条07"
    "受理依申请公开信息总数条2121其中:1.当面申请数条18182.传真申请数条003.网上申请数条33行政诉讼数条00"
)


@cache
def read(source: str) -> Report:
    fields = dict(zip(("title", "organ", "place", "year"), CARD, strict=True))
    return compiler().read(source, {"id": "linhai-2014", **fields})


def cells(source: str) -> dict[tuple[str, str], Figure]:
    return {
        (f.row[-1], f.column[-1]): f for f in read(source).figures if f.table and f.row and f.column
    }


def values(source: str) -> dict[tuple[str, str], str]:
    return {place: f"{f.value}{f.unit}" for place, f in cells(source).items()}


def unplaced(source: str) -> list[str]:
    return [e.text for e in read(source).ledger if e.reason == "没有放进表格"]


def test_a_row_gives_the_figure_of_the_year_and_that_of_all_years() -> None:
    found = values(TEXT)
    assert found["主动公开文件数", "2014年度"] == "1830条"
    assert found["主动公开文件数", "历年累计"] == "40560条"
    assert found["政府信息公开收费减免金额", "历年累计"] == "150元"
    assert len(found) == 26
    assert not unplaced(TEXT)


def test_rows_are_mapped_to_the_form_where_their_labels_are_known() -> None:
    found = cells(TEXT)
    year, ever = (found["主动公开文件数", head] for head in ("2014年度", "历年累计"))
    assert (year.measure, year.member, year.when) == ("主动公开政府信息数", "", "2014年")
    assert (ever.measure, ever.member, ever.when) == (
        "主动公开政府信息数",
        "历年累计",
        "截至2014年",
    )
    assert found["行政诉讼数", "2014年度"].measure == "行政诉讼数量"
    assert found["行政申诉数", "2014年度"].measure == ""


def test_rows_under_qizhong_are_parts_of_their_own_parent_and_column() -> None:
    found = cells(TEXT)
    for head in ("2014年度", "历年累计"):
        whole = found["主动公开文件数", head]
        for label in ("其中：1、政府网站公开数", "2、政府公报公开数"):
            assert found[label, head].part_of == whole.id
        assert found["2、网上申请数", head].part_of == found["受理依申请公开信息总数", head].id
        assert found["行政复议数", head].part_of is None


def test_a_cell_a_line_and_aligned_columns_say_the_same() -> None:
    lines = BEFORE + "\n" + "\n".join((HEAD + ROWS).split()) + "\n附件下载"
    assert values(lines) == values(TEXT)
    wide = TEXT.replace(" 条 ", "      条    ").replace("附件下载", "\n附件下载")
    assert values(wide) == values(TEXT)


def test_the_table_is_no_prose() -> None:
    prose = [f.text for f in read(TEXT).figures if not f.table]
    assert prose == ["1830条"]
    assert all("行政诉讼数" not in s.quote for s in read(TEXT).statements)


@pytest.mark.parametrize("row", ["行政复议数 件 1 3 7", "行政复议数 件 1"])
def test_a_row_of_other_numbers_is_listed_as_unplaced(row: str) -> None:
    source = TEXT.replace("行政复议数 件 1 3", row)
    assert not any("行政复议数" in label for label, _ in cells(source))
    assert unplaced(source) == row.split()[2:]
    assert values(source)["行政诉讼数", "历年累计"] == "0件"


def test_a_form_of_one_column_keeps_its_headings() -> None:
    source = """附表
统计指标                          单位    统计数
一、依申请公开情况                --      --
  （一）收到申请数                件      63
    1.当面申请数                  件      40
    2.传真申请数                  件      23
      （同一申请计1件）
二、行政复议数量                  件      2
单位负责人：某某    联系电话：5551234
"""
    found = cells(source)
    part = found["1.当面申请数", "统计数"]
    assert part.row == ("一、依申请公开情况", "（一）收到申请数", "1.当面申请数")
    assert part.part_of == found["（一）收到申请数", "统计数"].id
    assert len(found) == 4


def test_digits_that_stand_together_are_parted_in_one_way_only() -> None:
    found = values(GLUED)
    assert found["行政诉讼数", "2014年度"] == found["行政诉讼数", "历年累计"] == "0条"
    assert found["2.政府公报公开", "历年累计"] == "7条"
    # 2121 is 21 and 21 by the sum of its parts.
    assert found["受理依申请公开信息总数", "2014年度"] == "21条"
    assert found["其中:1.当面申请数", "历年累计"] == "18条"
    assert not any("主动公开信息数" in label for label, _ in found)
    assert "18304056" in unplaced(GLUED)


STATED = "2014年,网站主动公开政府信息1790条。\n全年主动公开信息1830条,发布会10场。\n"
YEARS = {
    ("主动公开信息数", "2014年度"): "1830条",
    ("主动公开信息数", "历年累计"): "4056条",
    ("其中:1.网站公开", "2014年度"): "1790条",
    ("其中:1.网站公开", "历年累计"): "3900条",
}


def test_digits_are_parted_where_the_text_states_the_number_of_the_year() -> None:
    found = values(STATED + GLUED)
    assert {place: found[place] for place in YEARS} == YEARS
    source = STATED + GLUED
    answer = proved(assistant(source), "历年累计主动公开信息数多少条")
    assert [v.text for v in answer.values] == ["4056条"]
    sources = {"linhai-2014": Source(source, hashlib.sha256(source.encode()).hexdigest(), CARD[0])}
    assert not list(check(answer.to_dict(), sources))
    wrong = json.loads(json.dumps(answer.to_dict(), ensure_ascii=False).replace("4056", "0456"))
    assert list(check(wrong, sources))


@pytest.mark.parametrize(
    "stated",
    [
        # In another unit, of something else, as a part of a longer number, in two ways, and too short to tell.
        "主动公开信息1830件。",
        "全年答复1830条。",
        "主动公开信息21830条。",
        "主动公开信息1831条,主动公开信息183条。",
        "主动公开信息18条。",
    ],
)
def test_digits_stay_together_where_the_text_does_not_tell(stated: str) -> None:
    digits = "18314056" if "1831" in stated else "18304056"
    source = f"2014年{stated}\n{GLUED.replace('18304056', digits)}"
    assert not any("主动公开信息数" in label for label, _ in values(source))
    assert digits in unplaced(source)


def test_the_annex_right_before_the_table_is_its_section() -> None:
    text = TEXT.replace(
        "六、政府信息公开情况统计表", "临海区管委会 2015年1月6日 附件1：公开情况统计表"
    )
    assert {f.section for f in cells(text).values()} == {"附件1：公开情况统计表"}


def test_digits_without_end_are_no_numbers() -> None:
    source = "指标名称计量单位2014年度历年累计" + "甲数条" * 3 + "1" * 6000
    assert not cells(source)


def test_no_sum_parts_digits_where_it_does_not_hold() -> None:
    source = GLUED.replace("网上申请数条33", "网上申请数条44")
    assert not any("受理" in label for label, _ in values(source))
    assert "2121" in unplaced(source)


@cache
def assistant(source: str) -> Assistant:
    return over({"linhai-2014": source}, {"linhai-2014": CARD})


ASKED = {
    "2014年登在政府公报上的信息有几条": "6条",
    "历年累计主动公开了多少": "40560条",
    "主动公开文件数是多少": "1830条",
    "从头到现在主动公开了多少条信息": "40560条",
    "截至2014年底累计主动公开多少条": "40560条",
    "政府网站公开了多少条": "1790条",
    "累计网上申请多少条": "18条",
    "网上申请有几条": "3条",
    "历年累计受理了多少条依申请公开信息": "29条",
    "不予公开答复了几条": "1条",
    "行政复议多少件": "1件",
    "历年累计行政复议多少件": "3件",
}


@pytest.mark.parametrize("question", ASKED)
def test_the_year_is_answered_and_all_years_where_they_are_asked(question: str) -> None:
    answer = proved(assistant(TEXT), question)
    assert [v.text for v in answer.values] == [ASKED[question]]
    source = Source(TEXT, hashlib.sha256(TEXT.encode()).hexdigest(), CARD[0])
    assert not list(check(answer.to_dict(), {"linhai-2014": source}))


def test_both_are_named_where_the_question_names_both() -> None:
    answer = assistant(TEXT).answer("2014年累计主动公开多少条")
    assert answer.status == "clarify"
    assert "1830" in answer.text and "40560" in answer.text


def test_the_year_and_all_years_are_never_summed() -> None:
    answer = assistant(TEXT).answer("2014年和历年累计一共主动公开多少条")
    assert answer.status == "unanswered"


def test_there_was_none() -> None:
    answer = proved(assistant(TEXT), "有没有被行政诉讼")
    assert answer.polarity == "no"


def test_a_part_does_not_answer_for_a_total_that_was_not_placed() -> None:
    assert assistant(GLUED).answer("主动公开信息历年累计多少条").status != "answered"


def test_glued_numbers_are_proved_by_the_same_sums() -> None:
    source = Source(GLUED, hashlib.sha256(GLUED.encode()).hexdigest(), CARD[0])
    answer = proved(assistant(GLUED), "历年累计当面申请多少条")
    assert [c.quote for c in answer.citations][1:] == ["18"]
    assert [v.text for v in answer.values] == ["18条"]
    assert not list(check(answer.to_dict(), {"linhai-2014": source}))
    other = json.loads(
        json.dumps(answer.to_dict()).replace('"18"', '"181"').replace("18\\u6761", "181\\u6761")
    )
    assert list(check(other, {"linhai-2014": source}))


CONTRADICTED = """一、依申请公开情况
2014年，我区共收到政府信息公开申请36件，均按时办结。
附表
统计指标                          单位    统计数
一、依申请公开情况                --      --
  （一）收到申请数                件      63
    1.当面申请数                  件      40
    2.传真申请数                  件      23
二、行政复议数量                  件      2
"""


def test_a_warning_that_text_and_table_differ_is_no_foreign_word() -> None:
    answer = proved(assistant(CONTRADICTED), "当面申请占收到申请数的百分之几")
    assert "36 ≠ 63" in answer.text
    digest = hashlib.sha256(CONTRADICTED.encode()).hexdigest()
    sources = {"linhai-2014": Source(CONTRADICTED, digest, CARD[0])}
    assert not list(check(answer.to_dict(), sources))
    wrong = answer.to_dict() | {"text": answer.text.replace("36 ≠", "37 ≠")}
    assert list(check(wrong, sources))


def test_what_is_asked_of_all_years_is_asked_so_of_every_part() -> None:
    text = assistant(TEXT).answer("历年累计主动公开了多少，网上申请多少条").text
    assert "40560条" in text and "18条" in text
