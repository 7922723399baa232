"""Bounds: the words of a question, and of what answers it → what each is bound to, read by the same closed classes."""

from __future__ import annotations

from functools import cache

import pytest

from assistant.compiler.yamlfile import load
from assistant.folders import knowledge_folder
from assistant.language.bounds import UNIT, WHOLE, Classes, classes_of

BINDS = [
    ("申请被驳回的有几件", "", {"refused"}),
    ("征地的申请都公开了多少件", "", {"granted"}),
    ("依申请公开的信息多少件", "", set()),
    ("历年来公开多少条", "", {"cumulative"}),
    # of two that exclude each other, and both are asked, neither binds
    ("累计新增多少条", "", set()),
    ("专职联络员几名", "", {"full_time"}),
    ("专兼职联络员几名", "", set()),
    ("市区的查阅点", "", {"urban"}),
    ("各市区的查阅点", "", set()),
    ("局里有几个人", "", {"staffed"}),
    ("局里公开几条", "", set()),
    ("印了多少份", UNIT, {"copies"}),
    ("印的份数", UNIT, set()),
    ("专项经费有多少", UNIT, {"money"}),
    ("经费的项目", UNIT, set()),
    ("一共花了多少钱", UNIT, {"money", "price"}),
    ("占全县的百分之几", WHOLE, {"of_all"}),
    ("占收到的几成", WHOLE, {"of_received"}),
    ("占申请总数的几成", WHOLE, {"of_applications"}),
    ("全县收到多少", WHOLE, set()),
]
KEPT = [
    ("申请被驳回的有几件", "（三）不予公开3件", True),
    ("申请被驳回的有几件", "同意公开3件", False),
    ("历年来公开多少条", "截至年底公开300条", True),
    ("历年来公开多少条", "累计公开300条,新增9条", False),
    ("专职联络员几名", "配备专(兼)职联络员120名", False),
    ("短信平台收到多少条", "短信平台发送惠民信息2万条", False),
    ("短信平台收到多少条", "短信平台受理来信20条", True),
    ("市区有多少个查阅点", "各县市区设查阅点9个", False),
    ("市区有多少个查阅点", "主城区设查阅点9个", True),
    ("平均每月多少条", "不足30条", False),
]
SOUGHT = [
    ("谁考核市直单位", [("doer", "考核")]),
    ("考核市直单位的是谁", [("doer", "考核")]),
    ("局长是谁", [("person", "局长")]),
    ("通报批评了谁", [("whom", "批评"), ("object", "批评")]),
    ("取消了哪些项目", [("object", "取消")]),
    ("群众咨询的主要是什么问题呢", [("content", "咨询")]),
    ("都检查了什么", [("object", "检查")]),
    ("大家查了什么", [("content", "查"), ("object", "家查")]),
    ("取消多少项", []),
]


@cache
def classes() -> Classes:
    return classes_of(load(knowledge_folder() / "lexicon" / "bounds.yaml"))


@pytest.mark.parametrize(("question", "of", "names"), BINDS)
def test_what_a_question_is_bound_to(question: str, of: str, names: set[str]) -> None:
    binding = classes().binding(classes().asked(question), of)
    assert {one.name for one in binding} == names


@pytest.mark.parametrize(("question", "stated", "kept"), KEPT)
def test_what_is_stated_keeps_it(question: str, stated: str, kept: bool) -> None:
    found = classes().stated(stated)
    binding = classes().binding(classes().asked(question))
    assert all(one.is_kept(found) for one in binding) is kept


@pytest.mark.parametrize(("question", "sought"), SOUGHT)
def test_what_is_sought_of_an_act(question: str, sought: list[tuple[str, str]]) -> None:
    found = classes().asked(question).sought
    assert sorted((one.role, one.act) for one in found) == sorted(sought)


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("全县公开300条,其中县政府100条", ("everywhere", "government")),
        ("县政府网站公开300条", ()),
        ("我局公开20条", ("itself",)),
    ],
)
def test_whose_a_figure_is(text: str, whose: tuple[str, ...]) -> None:
    assert classes().stated(text).whose == whose


def test_a_level_before_a_body() -> None:
    [one] = classes().asked("江苏省财政安排了多少").levels
    assert (one.level, one.body, one.lead) == ("省", "财政", "江苏省")
    assert classes().asked("全国人大代表提了几件").scopes == frozenset()
    assert classes().asked("入选全国典型案例了吗").scopes == {"全国"}


def test_each_class_is_one_that_is_compared() -> None:
    # What a class excludes is a class, and what is held against another part of an answer is asked so.
    known = classes().all
    assert all(one.rivals <= set(known) for one in known.values())
    assert {one.of for one in known.values()} <= {"", UNIT, WHOLE}
