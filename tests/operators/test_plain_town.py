"""Everyday questions about a town's report: limits, joint figures, names of accounts, the report itself."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

TOWN = """\
澄溪县青石镇2017年政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》的要求，青石镇编制了2017年度政府信息公开工作报告，全文包括总体情况、主动公开情况、依申请公开情况、存在问题及改进情况等四部分。所列数据的统计周期为2017年1月1日至12月31日。年度报告电子版可在县政府网站（https://www.chengxi.example/qingshi）下载。
一、总体情况
14个村、4个社区各设查阅点。镇党政办牵头,严格会签程序,全面推进公开工作。
二、主动公开情况
全年主动公开政府信息320条，其中包括：财政信息40条；民生信息96条；发布政策解读和新闻稿件24条。曝光不合格食品6个。一是更新3份目录清单。办理信访98件（含网上信访35件，另有12件转下年办理），均按期办结。环评审批信息中,报告表5件、报告书2件。全部12家重点企业公开年报,其中部分内容只涉及7家重点企业。
召开新闻发布会2次；“青石政务”小程序9月上线。全年有2个村因报送不及时被通报。
“青石发布”微信公众号推送图文150篇,阅读量45000次,粉丝数3600人;直播8场,观看量6400次,点赞量1600次。
三、依申请公开情况
全年收到申请18件,上年为24件。申请内容集中在征地补偿、低保核定两方面,以征地补偿为最多。答复结果:同意公开15件,部分公开3件。无收费。
四、存在问题及改进情况
（一）主要问题
3个村全年更新少于10期;信息员业务不熟,培训偏少。
（二）改进情况
根据上述问题，镇政府采取以下措施：一是增设农家书屋查阅点。二是每季度轮训信息员。
"""
CARDS = {
    "qingshi-2017": (
        "澄溪县青石镇2017年政府信息公开工作年度报告",
        "澄溪县青石镇人民政府",
        "澄溪县青石镇",
        "2017",
    )
}


@cache
def assistant() -> Assistant:
    return over({"qingshi-2017": TOWN}, CARDS)


def ask(question: str) -> Answer:
    return proved(assistant(), question)


FIGURES = {
    # The number of those of whom the report states just this limit.
    "有几个村更新不到10期": ["3"],
    "几个村更新少于10期": ["3"],
    # All villages, and not those of whom a limit holds.
    "村和社区一共多少个": ["18"],
    # 其中包括 tells of parts; a title in a list is no owner.
    "财政信息占主动公开信息的百分之几": ["12.5"],
    "主动公开的信息除财政信息外还有多少条": ["280"],
    # Each of two things of which the same is counted has its own.
    "直播的点赞量是多少": ["1600"],
    "平均每场直播观看多少次": ["800"],
    "平均每篇图文的阅读量是多少": ["300"],
    "微信公众号有多少粉丝": ["3600"],
    # The year before is the year of which 上年为24件 tells.
    "上年收到多少件申请": ["24"],
    "2016年收到多少件申请": ["24"],
    "收到的申请比上年少多少件": ["6"],
    # A name made of words that frame a question elsewhere.
    "报告表有多少件": ["5"],
    "全部重点企业有多少家": ["12"],
    "报告表比报告书多几件": ["3"],
}


@pytest.mark.parametrize(("question", "values"), FIGURES.items())
def test_a_figure_is_found_or_computed(question: str, values: list[str]) -> None:
    assert [v.value for v in ask(question).values] == values


SAID = {
    "公众号叫什么名字": "“青石发布”微信公众号",
    "微信公众号的名称是什么": "“青石发布”微信公众号",
    "报告里的数据统计的是哪段时间": "2017年1月1日至12月31日",
    "青石镇政府的网址是什么": "https://www.chengxi.example/qingshi",
    "这份年度报告是由谁编制的": "青石镇编制了2017年度政府信息公开工作报告",
    "报告全文包括几个部分": "存在问题及改进情况等四部分",
    "针对存在的问题采取了哪些改进措施": "一是增设农家书屋查阅点。二是每季度轮训信息员",
    # The clause that names what is asked stands beside the one that answers.
    "公开工作严格了什么程序": "严格会签程序",
    "申请内容主要是哪些方面": "申请内容集中在征地补偿、低保核定两方面",
    "申请的答复结果有哪几种": "同意公开15件",
    "小程序什么时候上线的": "9月上线",
}


@pytest.mark.parametrize(("question", "quote"), SAID.items())
def test_it_is_told_in_the_words_of_the_report(question: str, quote: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.text
    assert any(quote in c.quote for c in answer.citations), answer.citations


POLARITY = {
    "曝光不合格食品不是6个吧": "no",
    "曝光不合格食品不是5个吧": "yes",
    "曝光不合格食品是6个吧": "yes",
    # What the report denies itself (不及时) is not what the question denies.
    "有2个村因报送不及时被通报，对吗": "yes",
    "有3个村因报送不及时被通报，对吗": "no",
    "全年未有2个村因报送不及时被通报，对吗": "no",
    "未推送图文150篇，对吗": "no",
    # The label of an item counts nothing.
    "一是更新3份目录清单，对吗": "yes",
    "一是更新4份目录清单，对吗": "no",
}


@pytest.mark.parametrize(("question", "polarity"), POLARITY.items())
def test_what_denies_the_number_denies(question: str, polarity: str) -> None:
    assert ask(question).polarity == polarity


NEAR_MISSES = [
    # Another limit, and another that is counted.
    "有几个村更新少于8期",
    "有几个村更新超过10期",
    "有几个社区更新少于10期",
    # One figure for two things is of neither.
    "新闻稿件发布了多少条",
    "政策解读有几条",
    "公开栏叫什么名字",
    "县教育局的网址是什么",
    # No village is named.
    "更新最少的村是哪个",
    "申请是谁提出的",
    "短视频的点赞量是多少",
    "前年收到多少件申请",
    "那上一年呢",
    # The act is denied, and no other number makes that true; nor is a denial read away as a slip.
    "未推送图文160篇，对吗",
    "同意未公开15件，对吗",
    "未办理信访98件（含网上信访35件，另有12件转下年办理），对吗",
    # The date of another, a number of some for all, and a way that is none.
    "新闻发布会什么时候召开的",
    "申请是用什么方式提交的",
    "申请人主要申请公开哪方面的房产信息",
    "信息员业务不熟的原因是什么",
    "征地 主动公开",
]


@pytest.mark.parametrize("question", NEAR_MISSES)
def test_what_is_not_told_is_refused(question: str) -> None:
    answer = ask(question)
    assert answer.status in ("unanswered", "clarify"), answer.text
