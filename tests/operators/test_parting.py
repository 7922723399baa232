"""Questions of how something is divided, in many wordings, over breakdowns that a report tells in prose."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

BUREAU = """\
云川市水务局2012年政府信息公开年度报告
本报告由云川市水务局编制，统计期限为2012年1月1日至12月31日。
一、主动公开情况
（一）公开内容
全年主动公开水务信息1450条。其中工作动态类620条，水质公告类410条，工程招标类230条，政策文件类120条，人事财务类70条。
（二）公开方式
局网站发布1010条；《云川日报》等媒体刊播220条次；召开新闻发布会3次；印发节水手册500册。
二、受理举报情况
供水热线受理举报960件，其中管道漏水520件、水质异常290件、私接水管110件、其他40件，全部办结。
三、依申请公开情况
共收到公开申请30件，其中电子邮件18件、书面12件。答复结果：同意公开24件，部分公开4件，不予公开2件。
"""
CARDS = {
    "yunchuan-shuiwu-2012": (
        "云川市水务局2012年政府信息公开年度报告",
        "云川市水务局",
        "云川市",
        "2012",
    )
}


@cache
def assistant() -> Assistant:
    return over({"yunchuan-shuiwu-2012": BUREAU}, CARDS)


def ask(question: str) -> Answer:
    before, _, asked = question.rpartition("||")
    if before:
        return assistant().answer(asked, history=[before])
    return proved(assistant(), asked)


KINDS = {
    "主动公开的水务信息分成了哪几类": ["620", "410", "230", "120", "70"],
    "局里公开的信息都有哪几种": ["620", "410", "230", "120", "70"],
    "2012年公开的信息按类别怎么分": ["620", "410", "230", "120", "70"],
    "热线接到的举报包括哪些类别": ["520", "290", "110", "40"],
    "申请的答复结果有哪几类": ["24", "4", "2"],
    "市民是用什么方式提交申请的": ["18", "12"],
    "申请人以哪几种方式提出申请": ["18", "12"],
}
NAMED = {
    "信息里垫底的是哪一类": "人事财务类",
    "公开数量排第二的是什么内容": "水质公告类",
    "倒数第二少的信息是哪类": "政策文件类",
    "供水热线的举报走管道漏水的多还是水质异常的多": "管道漏水",
    "举报件数排第三的是哪种": "私接水管",
    "哪类举报最多": "管道漏水",
}
FIGURES = {
    "水质公告类占了百分之几": ["28.28"],
    "举报中水质异常的占全部举报的比例是多少": ["30.21"],
    "供水热线受理举报多少件||其中管道漏水占百分之几": ["54.17"],
    "除了工作动态，其他几类合计多少条": ["830"],
    "扣掉工作动态类，还剩多少条": ["830"],
    "管道漏水和水质异常一共多少件": ["810"],
    "管道漏水比私接水管多多少件": ["410"],
    "超过200条的是哪几类信息": ["620", "410", "230"],
    "不到100件的举报有哪些类别": ["40"],
    "哪些举报破了三百件": ["520"],
    "刨去其他，剩下的举报有多少件": ["920"],
    "主动公开的信息分成哪几类||平均每类多少条": ["290"],
    "其他类举报占多大比重": ["4.17"],
}
WAYS = ["水务局通过哪些渠道公开信息", "大家能从哪些途径看到局里公布的信息", "公开信息用了什么形式"]
NEAR_MISSES = [
    "工作动态类分成哪几种",
    "2011年公开的信息分成哪几类",
    "水压不足的举报有多少件",
    "除了噪声，其余举报多少件",
    "哪个区的举报最多",
    "电话申请占百分之几",
    "共收到公开申请多少件||其中传真的占百分之几",
    "管道漏水里面哪条街最多",
    "水务局通过哪些渠道招聘人员",
    "水质公告类里哪家企业最多",
    "人事类比科研类多多少条",
    "除了工作动态类和科研类，其余多少条",
]


@pytest.mark.parametrize(("question", "values"), KINDS.items())
def test_kinds(question: str, values: list[str]) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.text
    assert [v.value for v in answer.values] == values


@pytest.mark.parametrize(("question", "name"), NAMED.items())
def test_order(question: str, name: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.text
    assert answer.text.startswith(name) or f"是{name}" in answer.text


@pytest.mark.parametrize(("question", "values"), FIGURES.items())
def test_figures(question: str, values: list[str]) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.text
    assert [v.value for v in answer.values] == values


def test_they_add_up() -> None:
    answer = ask("四类举报的件数相加，和960对得上吗")
    assert (answer.status, answer.polarity) == ("answered", "yes")


@pytest.mark.parametrize("question", WAYS)
def test_ways_to_publish(question: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.text
    assert "网站" in answer.text
    assert "发布会" in answer.text


@pytest.mark.parametrize("question", NEAR_MISSES)
def test_near_misses(question: str) -> None:
    assert ask(question).status != "answered"
