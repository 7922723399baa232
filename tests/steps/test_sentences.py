"""A figure by itself is said in a whole sentence, which keeps the number and what proves it."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache

import pytest

from assistant import Assistant, proof
from tests import asking
from tests.compiling import over, proved

TOWN = """白果县2016年政府信息公开工作年度报告
一、主动公开政府信息的情况
我县不断拓宽公开渠道,全县各级机关通过多种渠道,共向社会主动公开政府信息7000余条。以县政府信息公开网为主,同时借助以下载体:《白果信息》全年编发12期,每期印300份。
二、依申请公开政府信息的情况
全年受理申请18件。从提交方式看,网上10件、当面6件、信函2件。接受电话咨询约700人次。
三、各单位的情况
县水利局开展培训。接受电话咨询约90人次,举办新闻发布会2场。
四、收费情况
全年只向1名申请人收取复印工本费30元。
五、信件办理情况
网上处理来信420件,受理率100%。政府信息公开工作人员数26人。
"""
CARD = ("白果县2016年政府信息公开工作年度报告", "白果县人民政府", "白果县", "2016")
OFFICE = (
    "白果县人民政府办公室2016年政府信息公开工作年度报告",
    "白果县人民政府办公室",
    "白果县",
    "2016",
)


@cache
def written(card: tuple[str, str, str, str] = CARD) -> Assistant:
    return over({"baiguo-2016": TOWN}, {"baiguo-2016": card})


def holds(assistant: Assistant, question: str, text: str) -> None:
    answer = proved(assistant, question)
    assert answer.text == text
    sources = {
        r.id: proof.Source(r.source, r.digest, r.title, proof.corrections(map(asdict, r.figures)))
        for r in assistant.reports
    }
    assert not proof.check(answer.to_dict(), sources)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("全年受理申请多少件", "2016年，白果县全年受理申请18件。"),
        # A part says of what it is, and whose that is.
        ("当面申请有多少件", "2016年，白果县受理的申请中，从提交方式看，当面6件。"),
        # What every issue is of stands in the clause before.
        ("《白果信息》每期印多少份", "《白果信息》每期印300份。"),
        ("《白果信息》全年编发多少期", "《白果信息》全年编发12期。"),
        # So many in all runs on from who did it.
        (
            "主动公开了多少条政府信息",
            "全县各级机关通过多种渠道，共向社会主动公开政府信息7000余条。",
        ),
        ("来信受理率是多少", "网上处理来信的受理率为100%。"),
        ("政府信息公开工作人员有多少人", "政府信息公开工作人员数为26人。"),
        ("有没有收取复印工本费", "有。报告写明：全年只向1名申请人收取复印工本费30元。"),
        ("网上处理来信平均每月多少件", "网上处理来信420件，平均每月35件：420 ÷ 12 = 35。"),
        ("平均每天接受多少人次网上来信", ""),
    ],
)
def test_a_clause_stands_by_itself(question: str, text: str) -> None:
    if text:
        holds(written(), question, text)
    else:
        assert written().answer(question).status != "answered"


def test_what_may_be_another_body_is_not_said_of_the_place() -> None:
    assert written().answer("举办了多少场新闻发布会").text == "举办新闻发布会2场。"


def test_an_office_is_not_its_place() -> None:
    assert written(OFFICE).answer("全年受理申请多少件").text == "全年受理申请18件。"


@pytest.mark.parametrize("identity", [asking.MODERN, asking.OLDER, asking.QUIET])
def test_every_cell_of_an_official_table_is_said_in_a_sentence_that_is_proved(
    identity: str,
) -> None:
    for entry in asking.collection(identity, "full").withheld:
        assert entry.reason != "unproved", entry.question
    for entry in asking.collection(identity, "full").entries:
        if entry.kind == "cell" and len(entry.answer.values) == 1:
            assert "：" not in entry.answer.text.split("请注意")[0], entry.answer.text
            assert entry.answer.values[0].text in entry.answer.text


@pytest.mark.parametrize(
    ("identity", "question", "begins"),
    [
        (asking.MODERN, "收到多少件政府信息公开申请", "2023年，白山市新收政府信息公开申请"),
        (
            asking.OLDER,
            "当面提出的申请有多少件",
            "2016年，金塘县收到的政府信息公开申请中，当面提出的有",
        ),
        (asking.QUIET, "上年结转的申请有多少件", "2023年，平溪镇上年结转的政府信息公开申请为0件"),
    ],
)
def test_a_cell_says_its_year_and_whose_it_is(identity: str, question: str, begins: str) -> None:
    assert asking.assistant(identity).answer(question).text.startswith(begins)


@pytest.mark.parametrize(
    "question",
    ["2015年收到多少件政府信息公开申请", "韶关市收到多少件政府信息公开申请"],
)
def test_the_sentence_does_not_lend_its_year_or_place(question: str) -> None:
    assert asking.assistant(asking.MODERN).answer(question).status == "unanswered"
