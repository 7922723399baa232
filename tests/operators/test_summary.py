"""Summary: the part of the report that speaks of what is asked, quoted."""

import pytest
from qingyuan import answered, refused

SUMMARIES = [
    ("概括一下存在的问题", "有待"),
    ("概括一下新闻发布会的情况", "新闻发布会"),
    ("简单介绍一下政府公报", "公报"),
    ("总结一下依申请公开的情况", "申请"),
]


@pytest.mark.parametrize(("asked", "words"), SUMMARIES)
def test_what_is_said_of_it(asked: str, words: str) -> None:
    found = answered(asked)
    assert words in "".join(c.quote for c in found.citations)


@pytest.mark.parametrize(
    "asked", ["概括一下2012年的情况", "介绍一下韶关市的情况", "总结一下招商引资"]
)
def test_what_is_not_in_the_report(asked: str) -> None:
    refused(asked)
