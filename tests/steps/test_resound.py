"""Slips that are words by themselves, so that nothing is left unread; and what is no slip."""

import pytest
from qingyuan import answered, refused

from assistant.knowledge import load
from assistant.steps.resound import resounded

KNOWLEDGE = load(reports=("qingyuan-2013",))

# question as mistyped, the figure of the report
MENDED = [
    ("请远市开通了几个实体办事大厅", "9个"),
    ("新闻发不会开了几次", "2场"),
    ("全市开通的网上办是大厅有几个", "4个"),
    ("电话咨寻受理了多少人次", "600多人(次)"),
    ("市政服新闻发布会开了几场", "2场"),
    ("听说网上办使大厅4个，是真的吗", "4个"),
]
# 几 and its measure word are read for certain; a place beside it stays another; a denial is none.
LEFT = [
    "清新区的网上办是大厅有几个",
    "全市开通的网上办不了大厅有几个",
    "有几个部门没有新闻发不会",
]


@pytest.mark.parametrize(("question", "figure"), MENDED)
def test_a_slip_that_is_a_word_is_mended(question: str, figure: str) -> None:
    answer = answered(question)
    assert figure in answer.text
    assert "理解" in answer.text


@pytest.mark.parametrize("question", LEFT)
def test_what_is_no_slip_is_refused(question: str) -> None:
    assert refused(question)


def test_a_denial_is_never_mended_into_what_the_report_says() -> None:
    [index] = KNOWLEDGE.indexes
    ways = resounded("进驻事项总数未6211项，对吗", index, KNOWLEDGE.lexicon)
    assert not [way for way in ways if "未" not in way.text]


def test_a_measure_word_is_never_mended() -> None:
    [index] = KNOWLEDGE.indexes
    assert not list(resounded("有几个乡镇街道", index, KNOWLEDGE.lexicon))


def test_the_longest_name_is_tried_first() -> None:
    [index] = KNOWLEDGE.indexes
    first = next(resounded("新闻发不会开了几次", index, KNOWLEDGE.lexicon))
    assert (first.repair.written, first.repair.read) == ("新闻发不会", "新闻发布会")
