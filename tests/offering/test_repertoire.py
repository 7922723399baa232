"""Over reports of several kinds: what is offered is answered, by what it is about, and is good Chinese."""

from __future__ import annotations

import pytest

from assistant import Answer, Assistant
from assistant.front.followups import further
from assistant.offering.repertoire import repertoire_of
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


@pytest.mark.parametrize("identity", WRITTEN)
def test_what_is_offered_is_answered_and_can_be_said(identity: str) -> None:
    asked = over(identity)
    standing = repertoire_of(asked.knowledge(identity))
    common = {way for one in standing.common for way in one.ways}
    seen = 0
    for question in PUT:
        answer, found = offered(asked, question)
        for offer in found:
            seen += 1
            assert asked.answer(offer, (question,)).status == "answered", (question, offer)
            if answer.status != "clarify":
                assert offer in common or standing.sound.is_sayable(offer), offer
    assert seen > len(PUT)


@pytest.mark.parametrize("identity", WRITTEN)
def test_a_greeting_names_what_everybody_asks(identity: str) -> None:
    asked = over(identity)
    answer = asked.answer("你好")
    standing = repertoire_of(asked.knowledge(identity))
    common = {way for one in standing.common for way in one.ways}
    assert answer.suggestions
    assert set(answer.suggestions) <= common
    assert all(question in answer.text for question in answer.suggestions)


def test_an_answer_leads_to_its_parts() -> None:
    _, found = offered(small(), "主动公开信息多少条")
    assert any("网站" in question and "各有" in question for question in found), found


def test_a_figure_that_others_have_to_bring_about_is_not_asked_for() -> None:
    standing = repertoire_of(small().knowledge("baiguo-2016"))
    ways = [way for one in standing.all for way in one.ways]
    assert not [way for way in ways if way.startswith(("白果乡有多少所学校", "对多少"))]
    assert [one.ways for one in standing.all if one.kind == "zero"]
