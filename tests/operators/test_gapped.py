"""Questions as clauses with a gap: what the one clause says that says everything else word for word."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from assistant.compiler.yamlfile import load
from assistant.folders import knowledge_folder
from assistant.language.gaps import Gaps, gaps_of
from tests.compiling import over, proved

COUNTY = """\
临泉县环城镇2016年政府信息公开工作年度报告
一、总体情况
部分村组公开意识淡薄。镇党政办负责汇总各站所报送材料，于每月25日前报县政府办备案。汛情发生后，镇应急办2小时内发布预警信息，当晚召开情况通报会。授予信息员“公开之星”荣誉称号。对社会关注度高的文件做到同步起草、同步解读。救助对象名单、补助标准全部上墙公示。
二、主动公开情况
入驻便民服务站的部门9个，设置服务台14个，群众满意率97.5%。镇门户网站登载1204条；《环城简讯》、镇广播站等载体播发信息310条次。就垃圾分类、河道清淤等5个议题召开听证会6次。依法对拟印发的文件开展保密审核，防止泄露敏感信息。年中启用便民查询终端，方便群众就近查阅。水质监测数据发布月报12期。召开座谈会8场，收到建议30条，有效提升决策透明度。精简年度考核指标，突出实绩，切实为村组减负。建立跟班学习制度，派员轮岗。健全配套机制，编印操作手册，提升主动公开的规范性。为方便老年人查询，增设大字版终端，安排专人引导。扎实推进教育、就业、养老等重点领域41项信息公开任务。“环城发布”微信公众号推送文章95篇。
三、存在问题及打算
企业名录更新偏慢。村级公开栏位置偏僻。下一步，镇里将督促全部38家规模企业公开年报，拟在集镇广场设置电子屏。未向申请人收取费用。镇政务公开办通报未达标单位3个。镇司法所集中讲解办事流程。
"""
CARDS = {
    "huancheng-2016": (
        "临泉县环城镇2016年政府信息公开工作年度报告",
        "临泉县环城镇人民政府",
        "临泉县环城镇",
        "2016",
    )
}
SAID = {
    "哪里的公开意识淡薄？": "部分村组公开意识淡薄",
    "汛情发生后由谁发布预警信息？": "镇应急办2小时内发布预警信息",
    "信息员被授予了什么荣誉称号？": "“公开之星”",
    "哪些文件要同步解读？": "社会关注度高的文件",
    "信息在哪些载体播发？": "《环城简讯》、镇广播站等载体",
    "哪些议题召开了听证会？": "垃圾分类、河道清淤等5个议题",
    "为什么对拟印发的文件开展保密审核？": "防止泄露敏感信息",
    "什么名录更新偏慢？": "企业名录更新偏慢",
    "下一步要督促谁公开年报？": "38家规模企业",
    "水质监测数据多久发布一次？": "月报12期",
    "打算在哪里设置电子屏？": "集镇广场",
    "哪方面的名录更新偏慢？": "企业名录更新偏慢",
    # What came of it, in the clause behind it or the one after.
    "开座谈会收到了什么效果？": "有效提升决策透明度",
    "启用便民查询终端能带来什么好处": "方便群众就近查阅",
    "保密审核能起到什么作用": "防止泄露敏感信息",
    "考核指标为什么要精简？": "切实为村组减负",
    # What was done for it stands before what came of it, or behind what it was for.
    "为了让主动公开更规范，镇里做了什么": "健全配套机制，编印操作手册",
    "靠什么办法来提升决策透明度？": "召开座谈会8场",
    "为了方便老年人查询，采取了哪些措施": "安排专人引导",
    "重点领域的信息公开具体指哪些领域？": "教育、就业、养老",
    "镇里办的那个微信公众号叫什么名字？": "环城发布",
    "政府开通的微信公众号叫什么": "环城发布",
    "精简考核指标，是想达到什么效果": "切实为村组减负",
}
FIGURES = {
    "镇门户网站登载了多少条？": "1204",
    "便民服务站设置了多少个服务台？": "14",
    "汛情发生后多久发布了预警信息？": "2",
}
SO = ("救助对象名单有没有上墙公示？", "补助标准全部上墙公示了吗？")
NOT_SAID = (
    # Another act, another thing, another place.
    "汛情发生后由谁发布撤离信息？",
    "信息员被授予了什么职务称号？",
    "哪些村组公开意识淡薄？",
    # What is planned is not done, and what is denied not so.
    "镇里督促了谁公开年报？",
    "在哪里设置了电子屏？",
    # No reason is given, no name, no date.
    "企业名录为什么更新偏慢？",
    "这5个议题分别是哪些？",
    "便民查询终端叫什么名字？",
    "什么时候召开了听证会？",
    # What is done is not what has to be, and who does it is not to whom it is done.
    "镇司法所需要集中讲解办事流程吗？",
    "镇政务公开办被通报未达标吗？",
    # Nothing came of it that is told, and what came of one is told of no other.
    "跟班学习制度有什么作用",
    "听证会收到了什么效果",
    "便民服务站起到什么作用",
    "为什么发布水质监测数据",
    "哪方面的名录更新偏少？",
    "哪些方面的名录做得偏少",
    # Nothing is told to have brought it about, or to have been done for it.
    "为了提升办件效率，镇里做了什么",
    "靠什么办法来提升更新速度",
    "为了方便企业查询，采取了哪些措施",
    "重点行业包括哪些行业",
    "镇里办的那个微博叫什么名字",
    # The number of another thing in the same clause.
    "入驻了多少个服务台？",
)


@cache
def assistant() -> Assistant:
    return over({"huancheng-2016": COUNTY}, CARDS)


@cache
def gaps() -> Gaps:
    return gaps_of(load(knowledge_folder() / "lexicon" / "gaps.yaml"))


def ask(question: str) -> Answer:
    return proved(assistant(), question)


@pytest.mark.parametrize("question", SAID)
def test_the_clause_that_says_the_rest_is_shown(question: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert SAID[question] in answer.text


@pytest.mark.parametrize("question", FIGURES)
def test_the_figure_of_the_clause_is_given(question: str) -> None:
    assert [v.value for v in ask(question).values] == [FIGURES[question]]


@pytest.mark.parametrize("question", SO)
def test_what_the_clause_says_is_so(question: str) -> None:
    assert ask(question).polarity == "yes"


@pytest.mark.parametrize("question", NOT_SAID)
def test_what_no_clause_says_is_refused(question: str) -> None:
    assert ask(question).status != "answered"


READ = {
    "哪里的公开意识淡薄？": ("subject", "", "公开意识淡薄"),
    "水质数据多久发布一次？": ("often", "水质数据", "发布"),
    "有哪些内容要公示？": ("which", "", "要公示"),
    "名单公示了没有？": ("so", "名单公示", ""),
}


@pytest.mark.parametrize("question", READ)
def test_where_a_question_asks_there_is_a_gap(question: str) -> None:
    gap = gaps().read(question)
    assert gap is not None
    assert (gap.kind.name, gap.before, gap.after) == READ[question]


def test_what_asks_nothing_has_no_gap() -> None:
    assert gaps().read("公开意识淡薄") is None


def test_a_clause_is_aligned_by_the_longest_stretches_that_both_say() -> None:
    aligned = gaps().align("\n公开意识淡薄", "部分村组公开意识淡薄", "")
    assert aligned is not None
    assert aligned.runs == ((4, 10),)
    assert aligned.rest("部分村组公开意识淡薄") == ["部分村组"]
    assert gaps().align("\n公开意识很强", "部分村组公开意识淡薄", "") is None
