"""What is worked out of two figures that the report has, and what must not be: means, differences, what is left."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved
from tests.towns import BEIYUAN

BUREAU = """\
澄溪县水务局2016年政府信息公开工作年度报告
一、概述
全局从事信息公开的工作人员8人，年度专项经费12.6万元。设便民服务点5个，开设窗口14个，共受理申请4200件。
二、主动公开情况
2016年，主动公开的主要类别有：机构职能类信息40条，水利工程、河道管理、防汛抗旱类信息96条，节水供水排水类信息55条，其他应主动公开的信息12条。
各乡镇水务站公开信息310条。
附表
政府信息公开情况统计表
（2016年度）
统计指标                                                单位    统计数
一、主动公开情况                                        --      --
  （一）主动公开政府信息数                              条      1530
  （二）通过不同渠道和方式公开政府信息的情况            --      --
    1.政府公报公开政府信息数                            条      0
    2.政府网站公开政府信息数                            条      1200
    3.政务微博公开政府信息数                            条      90
    4.政务微信公开政府信息数                            条      240
二、回应解读情况                                        --      --
  （一）回应公众关注热点或重大舆情数                    次      6
  （二）通过不同渠道和方式回应解读的情况                --      --
    1.参加或举办新闻发布会总次数                        次      5
        其中：主要负责同志参加新闻发布会次数            次      2
    2.政府网站在线访谈次数                              次      3
        其中：主要负责同志参加政府网站在线访谈次数      次      3
三、依申请公开情况                                      --      --
  （一）收到申请数                                      件      61
    1.当面申请数                                        件      30
    2.传真申请数                                        件      1
    3.网络申请数                                        件      20
    4.信函申请数                                        件      10
  （二）申请办结数                                      件      60
    1.按时办结数                                        件      57
    2.延期办结数                                        件      3
  （三）申请答复数                                      件      60
    1.属于已主动公开范围数                              件      25
    2.同意公开答复数                                    件      35
九、政府信息公开会议和培训情况                          --      --
  （一）召开政府信息公开工作会议或专题会议数            次      7
  （二）举办各类培训班数                                次      4
  （三）接受培训人员数                                  人次    150
"""
CARDS = {
    "chengxi-shuiwu-2016": (
        "澄溪县水务局2016年政府信息公开工作年度报告",
        "澄溪县水务局",
        "澄溪县",
        "2016",
    ),
}


@cache
def assistant(report: str) -> Assistant:
    return over({report: BUREAU}, CARDS)


@cache
def city() -> Assistant:
    title = "北原市2022年政府信息公开工作年度报告"
    card = (title, "北原市人民政府", "北原市", "2022")
    return over({"beiyuan-2022": f"{title}\n{BEIYUAN}"}, {"beiyuan-2022": card})


def ask(question: str, report: str = "chengxi-shuiwu-2016") -> Answer:
    return proved(assistant(report), question)


MOST = {
    "老百姓用得最多的申请方式是哪一种": "当面申请数",
    "大家用哪种方式申请最少": "传真申请数",
    "用得最多的申请方式是哪种": "当面申请数",
}


@pytest.mark.parametrize(("question", "name"), MOST.items())
def test_a_way_is_one_of_the_ways(question: str, name: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert name in answer.text


NEAR_MISSES = [
    # Stages of one thing are no kinds of it; different things have no mean.
    "哪种申请最多",
    "哪一项申请最少",
    "便民服务点平均多少个",
    "按便民服务点平均",
]


@pytest.mark.parametrize("question", NEAR_MISSES)
def test_what_does_not_follow_is_refused(question: str) -> None:
    answer = ask(question)
    assert answer.status in ("unanswered", "clarify"), answer.text


def test_the_total_of_a_row_is_not_held_against_one_of_its_columns() -> None:
    assert proved(city(), "有没有予以公开超过自然人的申请人吗").polarity == "no"
    assert proved(city(), "予以公开超过自然人的申请人吗").status == "unanswered"
    assert proved(city(), "新收申请中商业企业超过自然人吗").polarity == "no"
