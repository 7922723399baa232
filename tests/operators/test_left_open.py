"""Clauses with a role left open: question → the clause that fills it, or a refusal where nothing does."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Assistant
from tests.compiling import over, proved

TEXT = """白石镇2012年政府信息公开工作年度报告
一、概述
向县档案馆移交文件118件，向县图书馆移交96件。镇党政办积极推动信息公开向各村延伸，在便民服务中心设立查阅点。
根据《公开条例》编制本镇公开目录。编印《白石公报》12期，向村民免费赠阅3000册。镇教育办制定《校务公开实施方案》。
村务公开栏每月更新。公开范围有待拓展。将制定公开指南。今后将设置电子屏。全镇未向任何申请人收取检索费用。
镇政府公开办公开信息1795条，其他公开较多的部门是卫生局、气象局。
"""
CARDS = {
    "baishi-2012": ("白石镇2012年政府信息公开工作年度报告", "白石镇人民政府", "白石镇", "2012")
}
# Question, and what the clause that is shown says: adverbs, documents and numbers stand as they are.
FILLED = [
    ("谁积极推动信息公开向各村延伸", "镇党政办"),
    ("镇党政办在哪里设立查阅点", "便民服务中心"),
    ("在哪里设立查阅点", "便民服务中心"),
    ("根据什么编制本镇公开目录", "《公开条例》"),
    ("依据什么编制本镇公开目录？", "《公开条例》"),
    ("向谁免费赠阅3000册", "村民"),
    ("谁制定《校务公开实施方案》？", "镇教育办"),
    ("村务公开栏多久更新", "每月"),
]
# Nothing fills the role, another word, another number, a plan as a fact, a role of another kind.
REFUSED = [
    "在哪里编印《白石公报》12期",
    "根据什么编印《白石公报》12期",
    "向谁编印《白石公报》12期",
    "谁积极推动信息公开向各县延伸",
    "向谁免费赠阅4000册",
    "向谁收取检索费用",
    "谁未制定《校务公开实施方案》",
    "已制定公开指南，对吗",
    "公开范围已拓展，对吗",
    "镇气象局公开信息1795条，对吗",
]


@cache
def assistant() -> Assistant:
    return over({"baishi-2012": TEXT}, CARDS)


@pytest.mark.parametrize(("question", "said"), FILLED)
def test_a_clause_fills_what_is_left_open(question: str, said: str) -> None:
    answer = proved(assistant(), question)
    assert answer.status == "answered", answer.text
    assert said in answer.text


@pytest.mark.parametrize("question", REFUSED)
def test_what_nothing_fills_is_refused(question: str) -> None:
    answer = assistant().answer(question)
    assert answer.status != "answered", answer.text


def test_what_is_denied_word_for_word_is_no() -> None:
    answer = assistant().answer("全镇向任何申请人收取检索费用，对吗")
    assert (answer.status, answer.polarity) != ("answered", "yes"), answer.text
