"""A refusal offers questions about what it shows; each of them is answered."""

from __future__ import annotations

import pytest

from tests.qingyuan import assistant

# A question that is not understood, and the figure or words that one of the offered questions gives.
OFFERED = {
    "打扰了，政府公报印在羊皮纸上的，每一期要印多少本呢": "1535",
    "网上收到的信鸽一共处理了多少封": "1618",
    "网站烂成那样，难道平时都没人天天盯着瞧的吗": "巡查",
    "不落实工作的那帮单位后来吃了什么苦头": "点名批评",
}


@pytest.mark.parametrize("question", OFFERED)
def test_one_of_the_offered_questions_leads_on(question: str) -> None:
    refused = assistant().answer(question)
    assert refused.status == "unanswered"
    assert 0 < len(refused.suggestions) <= 3
    answers = [assistant().answer(offer) for offer in refused.suggestions]
    assert {a.status for a in answers} == {"answered"}
    assert any(OFFERED[question] in a.text for a in answers), refused.suggestions
