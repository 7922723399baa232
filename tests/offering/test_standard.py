"""The standard questions are whole sentences, each bound to what it asks for: right answers only, noughts as such."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from shutil import copy
from typing import Any

import pytest

from assistant import Answer, Assistant
from assistant.compiler.questions import read_material
from assistant.compiler.yamlfile import load
from assistant.errors import KnowledgeError
from assistant.folders import knowledge_folder
from assistant.offering.standing import Standing
from tests.compiling import over

REPORT = """梨树镇2012年政府信息公开工作年度报告
一、主动公开
全镇主动公开政府信息326条。举办政府信息公开培训班3期。发布招标公告12个，公布结果4个，受理申请9110件。
二、依申请公开政府信息情况
收到申请8件，其中网上申请5件、当面申请3件。未发生行政诉讼。
三、收费
全年未收取任何费用。
"""
CARD = {"lishu-2012": ("梨树镇2012年政府信息公开工作年度报告", "梨树镇人民政府", "梨树镇", "2012")}
# What is asked, and what is answered: of the section on applications and not 受理申请9110件; noughts are asked 有没有.
BOUND = {
    "梨树镇收到了多少件政府信息公开申请？": "8件",
    "梨树镇收到的政府信息公开申请中，通过网络提出的有多少件？": "5件",
    "梨树镇主动公开了多少条政府信息？": "326条",
    "梨树镇举办了多少期政府信息公开培训班？": "3期",
    "梨树镇有没有因政府信息公开引起的行政诉讼？": "没有",
    "梨树镇发布了多少个招标公告？": "12个",
}
# Not stated; too little said (结果 of what?); of something else.
UNBOUND = ("行政复议", "规范性文件", "结果", "9110", "受理")
# What a reader who had seen only the reports marked as bad.
NEVER = (
    "数是多少",
    "数为多少",
    "其他",
    "当年",
    "涉及的",
    "结转",
    "的情况情况",
    "多少名？",
    "专题会议",
)


@cache
def lishu() -> Assistant:
    return over({"lishu-2012": REPORT}, CARD)


def questions() -> Iterator[str]:
    data: dict[str, Any] = load(knowledge_folder() / "standard.yaml")
    for one in data["questions"]:
        yield from (*one["ask"], *one.get("none", ()))


def answered(standing: Standing) -> Iterator[Answer]:
    found = (lishu().answer(way) for way in standing.ways)
    return (answer for answer in found if standing.is_met(answer))


@pytest.mark.parametrize("question", BOUND)
def test_each_is_answered_by_what_it_is_bound_to(question: str) -> None:
    [standing] = [one for one in lishu().repertoire("lishu-2012").all if question in one.ways]
    assert BOUND[question] in next(answered(standing)).text


@pytest.mark.parametrize("word", UNBOUND)
def test_what_is_not_stated_is_not_asked(word: str) -> None:
    every = lishu().repertoire("lishu-2012").all
    assert not [way for one in every for way in one.ways if word in way]


def test_an_answer_with_another_figure_does_not_count() -> None:
    every = lishu().repertoire("lishu-2012").all
    [standing] = [one for one in every if "梨树镇主动公开了多少条政府信息？" in one.ways]
    assert not standing.is_met(lishu().answer("梨树镇收到了多少件政府信息公开申请？"))


@pytest.mark.parametrize("question", sorted(set(questions())))
def test_every_standard_question_is_a_whole_sentence_that_names_whose(question: str) -> None:
    assert "{place}" in question or "{organ}" in question
    assert question.endswith("？")
    assert not [part for part in NEVER if part in question]


def test_a_slot_that_nothing_fills_is_named_with_its_line(tmp_path: Path) -> None:
    for name in ("faq.yaml", "adversaries.yaml"):
        copy(knowledge_folder() / name, tmp_path)
    text = (knowledge_folder() / "standard.yaml").read_text(encoding="utf-8")
    (tmp_path / "standard.yaml").write_text(
        text.replace("{place}的报告留的联系电话", "{office}的报告留的联系电话"), encoding="utf-8"
    )
    with pytest.raises(KnowledgeError, match=r"standard.yaml:\d+: \{office\}"):
        read_material(tmp_path)
