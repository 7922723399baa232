"""Verify: yes or no about a stated figure, with the true figure either way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qingyuan import PLACES, answered, ask, figures, refused

# question, polarity, the true figure
CLAIMS = [
    ("公报每期两千册对吧", "no", "1535册"),
    ("公报纸质版每期1535册对吗", "yes", "1535册"),
    ("英德市有628项是吗", "yes", "628项"),
    ("英德市有669项吗", "no", "628项"),
    ("网上处理来信1618件对不对", "yes", "1618件"),
    ("来信办结率是100%吗", "no", "96%"),
    ("进驻事项总数是六千二百一十一项吗", "yes", "6211项"),
    ("新闻发布会开了三场吧", "no", "2场"),
    ("进驻事项超过6000项吗", "yes", "6211项"),
    ("进驻事项不足6000项吗", "no", "6211项"),
    ("办结率超过95%吗", "yes", "96%"),
    ("办结率达到98%了吗", "no", "96%"),
    ("播发新闻信息超过500条吗", "yes", "500条"),
    ("公报纸质版每期不是1535册吧", "no", "1535册"),
]
STATEMENTS = [
    ("2013年有没有收费", "no"),
    ("没有收费吗", "yes"),
    ("公报是免费发放的吗", "yes"),
    ("公报有电子版吗", "yes"),
    ("申请都按时办结了吗", "yes"),
    ("来信都受理了吗", "yes"),
    ("来信全部办结了吗", "no"),
    ("所有事项都可以在网上申请对不对", "no"),
    ("全部事项都开通了网上在线申请功能吗", "no"),
    ("所有进驻事项的办理时限都缩短了吗", "yes"),
    ("公报发放到诊所吗", "no"),
    ("每天巡查政府门户网站吗", "yes"),
    ("开新闻发布会了吗", "yes"),
    ("进驻事项各部分加起来等于6211吗", "yes"),
    ("八个县市区的进驻事项加起来等于6211吗", "no"),
]
# 500多 exceeds 500; whether it exceeds 550 is not stated.
NOT_STATED = [
    # What is allowed, what was not done, and a number of the parts where their sum is asked.
    "公开信息可以不收费吗",
    "申请公开能不能不收费",
    "没办结的，答复了吗",
    "未受理的，回复群众来信了吗",
    "市级加八地的分项,加起来和总数对得上吗",
    "播发新闻信息超过550条吗",
    "受理群众电话咨询超过650人次吗",
    "2012年公报每期1535册吗",
    "韶关市有628项吗",
    "公报每期的印刷成本是1535元吗",
    "清远市获得先进单位了吗",
    "开通微博了吗",
    "清远有两个区吗",
    # Only a heading names it (依申请公开政府信息和不予公开政府信息的情况).
    "申请里有没有不予公开的",
]


@pytest.mark.parametrize(("asked", "polarity", "figure"), CLAIMS)
def test_a_claim_about_a_figure(asked: str, polarity: str, figure: str) -> None:
    found = answered(asked)
    assert (found.polarity, figures(found)) == (polarity, [figure])


@pytest.mark.parametrize(("asked", "polarity"), STATEMENTS)
def test_a_claim_about_what_is_said(asked: str, polarity: str) -> None:
    assert answered(asked).polarity == polarity


@pytest.mark.parametrize("asked", NOT_STATED)
def test_what_the_report_does_not_say(asked: str) -> None:
    refused(asked)


@given(st.sampled_from(list(PLACES)), st.integers(500, 860))
def test_only_the_true_figure_is_confirmed(name: str, number: int) -> None:
    found = answered(f"{name}有{number}项吗")
    assert found.polarity == ("yes" if PLACES[name] == number else "no")
    assert figures(found) == [f"{PLACES[name]}项"]


@given(st.sampled_from(list(PLACES)), st.integers(500, 860))
def test_thresholds_agree_with_the_parts(name: str, limit: int) -> None:
    assert answered(f"{name}的进驻事项超过{limit}项吗").polarity == (
        "yes" if PLACES[name] > limit else "no"
    )


@given(st.permutations(list(PLACES)).map(lambda names: names[:2]))
def test_two_figures_exchanged(names: list[str]) -> None:
    one, other = names
    found = ask(f"{one}{PLACES[other]}项、{other}{PLACES[one]}项对吗")
    assert found.polarity != "yes"
