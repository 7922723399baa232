"""Wordings: question → its plain words, or what is asked of a list; nothing where it is plain."""

from __future__ import annotations

from functools import cache

import pytest

from assistant.compiler.yamlfile import load
from assistant.folders import knowledge_folder
from assistant.language.wordings import Wordings, wordings_of

PLAIN = [
    ("公报何以免费发放", "公报为什么免费发放"),
    ("工作依据的是哪部条例?只要条例名", "工作依据的是哪部条例"),
    ("媒体播发的那五百条信息,谁提供的", "谁提供媒体播发的五百条信息"),
    ("把落后的单位给通报了的,是谁", "谁通报落后的单位"),
    ("镇里凭哪个文号的文件负责公开", "镇里根据什么文件负责公开"),
    ("时限缩短,靠的什么办法", "怎么时限缩短"),
    ("公报是隔一个星期出,还是隔一个月出", "公报多久出一次"),
    ("图解政策,哪一年才推行", "什么时候推行图解政策"),
]
LISTS = [
    ("公报的发放范围包不包括诊所", "included", ("公报的发放范围", "诊所")),
    ("诊所在不在公报的发放范围内", "included", ("公报的发放", "诊所")),
    ("专项经费,网站的开销算不算进去", "included", ("专项经费", "网站的开销")),
    ("部门公开的,除了目录还有啥", "besides", ("部门公开的", "目录")),
    ("清单是市级的,还是县级的", "either", ("清单", "市级的", "县级")),
    ("曝光问题的那个节目,叫什么名字", "named", ("曝光问题",)),
]
# Words that only look like one of a class.
LEFT = ["公开政府信息多少条", "谁提供信息", "原因是什么", "存在哪些问题"]


@cache
def wordings() -> Wordings:
    return wordings_of(load(knowledge_folder() / "lexicon" / "wordings.yaml"))


@pytest.mark.parametrize(("asked", "plain"), PLAIN)
def test_a_question_is_put_in_plain_words(asked: str, plain: str) -> None:
    assert plain in [row.text for row in wordings().plainly(asked)]


@pytest.mark.parametrize(("asked", "does", "parts"), LISTS)
def test_members_of_a_list_are_asked_for(asked: str, does: str, parts: tuple[str, ...]) -> None:
    found = [
        (row.does, tuple(part for part in row.parts if part)) for row in wordings().lists(asked)
    ]
    assert (does, parts) in found


@pytest.mark.parametrize("asked", LEFT)
def test_a_plain_question_is_left_as_it_is(asked: str) -> None:
    assert not wordings().plainly(asked)
    assert not wordings().lists(asked)


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("局里形成的政府信息移交给了哪家单位", "移交"),
        ("科里整理的材料转交到谁", "转交"),
        ("办里编的清单报送给哪个部门", "报送"),
    ],
)
def test_what_is_done_with_it_is_in_every_wording(asked: str, kept: str) -> None:
    assert all(kept in row.text for row in wordings().plainly(asked))
