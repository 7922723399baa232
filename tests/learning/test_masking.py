"""Personal data is taken out before anything is kept; the figures of reports stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.evaluation import read_questions
from assistant.folders import knowledge_folder
from assistant.learning.asked import LONGEST, kept
from assistant.learning.masking import legible, masked

PHONE, IDENTITY, MAIL = "【电话】", "【证件号】", "【邮箱】"
QUESTIONS = sorted((knowledge_folder() / "questions").glob("*.jsonl"))


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("13800000000", PHONE),
        ("１３８００００００００", PHONE),
        ("138 0000 0000", PHONE),
        ("138-0000-0000", PHONE),
        ("+8613800000000", PHONE),
        ("+86 138 0000 0000", PHONE),
        ("一三八零零零零〇〇〇〇", PHONE),
        ("0763-3360000", PHONE),
        ("(0763)3360000", PHONE),
        ("（０２０）８３３６００００", PHONE),
        ("02083360000", PHONE),
        ("441802199001011234", IDENTITY),
        ("44180219900101123X", IDENTITY),
        ("44180219900101123ｘ", IDENTITY),
        ("441802 19900101 1234", IDENTITY),
        ("441802900101123", IDENTITY),
        ("6228480402564890018", IDENTITY),
        ("a.b-c_d@mail.gov.cn", MAIL),
        ("ｚhang＠example.com", MAIL),
    ],
)
def test_personal_data_is_masked(text: str, mark: str) -> None:
    assert masked(f"我是{text}，多少项") == f"我是{mark}，多少项"
    assert masked(text) == mark


@pytest.mark.parametrize(
    "text",
    [
        *("122.03万元", "13800000000元", "13812345678 条", "138123456.78元", "1.3812345678亿元"),
        *("2013年1月1日至2013年12月31日", "20130101", "清机编〔2010〕1号", "国办发〔2013〕73号"),
        *(
            "12345热线",
            "6211项",
            "12826条",
            "第13800000000.5",
            "a@b",
            "微信号abc",
            "１２，８２６条",
        ),
    ],
)
def test_figures_stay(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_no_regression_question_is_touched(path: object) -> None:
    asked = [e.question for e in read_questions(path)]  # type: ignore[arg-type]
    assert [masked(question) for question in asked] == asked


def test_nothing_is_masked_in_the_report() -> None:
    source = (knowledge_folder() / "reports" / "qingyuan-2013" / "source.txt").read_text("utf-8")
    assert masked(source) == source


@given(st.text())
def test_what_is_kept_is_one_short_line_of_text(text: str) -> None:
    line = kept(text)
    assert len(line) <= LONGEST
    assert legible(line) == line
    line.encode()


def test_no_number_is_cut_in_two_at_the_end_of_what_is_kept() -> None:
    for length in range(LONGEST - 15, LONGEST + 2):
        assert "138" not in kept("问" * length + "13800000000")
