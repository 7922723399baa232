"""Readings, likeness of sound, and splits into syllables."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.pinyin import (
    alike,
    initials,
    is_syllable,
    nearly_alike,
    readings,
    spell,
    syllables,
)
from tests.steps_taken import is_linear

READINGS = [
    ("项", {"xiang"}),
    ("绿", {"lv", "lu"}),
    ("略", {"lve"}),
    ("行", {"xing", "hang", "heng"}),
    ("長", {"zhang", "chang"}),
    ("嗯", {"n", "ng"}),
    ("a", set()),
    ("。", set()),
    ("", set()),
    ("政府", set()),
]

SOUNDS = [
    ("项", "向", True, True),
    ("项", "项", True, True),
    ("长", "掌", True, True),
    ("知", "资", False, True),
    ("吃", "次", False, True),
    ("事", "四", False, True),
    ("南", "兰", False, True),
    ("性", "信", False, True),
    ("政", "振", False, True),
    ("帮", "班", False, True),
    ("飞", "黑", False, True),
    ("政", "怎", False, True),
    ("项", "顶", False, False),
    ("东", "敦", False, False),
    ("a", "a", False, False),
]

SPLITS = [
    ("", ()),
    ("xian", (("xian",), ("xi", "an"))),
    ("fangan", (("fang", "an"), ("fan", "gan"))),
    ("NiHao", (("ni", "hao"), ("ni", "ha", "o"))),
    ("lüe", (("lve",), ("lv", "e"))),
    ("hello", ()),
    ("xi'an", ()),
    ("xi an", ()),
    ("jz", ()),
]


@pytest.mark.parametrize(("char", "expected"), READINGS)
def test_readings(char: str, expected: set[str]) -> None:
    assert readings(char) == expected


@pytest.mark.parametrize(("a", "b", "same", "near"), SOUNDS)
def test_likeness_of_sound(a: str, b: str, same: bool, near: bool) -> None:
    assert (alike(a, b), nearly_alike(a, b)) == (same, near)
    assert (alike(b, a), nearly_alike(b, a)) == (same, near)


@pytest.mark.parametrize(("letters", "expected"), SPLITS)
def test_splits(letters: str, expected: tuple[tuple[str, ...], ...]) -> None:
    assert syllables(letters) == expected


@pytest.mark.parametrize("letters", ["a", "o", "er", "lv", "nve", "lue", "zhuang", "shi", "xiong"])
def test_syllables(letters: str) -> None:
    assert is_syllable(letters)


@pytest.mark.parametrize("letters", ["", "b", "ng", "hm", "xin g", "zhuangg", "bing'", "vu", "项"])
def test_what_is_no_syllable(letters: str) -> None:
    assert not is_syllable(letters)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("进驻事项", "jzsx"), ("12345热线", "12345rx"), ("A级，好", "ajh"), ("", "")],
)
def test_initials(text: str, expected: str) -> None:
    assert initials(text) == expected


def test_spelling_goes_character_by_character() -> None:
    assert spell("项目a") == (frozenset({"xiang"}), frozenset({"mu"}), frozenset())


def test_the_phrases_are_not_loaded_and_the_environment_is_restored() -> None:
    program = (
        "import os, sys; from assistant.language.pinyin import readings;"
        "early = 'pypinyin' in sys.modules; readings('项');"
        "sys.exit(early or 'pypinyin.phrases_dict' in sys.modules"
        " or 'PYPINYIN_NO_PHRASES' in os.environ)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_long_runs_of_letters_are_split_in_steps_as_many_as_they_are_long() -> None:
    assert len(syllables("xian" * 5_000)) == 64
    assert syllables("a" * 20_000 + "q") == ()
    assert is_linear(syllables, "xian", 100)
    assert is_linear(lambda letters: syllables(letters + "q"), "a", 400)


@given(st.text("aeiounghxjqzlv", max_size=20))
def test_splits_are_syllables_and_lose_nothing(letters: str) -> None:
    splits = syllables(letters)
    assert len(splits) <= 64
    assert len(set(splits)) == len(splits)
    for split in splits:
        assert all(map(is_syllable, split))
        assert len("".join(split)) == len(letters)


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    assert len(spell(text)) == len(text)
    assert len(initials(text)) <= len(text)
    syllables(text)
    is_syllable(text)
    alike(text, text)
    nearly_alike(text[:1], text[-1:])
