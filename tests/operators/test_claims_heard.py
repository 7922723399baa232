"""What somebody has heard or remembers, and bounds in everyday words: question → yes or no, or a refusal."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Assistant
from tests.compiling import over, proved

TEXT = """白石镇2015年政府信息公开工作年度报告
一、概述
镇政府成立以常务副镇长为组长的领导小组。6个科室、4个站所各设信息员1名。
全年主动公开政府信息210条,其中网站公开160条,占76.2%。微信公众号关注人数86万人。
《白石简讯》免费发放至各村委会、规模以上企业和学校。群众来信收到80件,回复79件。征集意见400条,采纳86条。
网上办理事项的满意率98.6%。安排专项经费122.5万元。
白石镇人民政府
"""
CARDS = {
    "baishi-2015": ("白石镇2015年政府信息公开工作年度报告", "白石镇人民政府", "白石镇", "2015")
}
TOLD = [
    ("微信公众号关注人数破百万了没有", "no"),
    ("微信公众号关注人数过万了吗", "yes"),
    ("满意率到98%没", "yes"),
    ("满意率到九成九了吗", "no"),
    ("专项经费过百万元了吗", "yes"),
    ("饭桌上有人说白石镇全年主动公开了2100条信息，有这么多？", "no"),
    ("我印象中专项经费是122.5万元，准吗", "yes"),
    ("依稀记得满意率是95%，确认一下", "no"),
    ("同事一口咬定群众来信收到80件，报告里真有这句吗", "yes"),
]
REFUSED = [
    "镇政府领导小组组长是镇长吗",
    "群众来信都在三天内回复了吗",
    "饭桌上有人说隔壁镇主动公开了2100条信息，有这么多？",
    "我印象中专项经费的一半是网站花的，准吗",
    "微博粉丝破百万了没有",
    "采纳的意见超过一半吗",
]


@cache
def assistant() -> Assistant:
    return over({"baishi-2015": TEXT}, CARDS)


@pytest.mark.parametrize(("question", "polarity"), TOLD)
def test_whether_it_is_so(question: str, polarity: str) -> None:
    answer = proved(assistant(), question)
    assert (answer.status, answer.polarity) == ("answered", polarity), answer.text


@pytest.mark.parametrize("question", REFUSED)
def test_what_is_not_told_is_refused(question: str) -> None:
    answer = assistant().answer(question)
    assert answer.status != "answered", answer.text


def test_not_all_where_some_are_left_out() -> None:
    assert Assistant().answer("公报发放给所有企业吗").polarity == "no"


def test_side_by_side_is_no_part_of_the_other() -> None:
    assert assistant().answer("每个科室都有信息员吗").polarity != "no"
