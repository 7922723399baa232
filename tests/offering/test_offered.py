"""A refusal offers whole questions about what it shows; each of them is answered."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from assistant.operators.quoted import ASKED
from tests.compiling import over
from tests.qingyuan import assistant

REPORT = """白果乡2016年政府信息公开工作年度报告
一、概述
全年举办培训班2期:5月12日在乡文化站举办信息员培训班,参训96人。12月对62所学校(小学48所、中学14所)进行考核,优秀18所、合格41所。考核结果全部张榜公布,未通过考核的学校限期整改。
乡长信箱收到来信158件,办结155件。收到意见86条,采纳31条,其余的逐条说明了理由。
全年发放助学金63万元,惠及学生420人。全年主动公开信息1486条,比上年增加214条,其中网站768条、公告栏312条、广播26条。
二、收费情况
全年未收取检索、复制、邮寄等任何费用。
三、存在问题
公开形式单一,村民看不懂、不爱看。进一步完善公开平台。
附件:白果乡2016年政府信息公开情况统计表
"""
CARD = {"baiguo-2016": ("白果乡2016年政府信息公开工作年度报告", "白果乡人民政府", "白果乡", "2016")}

# A question that is not understood, and the figure or words that one of the offered questions gives.
OFFERED = {
    "打扰了，新闻发布会放了几只信鸽": "2场",
    "网上开通的办事大厅里有几只猫": "9个",
    "网站烂成那样，难道平时都没人天天盯着瞧的吗": "129",
}
# The same of another report: what computes, what is claimed, what is denied, what is in a sentence's second half.
ANSWERED = {
    "鸽子送给乡长信箱的来信还有几件没理": "158",
    "乡长信箱的来信搁了90件没拆,是吧": "158",
    "查资料要掏邮寄的费用吗": "未收取",
    "张榜的纸糊在墙上了没": "全部张榜公布",
    "娃娃的助学金摊到猪头上是几块": "63",
    "网站和广播敲锣打鼓地公开了多少条,加起来": "794",
    "照着估摸,去年主动公开信息多少条哩": "1272",
}
# What no refusal may offer: headings and appendices, aims as if they were so, a figure without its verb, what it says.
NEVER = (
    "附件",
    "统计表",
    "完善公开平台了吗",
    "12月对多少所学校？",
    "任何费用是多少",
    "158件",
    "参训多少",
)


@cache
def small() -> Assistant:
    return over({"baiguo-2016": REPORT}, CARD)


def answers(asked: Assistant, refused: Answer, question: str) -> list[Answer]:
    assert refused.status == "unanswered", refused.text
    assert 0 < len(refused.suggestions) <= 3
    found = [asked.answer(offer, (question,)) for offer in refused.suggestions]
    assert {a.status for a in found} == {"answered"}, refused.suggestions
    return found


@pytest.mark.parametrize("question", OFFERED)
def test_one_of_the_offered_questions_leads_on(question: str) -> None:
    refused = assistant().answer(question)
    found = answers(assistant(), refused, question)
    assert any(OFFERED[question] in a.text for a in found), refused.suggestions


@pytest.mark.parametrize("question", ANSWERED)
def test_what_is_computed_claimed_or_denied_is_offered(question: str) -> None:
    asked = small()
    refused = asked.answer(question)
    found = answers(asked, refused, question)
    assert any(ANSWERED[question] in a.text for a in found), refused.suggestions


@pytest.mark.parametrize(
    "question", [*ANSWERED, "白果乡的附件里统计表有几页", "12月考核的学校有几间教室"]
)
def test_no_fragment_is_offered(question: str) -> None:
    refused = small().answer(question)
    made = [o for o in refused.suggestions if not ASKED.search(o)]
    assert not [o for o in made if any(part in o for part in NEVER)]
    assert not [o for o in refused.suggestions if "附件" in o or o.endswith(("中？", "对？"))]


@pytest.mark.parametrize(
    "question",
    [
        "住校娃的生活补贴网上处理了多少件来信",
        "外来的公报 每期 多少册",
        "那个体诊所的公报每期印多少册",
    ],
)
def test_a_question_is_not_offered_with_words_cut_out_of_it(question: str) -> None:
    for offer in assistant().answer(question).suggestions:
        assert offer.endswith("？"), offer
        assert "  " not in offer


def test_three_offers_are_not_of_one_clause() -> None:
    offered = small().answer("培训班里参训的人打了几场麻将").suggestions
    assert len({offer[:8] for offer in offered}) == len(offered)


def test_what_has_nothing_to_do_with_the_report_offers_nothing() -> None:
    assert small().answer("怎么做红烧肉").suggestions == ()


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("没考过的学校后来咋整的哩", "限期整改"),
        ("信息员培训班摆在哪个屋头办的哩", "乡文化站"),
    ],
)
def test_what_a_clause_says_is_offered_in_its_own_words(question: str, told: str) -> None:
    refused = small().answer(question)
    quotes = [offer for offer in refused.suggestions if ASKED.search(offer)]
    assert any(told in small().answer(offer, (question,)).text for offer in quotes), quotes


def test_how_many_is_offered_in_the_words_of_the_clause() -> None:
    offered = small().answer("读书娃儿领助学金的学生有好多").suggestions
    assert "惠及学生多少人？" in offered
