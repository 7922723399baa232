"""What people call an organ, by rule from its official name; one name for two organs is asked back."""

from __future__ import annotations

from functools import cache

import pytest

from assistant import Assistant
from assistant.cards import names_of
from assistant.folders import knowledge_folder
from assistant.knowledge import read_compiled
from assistant.model import Card
from tests.breakdowns import over

# (organ, place, what it is called as well, what would be somebody else)
NAMES = (
    (
        "东湖市人民政府办公厅",
        "东湖市",
        "市政府办公厅 市政府办 市府办 府办 政府办公厅 东湖市府办",
        "办公厅 县府办",
    ),
    (
        "云泽县人民政府办公室",
        "云泽县",
        "县政府办公室 县府办 府办 云泽县政府办",
        "市府办 政府办公厅",
    ),
    (
        "石桥综合实验区管理委员会",
        "石桥综合实验区",
        "管委会 石桥管委会 实验区管委会 石桥实验区",
        "石桥 开发区管委会",
    ),
    (
        "白鹤经济技术开发区管理委员会",
        "白鹤经济技术开发区",
        "开发区管委会 白鹤开发区 白鹤管委会",
        "白鹤 白鹤县管委会",
    ),
    ("云泽县北江街道办事处", "北江街道", "北江街道办 北江街道 云泽县北江街道办", "云泽县 街道办"),
    ("云泽县地方税务局", "云泽县", "地税局 云泽地税局 云泽县地税局", "国税局 税务局 云泽县"),
    ("国家税务总局云泽县税务局", "云泽县", "云泽县税务局 云泽税务局 税务局", "地税局 国税局 云泽"),
    (
        "东湖市科学技术委员会",
        "东湖市",
        "市科委 东湖市科委 东湖科委 科委",
        "东湖市 东湖科技 县科委 市委",
    ),
    ("东湖市国土资源局", "东湖市", "国土局 市国土局 东湖国土局", "国土资源厅 东湖市 国土"),
    ("云泽县教育体育局", "云泽县", "教体局 县教体局", "教体育局 教育局 体育局"),
    ("西江省环境保护厅", "西江省", "环保厅 省环保厅", "环保局 省厅环保"),
    ("东湖市经济和信息化委员会", "东湖市", "经信委 市经信委 东湖经信委", "经委 经信局"),
)
OFFICE = ("东湖市人民政府办公厅", "东湖市")
ZONE = ("石桥综合实验区管理委员会", "石桥综合实验区")
SECOND_ZONE = ("白鹤经济技术开发区管理委员会", "白鹤经济技术开发区")
TAX = ("云泽县地方税务局", "云泽县")
SECOND_TAX = ("白鹤县地方税务局", "白鹤县")
COUNTY = ("云泽县人民政府", "云泽县")
TEXT = "{title}\n\n一、概述\n\n全年主动公开信息{number}条，收到政府信息公开申请{more}件。\n"


@cache
def assistant(*organs: tuple[str, str]) -> Assistant:
    cards = {
        f"organ{number}-2015": (f"{organ}2015年政府信息公开工作年度报告", organ, place, "2015")
        for number, (organ, place) in enumerate(organs)
    }
    texts = {
        name: TEXT.format(title=card[0], number=100 + at, more=10 + at)
        for at, (name, card) in enumerate(cards.items())
    }
    return over(texts, cards)


@pytest.mark.parametrize(("organ", "place", "called", "others"), NAMES)
def test_names(organ: str, place: str, called: str, others: str) -> None:
    departments = read_compiled(knowledge_folder())["departments"]
    found = names_of(Card("", "", organ, place, 2015), departments)
    assert set(called.split()) <= set(found)
    assert not set(others.split()) & set(found)


@pytest.mark.parametrize(
    ("name", "organs", "value"),
    [
        ("市政府办公厅", (OFFICE, ZONE, TAX), "10"),
        ("市府办", (OFFICE, ZONE, TAX), "10"),
        ("府办", (OFFICE, ZONE, TAX), "10"),
        ("管委会", (OFFICE, ZONE, TAX), "11"),
        ("石桥管委会", (OFFICE, ZONE, SECOND_ZONE), "11"),
        ("开发区管委会", (OFFICE, ZONE, SECOND_ZONE), "12"),
        ("地税局", (OFFICE, ZONE, TAX), "12"),
        ("云泽地税局", (TAX, SECOND_TAX), "10"),
        ("市科委", (OFFICE, ("东湖市科学技术委员会", "东湖市"), TAX), "11"),
        ("我们县", (OFFICE, ZONE, COUNTY), "12"),
        ("科委", (OFFICE, ("东湖市科学技术委员会", "东湖市"), TAX), "11"),
    ],
)
def test_a_name_of_one_organ(name: str, organs: tuple[tuple[str, str], ...], value: str) -> None:
    answer = assistant(*organs).answer(f"{name}收到多少件申请")
    assert [v.value for v in answer.values] == [value], answer.text


@pytest.mark.parametrize(
    ("name", "organs"),
    [
        ("管委会", (ZONE, SECOND_ZONE)),
        ("地税局", (TAX, SECOND_TAX)),
        ("我们县", (TAX, SECOND_TAX)),
        ("我们县", (COUNTY, SECOND_TAX)),
        ("府办", (OFFICE, ("云泽县人民政府办公室", "云泽县"))),
    ],
)
def test_a_name_of_two_organs_is_asked_back(name: str, organs: tuple[tuple[str, str], ...]) -> None:
    answer = assistant(*organs).answer(f"{name}收到多少件申请")
    assert answer.status == "clarify", answer.text


@pytest.mark.parametrize(
    "name", ["省政府办公厅", "县府办", "国税局", "开发区管委会", "石桥", "石桥县"]
)
def test_the_name_of_another_organ_is_none_of_these(name: str) -> None:
    answer = assistant(OFFICE, ZONE, TAX).answer(f"{name}收到多少件申请")
    assert answer.status != "answered", answer.text
