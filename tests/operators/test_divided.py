"""Rows that say by what they divide their whole, organs, second measures, and sums held against a total."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Answer, Assistant
from tests.compiling import over, proved

ROADS = """\
云溪县交通局2015年政府信息公开工作年度报告
一、主动公开政府信息情况
全年主动公开政府信息900条,比上年的750条增长20%。
按信息类别分,机构职能类100条,行政许可类500条,招标投标类300条。
按发布单位分,局机关300条,公路管理局250条,海事处350条。
按首发渠道分,局门户网站520条,政务微博240条,公告栏140条。
3月15日公布权力清单,共60项,其中行政许可15项、行政处罚45项。
全年9个公路项目共31公里,按乡镇分:东山镇4个、12.5公里,西河乡3个、10.5公里,南塘镇2个、8公里。
19999服务热线受理来电640个。全年发布办事指引60项,其中直接办事服务12项。客运票价由5元调为6元。审批大厅设窗口20个,共受理申请500件。收到信函申请2封。
"""
CARDS = {
    "yunxi-2015": ("云溪县交通局2015年政府信息公开工作年度报告", "云溪县交通局", "云溪县", "2015")
}


@cache
def assistant() -> Assistant:
    return over({"yunxi-2015": ROADS}, CARDS)


def ask(question: str) -> Answer:
    return proved(assistant(), question)


ANSWERS = {
    "哪个渠道发布的信息最多": ["520"],
    "公开信息最少的是哪个渠道": ["140"],
    "哪个单位发布信息最多": ["350"],
    "哪个部门发得最少": ["250"],
    "哪类信息最少": ["100"],
    "各单位分别发布多少条": ["300", "250", "350"],
    "权力清单共多少项": ["60"],
    "东山镇多少公里": ["12.5"],
    "东山镇几个项目": ["4"],
    "哪个乡镇项目最多": ["4"],
    "哪个乡镇公里数最少": ["8"],
    "不到11公里的乡镇有哪些": ["10.5", "8"],
    "19999服务热线受理来电多少个": ["640"],
    "客运票价多少元": ["6"],
    "可以直接办事的指引几项": ["12"],
    "办事指引几项": ["60"],
    "2014年主动公开多少条": ["750"],
}


@pytest.mark.parametrize(("question", "expected"), ANSWERS.items())
def test_the_row_that_is_divided_by_what_is_asked(question: str, expected: list[str]) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.text
    assert [v.value for v in answer.values] == expected


@pytest.mark.parametrize(
    "question",
    [
        "哪个部门项目最多",
        "哪个科室发布信息最多",
        "东山镇多少吨",
        "18888服务热线受理来电多少个",
        "2013年主动公开多少条",
    ],
)
def test_what_no_row_is_divided_by(question: str) -> None:
    assert ask(question).status in ("unanswered", "clarify")


@pytest.mark.parametrize(
    ("question", "polarity"),
    [
        ("各类信息相加等于总数吗", "yes"),
        ("各单位发布条数加起来与全年总数是否一致", "yes"),
        ("三个渠道公开的信息加起来，跟总数对得上吗", "yes"),
        ("局机关和海事处发布的信息加起来等于总数吗", "no"),
    ],
)
def test_a_sum_is_held_against_the_total(question: str, polarity: str) -> None:
    assert ask(question).polarity == polarity


AVERAGES = {
    "平均每个公路项目多少公里": "3.44",
    "平均每个乡镇多少公里": "10.33",
    "平均每个单位发布多少条": "300",
}


@pytest.mark.parametrize(("question", "mean"), AVERAGES.items())
def test_an_average_is_over_what_stands_behind_each(question: str, mean: str) -> None:
    assert [v.value for v in ask(question).values] == [mean]


def test_a_change_is_of_what_was_asked_before_it() -> None:
    assert "20%" in ask("主动公开多少条信息？增幅多少").text
    assert "20%" not in ask("受理来电多少个？增幅多少").text


def test_what_is_spread_stands_with_what_it_is_spread_over() -> None:
    assert [v.value for v in ask("平均每个窗口受理多少件").values] == ["25"]
    assert "2封" not in ask("每一窗口平均收信函多少").text
