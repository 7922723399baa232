"""Told: question and passage → does the passage hold what is asked for?"""

from __future__ import annotations

from functools import cache

import pytest

from assistant.compiler.yamlfile import load
from assistant.folders import knowledge_folder
from assistant.language.told import Told, told_of

TOLD = [
    ("采访领导的是哪家新闻媒体", "白石日报采访镇领导", True),
    ("采访领导的是哪家新闻媒体", "领导接受新闻媒体采访20余次", False),
    ("哪些媒体播发了信息", "报纸、电台等市内外媒体播发信息", True),
    ("公开账目的是哪个村", "河东村公开账目", True),
    ("公开账目的是哪个村", "2名村干部公开账目", False),
    ("哪个村公开账目", "各村公开账目", False),
    ("记者会上谈了什么", "召开记者会,内容涉及道路改造", True),
    ("记者会上谈了什么题目", "通过报刊、记者会公开信息", False),
    ("时限缩短,靠的什么办法", "通过清理规范,时限缩短", True),
    ("时限缩短,靠的什么办法", "时限缩短50%", False),
    ("规范性文件的名称", "发布《白石办法》", True),
    ("规范性文件 名称", "发布规范性文件14条", False),
    ("公开信息多少条", "公开信息14条", True),
]


@cache
def told() -> Told:
    return told_of(load(knowledge_folder() / "lexicon" / "told.yaml"))


@pytest.mark.parametrize(
    ("question", "passage", "may"),
    [
        ("可以不收费吗", "收费3件", False),
        ("可以不收费吗", "申请人可以免交费用", True),
        ("收费吗", "收费3件", True),
        ("编印公报一年花了多少钱", "编印公报12期，免费赠阅", False),
        ("领一本公报要多少钱", "编印公报12期，免费赠阅", True),
    ],
)
def test_of_what_is_allowed_only_what_says_so_judges(
    question: str, passage: str, may: bool
) -> None:
    assert told().is_judged(question, passage) is may


@pytest.mark.parametrize(
    ("question", "passage", "may"),
    [
        ("打电话能申请吗", "受理群众电话咨询600多人", False),
        ("群众可以查阅文件吗", "公众可在档案馆查阅文件", True),
        ("群众可以查阅文件吗", "全年接待查阅文件的群众26人次", False),
        ("平台能用了吗", "查询平台上线运行", True),
        ("我不会上网能申请吗", "开通了网上在线申请", False),
        ("检索功能好用吗", "检索1200次", True),
    ],
)
def test_of_what_can_be_done_only_what_says_so_judges(
    question: str, passage: str, may: bool
) -> None:
    assert told().is_possible(question, passage) is may


@pytest.mark.parametrize(("question", "passage", "holds"), TOLD)
def test_a_passage_holds_what_is_asked(question: str, passage: str, holds: bool) -> None:
    assert told().is_told(question, passage) == holds
