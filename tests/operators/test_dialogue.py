"""Dialogue: what is said to the assistant itself gets a reply, never a figure."""

import pytest
from qingyuan import ask

SAID = [
    "你好",
    "您好！",
    "hello",
    "在吗",
    "谢谢",
    "多谢你",
    "再见",
    "拜拜",
    "你能回答什么",
    "你是谁",
    "帮助",
]
# A greeting before a question is politeness, not the question.
QUESTIONS = ["你好，英德市多少项", "谢谢，请问英德市多少项", "您好，请问英德市有多少项？谢谢！"]


@pytest.mark.parametrize("said", SAID)
def test_a_reply(said: str) -> None:
    found = ask(said)
    assert found.status == "chat"
    assert (found.values, found.citations, found.computation, found.reason) == ((), (), None, None)


@pytest.mark.parametrize("asked", QUESTIONS)
def test_a_question_after_a_greeting(asked: str) -> None:
    assert [v.text for v in ask(asked).values] == ["628项"]


@pytest.mark.parametrize(
    "said", ["How many items does Lianzhou have?", "abc", "what is this", "why?"]
)
def test_what_is_not_chinese_gets_one_line(said: str) -> None:
    found = ask(said)
    assert (found.status, found.reason) == ("unanswered", "not_understood")
    assert "Chinese" in found.text
    assert "\n" not in found.text
    assert (found.suggestions, found.passages) == ((), ())


@pytest.mark.parametrize("said", ["GDP多少", "2012", "今天天气怎么样", "。"])
def test_what_is_chinese_or_no_word_is_not_told_to_be_foreign(said: str) -> None:
    assert "Chinese" not in ask(said).text


# A small number by itself chooses and asks nothing; where it stands in the report is asked in words.
NUMBERS = ["２", "7", "2", "53", "12。", "-3", "2、"]


@pytest.mark.parametrize("said", NUMBERS)
def test_a_small_number_by_itself_is_no_question(said: str) -> None:
    found = ask(said)
    assert (found.status, found.reason, found.values) == ("unanswered", "not_understood", ())
    assert "是什么数" in found.text


def test_a_large_number_chooses_nothing_and_is_looked_up() -> None:
    assert [v.text for v in ask("1535").values] == ["1535册"]


@pytest.mark.parametrize("between", ["7", "How many?"])
def test_what_asks_nothing_leaves_the_conversation_where_it_stood(between: str) -> None:
    assert [v.text for v in ask("那英德呢", ["连州市多少项", between]).values] == ["628项"]
