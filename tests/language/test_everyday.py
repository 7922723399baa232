"""Everyday: a question → the ways to put it in the words of a report, the nearest first."""

from __future__ import annotations

from functools import cache

import pytest

from assistant.compiler.yamlfile import load
from assistant.folders import knowledge_folder
from assistant.language.everyday import Everyday, everyday_of

# What is asked, what the report says, and how it is put first.
PUT = [
    ("被勒令停产的有几家", "6家被责令停产", "被责令停产的有几家"),
    ("公众号有多少人关注", "粉丝9800余人", "公众号有多少粉丝"),
    ("去实验室参观的市民有多少", "210名市民走进实验室", "走进实验室的市民有多少"),
    ("谁当领导小组组长", "由镇长任领导小组组长", "谁任领导小组组长"),
    ("经费都花到哪里去了", "经费6万元,用于改版", "经费用于什么"),
    ("公开栏换了几期", "更新了12期", "公开栏更新了几期"),
    ("每个月几号以前要交", "每月10日前报送", "每月几号前交"),
    ("有一件为什么拖后了才办", "延期1件", "有一件为什么延期"),
]
# What no other word of the report stands for: it says none, or the word stands in a longer one.
AS_IT_STANDS = [
    ("被勒令停产的有几家", "6家停产"),
    ("更换了几块牌子", "更新了12期"),
    ("镇里的规定了几条", "制定办法1份"),
    ("有多少人", "粉丝9800余人"),
]


@cache
def everyday() -> Everyday:
    return everyday_of(load(knowledge_folder() / "lexicon" / "everyday.yaml"))


@pytest.mark.parametrize(("asked", "told", "put"), PUT)
def test_it_is_put_in_the_words_of_the_report(asked: str, told: str, put: str) -> None:
    assert next(everyday().ways(asked, told)).text == put


@pytest.mark.parametrize(("asked", "told"), AS_IT_STANDS)
def test_other_words_stay(asked: str, told: str) -> None:
    assert list(everyday().ways(asked, told)) == []


def test_no_saying_stands_twice_for_a_word() -> None:
    twice = [
        (word, saying)
        for word, sayings in everyday().rows
        for saying in set(sayings)
        if sayings.count(saying) > 1 or saying == word
    ]
    assert twice == []


def test_no_word_stands_twice() -> None:
    words = [word for word, _ in everyday().rows]
    assert sorted({w for w in words if words.count(w) > 1}) == []
