"""Questions made to take long: each is answered or refused in a bounded number of steps, on any machine."""

from __future__ import annotations

import pytest

from assistant.readable import LIMIT
from tests.asking import BUNDLED, MODERN, assistant
from tests.steps_taken import steps_of

# An ordinary question takes some 20,000 steps; five million are about a second of a small office computer.
MOST = 5_000_000
# What is repeated until a question is as long as it may be.
REPEATED = [
    *(
        "各",
        "册",
        "项",
        "几",
        "谁",
        "的",
        "不",
        "一",
        "百",
        "亿",
        "第",
        "比",
        "占",
        "在",
        "呢",
        "0",
    ),
    *(
        "上年",
        "去年",
        "少项",
        "区呢",
        "区去年",
        "增长",
        "年报",
        "是不是",
        "多少",
        "分之",
        "xian",
        "q ",
    ),
    *("一共条", "其中县", "办结率项", "项它占", "项呢倒数", "在百", "县市区", "有没有", "1e9"),
    *("连州市多少;", "和连州市", "连州市比", "连州市、", "除连州市外", "连州市不到英德市加起来。"),
    *("行政复议以上件", "其中政府没有区件", "清新区为什么大于?", "件申请县市区办结率("),
    *("(", "《", "“", "、", "，多少", "?多少项", "《信息》", "()", "😀", "\u200b项", "٣", "㎡"),
    *("公開", "lianzhou", "LED屏", "政府网站公开", "ab各", "不予公开", "最多的三个", "超过100项的"),
]
NESTED = ["（" * 100 + "连州市多少项" + "）" * 100, "《" * 140 + "公报" + "》" * 140]
ALTERNATING = [
    "".join(f"{word}{n}" for n in range(99)) for word in ("比", "占", "加", "和", "项，")
]
HOSTILE = [(unit * LIMIT)[:LIMIT] for unit in REPEATED] + NESTED + [a[:LIMIT] for a in ALTERNATING]


# All of them over a report of many figures, which takes longer, and some over one of prose.
ASKED = [(MODERN, question) for question in HOSTILE] + [(BUNDLED, q) for q in HOSTILE[::6]]


@pytest.mark.parametrize(("report", "question"), ASKED, ids=lambda given: ascii(given[:8]))
def test_no_question_takes_long(report: str, question: str) -> None:
    asked = assistant(report)
    asked.answer("册呢")
    assert steps_of(lambda: asked.answer(question)) < MOST


def test_a_line_of_many_questions_is_asked_to_be_divided() -> None:
    one, places = "多少项?", ["连州市", "英德市", "清城区", "清新区"]
    asked = assistant(BUNDLED)
    answered = asked.answer(one.join(places * 3) + one)
    assert answered.status == "answered" and len(answered.values) == 12
    refused = asked.answer(one.join(places * 4) + one)
    assert (refused.status, refused.reason, refused.values) == ("unanswered", "not_understood", ())
    assert "16个问题" in refused.text and "最多12个" in refused.text


def test_a_conversation_of_long_questions_takes_as_long_as_each() -> None:
    asked = assistant(BUNDLED)
    long = "上年连州市和英德市多少项、" * 20
    assert steps_of(lambda: asked.answer("那佛冈呢", [long] * 6)) < MOST
