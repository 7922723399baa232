"""The rows of the statistics table of 2014 to 2018 as people say them (寄信来的申请), and what is none of them."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

COUNTY = """安河县2016年政府信息公开工作年度报告
一、概述
大力做好政策解读和回应。洪灾期间连续发布救助信息17条。
二、收费情况
全县没有收取依申请公开信息费用。
附件：政府信息公开情况统计表
|统计指标|单位|统计数|
|一、主动公开情况|——|——|
|（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）|条|5120|
|其中：主动公开规范性文件数|条|21|
|制发规范性文件总数|件|34|
|二、回应解读情况|——|——|
|（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）|次|44|
|（二）通过不同渠道和方式回应解读的情况|——|——|
|1.参加或举办新闻发布会总次数|次|8|
|其中：主要负责同志参加新闻发布会次数|次|3|
|3.政策解读稿件发布数|篇|65|
|三、依申请公开情况|——|——|
|（一）收到申请数|件|60|
|1.当面申请数|件|11|
|2.传真申请数|件|4|
|3.网络申请数|件|26|
|4.信函申请数|件|19|
|（二）申请办结数|件|60|
|1.按时办结数|件|53|
|2.延期办结数|件|7|
|（三）申请答复数|件|60|
|1.属于已主动公开范围数|件|12|
|2.同意公开答复数|件|20|
|3.同意部分公开答复数|件|2|
|4.不同意公开答复数|件|10|
|其中：涉及国家秘密|件|1|
|涉及商业秘密|件|3|
|涉及个人隐私|件|5|
|不是《条例》所指政府信息|件|1|
|5.不属于本行政机关公开数|件|6|
|6.申请信息不存在数|件|5|
|7.告知作出更改补充数|件|3|
|8.告知通过其他途径办理数|件|2|
|七、机构建设和保障经费情况|——|——|
|（一）政府信息公开工作专门机构数|个|16|
|（二）设置政府信息公开查阅点数|个|38|
|八、政府信息公开会议和培训情况|——|——|
|（一）召开政府信息公开工作会议或专题会议数|次|9|
|（二）举办各类培训班数|次|14|
|（三）接受培训人员数|人次|420|
"""
CARDS = {"anhe-2016": ("安河县2016年政府信息公开工作年度报告", "安河县人民政府", "安河县", "2016")}


@cache
def assistant() -> Assistant:
    return over({"anhe-2016": COUNTY}, CARDS)


def ask(question: str) -> Answer:
    return proved(assistant(), question)


FIGURES = {
    "社会热点回应了多少次": "44",
    "热点问题回应了多少次": "44",
    "热点和舆情一共回应了几次": "44",
    "写了多少篇解读文章": "65",
    "党政一把手参加新闻发布会几次": "3",
    "到现场递交的申请有多少件": "11",
    "发传真来申请的有几件": "4",
    "通过信件方式提出的申请有几件": "19",
    "邮寄来的申请有多少件": "19",
    "用网络方式提交的申请几件": "26",
    "拖延后办结的申请有几件": "7",
    "延长期限后答复的有几件": "7",
    "早就公开过的有几件": "12",
    "牵涉到别人隐私的有几件": "5",
    "不算政府信息的有几件": "1",
    "不归本机关管的申请有几件": "6",
    "不该由本单位公开的有几件": "6",
    "申请的信息根本不存在的有几件": "5",
    "要求补充材料的有几件": "3",
    "让申请人补正的有几件": "3",
    "让申请人走别的途径办理的有几件": "2",
    "办了几期培训班": "14",
    "设了多少个查阅点": "38",
    "群众可以去查资料的查阅点设了多少个": "38",
    "平均一期培训班有多少人次参加": "30",
}
NONE = (
    # Another thing that came by the same way, or for the same reason.
    "邮寄来的举报有几件",
    "当面答复的申请有几件",
    "到现场查阅的有多少人",
    "通过网络方式公布的信息有几条",
    "延期公开的信息有几条",
    "牵涉到别人隐私的举报有几件",
    "要求补充材料的复议有几件",
    "不归本机关管的网站有几个",
    "一把手亲自办理的申请有几件",
    "群众关心的热点解读了几篇",
    # Other secrets are none of those of the table.
    "因为涉及工作秘密而没有公开的申请有几件",
    "涉及军事秘密的有几件",
    # What was made is not what was made public, though both stand below that heading.
    "主动公开的规范性文件有几件",
    # How many places there are says of none where it is.
    "查阅点设在哪里",
    "去哪里可以查阅信息",
    # That no fees were taken says nothing of what was applied for.
    "申请的信息有几件",
    "申请的信息不清楚的有几件",
    "写了多少篇调研文章",
)


@pytest.mark.parametrize(("question", "number"), FIGURES.items())
def test_a_row_answers_to_what_people_call_it(question: str, number: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.text
    assert number in [v.value for v in answer.values], answer.text


@pytest.mark.parametrize("question", NONE)
def test_what_no_row_counts_is_refused(question: str) -> None:
    answer = ask(question)
    assert answer.status != "answered", answer.text


def test_what_was_made_public_is_no_number_of_what_was_made() -> None:
    assert [v.value for v in ask("主动公开规范性文件多少条").values] == ["21"]
    assert [v.value for v in ask("公开了多少规范性文件").values] == ["21"]
    assert [v.value for v in ask("一共制发了多少规范性文件").values] == ["34"]


def test_of_which_one_a_number_is_denies_nothing_where_one_has_it() -> None:
    found = ask("哪类答复有12件")
    assert found.polarity is None and not found.text.startswith("不是"), found.text
