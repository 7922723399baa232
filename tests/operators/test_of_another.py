"""Figures of another thing than what is asked: of some only, of a part, of another rate, doer or year."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Assistant
from tests.compiling import over, proved

TOWN = """\
临江市环境保护局2012年政府信息公开年度报告
一、主动公开情况
环评审批信息中，报告书31件、报告表106件、登记表87件。
（三）公众参与
环保热线受理举报2100件，其中大气污染1200件、噪声污染900件，全部办结，回访满意率97.6%。信访局组织召开听证会6次，参加听证会的代表有30多人。
市环境保护局5个高频事项（污水处理企业认定、许可证申领）的文件均已公布。
二、依申请公开情况
共计收到公开申请42件，上年为50件，下降16%。其中电子邮件25件、书面17件。所有答复的申请中同意公开答复29件，部分公开答复3件。转下年度办理的有4件。
三、不足
企业环境信息公开偏少，163条信息只涉及39家重点排污企业。
"""
CARDS = {
    "linjiang-2012": (
        "临江市环境保护局2012年政府信息公开年度报告",
        "临江市环境保护局",
        "临江市",
        "2012",
    ),
}


@cache
def office() -> Assistant:
    return over({"linjiang-2012": TOWN}, CARDS)


@pytest.mark.parametrize(
    ("question", "value"),
    {
        "报告书和报告表合计多少件": "137",
        "报告书有多少件": "31",
        "只涉及多少家重点排污企业": "39",
        "同意公开答复多少件": "29",
        "部分公开答复多少件": "3",
        "部分公开的有几件": "3",
        "留到2013年接着办的有几件": "4",
        "转到2013年办理的几件": "4",
        "其中书面的有几件": "17",
    }.items(),
)
def test_what_is_asked_is_told(question: str, value: str) -> None:
    assert value in [v.value for v in proved(office(), question).values]


@pytest.mark.parametrize("question", ["举报都办结了吗", "群众的举报是不是都处理完了？"])
def test_all_of_them_is_no_other_rate(question: str) -> None:
    assert proved(office(), question).polarity == "yes"


@pytest.mark.parametrize(
    "question",
    [
        "临江一共有多少家重点排污企业",
        "重点排污企业有多少家",
        "答复的申请一共多少件",
        "答复的申请有多少件",
        "通过了多少家企业的认定",
        "听证会是市环境保护局组织的吧",
        "留到2014年接着办的有几件",
    ],
)
def test_what_is_of_another_thing_is_refused(question: str) -> None:
    assert proved(office(), question).status in ("unanswered", "clarify")


@pytest.mark.parametrize("question", ["其中用电子邮件提交的有几件", "书面的呢"])
def test_a_part_of_this_year_is_none_of_the_year_before(question: str) -> None:
    before = "2011年收到多少件公开申请"
    assert [v.value for v in office().answer(before).values] == ["50"]
    assert office().answer(question, history=[before]).status != "answered"
    whole = "共收到公开申请多少件"
    assert office().answer(question, history=[whole]).status == "answered"


CITY = """\
临江市2012年政府信息公开年度报告
二、依申请公开情况
全市收到政府信息公开申请213件，比上年多46件。其中当面申请88件，网络申请79件，信函申请41件，传真申请5件。另有上年结转的申请6件。
年内答复209件。已答复的申请中，同意公开152件，同意部分公开13件，不予公开8件，信息不存在17件。
三、热线
12345政府服务热线受理来电4127件，办结4003件。
"""


@cache
def city() -> Assistant:
    card = ("临江市2012年政府信息公开年度报告", "临江市人民政府", "临江市", "2012")
    return over({"linjiang-shi-2012": CITY}, {"linjiang-shi-2012": card})


@pytest.mark.parametrize(
    ("question", "told"),
    {
        "收到政府信息公开申请中，哪一类最少？": "传真申请",
        "已答复的申请中哪类最多": "同意公开",
        "收到的申请，答复结果里哪种最多": "同意公开",
        "收到的申请中同意公开的有几件": "152",
        "12345热线受理来电多少件": "4127",
        "从2011年留下来的申请有几件": "6",
        "2011年结转过来的申请有几件": "6",
    }.items(),
)
def test_what_came_in_and_what_became_of_it(question: str, told: str) -> None:
    assert told in proved(city(), question).text


@pytest.mark.parametrize(
    "question",
    [
        "收到政府信息公开申请书，哪一类最多？",
        "收到政府信息公开申请件，列出排名后两位的类别",
        "收到政府信息公开申请件中，各类总共多少件？",
        "我是本地居民，在收到政府信息公开申请中，哪一类最少？",
        "收到政府信息公开申请方面，排名前三的类别的总和相当于信函申请的多少倍",
        "12315热线受理来电多少件",
        "12369热线办结了几件",
        "从2010年留下来的申请有几件",
    ],
)
def test_what_became_of_it_is_no_kind_of_what_came_in(question: str) -> None:
    text = city().answer(question).text
    assert not any(word in text for word in ("同意公开", "4127件。", "4003件。", "信息不存在17"))


@pytest.mark.parametrize(
    "question",
    [
        "行政诉讼的结果是政府胜诉还是败诉",
        "为信息公开打官司的那一单最后是判政府赢还是老百姓赢",
        "那宗行政诉讼是政府赢了还是输了",
        "行政复议最后是维持原判还是撤销原判",
    ],
)
def test_one_of_two_is_not_told_by_a_passage_that_says_neither(question: str) -> None:
    assert Assistant().answer(question).status != "answered"


@pytest.mark.parametrize(
    ("question", "said"),
    {
        "政府公报是按月出版还是按周出版": "每月",
        "新闻发布会是新闻办组织的还是宣传部组织的": "新闻办",
    }.items(),
)
def test_one_of_two_is_told_by_the_passage_that_says_it(question: str, said: str) -> None:
    assert said in proved(Assistant(), question).text


@pytest.mark.parametrize("question", ["以后哪些信息是一定要公开的？", "哪些信息一定要主动公开"])
def test_a_place_that_is_only_guessed_is_not_denied(question: str) -> None:
    found = Assistant().answer(question)
    assert found.reason != "no_such_place"
