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
