"""What bounds a question is kept by its answer: levels, bodies, what is counted, plans, roles that are only counted."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

COUNTY = """\
芦溪县2012年政府信息公开工作年度报告
本报告由芦溪县人民政府编制，统计期限为2012年1月1日至12月31日。联系单位：芦溪县政务公开办公室；电话：0571-5551234。
一、概述
全县14个乡镇、46个县直单位编制公开目录60份。配备专(兼)职联络员120名。县财政安排专项经费26万元，乡镇和部门自筹8万元。点名批评进度滞后单位5个。
二、主动公开情况
全县历年累计主动公开政府信息30000条，其中2012年新增9000条。2012年新增的信息中，民生类2100条，农业类1300条。
县直单位前三名是水利局640条、卫生局512条、教育局433条。
《芦溪信息》全年编发10期，每期印450份。县档案馆、县图书馆两处查阅点，全年接待查阅者1500人次。各级政府网站公开7100条。42个县直部门公开“三公”经费预算。
县长热线和县长信箱受理来信来电3100件，办结3000件。手机短信平台发送惠民信息2万条。县政府新闻办召开新闻发布会4场。公布审批改革结果，保留项目88项、取消12项。
三、依申请公开情况
全年收到申请64件。其中涉及征地补偿的20件。年内答复60件，另有4件延至2013年1月答复。已答复的申请中，同意公开41件，部分公开9件，不予公开3件（涉及个人隐私），信息不存在7件。电话咨询800人次，网上和来信咨询90人次。“芦溪发布”微博6月上线，发布博文240条。全年公开水利投资计划5亿元。
四、收费情况
全年只向2名申请人收取复印费30元。
五、行政复议情况
行政复议6件，其中维持5件、责令重新答复1件。
六、存在的问题和下步打算
主要问题：网站检索功能较弱；公开范围有待进一步扩大。
2013年，一要在5月底前修订完公开目录；二要将各乡镇系统统一管理；三要轮训一遍联络员。
"""
OFFICE = """\
云泽市水利局2021年政府信息公开工作年度报告
年度报告通过云泽市人民政府网站公布。如有疑问，请与云泽市水利局联系（地址：云泽市江滨路6号，电话：0599-6660000）。
一、总体情况
2021年，我局严格程序，全年共审核发布各类信息310条，其中：政策解读信息12条；政府信息公开指南1条。我局承办的建议提案办理满意率为100%。
起草的信息经过内部审批流程后，由局办公室进行保密审查，报局分管领导和局长审批。全年受理网络问政150件。
"""
CARDS = {
    "luxi-2012": (
        "芦溪县2012年政府信息公开工作年度报告",
        "芦溪县人民政府",
        "芦溪县",
        "2012",
    ),
}
OFFICES = {
    "yunze-2021": (
        "云泽市水利局2021年政府信息公开工作年度报告",
        "云泽市水利局",
        "云泽市",
        "2021",
    ),
}


@cache
def county() -> Assistant:
    return over({"luxi-2012": COUNTY}, CARDS)


@cache
def office() -> Assistant:
    return over({"yunze-2021": OFFICE}, OFFICES)


def ask(question: str) -> Answer:
    return proved(county(), question)


FIGURES = {
    "县财政安排了多少专项经费": "26",
    "水利局公开多少条": "640",
    "《芦溪信息》每期印多少份": "450",
    "短信平台发送多少条信息": "2",
    "申请被拒绝的有几件": "3",
    "新增的民生类信息多少条": "2100",
    "累计主动公开多少条": "30000",
    "同意公开多少件": "41",
    "查阅点有几处": "2",
    "电话咨询多少人次": "800",
    "网上和来信咨询多少人次": "90",
    "县长热线和县长信箱一共受理多少件": "3100",
    "各级政府网站公开多少条": "7100",
    "点名批评了几个单位": "5",
    "乡镇和部门自筹多少万元": "8",
    "专兼职联络员有多少名": "120",
    "历年来主动公开多少条": "30000",
    "短信平台推送多少条信息": "2",
    "专项经费花了多少": "26",
}
REFUSED = [
    # The level of a body, and its kind.
    "省财政安排了多少专项经费",
    "市财政给了多少专项经费",
    "市政务公开办公室的电话是多少",
    "省图书馆接待查阅者多少人次",
    "县政府网站公开多少条",
    "水利所公开多少条",
    # One of two of whom one thing is told.
    "县图书馆接待查阅者多少人次",
    "县长热线受理多少件",
    "县长信箱受理来信多少件",
    "乡镇自筹多少万元",
    "县直单位编制公开目录多少份",
    # Another thing than what is counted.
    "专职联络员有多少名",
    "民生类信息累计多少条",
    "短信平台收到多少条信息",
    "芦溪信息每期多少条",
    # What every report is about is not counted where it is but a word of a title.
    "公开了多少份信息",
    "公开信息多少册",
    "信息印了多少份",
    "县政府公开信息多少条",
    "三公经费是多少",
    "全县一共有多少个单位",
    "申请人有多少人",
    "征地补偿的申请公开了多少件",
    "覆盖率是多少",
    "办结率现在达到多少满意率",
    "2012年1月答复几件",
    "同意公开占收到的百分之几",
    "网上咨询多少人次",
    "微博平均每天发布多少条博文",
    "水利投资计划完成了多少亿元",
    "专职的联络员几名",
    "征地补偿的申请都公开了多少件",
    "公开办有多少人",
    # A bare count tells neither what nor who nor why.
    "取消了哪些项目",
    "电话咨询问了些什么",
    "信息不存在的是哪类申请",
    "不予公开的是谁的申请",
    "为什么责令重新答复",
    "谁提出的行政复议",
    # A plan, and what is wanting, is not done.
    "公开目录修订完了吗",
    "轮训了联络员吗",
    "公开范围已经扩大了吗",
    "检索功能改好了吗",
    "各乡镇系统已经统一管理了吗",
    "联络员轮训过没有",
    "公开范围扩大了没",
]


@pytest.mark.parametrize(("question", "value"), FIGURES.items())
def test_what_keeps_the_bounds_is_answered(question: str, value: str) -> None:
    assert value in [v.value for v in ask(question).values]


@pytest.mark.parametrize("question", REFUSED)
def test_what_is_told_of_another_thing_is_refused(question: str) -> None:
    assert ask(question).status != "answered"


@pytest.mark.parametrize(
    "question",
    [
        "云泽市政府发布信息多少条",
        "全市发布信息多少条",
        "市政府的地址在哪里",
        "办理率是100%吗",
        "局长是谁",
        "分管领导是谁",
        "网络问政问了什么",
        "政府信息公开指南印了多少份",
    ],
)
def test_what_an_office_did_is_told_of_no_other(question: str) -> None:
    assert proved(office(), question).status != "answered"


def test_an_office_tells_its_own() -> None:
    assert [v.value for v in proved(office(), "局里发布信息多少条").values] == ["310"]
    assert "江滨路6号" in proved(office(), "水利局的地址在哪里").text
    assert proved(office(), "建议提案办理满意率是100%吗").polarity == "yes"
    assert proved(county(), "不予公开的原因是什么").status == "answered"
