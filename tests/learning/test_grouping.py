"""Questions asked in vain, by the word that nothing accounts for, with the names that would answer them."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Assistant
from assistant.compiler.segment import Segmenter
from assistant.learning.asked import Asked, in_vain
from assistant.learning.grouping import Group, Grouped, grouped
from assistant.learning.log import Logged
from assistant.learning.proposals import Proposal, propose
from assistant.learning.similarity import LEAST

ASSISTANT = Assistant()


@cache
def segmenter() -> Segmenter:
    return Segmenter()


def logged(question: str, count: int = 1, history: tuple[str, ...] = ()) -> Logged:
    trace = ASSISTANT.explain(question, history)
    unhelpful = trace.answer.status == "answered"
    asked = in_vain(trace, ["qingyuan-2013"], unhelpful)
    assert asked
    return Logged(asked, 0 if unhelpful else count, count if unhelpful else 0)


def group_of(*questions: Logged) -> Grouped:
    return grouped(questions, ASSISTANT, segmenter().words)


def proposed(question: str) -> tuple[Proposal, ...]:
    [group] = group_of(logged(question)).groups
    return propose(group, ASSISTANT)


@pytest.mark.parametrize(
    ("question", "word", "known"),
    [
        ("吹风会开了几场", "吹风会", False),
        ("发了几期内参", "内参", False),
        ("卫健委受理多少件", "卫健委", False),
        ("在线率多少", "在线", True),
        ("广州市多少项", "广州市", True),
        ("2012年连州市进驻多少项", "2012年", True),
        ("多少个办事员", "办事员", False),
        ("纸质公报发了多少本", "", False),
    ],
)
def test_a_group_is_the_whole_word(question: str, word: str, known: bool) -> None:
    [group] = group_of(logged(question)).groups
    assert (group.word, group.known) == (word, known)


def test_groups_are_counted_and_the_largest_comes_first() -> None:
    found = group_of(
        *(
            logged("吹风会开了几场", 2),
            logged("市政府的吹风会有多少场", 3),
            logged("发了几期内参", 4),
        ),
        logged("纸质公报发了多少本", 9),
    )
    assert [(group.word, group.count) for group in found.groups] == [
        *(("吹风会", 5), ("内参", 4), ("", 9)),
    ]
    assert found.groups[0].reasons == ("not_matched",)
    assert found.groups[-1].reasons == ("unhelpful",)


def test_what_is_answered_by_now_is_gone() -> None:
    asked = Asked("连州市进驻多少项", (), (), "unanswered", "not_matched", ("连州",))
    found = group_of(Logged(asked, 1, 0), logged("吹风会开了几场"))
    assert found.mended == 1
    assert [group.word for group in found.groups] == ["吹风会"]


def test_a_follow_up_is_asked_after_what_was_before() -> None:
    [group] = group_of(logged("那吹风会呢", 1, ("新闻发布会开了几场",))).groups
    assert group.word == "吹风会"
    [example] = group.examples
    assert example.text[example.start : example.end] == "吹风会"


@pytest.mark.parametrize(
    ("question", "name", "ground", "answer"),
    [
        ("吹风会开了几场", "新闻发布会", "matter", "2场"),
        ("发了几期内参", "网络舆情", "unit", "131期"),
        ("多少个办事员", "工作人员", "matter", "129人"),
    ],
)
def test_the_name_that_answers_is_proposed_with_its_proof(
    question: str, name: str, ground: str, answer: str
) -> None:
    first = proposed(question)[0]
    assert (first.name, first.counted, first.likeness.ground) == (name, True, ground)
    assert first.likeness.percent >= LEAST
    [(asked, found)] = first.answers
    assert asked == question
    assert found.values[0].text == answer
    assert found.citations


@pytest.mark.parametrize(
    "question",
    ["发了多少份传单", "奖励了多少钱", "卫健委受理多少件", "微博粉丝多少", "花了多少银子"],
)
def test_what_is_answered_but_not_near_is_never_proposed(question: str) -> None:
    assert proposed(question) == ()


def test_what_was_turned_down_by_any_of_its_names_is_never_proposed() -> None:
    [group] = group_of(logged("吹风会开了几场")).groups
    for name in ("新闻发布会", "记者会"):
        rejected = frozenset({("吹风会", name)})
        found = propose(group, ASSISTANT, rejected=rejected)
        assert "新闻发布会" not in [proposal.name for proposal in found]
    other = frozenset({("内参", "新闻发布会")})
    assert propose(group, ASSISTANT, rejected=other)[0].name == "新闻发布会"


@pytest.mark.parametrize(
    "question", ["广州市多少项", "2012年连州市进驻多少项", "在线率多少", "纸质公报发了多少本"]
)
def test_for_a_known_word_or_none_nothing_is_proposed(question: str) -> None:
    assert proposed(question) == ()


def test_for_a_single_character_nothing_is_proposed() -> None:
    groups: tuple[Group, ...] = group_of(logged("今天天气怎么样")).groups
    assert [(group.word, propose(group, ASSISTANT)) for group in groups] == [("今", ()), ("气", ())]


def test_no_two_proposals_say_the_same() -> None:
    texts = [answer.text for p in proposed("吹风会开了几场") for _, answer in p.answers]
    assert len(texts) == len(set(texts)) > 0
