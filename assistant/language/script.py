"""One writing for each character: simplified Chinese, half width, lower case.

Both foldings keep the length of the text, so a position in the folded text is the same
position in the original.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from assistant.late import late

if TYPE_CHECKING:
    from opencc import OpenCC

_HAN = late("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")

_RADICALS = str.maketrans(
    "⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰",
    "民虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙",
)
"""Radicals that PDF files put in place of the characters, and that Unicode does not fold."""

_TWINS = late("[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06\U0002f800-\U0002fa1f]")


def unify(text: str) -> str:
    """The text with plain characters for radicals, compatibility characters and ligatures.

    Everything else stays as it is written, full-width punctuation too.

    >>> unify("⼈⺠政府：ﬁle，１２")
    '人民政府：file，１２'
    """
    return _TWINS.sub(
        lambda found: unicodedata.normalize("NFKC", found[0].translate(_RADICALS)), text
    )


def simplify(text: str) -> str:
    """The text in simplified characters, character for character.

    A text whose characters GB2312 can write is simplified already, and is not touched.

    >>> simplify("經濟裏的發佈")
    '经济里的发布'
    """
    for _ in range(4):  # a few variants take two steps: 薴, 苧, 苎
        if not _is_traditional(text):
            break
        text = _HAN.sub(lambda run: _simplified(run[0]), text)
    return text


def fold(text: str) -> str:
    """The text in half width and lower case, compatibility characters replaced by plain ones.

    Circled, raised and Roman numbers stay, as does every character that has no plain single one.

    >>> fold("ＡＢＣ，１２％⽅①㎡")
    'abc,12%方①㎡'
    """
    return text.lower() if text.isascii() else text.translate(_FOLDED)


class _Folding(dict[int, str]):
    """A table for `str.translate` that works out each character when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded(chr(code))
        return folded


_FOLDED = _Folding()


def _folded(char: str) -> str:
    if unicodedata.category(char) in ("No", "Nl"):
        return char
    plain = unicodedata.normalize("NFKC", char.translate(_RADICALS))
    lower = plain.lower()
    return next((c for c in (lower, plain) if len(c) == 1), char)


def _is_traditional(text: str) -> bool:
    """Whether a character is there that GB2312 cannot write and that has a simplified form."""
    rare = [char for char in set(text) if _HAN.match(char) and not _in_gb2312(char)]
    return any(_simplified_char(char) != char for char in rare)


def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _simplified(run: str) -> str:
    """A run of Chinese characters in simplified form; the words of the run settle doubts."""
    whole = _converter().convert(run)
    return whole if len(whole) == len(run) else "".join(map(_simplified_char, run))


@cache
def _simplified_char(char: str) -> str:
    simple = _converter().convert(char)
    return simple if len(simple) == 1 else char


@cache
def _converter() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("t2s")
