"""Several questions in one line are answered in order, each with its own proof."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qingyuan import answered, ask, figures

from assistant.knowledge import load
from assistant.steps.link import link
from assistant.steps.normalise import normalise
from assistant.steps.split import split

LEXICON = load(reports=("qingyuan-2013",)).lexicon

PARTS = [
    ("英德市多少项", ["英德市多少项"]),
    ("英德市多少项？", ["英德市多少项?"]),
    ("连州市多少项？英德市多少项？", ["连州市多少项", "英德市多少项"]),
    ("公报每期多少册；发给谁", ["公报每期多少册", "发给谁"]),
    ("请问，英德市多少项", ["请问，英德市多少项"]),
    ("报纸、电台、电视台播发多少条信息", ["报纸、电台、电视台播发多少条信息"]),
    ("在档案馆、公共图书馆等查阅场所有多少个", ["在档案馆、公共图书馆等查阅场所有多少个"]),
    ("来信有多少件？受理率是多少？", ["来信有多少件", "受理率是多少"]),
    # Two counts of one thing, with nothing between them.
    ("搬迁了多少户多少人", ["搬迁了多少户", "多少人"]),
    ("开了几场发布会几期培训", ["开了几场发布会几期培训"]),
    # 理由 asks where it ends a part, and elsewhere is of a name.
    (
        "无正当理由逾期不补正、行政机关不再处理多少件",
        ["无正当理由逾期不补正、行政机关不再处理多少件"],
    ),
    ("开了几场发布会？原因？", ["开了几场发布会", "原因"]),
]
SEVERAL = [
    ("连州市多少项？英德市多少项？", ["669项", "628项"]),
    ("英德市有多少项；公报纸质版每期多少册", ["628项", "1535册"]),
    ("来信有多少件？受理率是多少？", ["1618件", "100%"]),
    ("市政府新闻发布会召开几场，受理政府信息公开申请多少宗？", ["2场", "7宗"]),
]
# A part that cannot be answered is refused by itself.
PARTLY = [
    ("连州市多少项？韶关市多少项？", ["669项"], "韶关"),
    ("公报的印刷成本多少？英德市多少项？", ["628项"], "刷"),
]


def parts(asked: str) -> list[str]:
    text = normalise(asked).text
    return split(text, link(normalise(asked), LEXICON)[0])


@pytest.mark.parametrize(("asked", "expected"), PARTS)
def test_parts_that_each_ask(asked: str, expected: list[str]) -> None:
    plain = [normalise(p).text for p in expected]
    assert [p.rstrip("?") for p in parts(asked)] == [p.rstrip("?") for p in plain]


@pytest.mark.parametrize(("asked", "expected"), SEVERAL)
def test_answered_in_order_each_with_its_proof(asked: str, expected: list[str]) -> None:
    found = answered(asked)
    assert figures(found) == expected
    for figure in expected:
        assert any(figure.rstrip("项册件场宗%") in c.quote for c in found.citations)


@pytest.mark.parametrize(("asked", "expected", "word"), PARTLY)
def test_a_part_that_cannot_be_answered_is_refused_by_itself(
    asked: str, expected: list[str], word: str
) -> None:
    found = answered(asked)
    assert figures(found) == expected
    assert word in found.text


def test_the_answers_are_those_of_the_parts_alone() -> None:
    one, other = "连州市多少项", "公报纸质版每期多少册"
    both = answered(f"{one}？{other}？")
    assert both.values == (*ask(one).values, *ask(other).values)


@given(st.text("英德连州多少项公报册呢发给谁?？,，;；、。! ", max_size=40))
def test_no_character_of_a_question_is_lost(asked: str) -> None:
    text = normalise(asked).text
    kept = "".join(parts(asked))
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]
