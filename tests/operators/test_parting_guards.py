"""What a breakdown, the words of the forms and the contacts of a report do not answer, though they are near it."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Assistant
from tests.compiling import over, proved

COUNTY = """\
云川县2016年政府信息公开年度报告
一、主动公开情况
全年主动公开规章22件、人事任免文件96件。部门33个和科室25个通过阳光评议系统接受网上测评。
二、依申请公开情况
全年共收到申请30件，其中当面申请12件、电子邮件申请18件。按时办结率为98.2%。
12345热线受理诉求900件。未收到行政复议申请。
联系邮箱：yunchuan@163.com。
附表
统计指标                          单位    统计数
一、依申请公开情况                --      --
  （一）收到申请数                件      30
    1.当面申请数                  件      12
    2.网络申请数                  件      18
  （二）申请办结数                件      28
    1.按时办结数                  件      27
    2.延期办结数                  件      1
二、行政复议数量                  件      0
"""
CARD = ("云川县2016年政府信息公开年度报告", "云川县人民政府", "云川县", "2016")


@cache
def county() -> Assistant:
    return over({"yunchuan-2016": COUNTY}, {"yunchuan-2016": CARD})


@pytest.mark.parametrize(
    ("question", "wrong"),
    {
        "主动公开的几类文件里，哪一类数量最多": "当面",
        "通过什么系统测评": "部门33个；",
        "申请人主要想了解哪些方面的内容": "12件",
        "大家申请的内容集中在什么方面": "12件",
        "按时办结的比率": "27件，占",
        "测评是哪个评哪个": "部门33个；",
    }.items(),
)
def test_what_only_stands_near_is_not_told(question: str, wrong: str) -> None:
    assert wrong not in county().answer(question).text


@pytest.mark.parametrize(
    ("before", "question", "said"),
    [
        ("2016年收到多少件申请", "其中通过电子邮件来的呢", "18"),
        ("12345热线受理了多少诉求", "按时办结率是多少", "98.2"),
    ],
)
def test_a_follow_up_is_of_what_was_spoken_of(before: str, question: str, said: str) -> None:
    text = county().answer(question, history=[before]).text
    assert said in text and "@" not in text


def test_the_address_is_told_where_it_is_asked_for() -> None:
    assert "yunchuan@163.com" in proved(county(), "联系邮箱是多少").text


SERIES = """\
云川省水利厅2009年政府信息公开年度报告
2009年主动公开政府信息1568条，相当于2008年980条的1.6倍；截至2009年底累计公开2548条。“厅长信箱”收到来信268封。
"""


@cache
def series() -> Assistant:
    card = ("云川省水利厅2009年政府信息公开年度报告", "云川省水利厅", "云川省", "2009")
    return over({"yunchuan-2009": SERIES}, {"yunchuan-2009": card})


@pytest.mark.parametrize("question", ["2009年比2008年多公开了多少条", "2009年公开的是2008年的几倍"])
def test_what_is_told_of_all_years_is_not_held_against_one(question: str) -> None:
    assert "2548" not in series().answer(question).text


@pytest.mark.parametrize("question", ["水利厅厅长叫什么名字", "厅长叫什么"])
def test_a_name_that_has_the_word_is_no_name_of_it(question: str) -> None:
    assert series().answer(question).status != "answered"


def test_what_does_not_end_has_two_decimals() -> None:
    question = "用年度专项工作经费除以工作人员数,人均折合多少元"
    answer = Assistant().answer(question)
    assert [v.value for v in answer.values] == ["9459.69"]
