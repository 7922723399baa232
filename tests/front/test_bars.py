"""Bars: what each is called, what all are of, and how they are written."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.front.bars import charted, drawn
from assistant.presentation import chart
from tests.towns import assistant

THREE = "北原市、南浦市、东岭区2023年行政许可分别多少件"
YEARS = "北原市2022年和2023年行政许可各多少件"
RESULTS = "北原市2023年行政复议各类结果多少件"
# The question, what all bars are of, and each bar as it is called and written.
CASES: tuple[tuple[str, str, list[tuple[str, str]]], ...] = (
    (
        THREE,
        "行政许可（本年处理决定数量）",
        [("北原市", "650件"), ("南浦市", "900件"), ("东岭区", "210件")],
    ),
    (YEARS, "行政许可（本年处理决定数量）", [("2022年", "500件"), ("2023年", "650件")]),
    (
        RESULTS,
        "",
        [("结果维持", "9件"), ("结果纠正", "1件"), ("其他结果", "0件"), ("尚未审结", "0件")],
    ),
    ("北原市2023年行政许可多少件", "", []),
)


@pytest.mark.parametrize(("question", "title", "expected"), CASES)
def test_bars_are_called_by_what_tells_them_apart(
    question: str, title: str, expected: Sequence[tuple[str, str]]
) -> None:
    made = assistant()
    trace = made.explain(question)
    found = charted(trace.finding, made.cards)
    assert (found.title, [(bar.name, bar.text) for bar in found.bars]) == (title, list(expected))
    text = drawn(trace.finding, trace.answer, made.cards)
    assert all(name in text and said in text for name, said in expected)
    assert title in text


def test_zero_has_no_bar() -> None:
    figures = [bar.figure for bar in charted(assistant().explain(RESULTS).finding, ()).bars]
    assert chart(figures, widest=9).split("\n")[1:3] == ["结果纠正  █ 1件", "其他结果  0件"]
