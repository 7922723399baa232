"""Members of a breakdown are called by a word that only one of them has; any other word is none of them."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Assistant
from tests.breakdowns import over

TEXT = """东湖市环境保护局2015年政府信息公开年度报告

一、概述

2015年，我局主动公开信息210条。其中，大气监测类信息80条，噪声监测类信息60条，饮用水源类信息70条。

二、举报情况

环保热线受理举报500件，其中工业废气260件、建筑噪声150件、生活污水90件。
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
    "废气的举报比污水的多几件": ["170"],
    "工业废气和建筑噪声的举报一共多少件": ["410"],
    "举报里哪一类最少": ["90"],
    "饮用水源类信息占主动公开信息的百分之几": ["33.33"],
}
REFUSED = ["废渣的举报比污水的多几件", "土壤监测类信息有多少条", "废气的举报比2014年多几件"]


@cache
def assistant() -> Assistant:
    return over({"donghu-2015": TEXT}, CARDS)


@pytest.mark.parametrize("question", READ)
def test_a_short_name_says_which(question: str) -> None:
    answer = assistant().answer(question)
    assert [v.value for v in answer.values] == READ[question], answer.text


@pytest.mark.parametrize("question", REFUSED)
def test_another_word_says_nothing(question: str) -> None:
    answer = assistant().answer(question)
    assert answer.status != "answered", answer.text
