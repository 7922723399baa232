"""Questions in other words than the report's: the one clause that says the same, and fills the gap where it asks."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

TOWN = """\
平川县柳河镇2017年政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》的要求，柳河镇编制了本报告。所列数据的统计期限自2017年1月1日起至2017年12月31日。本报告在平川县人民政府网站公布。如对本报告有疑问，请与柳河镇党政办公室联系（电话：0562-2233445）。
一、总体情况
（一）抓好制度建设。2017年4月，镇政府正式启用网上办事系统。修订《柳河镇信息发布审核办法》。坚持“应公开尽公开”的原则，认真梳理权力事项，编制了公开目录。镇里把扶贫、民政、环保三个领域作为公开重点。
（二）抓好便民服务。通过实施上门代办、预约办理、错时服务等5项举措，不断提升窗口服务水平。便民服务大厅统一公示办事流程。在涉及群众利益的重大决策印发前，开展风险评估，制定应急预案。
对社会关注度高的重大决策，通过镇广播站解读。对内容不清楚的申请，先电话沟通再书面告知。
（三）抓好宣传培训。通过镇广播站、村公示栏做好危房改造名单公示。2017年9月举办了退役军人专场招聘会。聘请县委党校教师授课。
二、存在问题及改进措施
（一）存在问题。有3个村的村务信息因更新不及时被通报。历史档案缺失，部分申请难以答复。
（二）改进措施。用一年时间完成2005年以来林权档案整理。答复文书实行司法所会签。
填报单位：柳河镇人民政府
"""
CARDS = {
    "liuhe-2017": (
        "平川县柳河镇2017年政府信息公开工作年度报告",
        "平川县柳河镇人民政府",
        "平川县柳河镇",
        "2017",
    )
}
SAID = {
    # When a thing began, in whatever words.
    "网上办事系统是哪年哪月上线的": "2017年4月，镇政府正式启用网上办事系统",
    "退役军人的招聘会是什么时候开的": "2017年9月举办了退役军人专场招聘会",
    "要整理的林权档案是从哪一年开始的": "2005年以来",
    # By which principle.
    "清理权力事项秉持的是什么原则": "应公开尽公开",
    "梳理权力事项遵循什么理念": "应公开尽公开",
    # The class of a list, and a noun that is of any kind.
    "窗口推出了哪些措施": "上门代办、预约办理、错时服务等5项举措",
    "2017年镇里把哪几类信息当作公开的重点": "扶贫、民政、环保三个领域",
    "和老百姓利益有关的重大决策印发之前要先做哪些准备": "开展风险评估，制定应急预案",
    # Where it can be seen; a story before it asks nothing.
    "办事流程在哪里可以看到": "便民服务大厅",
    "我要去办证，办事流程在哪里可以看到？": "便民服务大厅",
    "危房改造名单的公示登在什么地方": "镇广播站、村公示栏",
    # Who, and why: what is asked with 有些 is told of some.
    "请了谁来讲课": "县委党校教师",
    "今后答复文书要经过哪个科室会签": "司法所会签",
    "有些村务信息为什么会被通报": "因更新不及时",
    "修改了哪个办法": "《柳河镇信息发布审核办法》",
    # A clause that only leads in is shown with what is done, and a part with all that stands below its heading.
    "什么样的决策会专门解读": "对社会关注度高的重大决策，通过镇广播站解读",
    "宣传培训方面做了哪些事": "聘请县委党校教师授课",
    "对内容不清楚的申请怎么处理": "先电话沟通再书面告知",
    # The report about itself.
    "报告公布在哪个网站": "平川县人民政府网站公布",
    "对年报有看不懂的地方该问谁": "请与柳河镇党政办公室联系",
    "后面的统计表是谁填报的": "填报单位：柳河镇人民政府",
    "里面的数据从哪一天统计到哪一天": "2017年1月1日起至2017年12月31日",
}
NOT_SAID = (
    # Another act, another thing.
    "网上办事系统是什么时候停用的",
    "网上办事系统是什么时候开始招标的",
    "退役军人的座谈会是什么时候开的",
    "要整理的林权档案是从哪一年停止的",
    "清理收费事项秉持的是什么原则",
    "窗口取消了哪些措施",
    "镇里把哪几类信息当作保密的重点",
    "办事流程在哪里审批",
    "危房改造资金的公示登在什么地方",
    "请了谁来演出",
    "答复文书要经过哪个科室印刷",
    "有些村务信息为什么会被表扬",
    "林权档案移交要花多长时间",
    "扶贫档案整理要花多长时间",
    # No doer in a title, and no website but a notice board.
    "审核办法由谁修改",
    "危房改造名单的公示登在哪个网站",
    # What is denied, and what is done before, says nothing of the opposite.
    "对内容清楚的申请怎么处理",
    "涉及群众利益的重大决策印发之后要做什么",
    # What was done is no plan.
    "今后打算在哪里公示办事流程",
    "今后哪个办法要修改",
)


@cache
def assistant() -> Assistant:
    return over({"liuhe-2017": TOWN}, CARDS)


def ask(question: str) -> Answer:
    return proved(assistant(), question)


@pytest.mark.parametrize("question", SAID)
def test_the_clause_that_says_the_same_is_shown(question: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.text
    assert SAID[question] in answer.text


def test_how_long_it_takes_is_given() -> None:
    assert [(v.value, v.unit) for v in ask("林权档案整理要花多长时间").values] == [("1", "年")]


@pytest.mark.parametrize("question", NOT_SAID)
def test_what_is_not_said_in_any_words_is_refused(question: str) -> None:
    assert ask(question).status != "answered"
