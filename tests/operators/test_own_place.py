"""县里, 镇上, 区政府: what a government is called by those in its place, in its own report and in no other."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Assistant
from tests.breakdowns import over

COUNTY = ("云泽县人民政府", "云泽县")
TOWN = ("云泽县北江镇人民政府", "云泽县北江镇")
BUREAU = ("云泽县水利局", "云泽县")
TEXT = "{title}\n一、概述\n全年主动公开信息810条。\n二、申请情况\n收到政府信息公开申请9件。\n"


@cache
def of(organ: str, place: str) -> Assistant:
    title = f"{organ}2018年政府信息公开工作年度报告"
    return over({"own-2018": TEXT.format(title=title)}, {"own-2018": (title, organ, place, "2018")})


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (COUNTY, "县里"),
        (COUNTY, "2018年县上"),
        (COUNTY, "县政府"),
        (COUNTY, "我们县里"),
        (COUNTY, "咱县"),
        (TOWN, "镇里"),
        (TOWN, "镇上"),
        (TOWN, "镇政府"),
        (TOWN, "你们镇"),
    ],
)
def test_a_government_is_called_by_its_place(body: tuple[str, str], name: str) -> None:
    answer = of(*body).answer(f"{name}一共收到多少件申请")
    assert [v.value for v in answer.values] == ["9"], answer.text


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (BUREAU, "县里"),
        (BUREAU, "县政府"),
        (COUNTY, "市政府"),
        (COUNTY, "省里"),
        (COUNTY, "白鹤县里"),
        (TOWN, "县里"),
        (TOWN, "区政府"),
        (COUNTY, "县政府督查室"),
    ],
)
def test_another_government_is_not_meant(body: tuple[str, str], name: str) -> None:
    answer = of(*body).answer(f"{name}收到多少件申请")
    assert answer.status != "answered", answer.text


def test_the_government_is_not_the_whole_where_the_report_tells_them_apart() -> None:
    organ, place = COUNTY
    title = f"{organ}2018年政府信息公开工作年度报告"
    text = f"{title}\n一、申请情况\n全县收到政府信息公开申请90件，其中县政府收到申请31件，县教育局收到申请59件。\n"
    asked = over({"own-2018": text}, {"own-2018": (title, organ, place, "2018")})
    assert "90" not in asked.answer("县政府自己收到的申请有几件").text
    assert [v.value for v in asked.answer("县里一共收到多少件申请").values] == ["90"]
