"""Reverse look-up: what a figure of the report is."""

import pytest
from qingyuan import PARTS, SOURCE, answered, figures, refused

# question, the figure as the report has it, words of the place where it stands
MEANINGS = [
    ("1535是什么数", "1535册", "每期"),
    ("6211指的是什么", "6211项", "总数"),
    ("122.03万元是什么", "122.03万元", "专项工作经费"),
    ("1618是什么数", "1618件", "来信"),
    ("664条是什么信息", "664条", "文件类"),
    ("12826是什么数字", "12826条", "门户网站"),
    ("131期指的是什么", "131期", "网络舆情"),
    ("129人是什么人", "129人", "工作人员"),
    ("96%指什么", "96%", "办结率"),
    ("一千五百三十五是什么数", "1535册", "每期"),
    ("85是什么数", "85条", "人事任免"),
]
UNKNOWN = ["1536是什么数", "6210指的是什么", "777是什么数字", "1535元是什么", "97%指什么"]
NO_DOCUMENTS = [
    "国办发〔2012〕73号是什么文件",
    "国办发〔2013〕74号是什么文件",
    "粤府办〔2013〕73号是什么文件",
]
DOCUMENTS = [
    ("国办发〔2013〕73号是什么文件", "国务院办公厅关于印发当前政府信息公开重点工作安排的通知"),
    ("国办发[2013]73号是哪个文件", "国务院办公厅关于印发当前政府信息公开重点工作安排的通知"),
    ("清机编〔2010〕1号是什么文件", "人员编制规定"),
]


@pytest.mark.parametrize(("asked", "figure", "word"), MEANINGS)
def test_what_a_number_is(asked: str, figure: str, word: str) -> None:
    found = answered(asked)
    assert figures(found) == [figure]
    assert word in found.text


@pytest.mark.parametrize(("name", "number"), PARTS.items())
def test_every_part_of_the_total(name: str, number: int) -> None:
    found = answered(f"{number}项是哪里的")
    assert name in found.text and figures(found) == [f"{number}项"]


@pytest.mark.parametrize("asked", UNKNOWN)
def test_a_number_that_the_report_does_not_state(asked: str) -> None:
    refused(asked)


@pytest.mark.parametrize(("asked", "title"), DOCUMENTS)
def test_documents_by_their_number(asked: str, title: str) -> None:
    assert title in answered(asked).text and title in SOURCE


@pytest.mark.parametrize("asked", NO_DOCUMENTS)
def test_a_document_that_the_report_does_not_name(asked: str) -> None:
    refused(asked)
