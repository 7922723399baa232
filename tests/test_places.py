"""Names of places: what kind of place a name says, and how people shorten it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.places import SUFFIXES, short, suffix

NAMES = [
    ("松源市", "市", "松源"),
    ("松源县", "县", "松源"),
    ("白鹤区", "区", "白鹤"),
    ("石桥镇", "镇", "石桥"),
    ("石桥乡", "乡", "石桥"),
    ("石桥村", "村", "石桥"),
    ("云岭省", "省", "云岭"),
    ("云岭州", "州", "云岭"),
    ("云岭旗", "旗", "云岭"),
    ("云岭自治区", "自治区", "云岭"),
    ("云岭自治州", "自治州", "云岭"),
    ("云岭自治县", "自治县", "云岭"),
    ("云岭瑶族自治县", "自治县", "云岭瑶族"),
    ("北江街道", "街道", "北江"),
    # what would leave one character keeps its whole name
    ("开县", "", "开县"),
    ("东区", "", "东区"),
    ("沙市", "", "沙市"),
    ("沙市区", "区", "沙市"),
    ("叶城县", "县", "叶城"),
    # no ending, or nothing but an ending
    ("松源", "", "松源"),
    ("", "", ""),
    ("县", "", "县"),
    ("街道", "", "街道"),
    ("县里", "", "县里"),
]


@pytest.mark.parametrize(("name", "ending", "shortened"), NAMES)
def test_names(name: str, ending: str, shortened: str) -> None:
    assert suffix(name) == ending
    assert short(name) == shortened


LONG = st.text(alphabet="松源云岭白鹤石桥", min_size=2, max_size=5)


@given(LONG, st.sampled_from(SUFFIXES))
def test_a_name_and_its_ending_come_apart(name: str, ending: str) -> None:
    assert (short(name + ending), suffix(name + ending)) == (name, ending)


@given(st.text(max_size=8) | st.text(alphabet="松源" + "".join(SUFFIXES), max_size=8))
def test_a_short_name_and_its_ending_make_the_name(name: str) -> None:
    assert short(name) + suffix(name) == name
    assert suffix(name) in ("", *SUFFIXES)
    assert len(short(name)) > 1 or short(name) == name


def test_longer_endings_are_tried_first() -> None:
    for index, ending in enumerate(SUFFIXES):
        assert not any(ending.endswith(earlier) for earlier in SUFFIXES[:index])
