"""Questions for numbers in everyday words, over a town's report of its places, channels, staff and changes."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

HUDONG = """\
湖东市2016年政府信息公开工作年度报告
本报告由概述、主动公开、依申请公开三个部分组成，统计期限为2016年1月1日至12月31日。
一、概述
（一）队伍。全市设信息公开机构45个，配备信息员126人，其中专职31人、兼职95人；安排专项经费96.4万元，比2015年增加12.4万元。举办培训班6期，参训930人次。
（二）精简审批。公布权力清单，审批事项由410项精简为265项。市级保留事项240项、取消18项、下放12项。发出整改通知书22份，设立宣传栏310块。公开工作的考核分值由4分提高到6分。
二、主动公开情况
全市主动公开政府信息21500条。其中市级和市直部门8200条，县（区）13300条。
（一）各县（区）情况。安平县4200条，东丰县3900条，石门区2800条，西山区2400条。
（二）公开渠道。“湖东发布”微博粉丝21万人，微信订阅用户8.4万人。民生热线和民意信箱受理来件1530件，办结1490件。公开土地出让信息620条，成交额35.2亿元。手机短信发送便民信息1.6万条。
三、依申请公开情况
全市收到政府信息公开申请120件，比上年多18件。其中当面申请50件，网络申请38件，信函申请28件，传真申请4件。全年答复申请115件，其中同意公开70件，同意部分公开25件，不同意公开20件。
"""
CARDS = {
    "hudong-2016": (
        "湖东市2016年政府信息公开工作年度报告",
        "湖东市人民政府",
        "湖东市",
        "2016",
    )
}


@cache
def assistant() -> Assistant:
    return over({"hudong-2016": HUDONG}, CARDS)


def ask(question: str) -> Answer:
    return proved(assistant(), question)


FIGURES = {
    # Of what one each a mean is, and of whom.
    "平均下来一个机构配几名信息员": ["2.8"],
    "一个机构平均配几名信息员": ["2.8"],
    "每期培训班平均有多少人参加": ["155"],
    "平均每期培训有多少人次参加": ["155"],
    # Only those that are named are added up.
    "市里取消和下放的事项加在一起是多少项": ["30"],
    "取消和下放合计多少项": ["30"],
    # Money is asked for.
    "土地出让的总金额有多大": ["35.2"],
    "土地出让的总额是多少": ["35.2"],
    "35.2亿元折万元": ["352000"],
    # What applicants are told, in other words.
    "完全同意和部分同意公开的合计占答复总数的百分之几": ["82.61"],
    "同意全部公开的有几件": ["70"],
    # By how much a thing became more or less.
    "公开工作的考核分值加了几分": ["2"],
    "公开工作的考核分值多加了几分": ["2"],
    "审批事项绝对量减少了多少项": ["145"],
    # Places, and no channels or ways.
    "公开得最少的是哪里": ["2400"],
    "各地当中公开最多的是哪里": ["4200"],
    "哪个地方主动公开的信息最少": ["2400"],
    # What was before a change, and what share of it the change is.
    "2015年一共收到多少件申请": ["102"],
    "专项经费比上一年涨了百分之几": ["14.76"],
    "收到的申请比上年是多了还是少了，差多少": ["18"],
}


FOLLOWED = {
    ("专项经费有多少", "上一年是多少"): ["84"],
    ("全市收到多少件申请", "2015年呢"): ["102"],
}


@pytest.mark.parametrize(("turns", "values"), FOLLOWED.items())
def test_the_year_before_is_asked_of_what_was_spoken_of(
    turns: tuple[str, str], values: list[str]
) -> None:
    answer = assistant().answer(turns[1], history=[turns[0]])
    assert [v.value for v in answer.values] == values


@pytest.mark.parametrize(("question", "values"), FIGURES.items())
def test_a_number_is_found_or_computed(question: str, values: list[str]) -> None:
    assert [v.value for v in ask(question).values] == values


CLAIMS = {
    "微信粉丝应该比微博多吧": "no",
    "微博粉丝比微信多吧": "yes",
    "湖东发布的微信粉丝比微博少吗": "yes",
}


@pytest.mark.parametrize(("question", "polarity"), CLAIMS.items())
def test_sides_are_held_against_each_other_as_they_are_named(question: str, polarity: str) -> None:
    assert ask(question).polarity == polarity


NEAR_MISSES = [
    # What is told of two together is of neither alone.
    "民意信箱单独收到多少件来件",
    "光是民生热线受理了多少件",
    # No amount of money is told, and no number stands for it.
    "便民信息的总金额有多大",
    # Of no places is told how many applied.
    "申请最多的是哪里",
    "哪个地方的申请最少",
    # Of no office is told how many meetings it had.
    "平均下来一个机构开几次会",
    "平均每期宣传栏有多少人参加",
    "公开工作的考核分值少了几分",
    "审批事项添了多少项",
    "平均每场培训有多少人次参加",
    # No change is told, another way, or since another year.
    "答复的申请比上年涨了百分之几",
    "专项经费比上年降了百分之几",
    "2014年一共收到多少件申请",
]


@pytest.mark.parametrize("question", NEAR_MISSES)
def test_what_is_not_told_is_refused(question: str) -> None:
    answer = ask(question)
    assert answer.status in ("unanswered", "clarify"), answer.text


APPROVALS = """长岭县2014年政府信息公开工作年度报告
一、概述
目前，已入驻审批服务部门13个，开设窗口26个，共受理申请21510件。
二、复议情况
未收到有关政府信息公开行政复议的申请。
"""


@cache
def approvals() -> Assistant:
    card = ("长岭县2014年政府信息公开工作年度报告", "长岭县人民政府", "长岭县", "2014")
    return over({"changling-2014": APPROVALS}, {"changling-2014": card})


@pytest.mark.parametrize("question", ["收到多少件政府信息公开申请", "信息公开申请有几件"])
def test_applications_for_information_are_not_those_for_approvals(question: str) -> None:
    assert approvals().answer(question).status != "answered"


def test_applications_for_approvals_are_told() -> None:
    assert [v.value for v in approvals().answer("共受理了多少件申请").values] == ["21510"]
    assert approvals().answer("有没有收到行政复议的申请").polarity == "no"
