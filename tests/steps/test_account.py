"""Nothing recognised goes unused: an answer that leaves a word of the question over is none."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import pytest

from assistant.folders import knowledge_folder, read_yaml
from assistant.trace import Trace
from tests.asking import MODERN
from tests.asking import assistant as written
from tests.qingyuan import CITY_LEVEL, COUNTIES, PLACES, WHOLE, assistant


@cache
def explained(question: str) -> Trace:
    return assistant().attempt(question)


def left_over(question: str) -> set[str]:
    return {use.mention.text for use in explained(question).uses if not use.by}


# What the operator that answers does not use.
LEFT = [
    ("英德市和连州市各占全市百分之几", {"各"}),
    ("行政复议和行政诉讼分别有几宗", {"分别"}),
    ("阳山县的进驻事项不到连南县的两倍，对吗", {"不到", "对吗"}),
    ("公报每年印多少册", {"每年"}),
    ("为什么只收到7宗申请", {"只"}),
    ("7宗申请仅有一部分按时答复吗", {"仅有", "一部分"}),
    ("连州市最近进驻多少项", {"最近"}),
    ("连州市至少进驻多少项", {"至少"}),
    ("连州市另外进驻多少项", {"另外"}),
    ("每天连州市进驻多少项", {"每天"}),
    ("连州市平均进驻多少项", {"连州市"}),
    ("连州市为什么进驻669项", {"为什么"}),
]


@pytest.mark.parametrize(("question", "words"), LEFT, ids=[q for q, _ in LEFT])
def test_a_word_that_nothing_used_is_refused(question: str, words: set[str]) -> None:
    trace = explained(question)
    assert trace.answer.status != "answered"
    if trace.uses:
        assert left_over(question) & words
        assert all(word in trace.answer.text for word in left_over(question))


# The word, and what used it.
USED = [
    ("连州市进驻多少项", "连州市", "fact"),
    ("连州市进驻多少项", "多少", "ask"),
    ("连州市进驻多少项", "项", "unit"),
    ("请问连州市进驻多少项", "请问", "tie"),
    ("超过700项的县有哪些", "700", "number"),
    ("超过700项的县有哪些", "超过", "operator"),
    ("除市级外，八个县（市、区）进驻事项合计多少", "除", "operator"),
    ("除市级外，八个县（市、区）进驻事项合计多少", "市级", "fact"),
    ("进驻事项前三名的县（市、区）依次是？", "依次是", "scope"),
    ("公报是不是只有纸质版、没有电子版", "没有", "scope"),
    ("承诺办理时限较法定时限缩短了百分之几", "较", "scope"),
    ("一千六百一十八件来信，受理了百分之几", "一千六百一十八", "number"),
]


@pytest.mark.parametrize(("question", "word", "by"), USED)
def test_explain_says_what_used_each_word(question: str, word: str, by: str) -> None:
    trace = explained(question)
    assert trace.answer.status == "answered"
    assert [use.by for use in trace.uses if use.mention.text == word] == [by]


TERMS = read_yaml(knowledge_folder() / "terms" / "frame.yaml")
OPERATORS = read_yaml(knowledge_folder() / "terms" / "operators.yaml")
TABLE = read_yaml(knowledge_folder() / "uses.yaml")


def test_the_table_names_only_lists_that_there_are() -> None:
    asks = read_yaml(knowledge_folder() / "terms/question.yaml")
    own = {"people", "own_place", "measure_word", "scale"}
    for row in TABLE["operators"].values():
        assert set(row["asks"]) <= set(asks)
        assert set(row["words"]) <= set(OPERATORS) | set(TERMS) | {"nth", "top"}
    assert set(TABLE["ties"]) <= set(TERMS) | own


def test_every_word_list_is_a_tie_or_has_a_use() -> None:
    used = {word for row in TABLE["operators"].values() for word in row["words"]}
    idle = set(TERMS) - set(TABLE["ties"]) - used
    # Used only where the report says them, or (是不是) by the yes or no that answers them.
    assert idle == {"often", "vague", "some", "cumulative", "yes_no", "reach", "total"}


# ------------------------------------------------------------------- words put into questions that are answered

FIGURE = [
    ("连州市", "进驻", "多少项"),
    ("公报", "发布文件类信息", "多少条"),
    ("门户网站", "全年", "发布多少条信息"),
    ("公述民评系统", "可供公众网上测评的部门", "有多少个"),
]
# Words that change what a plain figure means, wherever they stand.
CHANGING = [
    *("最多", "最少", "平均", "至少", "超过", "不足", "占比", "除", "另外", "其余", "每天", "去年", "上半年", "最近"),
    *("一半", "大部分", "如果", "或者", "必须", "从来", "先后", "若干", "第二多", "排第几", "为什么"),
    *("怎么", "什么时候", "多久", "英德市", "广州市", "公安局", "2012年", "5月", "相差", "加起来", "不", "没有"),
]  # fmt: skip


@pytest.mark.parametrize("parts", FIGURE, ids="".join)
@pytest.mark.parametrize("at", range(3))
def test_a_changing_word_put_in_is_used_or_refused(parts: tuple[str, str, str], at: int) -> None:
    plain = explained("".join(parts)).answer
    for word in CHANGING:
        question = "".join((*parts[:at], word, *parts[at:]))
        answer = explained(question).answer
        same = answer.text == plain.text and answer.values == plain.values
        assert answer.status != "answered" or not same, question


# ------------------------------------------------------------------- two operations over one subject

TOTAL = sum(PLACES.values())
TOP, LOW = max(PLACES.values()), min(PLACES.values())
NESTED = [
    ("进驻事项最多的县比八个县（市、区）的均值高多少", Decimal(TOP) - Decimal(TOTAL) / 8),
    ("进驻事项最少的区占全市百分之几", Decimal(LOW) * 100 / WHOLE),
    ("市级比八个县（市、区）的平均数多多少项", Decimal(CITY_LEVEL) - Decimal(TOTAL) / 8),
    ("进驻事项第二多的县比第二少的多多少项", Decimal(740 - 663)),
    ("进驻事项最多的三个县合计占全市百分之几", Decimal(852 + 740 + 663) * 100 / WHOLE),
    ("四个县的平均数比两个区的平均数多多少项", Decimal(sum(COUNTIES.values())) / 4 - 518),
    ("连山县和连南县合计比阳山县多多少项", Decimal(740 + 645 - 852)),
    ("超过650项的县（市、区）合计多少项", Decimal(sum(v for v in PLACES.values() if v > 650))),
    ("超过650项的县（市、区）占全市百分之几", Decimal(2924) * 100 / WHOLE),
    ("除去最多和最少的，平均是多少项", Decimal(TOTAL - TOP - LOW) / 6),
    ("前三名比后三名多多少项", Decimal(852 + 740 + 669 - 511 - 525 - 628)),
    ("扣除市级和最多的县后还有多少项", Decimal(WHOLE - CITY_LEVEL - TOP)),
    ("事项最多的县比八个县（市、区）的平均数多多少项", Decimal(TOP) - Decimal(TOTAL) / 8),
    ("进驻事项最多的县占全市总数的百分之几", Decimal(TOP) * 100 / WHOLE),
    ("最多的区比最少的县少多少项", Decimal(645 - 525)),
    ("每个区平均占全市百分之几", Decimal(518) * 100 / WHOLE),
    ("阳山县占四个县合计的百分之几", Decimal(TOP) * 100 / sum(COUNTIES.values())),
]


@pytest.mark.parametrize(("question", "true"), NESTED, ids=[q for q, _ in NESTED])
def test_nested_operations_are_computed_or_refused(question: str, true: Decimal) -> None:
    answer = explained(question).answer
    if answer.status == "answered":
        assert any(abs(Decimal(v.value) - true) < Decimal("0.01") for v in answer.values)


# ------------------------------------------------------------------- names in brackets


@pytest.mark.parametrize(
    "question",
    [
        "本年度办理结果总计（其也申请人）是多少件",
        "本年新收申请数量（其地申请人）多少件",
        "其地申请人的本年新收申请数量是多少件",
    ],
)
def test_a_member_that_is_misspelt_is_not_passed_over(question: str) -> None:
    found = written(MODERN).answer(question)
    plain = written(MODERN).answer(question.replace("其也", "其他").replace("其地", "其他"))
    assert found.values == plain.values, found.text
    assert "已按“其他申请人”理解" in found.text


@pytest.mark.parametrize(
    "question", ["其在门户网站发布信息多少条", "门户网站及其地方频道发布信息多少条"]
)
def test_its_is_not_taken_for_the_others(question: str) -> None:
    assert "其他" not in assistant().answer(question).text


@pytest.mark.parametrize(
    "question", ["本年度办理结果总计（即自然人）是多少件", "本年度办理结果总计（自然人）是多少件"]
)
def test_a_name_in_brackets_is_used(question: str) -> None:
    found = written(MODERN).answer(question)
    assert len(found.values) == 1, found.text
    assert "自然人" in found.text
