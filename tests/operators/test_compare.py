"""Compare: which is more, by how much, how many times; and what may not be compared."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qingyuan import PARTS, PLACES, answered, figures, half_up, refused

DIFFERENCES = [
    ("连山比连南多几项", "95项"),
    ("英德比连州少几项", "41项"),
    ("受理率比办结率高几个百分点", "4个百分点"),
    ("门户网站发布的信息比公报发布的文件类信息多多少条", "12162条"),
    ("人事任免信息比规范性文件多多少条", "71条"),
    ("实体办事大厅比网上办事大厅多几个", "5个"),
    ("有便民中心的乡镇比有网站的乡镇多几个", "30个"),
]
CLAIMS = [
    ("连山县进驻事项比连南县多吗", "yes"),
    ("连南县进驻事项比连山县多吗", "no"),
    ("清新区进驻事项比清城区少吗", "yes"),
    ("英德市进驻事项比连州市少吗", "yes"),
    ("办结率比受理率高吗", "no"),
]
REFUSED = [
    "门户网站信息比来信多多少",
    "专项工作经费比工作人员多多少",
    "受理率比进驻事项多多少",
    "播发的新闻信息比公报文件类信息少多少条",
    "出席新闻发布会的新闻机构比部门少几个",
    "英德比韶关多几项",
    "连州比连江多几项",
    "今年连州比去年多几项",
    "2013年英德比2012年多几项",
]
names = st.sampled_from(list(PARTS))


@pytest.mark.parametrize(("asked", "figure"), DIFFERENCES)
def test_by_how_much(asked: str, figure: str) -> None:
    found = answered(asked)
    assert figures(found) == [figure]
    assert found.computation and len(found.citations) == 2


@pytest.mark.parametrize(("asked", "polarity"), CLAIMS)
def test_is_it_more(asked: str, polarity: str) -> None:
    assert answered(asked).polarity == polarity


@pytest.mark.parametrize("asked", REFUSED)
def test_what_must_not_be_compared(asked: str) -> None:
    refused(asked)


@given(names, names)
def test_differences_agree_with_the_parts(one: str, other: str) -> None:
    if one != other:
        gap = abs(PARTS[one] - PARTS[other])
        found = answered(f"{one}和{other}的进驻事项相差多少项")
        assert figures(found) == [f"{gap}项"]


@given(st.sampled_from(list(PLACES)), st.sampled_from(list(PLACES)))
def test_times_agree_with_the_parts(one: str, other: str) -> None:
    if one != other:
        times = half_up(Fraction(PLACES[one], PLACES[other]))
        assert figures(answered(f"{one}的进驻事项是{other}的多少倍")) == [f"{times}倍"]


@given(st.sampled_from(list(PLACES)), st.sampled_from(list(PLACES)))
def test_a_claim_holds_or_not_by_the_parts(one: str, other: str) -> None:
    if one != other:
        found = answered(f"{one}的进驻事项比{other}多吗")
        assert found.polarity == ("yes" if PLACES[one] > PLACES[other] else "no")
        quotes = "".join(c.quote for c in found.citations)
        assert f"{one}{PLACES[one]}项" in quotes and f"{other}{PLACES[other]}项" in quotes


@given(st.sampled_from(list(PLACES)), st.sampled_from(list(PLACES)))
def test_the_order_of_the_sides_changes_no_difference(one: str, other: str) -> None:
    if one != other:
        more, less = sorted((one, other), key=lambda n: -PLACES[n])
        assert figures(answered(f"{more}比{less}多几项")) == figures(
            answered(f"{less}比{more}少几项")
        )


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("清新跟清城哪个进驻事项少点", "清新区511项"),
        ("英德和连州谁的事项多点儿", "连州市669项"),
        ("佛冈和连南的进驻事项哪个少点呢", "连南县645项"),
    ],
)
def test_a_little_more_or_less_compares(question: str, named: str) -> None:
    assert named in answered(question).text


@pytest.mark.parametrize("question", ["哪个少点名批评", "清新比清城少点名几次"])
def test_点_of_another_word_is_none(question: str) -> None:
    assert refused(question)


@pytest.mark.parametrize("question", ["清城区与清新区相比，谁少", "清城区与清新区相比，谁更少？"])
def test_who_is_less_is_answered_by_no_yes(question: str) -> None:
    assert answered(question).polarity is None
