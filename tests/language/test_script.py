"""Foldings of writing keep every character in its place."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.script import fold, simplify

SIMPLIFIED = [
    ("經濟", "经济"),
    ("裏面", "里面"),
    ("發佈會", "发布会"),
    ("信息公開", "信息公开"),
    ("乾淨與乾坤", "干净与乾坤"),
    ("薴", "苎"),
    ("ABC經濟。①", "ABC经济。①"),
]

LEFT_ALONE = ["", "政府信息公开", "著名", "於", "李喆、王堃", "a—·㎡℃", "\ud800", "\x00经"]

FOLDED = [
    ("ＡＢＣ", "abc"),
    ("Gongkai", "gongkai"),
    ("１２％", "12%"),
    ("（一），", "(一),"),
    ("\u3000\xa0", "  "),
    ("⼯⽅", "工方"),
    ("⻓⻅", "长见"),
    ("\uf900", "\u8c48"),
    ("①⑴㎡²Ⅱ½", "①⑴㎡²Ⅱ½"),
    ("İß", "İß"),
]

han = st.text(st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF), max_size=12)
traditional = st.text("隨著經濟發佈裏乾淨坤徵收瞭解夥伴藉薴昇苧後於李a。", max_size=12)


@pytest.mark.parametrize(("text", "expected"), SIMPLIFIED)
def test_traditional_becomes_simplified(text: str, expected: str) -> None:
    assert simplify(text) == expected


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_simplified_is_left_alone(text: str) -> None:
    assert simplify(text) == text


@pytest.mark.parametrize(("text", "expected"), FOLDED)
def test_folded(text: str, expected: str) -> None:
    assert fold(text) == expected


def test_the_converter_is_not_loaded_for_simplified_text() -> None:
    program = (
        "import sys; from assistant.language.script import simplify, fold;"
        "fold(simplify('政府信息公开，2013—2014㎡'));"
        "sys.exit('opencc' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_every_character_folds_to_one_that_stays() -> None:
    for char in map(chr, range(sys.maxunicode + 1)):
        folded = fold(char)
        assert len(folded) == 1
        assert folded == char or fold(folded) == folded


@given(st.text() | han | traditional)
def test_simplifying_keeps_places_and_settles(text: str) -> None:
    once = simplify(text)
    assert len(once) == len(text)
    assert simplify(once) == once


@given(st.text())
def test_folding_keeps_places_and_settles(text: str) -> None:
    once = fold(text)
    assert len(once) == len(text)
    assert fold(once) == once
