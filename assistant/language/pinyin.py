"""How characters are read, in pinyin without tones, and what sounds alike.

The readings come from pypinyin, which is imported at the first question and without its phrase
dictionary.  The letter ``ü`` is written ``v``: 绿 is ``lv``, 略 is ``lve``.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise

_MOST_SPLITS = 64
LONGEST_SYLLABLE = 6  # zhuang
_VOWELS = frozenset("aeiouv")
_AS_TYPED = {"lue": "lve", "nue": "nve"}


def readings(char: str) -> frozenset[str]:
    """All readings of a character, rare ones included; none for what is no character.

    >>> sorted(readings("行")), sorted(readings("绿"))
    (['hang', 'heng', 'xing'], ['lu', 'lv'])
    """
    return frozenset(_in_order(char))


def spell(text: str) -> tuple[frozenset[str], ...]:
    """The readings of each character."""
    return tuple(map(readings, text))


def common(char: str) -> str:
    """The usual reading of a character; the character itself where it has none.

    >>> common("行"), common("跑")
    ('xing', 'pao')
    """
    return next(iter(_in_order(char)), char)


def usual(char: str) -> tuple[str, ...]:
    """The one or two usual readings of a character; the character itself where it has none."""
    return _in_order(char)[:2] or (char,)


def alike(a: str, b: str) -> bool:
    """Whether two characters have a reading in common, tones aside.

    >>> alike("项", "向"), alike("项", "想"), alike("项", "顶")
    (True, True, False)
    """
    return not readings(a).isdisjoint(readings(b))


def nearly_alike(a: str, b: str) -> bool:
    """The same, also for those who confuse zh/z, ch/c, sh/s, n/l, f/h, ing/in, eng/en, ang/an.

    >>> nearly_alike("政", "怎"), nearly_alike("南", "兰"), nearly_alike("黄", "方")
    (True, True, False)
    """
    return not _blurred_readings(a).isdisjoint(_blurred_readings(b))


def is_syllable(s: str) -> bool:
    """Whether these lower-case letters are one syllable, as in ``zhuang``, ``lv`` or ``nue``."""
    return s in _AS_TYPED or s in _legal_syllables()


def syllables(letters: str) -> tuple[tuple[str, ...], ...]:
    """Every way to split Latin letters into syllables, at most 64, longer syllables first.

    Case is ignored and the syllables come in the spelling of `readings`: ``lüe`` and ``lue`` as
    ``lve``.  An apostrophe or a space is no letter; split there first.

    >>> syllables("xian"), syllables("fangan"), syllables("hello")
    ((('xian',), ('xi', 'an')), (('fang', 'an'), ('fan', 'gan')), ())
    """
    letters = letters.lower().replace("ü", "v")
    ends = _syllable_ends(letters)
    if not ends.get(0):
        return ()
    splits: list[tuple[str, ...]] = []
    for cuts in _paths(ends, len(letters)):
        pieces = (letters[start:end] for start, end in pairwise(cuts))
        splits.append(tuple(_AS_TYPED.get(piece, piece) for piece in pieces))
        if len(splits) == _MOST_SPLITS:
            break
    return tuple(splits)


def initials(text: str) -> str:
    """The first letters of the characters' usual readings; ASCII letters and digits stay.

    >>> initials("进驻事项12345")
    'jzsx12345'
    """
    return "".join(_initial(char) for char in text)


def _initial(char: str) -> str:
    if char.isascii():
        return char.lower() if char.isalnum() else ""
    return next((reading[0] for reading in _in_order(char)), "")


def _syllable_ends(letters: str) -> dict[int, list[int]]:
    """For each start, the ends of syllables there that leave a rest which can be split too."""
    ends: dict[int, list[int]] = {}
    for start in reversed(range(len(letters))):
        longest = min(len(letters), start + LONGEST_SYLLABLE)
        ends[start] = [
            end
            for end in range(longest, start, -1)
            if (end == len(letters) or ends[end]) and is_syllable(letters[start:end])
        ]
    return ends


def _paths(ends: Mapping[int, list[int]], goal: int) -> Iterator[tuple[int, ...]]:
    """Every chain of cuts from 0 to the goal, in the order of the ends at each place."""
    cuts, untried = [0], [iter(ends[0])]
    while untried:
        end = next(untried[-1], None)
        if end is None:
            untried.pop()
            cuts.pop()
        elif end == goal:
            yield (*cuts, goal)
        else:
            cuts.append(end)
            untried.append(iter(ends[end]))


@lru_cache(maxsize=2**14)
def _in_order(char: str) -> tuple[str, ...]:
    """The readings, the usual one first."""
    spelled = _dictionary().get(ord(char), "") if len(char) == 1 else ""
    return tuple(dict.fromkeys(map(_toneless, spelled.split(",")))) if spelled else ()


@lru_cache(maxsize=2**14)
def _blurred_readings(char: str) -> frozenset[str]:
    return frozenset(map(_blurred, readings(char)))


def _blurred(reading: str) -> str:
    """The reading with the sounds that many speakers do not keep apart made one."""
    if reading[:2] in ("zh", "ch", "sh"):
        reading = reading[0] + reading[2:]
    reading = {"n": "l", "f": "h"}.get(reading[0], reading[0]) + reading[1:]
    return reading[:-1] if reading.endswith(("ing", "eng", "ang")) else reading


@cache
def _toneless(reading: str) -> str:
    """Plain letters for a reading with tone marks: nǚ is nv."""
    marked = unicodedata.normalize("NFD", reading.replace("ê", "e"))
    letters = marked.replace("u\u0308", "v")
    return "".join(letter for letter in letters if "a" <= letter <= "z")


@cache
def _legal_syllables() -> frozenset[str]:
    """Every reading of a character of GB2312, some 410; murmurs without a vowel are left out."""
    rows = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    chars = (char for cell in rows for char in cell.decode("gb2312", "ignore"))
    found = {reading for char in chars for reading in _in_order(char)}
    return frozenset(reading for reading in found if _VOWELS & set(reading))


@cache
def _dictionary() -> Mapping[int, str]:
    """pypinyin's readings by code point, without loading its phrases (which takes most time)."""
    setting = "PYPINYIN_NO_PHRASES"
    before = os.environ.get(setting)
    os.environ[setting] = "1"
    try:
        from pypinyin.constants import PINYIN_DICT
    finally:
        if before is None:
            del os.environ[setting]
        else:
            os.environ[setting] = before
    return PINYIN_DICT
