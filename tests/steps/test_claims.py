"""What a yes-or-no question claims: 一宗, 没有, 大部分."""

from __future__ import annotations

import pytest

from assistant import Assistant

ASSISTANT = Assistant()


@pytest.mark.parametrize(
    ("question", "claimed"),
    [
        ("受理申请是一宗吗", True),
        ("受理申请只有一宗", True),
        ("受理申请一宗，对吗", True),
        ("受理过一宗申请吗", False),
        ("受理申请有一宗吗", False),
        ("公报每月出版一期吗", False),
        ("介绍一下受理申请的情况", False),
    ],
)
def test_one_is_a_figure_only_where_it_is_claimed(question: str, claimed: bool) -> None:
    query = ASSISTANT.explain(question).query
    assert query is not None
    assert bool(query.numbers) is claimed


def test_a_single_case_that_is_claimed_is_held_against_the_figure() -> None:
    answer = ASSISTANT.answer("受理申请是一宗吗")
    assert answer.polarity == "no"
    assert [str(value.value) for value in answer.values] == ["7"]


@pytest.mark.parametrize(
    "question",
    ["受理申请没有吗", "受理申请一宗都没有吗", "受理申请一宗也没有，对吗", "没有受理申请吗"],
)
def test_what_is_denied_before_the_end_is_denied(question: str) -> None:
    assert ASSISTANT.answer(question).polarity == "no"


@pytest.mark.parametrize("question", ["受理申请大部分公开了吗", "受理申请绝大多数都公开了吧"])
def test_no_figure_alone_tells_what_most_of_a_whole_did(question: str) -> None:
    assert ASSISTANT.answer(question).status == "unanswered"


@pytest.mark.parametrize(
    ("question", "polarity"),
    [
        ("政府信息主动公开数是18万宗吗", "yes"),
        ("政府信息主动公开数是180000宗吗", "yes"),
        ("政府信息主动公开数是18宗吗", "no"),
        ("政府信息主动公开数只有18宗吗", "no"),
        ("政府信息主动公开数超过18宗吗", "yes"),
        ("市政府信息公开年度专项工作经费是122.03吗", None),
    ],
)
def test_a_number_without_its_scale_is_another_number(question: str, polarity: str | None) -> None:
    assert ASSISTANT.answer(question).polarity == polarity


def test_all_is_held_against_a_clause_that_speaks_of_all() -> None:
    assert ASSISTANT.answer("受理的申请都是公开的吗").status == "unanswered"


@pytest.mark.parametrize(
    "question", ["各县区受理申请是7宗吗", "受理申请一半公开了吗", "受理申请是7类吗"]
)
def test_what_the_figure_does_not_say_is_no_yes(question: str) -> None:
    assert ASSISTANT.answer(question).polarity != "yes"


def test_a_phrase_of_the_report_that_is_denied_is_not_what_the_report_affirms() -> None:
    assert ASSISTANT.answer("全市共开通的实体办事大厅有多少个").status == "answered"
    assert ASSISTANT.answer("全市没有开通的实体办事大厅有多少个").status == "unanswered"


@pytest.mark.parametrize("question", ["年度专项工作经费的增长率是多少", "年度专项工作经费的增长率"])
def test_a_growth_rate_is_no_amount(question: str) -> None:
    assert ASSISTANT.answer(question).status == "unanswered"
