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
    2.同意公开答复数                                    件      31
    3.不同意公开答复数                                  件      4
        其中：涉及国家秘密                              件      1
              涉及商业秘密                              件      0
              涉及个人隐私                              件      3
九、政府信息公开会议和培训情况                          --      --
  （一）召开政府信息公开工作会议或专题会议数            次      7
  （二）举办各类培训班数                                次      4
  （三）接受培训人员数                                  人次    150
"""
COUNTY = """\
临泉县2012年政府信息公开工作年度报告
一、主动公开情况
2012年全县主动公开政府信息820条。
二、统计表
指标名称 计量单位 2012年度 历年累计 主动公开文件数 条 820 9430 \
其中：1、政府网站公开数 条 700 8000 2、政府公报公开数 条 120 1430 \
受理依申请公开信息总数 条 4 19 接受行政诉讼、举报数 件 0 2
"""
CARDS = {
    "chengxi-shuiwu-2016": (
        "澄溪县水务局2016年政府信息公开工作年度报告",
        "澄溪县水务局",
        "澄溪县",
        "2016",
    ),
    "linquan-2012": (
        "临泉县2012年政府信息公开工作年度报告",
        "临泉县人民政府",
        "临泉县",
        "2012",
    ),
}


@cache
def assistant(report: str) -> Assistant:
    return over({report: BUREAU if report.startswith("chengxi") else COUNTY}, CARDS)


@cache
def city() -> Assistant:
    title = "北原市2022年政府信息公开工作年度报告"
    card = (title, "北原市人民政府", "北原市", "2022")
    return over({"beiyuan-2022": f"{title}\n{BEIYUAN}"}, {"beiyuan-2022": card})


def ask(question: str, report: str = "chengxi-shuiwu-2016") -> Answer:
    return proved(assistant(report), question)


FIGURES = {
    # Who was trained is who came to the courses, and no other persons of whom the report tells.
    "每期培训班平均多少人": ["37.5"],
    "平均每次培训班有多少人次参加": ["37.5"],
    "参加培训班的有多少人次": ["150"],
    "培训班办了几次": ["4"],
    "专项经费按工作人员平摊，每人约合多少万元": ["1.58"],
    "专项经费按工作人员人头分摊，每人多少万元": ["1.58"],
    # Nothing is published on two channels.
    "微信上公开的信息比微博多多少条": ["150"],
    "网站上公开的信息比微信上多多少条": ["960"],
    # What is denied of somebody is left of all.
    "新闻发布会里有几次主要领导没有参加": ["3"],
    "在线访谈有几次主要负责人没参加": ["0"],
    # Which of two is more, and by how much.
    "当面申请多还是网络申请多？差几件？": ["10"],
    "微博公开的信息还是微信公开的信息多，多多少条": ["150"],
    "传真申请和信函申请哪种少，少几件": ["9"],
    # A kind in short, by characters of its name in their order.
    "节水排水类信息有多少条": ["55"],
    "水利防汛类多少条": ["96"],
    "水利河道类和节水排水类一共多少条": ["151"],
    "水利防汛类比节水排水类多几条": ["41"],
    # What all of them make together, where the report states it of all.
    "各个乡镇水务站合起来公开了多少条": ["310"],
    "所有乡镇水务站加起来公开了多少条信息": ["310"],
}
EVER = {
    "2012年公开的文件占历年总量的百分之几": ["8.7"],
    "2012年网站公开数占历年累计的百分之几": ["8.75"],
    "2012年以前历年累计公开的文件有多少条": ["8610"],
    "2012年之前公开了多少条文件": ["8610"],
}


@pytest.mark.parametrize(("question", "values"), FIGURES.items())
def test_two_figures_give_a_third(question: str, values: list[str]) -> None:
    assert [v.value for v in ask(question).values] == values


@pytest.mark.parametrize(("question", "values"), EVER.items())
def test_the_year_stands_to_all_years(question: str, values: list[str]) -> None:
    assert [v.value for v in ask(question, "linquan-2012").values] == values


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


ALL = {
    "每次在线访谈都有主要领导参加吗": "yes",
    "新闻发布会都有主要领导参加吗": "no",
    "申请都按时办结了吗": "no",
    "申请答复都同意公开了吗": "no",
}


def test_a_mean_of_all_kinds_is_none_of_what_stands_under_one() -> None:
    # 1, 0 and 3 stand under 不同意公开, and 同意公开 is none of them.
    values = [v.value for v in ask("申请答复，同意公开答复相当于所有类别的平均值的多少倍").values]
    assert values in ([], ["1.55"])


@pytest.mark.parametrize(("question", "polarity"), ALL.items())
def test_what_is_said_of_all_is_held_against_all(question: str, polarity: str) -> None:
    assert ask(question).polarity == polarity


NEAR_MISSES = [
    # Stages of one thing are no kinds of it; different things have no mean.
    "哪种申请最多",
    "哪一项申请最少",
    "便民服务点平均多少个",
    "按便民服务点平均",
    # No two of one kind, and one of which nothing is told.
    "当面申请多还是新闻发布会多，差多少",
    "当面申请多还是电话申请多？差几件？",
    # Other persons, and none of whom the report tells.
    "每期培训班平均多少名老师",
    "培训班有多少名老师",
    "每次新闻发布会平均多少人",
    # All leaders are not all press conferences.
    "主要领导都参加了新闻发布会吗",
    # Short for no kind, or for none that begins so.
    "节水发电类信息有多少条",
    "节水旅游类信息有多少条",
    "水利发电类信息有多少条",
    # Told of no villages.
    "各个村合起来公开了多少条",
    "专项经费按窗口工作人员平摊，每人多少万元",
]
NEVER = [
    # Another year, and what is counted otherwise.
    "2010年以前历年累计公开的文件有多少条",
    "2012年公开的文件占受理申请历年累计的百分之几",
]


@pytest.mark.parametrize("question", NEAR_MISSES)
def test_what_does_not_follow_is_refused(question: str) -> None:
    answer = ask(question)
    assert answer.status in ("unanswered", "clarify"), answer.text


@pytest.mark.parametrize("question", NEVER)
def test_of_other_years_nothing_follows(question: str) -> None:
    answer = ask(question, "linquan-2012")
    assert answer.status in ("unanswered", "clarify"), answer.text


def test_the_total_of_a_row_is_not_held_against_one_of_its_columns() -> None:
    assert proved(city(), "有没有予以公开超过自然人的申请人吗").polarity == "no"
    assert proved(city(), "予以公开超过自然人的申请人吗").status == "unanswered"
    assert proved(city(), "新收申请中商业企业超过自然人吗").polarity == "no"
