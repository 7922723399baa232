"""How near a word is to a name, by which ground."""

from __future__ import annotations

import pytest

from assistant.knowledge import load
from assistant.language.related import Related
from assistant.learning.similarity import Likeness, likeness, telling_units

RELATED = Related([["新闻发布会", "吹风会", "招待会"], ["经费", "开销"]])


@pytest.mark.parametrize(
    ("word", "names", "units", "near"),
    [
        ("新文发布会", ("新闻发布会",), (), Likeness(100)),
        ("吹风会", ("新闻发布会",), (), Likeness(90, "matter")),
        ("吹风会", ("事项", "新闻发布会"), (), Likeness(90, "matter")),
        ("政策吹风会", ("新闻发布会",), (), Likeness(67, "matter")),
        ("内参", ("网络舆情",), ("期",), Likeness(60, "unit", "期")),
        ("开销", ("经费",), ("元",), Likeness(90, "matter")),
        ("内参", ("网络舆情",), (), Likeness(0)),
        ("内参", (), (), Likeness(0)),
    ],
)
def test_the_best_ground_counts(
    word: str, names: tuple[str, ...], units: tuple[str, ...], near: Likeness
) -> None:
    assert likeness(word, names, RELATED, units) == near


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("发了几期 ", {"期": "网络舆情"}),
        (" 开了多少场", {"场": "新闻发布会"}),
        ("国家 有几个", {}),
        ("有多少个 ，多少项，几件", {}),
        ("第二期 怎么样", {}),
    ],
)
def test_a_measure_word_tells_something_where_one_thing_is_counted_in_it(
    text: str, units: dict[str, str]
) -> None:
    assert telling_units(text, load()) == units
