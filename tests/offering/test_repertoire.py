"""Over reports of several kinds: what is offered is answered, by what it is about, and is good Chinese."""

from __future__ import annotations

import pytest

from assistant import Answer, Assistant
from assistant.front.followups import further
from assistant.operators.quoted import ASKED
from tests import asking
from tests.offering.test_offered import small

WRITTEN = [asking.BUNDLED, asking.MODERN, asking.OLDER, asking.QUIET]
# What is put to each: some of it each of them answers, some refuses, some asks back.
PUT = (
    *("你好", "收到多少件申请", "主动公开了多少信息", "收费了吗", "行政复议几件", "存在什么问题"),
    *("为什么不公开", "规范性文件多少件", "个人申请有几件", "在哪里可以查到文件", "联系电话是多少"),
    *("邮递员一年送几封申请信", "村里的路修了多少米", "申请答复平均花几天", "猫占申请的百分之几"),
)


def over(identity: str) -> Assistant:
    return (
        Assistant(reports=[asking.BUNDLED])
        if identity == asking.BUNDLED
        else asking.assistant(identity)
    )


def offered(asked: Assistant, question: str) -> tuple[Answer, tuple[str, ...]]:
    answer = asked.answer(question)
    more = further(asked, question, ()) if answer.status == "answered" else ()
    return answer, (*answer.suggestions, *more)


# Of the report of Baiguo what a pattern fits, and figures that none does: who has to bring them about, parts, a rate.
SAID = (
    "乡长信箱收到了多少件来信？",
    "白果乡发放了多少万元助学金？",
    "白果乡主动公开了多少条政府信息？",
)
UNSAID = ("学校", "参训", "采纳", "广播", "惠及")


def ways_of(asked: Assistant, identity: str) -> set[str]:
    return {way for one in asked.repertoire(identity).all for way in one.ways}


@pytest.mark.parametrize("identity", WRITTEN)
def test_what_is_offered_is_answered_and_can_be_said(identity: str) -> None:
    asked = over(identity)
    ways, sound = ways_of(asked, identity), asked.repertoire(identity).sound
    seen = 0
    for question in PUT:
        answer, found = offered(asked, question)
        for offer in found:
            seen += 1
            assert asked.answer(offer, (question,)).status == "answered", (question, offer)
            # Only a refusal offers to compute, to ask whether something was done, and what a clause says.
            said = sound.is_sayable(offer) or ASKED.search(offer)
            refused = answer.status == "unanswered" and said
            assert answer.status == "clarify" or offer in ways or refused, offer
    assert seen > len(PUT)


@pytest.mark.parametrize("identity", WRITTEN)
def test_a_greeting_names_what_everybody_asks(identity: str) -> None:
    asked = over(identity)
    answer = asked.answer("你好")
    common = {way for one in asked.repertoire(identity).common for way in one.ways}
    assert answer.suggestions
    assert set(answer.suggestions) <= common
    assert all(question in answer.text for question in answer.suggestions)


def test_an_answer_leads_to_the_standard_questions_and_to_its_neighbours() -> None:
    _, found = offered(small(), "主动公开信息多少条")
    assert found
    assert set(found) <= ways_of(small(), "baiguo-2016")


def test_only_figures_that_a_pattern_fits_are_asked_for() -> None:
    ways = ways_of(small(), "baiguo-2016")
    assert set(SAID) <= ways
    assert not [way for way in ways for word in UNSAID if word in way]
