from __future__ import annotations

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from assistant.engine import Assistant
from assistant.front.completing import Proposal, Vocabulary, matches, phrases, vocabulary_of
from assistant.front.repl.completion import Completions, continuation, propose

SMALL = Vocabulary(
    names=("进驻", "事项", "进驻事项", "进驻事项总数", "连州市", "连山县", "公报", "公開"),
    questions=("全市进驻事项总数为多少项？", "全市进驻事项总数中连州市多少项？"),
)


@pytest.mark.parametrize(
    ("typed", "name", "fits"),
    [
        ("", "进驻", True),
        ("进", "进驻", True),
        ("进驻", "进驻", True),
        ("驻", "进驻", False),
        ("jz", "进驻", True),
        ("jzh", "进驻", True),
        ("jinz", "进驻", True),
        ("jinzhu", "进驻", True),
        ("jinzu", "进驻", False),
        ("进z", "进驻", True),
        ("j驻", "进驻", True),
        ("进驻s", "进驻", False),
        ("jzsx", "进驻事项", True),
        ("jzshx", "进驻事项", True),
        ("jzshixiang", "进驻事项", True),
        ("jzxs", "进驻事项", False),
        ("lv", "绿", True),
        ("x", "行", True),
        ("1", "进驻", False),
    ],
)
def test_a_name_is_found_by_characters_pinyin_and_initials(
    typed: str, name: str, fits: bool
) -> None:
    assert matches(typed, name) is fits


@pytest.mark.parametrize(
    ("typed", "first", "back"),
    [
        ("jzsx", "进驻事项", 4),
        ("JZSX", "进驻事项", 4),
        ("进", "进驻", 1),
        ("连州市jzsx", "进驻事项", 4),
        ("连州市 jz", "进驻", 2),
        ("连州市进zhush", "进驻事项", 6),
        ("lianz", "连州市", 5),
        ("lian'z", "连州市", 6),
        ("进驻事项", "进驻事项总数", 4),
        ("qsjz", "全市进驻事项总数为多少项？", 4),
        ("全市进驻", "进驻事项", 2),
    ],
)
def test_the_likeliest_comes_first(typed: str, first: str, back: int) -> None:
    proposals = propose(typed, SMALL)
    assert (proposals[0].text, proposals[0].back) == (first, back)


@pytest.mark.parametrize("typed", ["", " ", "xyzjzsx", "123", "？", "zzzz"])
def test_nothing_is_proposed_where_nothing_fits(typed: str) -> None:
    assert propose(typed, SMALL) == ()


def test_questions_that_hold_what_is_typed_are_proposed_too() -> None:
    assert Proposal("全市进驻事项总数中连州市多少项？", 3) in propose("连州市", SMALL)


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("/c", ("/cite", "/clear", "/copy")),
        ("/ci", ("/cite",)),
        ("/cc", ("/出处",)),
        ("/chuchu", ("/出处",)),
        ("/出", ("/出处",)),
        ("、出", ("/出处",)),
        ("／to", ("/toc",)),
        ("/帮", ("/帮助",)),
        ("/ex", ("/explain", "/exit")),
        ("/jzsx", ()),
    ],
)
def test_commands_are_completed_by_any_of_their_names(typed: str, texts: tuple[str, ...]) -> None:
    proposals = propose(typed, SMALL)
    found = {p.text for p in proposals}
    assert all(p.text.startswith("/") and p.back == len(typed) for p in proposals)
    assert found == set(texts)


def test_a_slash_alone_lists_every_command_with_what_it_is_for() -> None:
    proposals = propose("/", SMALL)
    assert [p.text for p in proposals] == [
        *(
            "/出处",
            "/抄录",
            "/解释",
            "/报告",
            "/目录",
            "/台账",
            "/新对话",
            "/清屏",
            "/帮助",
            "/退出",
        )
    ]
    assert all(p.note for p in proposals)


def test_phrases_are_runs_of_known_names() -> None:
    found = phrases(["本市大厅进驻事项的总数"], ["大厅", "进驻", "事项", "总数", "市"])
    assert {"大厅进驻事项", "进驻事项"} <= set(found)
    assert "事项的总数" not in found


def test_the_bundled_report_offers_its_measures_and_places(assistant: Assistant) -> None:
    vocabulary = vocabulary_of(assistant)
    for typed, wanted in [("jzsx", "进驻事项"), ("lzs", "连州市"), ("ydsh", "英德市")]:
        assert wanted in {p.text for p in propose(typed, vocabulary)}, typed


def test_names_in_traditional_characters_are_not_proposed(assistant: Assistant) -> None:
    assert "公報" not in vocabulary_of(assistant).names


@pytest.mark.parametrize(
    ("typed", "rest"),
    [
        ("全市进驻", "事项总数为多少项？"),
        ("连州市", "多少项？"),
        ("连", ""),
        ("", ""),
        ("/出", ""),
        ("多少项？", ""),
        ("佛冈县", ""),
    ],
)
def test_a_question_is_continued(typed: str, rest: str) -> None:
    assert continuation(typed, SMALL.questions, lambda _: True) == rest


def test_a_continuation_that_would_not_be_answered_is_not_offered() -> None:
    assert continuation("连州市", SMALL.questions, lambda _: False) == ""


def test_the_adapter_replaces_what_was_typed(assistant: Assistant) -> None:
    document = Document("连州市jzsx")
    completions = list(Completions(assistant).get_completions(document, CompleteEvent()))
    assert ("进驻事项", -4) in {(c.text, c.start_position) for c in completions}
