"""What a report says of one is said of no other: of a level, of two together, of some, of all years, of who did it."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

COUNTY = """\
柳河县2011年政府信息公开年度报告
一、概述
县财政拨付经费60万元,各镇自筹20万元。县人大办、县政协办两家单位牵头,全年组织检查3次。
二、主动公开政府信息的情况
截至2011年底,全县历年累计主动公开政府信息20,300条,其中2011年新增8,120条,占累计数的40%。
县直单位公开5,100条,乡镇公开3,020条。
《柳河政务》全年编发6期,每期印500份;县文化馆、县博物馆两处查阅室,全年接待群众1400人次。
柳河电视台播出《政务之窗》30期。
三、依申请公开政府信息的情况
全年收到行政复议申请2件,点名批评单位4个。
四、存在的主要问题
主要表现在:有2个县直单位全年公开信息不足10条;解读偏少。
"""
CARDS = {"liuhe-2011": ("柳河县2011年政府信息公开年度报告", "柳河县人民政府", "柳河县", "2011")}


@cache
def assistant() -> Assistant:
    return over({"liuhe-2011": COUNTY}, CARDS)


def ask(question: str) -> Answer:
    return proved(assistant(), question)


FIGURES = {
    "县财政拨付了多少经费": "60",
    "县直单位公开了多少条信息": "5100",
    "乡镇公开了多少条信息": "3020",
    "到2011年底,柳河县总共公开了多少条政府信息": "20300",
    "2011年柳河县公开了多少条政府信息": "8120",
    # A share that the report states is no other one, but for more places than it has.
    "新增的信息占累计总数的百分之几": "40",
    "《柳河政务》一共编发了多少份": "3000",
    "县文化馆、县博物馆一共接待了多少人次": "1400",
    "公开信息不足10条的县直单位有几个": "2",
}


@pytest.mark.parametrize("question", FIGURES)
def test_whose_it_is_is_answered(question: str) -> None:
    found = ask(question)
    assert [v.value for v in found.values] == [FIGURES[question]], found.text


REFUSED = (
    # Of another level.
    *("省财政拨付了多少经费", "市财政拨付了多少经费", "中央财政拨付了多少经费"),
    *("省直单位公开了多少条信息", "市直单位公开了多少条信息", "省电视台播出《政务之窗》多少期"),
    # Of one of two.
    *("县文化馆接待了多少人次", "博物馆全年接待群众多少人次"),
    # Of who did it.
    *("提出行政复议的是什么人", "申请复议的是些什么人", "提出行政复议的是什么单位"),
    *("被点名批评的是哪些人", "被点名批评的是何人"),
)


@pytest.mark.parametrize("question", REFUSED)
def test_of_another_it_is_not_told(question: str) -> None:
    found = ask(question)
    assert found.status == "unanswered", found.text


@pytest.mark.parametrize("question", ["总共公开了多少条政府信息", "柳河县一共发布多少条信息"])
def test_of_some_or_of_a_bulletin_it_is_no_total(question: str) -> None:
    assert not {"3000", "10"} & {v.value for v in ask(question).values}
