"""Operators that stand in one another: each takes what the other yields; never answered by one of them alone."""

from __future__ import annotations

import pytest

from assistant import answer
from tests.breakdowns import ask

# question → yes or no, and the figures: each operator takes what the other yields
COMPOSED = [
    ("网上办事大厅进驻事项，各县市区都不超过连南县吗？", "no", []),
    ("网上办事大厅进驻事项，是不是每个县市区都不超过连州市？", "no", []),
    ("有没有县进驻事项超过800项", "yes", []),
    ("假如英德市进驻事项多了50项，一共是多少项", None, ["678"]),
    ("要是市级再增加20项，会有多少项", None, ["998"]),
    ("市级进驻事项比英德市高百分之多少", None, ["55.73"]),
    ("连山县进驻事项比连南县多百分之几", None, ["14.73"]),
    ("进驻事项最多的两个县总共多少项", None, ["1592"]),
    ("进驻事项达到均值的县市区有多少个", None, ["4"]),
    ("进驻事项少于750项的县市区总共多少项", None, ["4381"]),
    ("进驻事项达到清城区的区有哪几个", None, ["525"]),
]


@pytest.mark.parametrize(("question", "polarity", "values"), COMPOSED)
def test_operators_that_stand_in_one_another(
    question: str, polarity: str | None, values: list[str]
) -> None:
    found = answer(question)
    assert (found.status, found.polarity) == ("answered", polarity), found.text
    assert [v.value for v in found.values] == values


# question → yes or no, and the figures of the members: the whole is none of them
OF_MEMBERS = [
    ("云河市收到申请中，有没有类别超过50件", "no", []),
    ("云河市收到申请中，达到24件的类别有哪些", None, ["24", "44"]),
    ("云河市申请答复里，除同意公开答复、不同意公开答复以外哪一类最多", None, ["20"]),
    ("云河市收到申请中，除网络申请、当面申请外的类别平均多少件", None, ["6"]),
]


@pytest.mark.parametrize(("question", "polarity", "values"), OF_MEMBERS)
def test_members_are_judged_by_their_own_figures(
    question: str, polarity: str | None, values: list[str]
) -> None:
    found = ask(question)
    assert (found.status, found.polarity) == ("answered", polarity), found.text
    assert [v.value for v in found.values] == values


@pytest.mark.parametrize(
    "question",
    [
        "临江县收到的申请方面，各类都超过30件吗",
        "临江县按受理单位分，各乡镇都不超过东山镇吗",
        "云河市行政复议里有少于3件的类别吗",
    ],
)
def test_no_figure_of_the_whole_judges_its_members(question: str) -> None:
    found = ask(question)
    assert found.polarity is None
    assert not found.values


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("进驻事项不多于佛冈县的县有几个", ["2"]),
        ("进驻事项不超过连南县的县有哪些", ["645"]),
        ("进驻事项不少于连山县的县有几个", ["2"]),
        ("比佛冈县少的县有哪些", ["645"]),
        ("超过英德的有几个县", ["4"]),
        ("进驻事项达到740项的县市区有哪些", ["740", "852"]),
        ("进驻事项达到511项的区有多少个", ["2"]),
        ("公报发布的文件类信息，除市政府、市政府办公室规范性文件外还有多少条", ["650"]),
        ("受理的申请有没有超过5宗", ["7"]),
        ("办结率达到96%了吗", ["96"]),
        ("如果公报每期印2000册，对吗", ["1535"]),
        ("受理率比办结率高几个百分点", ["4"]),
    ],
)
def test_bounds_are_read_to_the_letter_or_refused(question: str, values: list[str]) -> None:
    found = answer(question)
    # A bound that is not used is refused; it is never read loosely.
    if found.status == "answered":
        assert [v.value for v in found.values] == values, found.text
