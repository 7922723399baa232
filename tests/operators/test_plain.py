"""Everyday questions about a report of many parts: what is not so, rates, halves, roles, places, points and dates."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

HOUSING = """\
澄溪县住房保障中心2016年政府信息公开工作年度报告
一、主动公开情况
全年主动公开政府信息3200条,比2015年增加240条,增长8.1%。其中网站公开2400条。
(一)公开渠道。公开栏张贴公告640条;公报刊载文件96件。
(二)征求意见。6月印发《澄溪县危房改造补助办法》(澄住发〔2016〕9号),由村镇建设股起草,自7月1日起施行,有效期3年,每户补助2.5万元。收到意见64条,采纳16条。抽签由县公证处公证,并邀请申请家庭代表到场。
(三)改造情况。改造小区12个,涉及楼房96栋、居民4320户。按镇街分,东街街道6个、西街街道4个、青石镇2个。受理住房申请500户,审核通过400户。对80件旧文件进行清理,继续有效50件、修订10件、废止20件。废止文件中有规范性文件4件。
(四)受理来信50件,办结40件,办结率80%。举办培训班4期,参训320人次,其中一次邀请县法院讲授答复文书。便民服务中心安装查询机6台。
(五)考核监督。中心领导小组由主任任组长。信息公开在年度考核中占6分。
二、依申请公开情况
全年收到政府信息公开申请120件,上年结转5件。按方式分,网络申请70件、信函申请30件、当面申请20件。被提起行政诉讼5件,法院驳回3件,尚在审理2件。
三、存在问题
一是专职人员少、轮岗快;二是有两个乡镇连续两个月未更新信息。
"""
CARDS = {
    "chengxi-2016": (
        "澄溪县住房保障中心2016年政府信息公开工作年度报告",
        "澄溪县住房保障中心",
        "澄溪县",
        "2016",
    )
}


@cache
def assistant() -> Assistant:
    return over({"chengxi-2016": HOUSING}, CARDS)


def ask(question: str) -> Answer:
    return proved(assistant(), question)


FIGURES = {
    # What is not so, of which the report states the whole and that which is.
    "没有采纳的意见有多少条": ["48"],
    "有多少户没有通过审核": ["100"],
    "没有办结的来信有几件": ["10"],
    # A rate that the report does not state: of what came in, what became of it.
    "意见采纳率是多少": ["25"],
    "审核通过率": ["80"],
    "行政诉讼中被驳回的占几分之几": ["60"],
    # A whole that leads the section under which its part stands.
    "公开栏张贴的公告占主动公开信息的百分之几": ["20"],
    # Parts after a clause that divides, with others before them.
    "网络申请占几成": ["58.33"],
    "除去网络申请,其余申请有多少件": ["50"],
    # What is one of a part is not the part.
    "废止的文件比修订的多几件": ["10"],
    # What stands behind a document's name is of the document.
    "危房改造每户补助多少钱": ["2.5"],
    "补助办法有效期是几年": ["3"],
    "申请住房的有多少户": ["500"],
    "信息公开在年度考核中占几分": ["6"],
    # Buildings are no 小区, though they are told of them.
    "平均每个小区涉及多少户居民": ["360"],
    # So many members, though they are counted in the measure word of their figures.
    "改造小区不足5个的镇街共有几个": ["2"],
    "收到意见条数÷采纳条数": ["4"],
    "每期培训班平均多少人次参加": ["80"],
    "主动公开信息比上年增长了百分之几": ["8.1"],
}


@pytest.mark.parametrize(("question", "values"), FIGURES.items())
def test_a_figure_is_found_or_computed(question: str, values: list[str]) -> None:
    assert [v.value for v in ask(question).values] == values


SAID = {
    "危房改造补助办法由谁起草": "由村镇建设股起草",
    "补助办法由哪个股室起草": "由村镇建设股起草",
    "抽签由谁公证": "县公证处公证",
    "抽签邀请谁到场": "邀请申请家庭代表到场",
    "查询机装在哪里": "便民服务中心安装查询机6台",
    "领导小组组长由谁担任": "由主任任组长",
    "谁担任领导小组组长": "由主任任组长",
}


@pytest.mark.parametrize(("question", "quote"), SAID.items())
def test_a_role_is_told(question: str, quote: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.text
    assert any(quote in c.quote for c in answer.citations)


NEAR_MISSES = [
    # Of several results one says nothing of the others.
    "没有修订的文件有几件",
    "没有公布的意见有多少条",
    "培训班通过率是多少",
    "信函申请是由谁提出的",
    "抽签由谁监督",
    "查询机由谁安装调试",
    "连续两个月未更新信息的是哪两个乡镇",
    "专职人员为什么轮岗快",
    "楼房栋数÷小区个数",
    "培训班在考核中占几分",
    "主动公开信息比前年增长了百分之几",
]


@pytest.mark.parametrize("question", NEAR_MISSES)
def test_what_is_not_told_is_refused(question: str) -> None:
    answer = ask(question)
    assert answer.status in ("unanswered", "clarify"), answer.text
