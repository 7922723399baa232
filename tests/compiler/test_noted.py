"""Rows that lost a number with a note in brackets, and the numbers of pages between two lines."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Assistant
from assistant.language.numerals import find
from assistant.model import Report
from tests.compiling import compiler, over, proved

CARD = ("临河市2025年政府信息公开工作年度报告", "临河市人民政府", "临河市", "2025")
NOTES = "14\n（其中修订 9 件）\n31\n（含自然失效 12 件）\n"
TABLE = """\
二、主动公开政府信息情况
第二十条第（一）项
{notes}第二十条第（五）项
信息内容本年处理决定数量
行政许可 0
— 4 —
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
|---|---|---|---|
## 表二：主动公开政府信息情况
| 规章 | {rules} |
|---|---|---|
## 表二：主动公开政府信息情况
| 行政规范性文件 | {papers} |
|---|---|---|
"""
CUT = """\
一、总体情况
全市坚持把政务公开放在重要位置，着力完善各项制度，进一步发挥
{mark}
政务公开促落实的作用，不断提高公开的水平。
"""


def text(notes: str = NOTES, rules: str = "5 | 120", papers: str = "20 | 160") -> str:
    return TABLE.format(notes=notes, rules=rules, papers=papers)


@cache
def read(source: str) -> Report:
    fields = dict(zip(("title", "organ", "place", "year"), CARD, strict=True))
    report = compiler().read(source, {"id": "linhe-2025", **fields})
    entries = {e.start for e in report.ledger}
    assert all(n.start in entries for n in find(source) if n.text[0].isascii())
    return report


def cells(source: str) -> dict[tuple[str, str], str]:
    own = (f for f in read(source).figures if f.table and "规" in f.measure)
    return {(f.measure, f.member): f.text for f in own}


PAPERS = {
    ("行政规范性文件", "本年制发件数"): "20件",
    ("行政规范性文件", "本年废止件数"): "31件",
    ("行政规范性文件", "现行有效件数"): "160件",
}
RULES = {
    ("规章", "本年制发件数"): "14件",
    ("规章", "本年废止件数"): "5件",
    ("规章", "现行有效件数"): "120件",
}


def test_a_number_outside_of_its_row_is_put_back_by_its_note() -> None:
    assert cells(text()) == {**RULES, **PAPERS}
    in_one_line = NOTES.replace("\n（", "（")
    assert cells(text(in_one_line)) == {**RULES, **PAPERS}


def test_a_row_that_is_whole_needs_no_note() -> None:
    one = "31\n（含自然失效 12 件）\n"
    whole = {**RULES, ("规章", "本年制发件数"): "4件"}
    assert cells(text(one, rules="4 | 5 | 120")) == {**whole, **PAPERS}


@pytest.mark.parametrize(
    "notes",
    [
        "",
        "14\n（其中修订 9 件）\n",
        "14\n（其中修订 90 件）\n31\n（含自然失效 12 件）\n",
        NOTES + "7\n（含新制定 2 件）\n",
    ],
)
def test_as_many_rows_as_notes_or_nothing(notes: str) -> None:
    assert cells(text(notes)) == {}


def test_a_note_that_tells_no_column_places_nothing() -> None:
    assert cells(text(NOTES.replace("修订", "涉及"))) == PAPERS


@cache
def assistant() -> Assistant:
    return over({"linhe-2025": text()}, {"linhe-2025": CARD})


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("制发的规章里有几件是修订的", "9"),
        ("规章修订了多少件", "9"),
        ("行政规范性文件自然失效多少件", "12"),
        ("目前还有效的规章有多少件", "120"),
        ("行政规范性文件废止了多少件", "31"),
        ("规章制发多少件", "14"),
    ],
)
def test_its_cells_are_asked_for(question: str, value: str) -> None:
    answer = proved(assistant(), question)
    assert [v.value for v in answer.values] == [value], answer.text


@pytest.mark.parametrize("question", ["行政规范性文件修订了多少件", "规章自然失效多少件"])
def test_a_note_is_told_of_its_own_row_only(question: str) -> None:
    assert not proved(assistant(), question).values


@pytest.mark.parametrize("mark", ["— 1 —", "- 12 -", "第 1 页 共 7 页", "\n— 1 —\n"])
def test_a_sentence_goes_on_over_the_number_of_a_page(mark: str) -> None:
    report = read(CUT.format(mark=mark))
    assert any(
        s.quote.startswith("着力") is False and s.quote.endswith("促落实的作用")
        for s in report.statements
    )
    assert {e.reason for e in report.ledger if e.text.isascii()} == {"页码"}


@pytest.mark.parametrize("mark", ["12", "—其他3—"])
def test_another_line_is_no_number_of_a_page(mark: str) -> None:
    report = read(CUT.format(mark=mark))
    assert "页码" not in {e.reason for e in report.ledger}
