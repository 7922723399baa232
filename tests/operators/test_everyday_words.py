"""Questions in everyday words, told in the words of the report; of another thing nothing is told."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

COUNTY = """\
松阳河县2014年政府信息公开年度报告
一、概述
县政府调整了政府信息公开工作领导小组,由常务副县长任组长,成员二十一人。县政府办公室牵头,9个乡镇、31个县直部门各设联络员1名。县财政安排专项经费14.5万元,用于公开栏改造和公报印制。
网上巡查每季度组织一次,全年发出整改通知书19份,责令4家网站停止运行,点名批评更新滞后的单位6个。
二、主动公开政府信息的情况
县广播电视台、报刊刊播政务信息860条。村务公开栏张贴97期,每月5日前更新。县电视台《阳光直通车》播出30期,现场曝光问题22个,年底前整改到位18个。微信公众号“松阳河发布”粉丝3.1万人。
全县有520名居民走进县档案馆。公布拆除违法建筑2.3万㎡。首次公开村级财务收支情况。依托县图书馆、县档案馆设立查阅点2处,安装触摸屏11台。
三、依申请公开政府信息的情况
收到申请33件,延期2件系需征求第三方意见。申请内容以索取土地批文为主。
四、存在的主要问题和改进措施
主要问题:一是网站检索功能较弱,部分公示位置不醒目,群众不易找到;二是联络员变动频繁,业务不熟;三是各乡镇进展不平衡,政策解读形式单一。
下一步,把公开工作纳入乡镇目标考核,在县政府网站增设政策解读栏目,集中轮训新任联络员。
"""
CARDS = {
    "songyanghe-2014": (
        "松阳河县2014年政府信息公开年度报告",
        "松阳河县人民政府",
        "松阳河县",
        "2014",
    )
}


@cache
def assistant() -> Assistant:
    return over({"songyanghe-2014": COUNTY}, CARDS)


def ask(question: str) -> Answer:
    return proved(assistant(), question)


FIGURES = {
    "要求整改的通知一年发了多少份": "19",
    "被勒令停止运行的网站有几家": "4",
    "挨批评的单位有几个": "6",
    "报纸和广播电视台登了多少条政务消息": "860",
    "村务公开栏贴了几期": "97",
    "阳光直通车一年播了几期": "30",
    "现场亮出来多少个问题": "22",
    "公众号有多少人关注": "3.1",
    "松阳河发布有多少人在关注": "3.1",
    "参观县档案馆的居民有多少": "520",
    "去县档案馆参观的居民有多少名": "520",
    "拆掉的违建有多少平方米": "2.3",
    "装了几台触摸屏": "11",
    "县财政拨了多少钱专门做公开": "14.5",
}
PASSAGES = {
    "领导小组由谁挂帅": "常务副县长任组长",
    "领导小组是谁当组长": "常务副县长任组长",
    "信息公开是哪个部门挑头干的": "县政府办公室牵头",
    "专项经费都花到哪里去了": "用于公开栏改造和公报印制",
    "村务公开栏每个月几号以前要换一次内容": "每月5日前更新",
    "头一回晒出来的是村里的什么情况": "首次公开村级财务收支情况",
    "查阅点是借哪些场所开的": "县图书馆、县档案馆",
    "为什么有两件拖后了才办": "征求第三方意见",
    "什么地方的公示群众找不着": "群众不易找到",
    "联络员老换人，有什么毛病": "业务不熟",
    "打算把公开工作算进什么考核": "乡镇目标考核",
    "县政府网站打算添个什么栏目": "政策解读栏目",
    "集中教哪些人": "新任联络员",
}
OF_ANOTHER = [
    "被勒令恢复运行的网站有几家",
    "挨表扬的单位有几个",
    "撤回了多少份整改通知书",
    "村务公开栏撕下了几期",
    "现场表扬的问题有多少个",
    "公众号取消了多少人关注",
    "公众号关注了多少人",
    "参观县博物馆的居民有多少",
    "参观县档案馆的学生有多少",
    "走进县档案馆的老人有多少",
    "走出县档案馆的居民有多少",
    "新盖的违建有多少平方米",
    "拆了几台触摸屏",
    "市财政拨了多少钱专门做公开",
    "领导小组由谁当副组长",
    "信息公开是哪个乡镇挑头干的",
    "整改专项经费是谁贪污的",
    "村务公开栏每个月几号以前要拆除",
    "头一回晒出来的是镇里的什么财务情况",
    "查阅点是租哪些场所开的",
    "为什么有两件退回了才办",
    "打算把公开工作算进什么工资",
    "县政府网站打算撤掉什么栏目",
    "集中裁减哪些人",
    "联络员老开会，有什么毛病",
    "县电视台曝光了多少条政务信息",
]


@pytest.mark.parametrize("question", FIGURES)
def test_a_number_is_told_in_the_words_of_the_report(question: str) -> None:
    found = ask(question)
    assert [v.value for v in found.values] == [FIGURES[question]], found.text


@pytest.mark.parametrize("question", PASSAGES)
def test_what_prose_says_is_told_in_its_words(question: str) -> None:
    found = ask(question)
    assert found.status == "answered", found.text
    assert PASSAGES[question] in found.text, found.text


@pytest.mark.parametrize("question", OF_ANOTHER)
def test_of_another_thing_nothing_is_told(question: str) -> None:
    found = ask(question)
    assert found.status != "answered", found.text


def test_how_a_word_was_read_is_said() -> None:
    assert "责令" in ask("被勒令停止运行的网站有几家").text
