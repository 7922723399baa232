"""The thesaurus is read where a question's own words leave something over, and only there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.compiler.thesaurus import compile_thesaurus
from assistant.errors import KnowledgeError
from tests.breakdowns import over
from tests.qingyuan import assistant as qingyuan

TEXT = """东湖市环境保护局2015年政府信息公开年度报告

一、概述

2015年，官方微博发布博文236条，粉丝4100人。责令停产企业6家。接待来访群众210人。征集意见400条，采纳86条。
"""
CARDS = {
    "donghu-2015": (
        "东湖市环境保护局2015年政府信息公开年度报告",
        "东湖市环境保护局",
        "东湖市",
        "2015",
    )
}
READ = {
    "官方微博有多少关注者": ["4100"],
    "官方微博多少听众": ["4100"],
    "意见吸纳了多少条": ["86"],
    "收集了多少条意见": ["400"],
}
# Another act, another thing, and what is left over beside the looser word.
REFUSED = ["意见驳回了多少条", "官方微博有多少转发者", "收集了多少条外地意见", "关停了多少家医院"]


@cache
def assistant() -> Assistant:
    return over({"donghu-2015": TEXT}, CARDS)


@pytest.mark.parametrize("question", READ)
def test_a_looser_word_is_read(question: str) -> None:
    answer = assistant().answer(question)
    assert [v.value for v in answer.values] == READ[question], answer.text


@pytest.mark.parametrize("question", REFUSED)
def test_another_word_is_left_over(question: str) -> None:
    answer = assistant().answer(question)
    assert answer.status != "answered", answer.text


def test_a_name_is_not_read_as_another_name() -> None:
    """The figure is of newspapers, stations and channels together: 报刊 does not make it that of newspapers."""
    assert qingyuan().answer("报纸播了几条").status != "answered"


def test_a_word_stands_once_in_a_class(tmp_path: Path) -> None:
    folder = tmp_path / "thesaurus"
    folder.mkdir()
    (folder / "verbs.yaml").write_text("classes:\n  检查: [巡查, 巡查]\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="巡查"):
        compile_thesaurus(tmp_path, {})
