"""What the year's work was led by, what is wrong with one thing, and what is to be done about it all, in many words."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

TOWN = """\
石塘镇2016年政府信息公开工作年度报告
一、概述
2016年，全镇各站所坚持公开为常态、不公开为例外，以惠农补贴公开为重点，以标准化建设为抓手，紧扣“便民石塘”主线，各项工作稳步推进。镇政府办公会议专题研究政务公开3次。
镇广播站以方言播报为特色，按时播出信息120条。镇便民中心公开办事指南46份。
二、存在问题及下一步工作
存在问题：一是个别村公开意识不强；二是公开栏内容陈旧；三是信息员少，更换频繁。
下一步：一是建立周检查、月通报制度；二是统一12个村公开栏样式；三是2017年将信息员轮训一遍。
"""
CARDS = {
    "shitang-2016": (
        "石塘镇2016年政府信息公开工作年度报告",
        "石塘镇人民政府",
        "石塘镇",
        "2016",
    )
}
FOCUS, MEANS, TENET = "惠农补贴公开为重点", "标准化建设为抓手", "公开为常态"
MEASURES = ("周检查", "公开栏样式", "轮训一遍")
SAID: dict[str, tuple[str, ...]] = {
    "2016年公开工作把什么当重点": (FOCUS,),
    "石塘镇的政务公开以什么为重点？": (FOCUS,),
    "信息公开的工作重点是什么": (FOCUS,),
    "政务公开工作以什么为抓手": (MEANS,),
    "石塘镇做信息公开，遵循的是什么原则？": (TENET,),
    "开展政务公开坚持什么原则": (TENET,),
    "2016年的信息公开工作围绕什么主题展开": ("便民石塘",),
    "镇里这一年的政务公开是围着哪些大事转的": ("便民石塘",),
    # What is to be done about all of it.
    "今后准备采取哪些办法改进": MEASURES,
    "针对这些问题，2017年石塘镇准备做哪几件事来改进": MEASURES,
    "镇里打算用什么办法解决这些问题": MEASURES,
    "问题摆出来了，接下来打算怎么改进呢？": MEASURES,
    "报告里说了不少问题，那么下一步怎么改进": MEASURES,
    # What is wrong with one thing.
    "公开栏做得怎么样，有什么毛病吗": ("内容陈旧",),
    "公开栏哪里做得还不够好": ("内容陈旧",),
    "信息员还面临哪些难题": ("更换频繁",),
    "公开意识还差在哪里": ("公开意识不强",),
}
NOT_SAID = (
    # Another thing's focus, another year's, another noun, another principle.
    "镇广播站以什么为重点",
    "明年以什么为重点",
    "政务公开以什么为载体",
    "镇广播站遵循什么原则",
    "政务公开以什么思想为指导",
    "公开栏围绕什么主题展开",
    # Of what no problem is told, and for what nothing is planned.
    "办事指南哪里做得还不够好",
    "镇广播站怎么样，有什么毛病吗",
    "便民中心还面临哪些难题",
    "打算用什么办法播出信息",
    "针对广播站的问题准备怎么改进",
)


@cache
def assistant() -> Assistant:
    return over({"shitang-2016": TOWN}, CARDS)


def ask(question: str) -> Answer:
    return proved(assistant(), question)


@pytest.mark.parametrize("question", SAID)
def test_what_is_asked_of_the_year_is_told(question: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.text
    assert all(piece in answer.text for piece in SAID[question]), answer.text


@pytest.mark.parametrize("question", NOT_SAID)
def test_what_the_report_does_not_say_of_it_is_refused(question: str) -> None:
    answer = ask(question)
    assert answer.status != "answered", answer.text
