"""A report from a file that lost a heading, or broke its lines: whose it is, and of what parts it is made."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

OWN = """\
全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公
开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问
题及改进情况，以及其他需要报告的事项。
"""
REST = """\

一、总体情况
全县主动公开政府信息 500 条，编发公报 12 期，着力发挥政务公开促落实
— 1 —
的作用，持续推动政务公开工作提质增效。
二、主动公开政府信息情况
全县制发行政规范性文件 9 件。
三、收到和处理政府信息公开申请情况
全年收到申请 20 件。
四、政府信息公开行政复议、行政诉讼情况
全年没有发生行政诉讼。
六、其他需要报告的事项
本年度没有收取费用。
"""
TITLE = "2025年山阴县人民政府办公室政府信息公开工作年度报告\n"
CARDS = {
    name: (TITLE.strip(), "山阴县人民政府办公室", "山阴县", "2025")
    for name in ("named", "unnamed", "whole")
}
TEXTS = {
    "named": TITLE + OWN + REST,
    "unnamed": TITLE + REST,
    "whole": TITLE + REST.replace("六、", "五、"),
}


@cache
def assistant(name: str) -> Assistant:
    return over({name: TEXTS[name]}, {name: CARDS[name]})


def ask(name: str, question: str) -> Answer:
    return proved(assistant(name), question)


@pytest.mark.parametrize(
    "question",
    ["请问这是哪个单位的年度报告？", "这份年报是哪家单位的", "这是谁的年报", "哪个部门的年报"],
)
def test_whose_report_it_is(question: str) -> None:
    answer = ask("named", question)
    assert "山阴县人民政府办公室" in answer.text
    assert "山阴县人民政府办公室" in [citation.quote for citation in answer.citations]


@pytest.mark.parametrize(
    "question", ["这份通知是哪个单位的", "这是哪个单位的公报", "公报是哪个部门的"]
)
def test_what_is_not_the_report_is_not_its_organs(question: str) -> None:
    assert "资料来源" not in ask("named", question).text


@pytest.mark.parametrize(
    "question", ["报告分几个部分", "整份报告讲了哪几个部分", "全文由哪几块构成"]
)
def test_a_report_names_its_parts_itself(question: str) -> None:
    answer = ask("named", question)
    assert "存在的主要问题及改进情况" in answer.text and "5个" not in answer.text
    assert all(c.quote.startswith("全文包括") for c in answer.citations)


def test_headings_with_a_gap_are_not_counted() -> None:
    text = ask("unnamed", "报告分几个部分").text
    assert "5个" not in text and "六、其他需要报告的事项" in text
    assert "5个部分" in ask("whole", "报告分几个部分").text


def test_a_part_is_that_with_the_number() -> None:
    assert ask("unnamed", "第五部分讲什么").status == "unanswered"
    assert "其他需要报告的事项" in ask("unnamed", "第六部分讲什么").text
    assert "其他需要报告的事项" in ask("whole", "第五部分讲什么").text
