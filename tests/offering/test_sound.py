"""Which questions are offered: of each kind that nobody would ask, one is refused and its good neighbour is not."""

from __future__ import annotations

from functools import cache

import pytest

from assistant.drafting.draft import Draft, Wanted
from assistant.drafting.material import Material
from assistant.offering.sound import Sound
from tests.qingyuan import assistant

SOUND = [
    "柳州市公布了多少期食品抽检结果？",
    "柳州市网上处理来信多少件？",
    "柳州市网上处理来信的受理率是多少？",
    "柳州市有多少个部门可通过网上答复群众来信？",
    "柳州市举办的新闻发布会有多少场？",
    "柳州市政务中心安装触摸屏多少台？",
    "柳州市专项工作经费是多少元？",
    "柳州市延期办结的申请有多少件？",
    "收到的申请中，当面申请有多少件？",
]
# By kind: a clause where a noun should be, no object, no subject, another unit, an act as a name, what is named twice …
DOUBTFUL = [
    "柳州市安装触摸屏有多少台？",
    "柳州市公开多少条？",
    "办结率是多少？",
    "涉及网络信息多少宗？",
    "比2014年增长百分之几？",
    "柳州市执行多少级审核制度？",
    "柳州市各地设立公开栏是多少元？",
    "柳州市同意部分公开多少件？",
    "柳州市延期多少件系需征求第三方意见？",
    "柳州市有多少件申请全部按期答复？",
    "柳州市全局共有专职人员有多少人？",
    "柳州市2014年全市公开信息有多少条？",
    "市政务公开办，每月多少次？",
    "主动公开政府信息中，区直部门主动公开政府信息有多少条？",
    "柳州市行政复议总数（自然人）是多少件？",
    "柳州市多久组织一次网上巡查一次？",
    "柳州市因申请人逾期未按收费通知要求缴纳费用而不再处理的申请有多少件？",
]


@cache
def sound() -> Sound:
    return Sound(Material(assistant().knowledge("qingyuan-2013").drafting), "柳州市")


@pytest.mark.parametrize("question", SOUND)
def test_a_whole_question_is_offered(question: str) -> None:
    assert sound().is_sound(question)


@pytest.mark.parametrize("question", DOUBTFUL)
def test_a_doubtful_question_is_not(question: str) -> None:
    assert not sound().is_sound(question)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("公布了多少期食品抽检结果？", "柳州市公布了多少期食品抽检结果？"),
        ("全市公布了多少期食品抽检结果？", "全市公布了多少期食品抽检结果？"),
        ("“柳州发布”微博粉丝有多少人？", "“柳州发布”微博粉丝有多少人？"),
    ],
)
def test_whose_figure_it_is_is_said_once(question: str, first: str) -> None:
    draft = Draft("figure", (), (question,), Wanted(), "", 0)
    assert sound().ways(draft)[0] == first
