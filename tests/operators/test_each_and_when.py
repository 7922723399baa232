"""For each, of another year, not yet done, none at all: question → answer, or a refusal."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Assistant
from tests.compiling import over

TEXT = """白石镇2012年政府信息公开工作年度报告
一、概述
《白石镇政务公报》编印6期，每期2200册，刊载文件118件。举办业务培训班9期，参训1240人次。
全年未发生因公出国(境)费用。
二、下一步打算
一要在2013年6月底前修订完公开目录。
"""
CARDS = {
    "baishi-2012": ("白石镇2012年政府信息公开工作年度报告", "白石镇人民政府", "白石镇", "2012")
}
ANSWERED = [
    ("公报每期多少册", "2200"),
    ("刊载文件多少件", "118"),
    ("业务培训班几期、参训多少人次", "1240"),
    ("公开目录什么时候修订完", "6月底前"),
]
# A total is no number for each, a part of another year's question is of that year, and a plan tells of nothing done.
REFUSED = [
    "公报每期刊载文件多少件",
    "每期公报刊载多少件文件",
    "2009年业务培训班几期、参训多少人次",
    "广州市业务培训班几期、参训多少人次",
    "公开目录是几月几号修订完的",
    "公开目录什么时候修订好的",
]


@cache
def assistant() -> Assistant:
    return over({"baishi-2012": TEXT}, CARDS)


@pytest.mark.parametrize(("question", "said"), ANSWERED)
def test_what_is_asked_is_told(question: str, said: str) -> None:
    answer = assistant().answer(question)
    assert answer.status == "answered", answer.text
    assert said in answer.text


@pytest.mark.parametrize("question", ["有没有因公出国(境)费用", "有因公出国(境)费用吗"])
def test_what_there_was_none_of_is_not_there(question: str) -> None:
    answer = assistant().answer(question)
    assert (answer.status, answer.polarity) == ("answered", "no"), answer.text


@pytest.mark.parametrize("question", REFUSED)
def test_what_is_another_matter_is_refused(question: str) -> None:
    answer = assistant().answer(question)
    assert answer.status != "answered", answer.text
