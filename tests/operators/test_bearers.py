"""Whose a number is: that of an account named once for several, of those that a rank leads in, of a body alone."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

DISTRICT = """\
一、主动公开政府信息的情况
从公开单位看,街道居前三位的是三岔街道190条、柳河街道172条、东岗街道131条;部门排名前两位的分别为区民政局88条、区教育局61条。
二、公开渠道
“石桥水务网”发布820条,占全年公开总量的60%;全年点击量45万人次。“石桥发布”在9个平台粉丝累计120万,其中,微信公众号粉丝70万。
全年搬迁210户640人。官方微博“石桥环保”6月上线,到年末发布博文50条,听众2300人。电视台播出专题8次;点击量30万人次的栏目停办。
三、依申请公开政府信息的情况
收到申请20件,申请人以自然人为主,共17件,企业3件。培训班开班2期,其中业务类1期。
"""
CARDS = {"d": ("石桥区人民政府2014年政府信息公开工作年度报告", "石桥区人民政府", "石桥区", "2014")}


@cache
def assistant() -> Assistant:
    return over({"d": DISTRICT}, CARDS)


def ask(question: str) -> Answer:
    return proved(assistant(), question)


FIGURES = {
    "三岔街道公开了多少条信息": ["190"],
    "公开信息最多的街道是哪个": ["190"],
    "公开信息数最多的三个街道依次是哪三个": ["190", "172", "131"],
    "教育局公开了几条信息": ["61"],
    "民政局比教育局多公开多少条": ["27"],
    "石桥水务网的点击量有多少人次": ["45"],
    "“石桥发布”微信公众号有多少粉丝": ["70"],
    "年末微博有多少听众": ["2300"],
    # What is told in the part on applications was received; two counts of one thing are two.
    "收到自然人的申请多少件": ["17"],
    "收到的企业申请有几件": ["3"],
    "搬迁了多少户多少人": ["210", "640"],
    "培训班中业务类占了几期": ["1"],
    "年底“石桥环保”微博的听众有多少": ["2300"],
}


@pytest.mark.parametrize(("question", "values"), FIGURES.items())
def test_whose_number_it_is(question: str, values: list[str]) -> None:
    assert [v.value for v in ask(question).values] == values


NEAR_MISSES = [
    # Another's, and what is counted of no body.
    "电视台的点击量有多少",
    "“石桥环保”微博有多少粉丝量超过万的账号",
    "教育局公开了几条政策",
    "年初微博有多少听众",
    "卫生局公开了几条信息",
    "收到律师的申请多少件",
    "培训班中法律类占了几期",
    "收到自然人的投诉多少件",
]


@pytest.mark.parametrize("question", NEAR_MISSES)
def test_it_is_nobody_elses(question: str) -> None:
    answer = ask(question)
    assert answer.status in ("unanswered", "clarify"), answer.text
