"""Questions on lines of their own are so many questions; one that is broken over lines is one."""

from __future__ import annotations

import pytest
import qingyuan

from tests.towns import say

SEVERAL = [
    ("连州市进驻多少项\n英德市进驻多少项\n公报每期多少册", ["669项", "628项", "1535册"]),
    ("连州市进驻多少项\r\n\r\n英德呢\r\n连山呢", ["669项", "628项", "740项"]),
    ("1. 连州市进驻多少项\n2. 公报每期多少册", ["669项", "1535册"]),
    ("（1）连州市进驻多少项\n（2）公报每期多少册", ["669项", "1535册"]),
    ("- 连州市进驻多少项\n- 公报每期多少册", ["669项", "1535册"]),
    ("你好\n连州市进驻多少项\n公报每期多少册\n谢谢", ["669项", "1535册"]),
    ("公报每期多少册，发给谁\n连州市进驻多少项", ["1535册", "669项"]),
]
BROKEN = [
    ("连州市\n进驻多少项", ["669项"]),
    ("连州市进驻\n多少项", ["669项"]),
    ("哪个县市区\n进驻事项最多", ["852项"]),
    ("连州市\n英德市\n各有多少项进驻", ["669项", "628项"]),
    ("连州市进驻多少项\n", ["669项"]),
]
# A line that is not understood and asks nothing leaves open what is asked.
REFUSED = [
    "2012年连州市\n进驻多少项",
    "连州市进驻多少项\n今天天气\n公报每期多少册",
    "印刷成本多少\n天气怎么样",
    "7\n3",
]


@pytest.mark.parametrize(("asked", "figures"), SEVERAL[:-1])
def test_each_line_is_a_question(asked: str, figures: list[str]) -> None:
    found = qingyuan.answered(asked)
    assert found.question == asked
    assert [v.text for v in found.values] == figures
    assert found.text.count("\n") == len(figures) - 1


def test_a_line_may_hold_several_questions_itself() -> None:
    asked, figures = SEVERAL[-1]
    found = qingyuan.answered(asked)
    assert [v.text for v in found.values] == figures
    assert [line[:3] for line in found.text.split("\n")] == ["1. ", "2. ", "3. "]


@pytest.mark.parametrize(("asked", "figures"), BROKEN)
def test_a_question_broken_over_lines_is_one(asked: str, figures: list[str]) -> None:
    found = qingyuan.answered(asked)
    assert found.question == asked
    assert [v.text for v in found.values] == figures
    assert "\n" not in found.text


@pytest.mark.parametrize("asked", REFUSED)
def test_no_line_is_passed_over(asked: str) -> None:
    qingyuan.refused(asked)


def test_a_line_that_is_refused_says_so() -> None:
    found = qingyuan.ask("公报每期多少册\n韶关有多少项")
    assert [v.text for v in found.values] == ["1535册"]
    assert "2. " in found.text
    assert "韶关" in found.text


def test_what_is_answered_in_part_is_not_one_question() -> None:
    found = qingyuan.ask("连州市进驻多少项，韶关市进驻多少项\n公报发给谁")
    assert [v.text for v in found.values] == ["669项"]
    assert found.text.split("\n")[-1].startswith("3. 报告写道")


def test_a_long_list_is_asked_to_be_divided() -> None:
    assert "最多12个" in qingyuan.refused("连州市进驻多少项\n" * 13).text
    assert len(qingyuan.ask("连州市进驻多少项\n" * 12).values) == 12


def test_a_pasted_text_is_refused_as_one() -> None:
    assert "300" in qingyuan.refused(qingyuan.SOURCE).text


def test_after_the_turn_before_and_before_the_next() -> None:
    lines = "那英德呢\n公报每期多少册"
    found = qingyuan.ask(lines, ["连州市进驻多少项"])
    assert [v.text for v in found.values] == ["628项", "1535册"]
    again = qingyuan.ask("再说一遍", ["连州市进驻多少项", lines])
    assert again.values == found.values


def test_over_several_reports() -> None:
    found = say(["北原市2023年行政处罚多少件\n南浦呢\n南浦市2023年行政强制多少件"])
    assert [v.text for v in found.values] == ["60件", "110件", "31件"]
    assert {c.report for c in found.citations} == {"beiyuan-2023", "nanpu-2023"}
