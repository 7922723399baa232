"""Whatever the keyboard, script or decoration, a question is read in one way of writing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qingyuan import answered, figures

from assistant.steps.normalise import normalise

WRITTEN = [
    ("英德市多少项", "英德市多少项"),
    ("２０１３年共多少项？", "2013年共多少项?"),
    ("９８％", "98%"),
    ("連州市進駐事項", "连州市进驻事项"),
    ("《網絡輿情》報送幾期", "《网络舆情》报送几期"),
    ("Gongkai ＡＢＣ", "gongkai abc"),
    ("  英德市 \t\n 多少项\r\n", "英德市 多少项"),
    ("英德市😊多少项👍🏽", "英德市 多少项"),
    ("英德市\x00\x07多少项\x1b", "英德市 多少项"),
    ("\u202e英德市多少项\u202c", "英德市多少项"),
    ("英德市\u3000多少项", "英德市 多少项"),
    ("", ""),
    ("😀😀", ""),
]
SAME_ANSWER = [
    ("连州市进驻了多少事项", "連州市進駐了多少事項"),
    ("2013年报送《网络舆情》多少期", "２０１３年报送《网络舆情》多少期？？"),
    ("门户网站发布多少条信息", "門戶網站發佈多少條信息😊"),
    ("来信办结率是百分之几", "  来信办结率　是百分之几 "),
]

anything = st.text(max_size=60)


@pytest.mark.parametrize(("asked", "text"), WRITTEN)
def test_one_way_of_writing(asked: str, text: str) -> None:
    assert normalise(asked).text == text


@pytest.mark.parametrize(("plainly", "otherwise"), SAME_ANSWER)
def test_writing_does_not_change_the_answer(plainly: str, otherwise: str) -> None:
    assert figures(answered(plainly)) == figures(answered(otherwise)) != []


@given(anything)
def test_what_was_asked_is_kept_as_it_was(asked: str) -> None:
    assert normalise(asked).asked == asked


@given(anything)
def test_a_normal_question_stays_as_it_is(asked: str) -> None:
    once = normalise(asked).text
    assert normalise(once).text == once


@given(anything)
def test_nothing_is_added(asked: str) -> None:
    assert len(normalise(asked).text) <= len(asked)


@given(anything)
def test_no_white_space_but_single_spaces_inside(asked: str) -> None:
    text = normalise(asked).text
    assert text == " ".join(text.split())
