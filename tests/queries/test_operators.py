"""Operators over the bundled report and a small written one: question → value, formula, verdict or refusal."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Assistant
from assistant.queries.evaluate import OPERATORS
from assistant.queries.tree import Tree, every
from tests.asking import BUNDLED
from tests.by_grammar import by_grammar
from tests.compiling import over

TOWN = """白石镇2012年政府信息公开工作年度报告
一、概述
全镇收到申请60件，其中东港村25件、青河村20件、南岭村15件。编印公报12期。收取费用0.46万元。
"""
CARDS = {
    "baishi-2012": ("白石镇2012年政府信息公开工作年度报告", "白石镇人民政府", "白石镇", "2012")
}
# Question, the operator that has to be in its tree, the values, the formula.
COMPUTED = [
    ("阳山县比佛冈县多多少项", "difference", ["189项"], "852 − 663 = 189"),
    ("阳山县和佛冈县一共多少项", "sum", ["1515项"], "852 + 663 = 1515"),
    ("八个县市区进驻事项的中位数是多少", "median", ["654项"], "(645 + 663) ÷ 2 = 654"),
    ("八个县市区进驻事项的极差是多少", "spread", ["341项"], "852 − 511 = 341"),
    ("市级占全市的百分之几", "share", ["15.75%"], "978 ÷ 6211 × 100% ≈ 15.75%"),
    ("阳山县的进驻事项是清城区的几倍", "ratio", ["1.62倍"], "852 ÷ 525 ≈ 1.62"),
    ("除市级外还有多少项进驻事项", "remainder", ["5233项"], "6211 − 978 = 5233"),
    ("如果阳山县再增加10项，是多少项", "changed", ["862项"], "852 + 10 = 862"),
    ("阳山县的事项平均分给4个部门，每个部门多少项", "split", ["213项"], "852 ÷ 4 = 213"),
    ("阳山县、佛冈县和连州市各多少项", "several", ["852项", "663项", "669项"], ""),
    ("哪些县超过700项", "phrase_asked", ["740项", "852项"], ""),
    ("进驻事项最多的是哪个县", "phrase_asked", ["852项"], ""),
    ("连南县的进驻事项排第几", "phrase_asked", ["645项"], ""),
    ("阳山县和佛冈县哪个多", "larger", ["852项"], ""),
    ("事项最多的县比佛冈县多多少项", "member", ["189项"], "852 − 663 = 189"),
]
SMALL = [
    ("东港村和青河村一共多少件", "sum", ["45件"], "25 + 20 = 45"),
    ("东港村比南岭村多多少件", "difference", ["10件"], "25 − 15 = 10"),
    ("东港村、青河村和南岭村平均多少件", "mean", ["20件"], "(25 + 20 + 15) ÷ 3 = 20"),
    ("东港村占全镇申请的百分之几", "share", ["41.67%"], "25 ÷ 60 × 100% ≈ 41.67%"),
    ("南岭村的申请是青河村的几倍", "ratio", ["0.75倍"], "15 ÷ 20 = 0.75"),
    ("除东港村外还有多少件申请", "remainder", ["35件"], "60 − 25 = 35"),
]
VERDICTS = [
    ("阳山县有852项吗", "claim", "yes"),
    ("阳山县超过900项吗", "claim_bound", "no"),
    ("阳山县比佛冈县多吗", "holds", "yes"),
    ("八个县市区都超过500项吗", "every", "yes"),
    ("有没有超过900项的县", "some", "no"),
]
# Shares with counts, another unit, what is not stated.
REFUSED = [
    "受理率和阳山县的进驻事项相差多少",
    "受理率和办结率一共多少",
    "阳山县和广州市一共多少项",
    "如果阳山县再增加10册，是多少项",
]


@cache
def asked() -> Assistant:
    return Assistant(reports=[BUNDLED])


@cache
def town() -> Assistant:
    return over({"baishi-2012": TOWN}, CARDS)


def operators(tree: Tree | None) -> set[str]:
    return {one.op for one in every(tree)} if tree else set()


def check(assistant: Assistant, asked_: str, operator: str, given: list[str], formula: str) -> None:
    tree, answer = by_grammar(assistant, asked_)
    assert answer is not None
    assert operator in operators(tree), answer.text
    assert [f"{v.value}{v.unit}" for v in answer.values] == given
    assert (answer.computation.expression if answer.computation else "") == formula


@pytest.mark.parametrize(("question", "operator", "given", "formula"), COMPUTED)
def test_value_and_formula(question: str, operator: str, given: list[str], formula: str) -> None:
    check(asked(), question, operator, given, formula)


@pytest.mark.parametrize(("question", "operator", "given", "formula"), SMALL)
def test_of_a_small_report(question: str, operator: str, given: list[str], formula: str) -> None:
    check(town(), question, operator, given, formula)


@pytest.mark.parametrize(("question", "operator", "polarity"), VERDICTS)
def test_verdicts(question: str, operator: str, polarity: str) -> None:
    tree, answer = by_grammar(asked(), question)
    assert answer is not None
    assert any(op.startswith(operator) for op in operators(tree)), answer.text
    assert answer.polarity == polarity


def test_which_is_more_is_said_where_the_question_has_it_the_other_way() -> None:
    _, answer = by_grammar(asked(), "英德市比连州市多多少项")
    assert answer is not None
    assert "连州市更多，相差41项" in answer.text


@pytest.mark.parametrize("question", REFUSED)
def test_what_may_not_be_computed(question: str) -> None:
    answer = asked().answer(question)
    assert answer.status != "answered", answer.text


def test_every_operator_of_these_tables_is_in_the_table() -> None:
    assert {operator for _, operator, *_ in (*COMPUTED, *SMALL)} <= set(OPERATORS)


@pytest.mark.parametrize(
    "question",
    ["佛冈县超出阳山县多少项", "佛冈县的进驻事项高于阳山县多少项", "佛冈县比阳山县多多少项"],
)
def test_which_of_two_is_more_is_said_where_the_question_says_it_otherwise(question: str) -> None:
    answer = Assistant(reports=[BUNDLED]).answer(question)
    assert [v.text for v in answer.values] == ["189项"]
    assert "阳山县更多" in answer.text
