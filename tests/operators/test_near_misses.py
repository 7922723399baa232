"""Questions one word away from what the report says, and those in other words for just that."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Assistant
from tests.compiling import over, proved

COUNTY = """临江县2014年政府信息公开工作年度报告
一、概述
全县12个乡镇、30个县直单位全部落实了专人和责任股室。
二、主动公开情况
主动公开政府信息1200条，比2013年增长11.5%。截至2014年底，全县历年累计主动公开政府信息41000条，其中2014年新增1200条，占累计数的2.93%。新增信息中，机构职能类25条，占2.1%；其他类175条，占14.6%。
县档案馆全年接待查阅者1900余人次。公示“五水共治”河长名单63名。归集政策文件90件，其中市级文件20件，县区级文件70件。召开“1+X”新闻发布会6场。
三、依申请公开情况
全年收到申请27件，其中公开26件，不予公开1件（涉及个人隐私）。转下年度办理3件。
四、收费情况
2014年对7件申请收取了信息处理费460元，其中，东海县教育中心1件，收取420元；县公安局6件，收取40元。
五、政府信息公开情况统计表
| 统计指标 | 单位 | 数量 |
|---|---|---|
| 四、行政复议数量 | 件 | 30 |
| （一）维持具体行政行为数 | 件 | 21 |
| （二）被依法纠错数 | 件 | 9 |
| （三）其他情形数 | 件 | 0 |
| 五、行政诉讼数量 | 件 | 12 |
| （一）维持具体行政行为或者驳回原告诉讼请求数 | 件 | 8 |
| （二）被依法纠错数 | 件 | 4 |
| 八、机构建设和保障经费情况 | —— | —— |
| （三）从事政府信息公开工作人员数 | 人 | 24 |
| 1.专职人员数 | 人 | 2 |
| 2.兼职人员数 | 人 | 22 |
"""
CARDS = {
    "linjiang-2014": ("临江县2014年政府信息公开工作年度报告", "临江县人民政府", "临江县", "2014")
}


@cache
def assistant() -> Assistant:
    return over({"linjiang-2014": COUNTY}, CARDS)


# question → the figure that answers it
ANSWERED = [
    ("比2013年增长百分之几", "11.5%"),
    ("主动公开政府信息比2013年增多百分之几", "11.5%"),
    ("2014年新增占累计数的百分之几", "2.93%"),
    ("接待查询者多少人次", "1900余人次"),
    ("申请中不予公开多少件（涉及个人隐私）", "1件"),
    ("归集的政策文件中县区级文件多少件", "70件"),
    ("召开“1+X”新闻发布会多少场", "6场"),
    ("维持具体行政行为数是多少", "21件"),
    ("驳回原告诉讼请求的有几件", "8件"),
    ("从事政府信息公开工作人员数多少人", "24人"),
    ("不予工开的申请有几件", "1件"),
    ("转下年度办理几件", "3件"),
]


@pytest.mark.parametrize(("question", "figure"), ANSWERED)
def test_other_words_for_what_is_said(question: str, figure: str) -> None:
    answer = proved(assistant(), question)
    assert [value.text for value in answer.values] == [figure], answer.text


# claim → its verdict, the figure of the report
CLAIMED = [
    ("比2013年增长11.5%吗", "yes", "11.5%"),
    ("比2013年增速是12.5%，没错吧", "no", "11.5%"),
    ("主动公开政府信息比2013年下降了11.5%，对吗", "no", "11.5%"),
    ("公示“五水共治”河长名单63名吗", "yes", "63名"),
    ("公示“五水共治”河长名单36名吗", "no", "63名"),
    ("2014年新增占累计数的12.93%，对吗", "no", "2.93%"),
    ("不予公开的申请不是一件吧", "no", "1件"),
    ("不予公开的申请一件，是这样吗", "yes", "1件"),
    ("全县12个乡镇全部落实了专人，对吗", "yes", "12个"),
    ("30个县直单位都落实了专人吗", "yes", "30个"),
]


@pytest.mark.parametrize(("claim", "polarity", "figure"), CLAIMED)
def test_claims(claim: str, polarity: str, figure: str) -> None:
    answer = proved(assistant(), claim)
    assert (answer.status, answer.polarity) == ("answered", polarity), answer.text
    assert any(figure in citation.quote for citation in answer.citations), answer.citations


# What no figure of the report answers, however near one is.
NOT_SAID = [
    "比2012年增长百分之几",
    "机构职能类占累计数的百分之几",
    "志愿者一共有多少人",
    "归集政策文件中省级文件多少件",
    "东海县收取了多少元",
    "新增信息中其也类多少条是哪年的",
    "平均办理天数多少",
    "申请办理天数是多少",
    "2014年2月主动公开政府信息多少条",
]


@pytest.mark.parametrize("question", NOT_SAID)
def test_what_is_not_said(question: str) -> None:
    answer = proved(assistant(), question)
    assert answer.status == "unanswered", answer.text


def test_what_leads_in_leads_every_one_of_a_list() -> None:
    answer = proved(assistant(), "收到的申请中，公开、不予公开各有多少件")
    assert [value.text for value in answer.values] == ["26件", "1件"], answer.text


def test_what_is_left_to_the_next_year_is_no_figure_of_this_one() -> None:
    answer = proved(assistant(), "办理的申请一共多少件")
    assert [value.text for value in answer.values] != ["3件"], answer.text


def test_a_number_of_other_things_proves_nothing() -> None:
    answer = proved(assistant(), "全县30个乡镇全部落实了专人，对吗")
    assert answer.polarity != "yes", answer.text


def test_between_two_outcomes_the_question_has_to_choose() -> None:
    answer = proved(assistant(), "维持的有几件")
    assert answer.status == "clarify", answer.text


def test_a_slip_that_may_be_either_is_asked_back() -> None:
    """赚职 sounds like 专职 and looks like 兼职."""
    answer = proved(assistant(), "赚职人员有几人")
    assert answer.status in ("clarify", "unanswered"), answer.text


def test_whether_there_is_any_is_answered_with_there_is_none() -> None:
    answer = proved(assistant(), "行政复议有没有其他情形")
    assert (answer.status, answer.polarity) == ("answered", "no"), answer.text
    assert answer.text.startswith("没有。"), answer.text


def test_a_change_is_of_what_was_spoken_of_before() -> None:
    """比2013年增长11.5% is said of 主动公开政府信息, and of nothing else that may have been asked."""
    said = assistant().answer("比2013年增长百分之几", ["主动公开政府信息多少条"])
    assert [value.text for value in said.values] == ["11.5%"], said.text
    other = assistant().answer("增长了百分之几", ["全年收到申请多少件"])
    assert other.status == "unanswered", other.text


def test_what_only_a_heading_names_proves_no_claim() -> None:
    answer = proved(assistant(), "行政诉讼被依法纠错的是9件吗")
    assert answer.polarity != "yes", answer.text


def test_what_is_said_behind_the_last_is_meant_of_both() -> None:
    answer = proved(assistant(), "行政复议和行政诉讼被依法纠错的一共几件")
    assert answer.computation is not None, answer.text
    assert answer.computation.expression == "9 + 4 = 13"
