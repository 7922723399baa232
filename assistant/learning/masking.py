"""Personal data that people type into a question, taken out before anything is kept.

Masked are mobile and landline numbers, numbers of identity and bank cards (any run of 15 to 19 digits, the last of
which may be X) and e-mail addresses; in full or half width, in Chinese numerals, grouped by blanks or hyphens.
A number before a measure word (13800000000元) is a figure and stays, and so do years, dates and document numbers.
Names of persons and street addresses cannot be told from other words, and stay.
"""

from __future__ import annotations

import re
import unicodedata

_PLAIN = {
    ord(wide): narrow
    for wide, narrow in zip("〇零一二三四五六七八九－—Ｘ", "00123456789--X", strict=True)
}
_COUNTED = (
    r"(?!\s*[\d.％%多余]*[万亿千]?(?:元|条|件|项|次|宗|册|篇|份|人次|人民币|场|期|户|平方米|公里))"
)
_GAP = r"[ -]?"
_ALONE = r"(?<![\d.])"
_MASKS = (
    ("【邮箱】", re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")),
    ("【证件号】", re.compile(rf"{_ALONE}\d(?:{_GAP}\d){{13,17}}{_GAP}[\dXx](?![\d.]){_COUNTED}")),
    ("【电话】", re.compile(rf"{_ALONE}(?:\+?86{_GAP})?1[3-9]\d(?:{_GAP}\d){{8}}(?![\d.]){_COUNTED}")),
    ("【电话】", re.compile(rf"{_ALONE}(?:\(0\d{{2,3}}\)|0\d{{2,3}}){_GAP}\d{{7,8}}(?![\d.]){_COUNTED}")),
)  # fmt: skip


def masked(text: str) -> str:
    """The text with marks in the place of personal data.

    >>> masked("我电话１３８ 0000 0000，邮箱a.b@c.cn，投入122.03万元")
    '我电话【电话】，邮箱【邮箱】，投入122.03万元'
    """
    for mark, pattern in _MASKS:
        plain = _plain(text)
        for found in reversed(list(pattern.finditer(plain))):
            text = text[: found.start()] + mark + text[found.end() :]
    return text


def legible(text: str) -> str:
    """The text in one line, without what a terminal would obey and without broken characters.

    >>> legible("连州市\\x1b[2J多少\\x00项\\u202e\\ud800")
    '连州市 [2J多少 项'
    """
    kept = (
        " " if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char
        for char in text
    )
    return " ".join("".join(kept).split())


def _plain(text: str) -> str:
    """The text in half width with digits for Chinese numerals, each character in its place."""
    folded = (unicodedata.normalize("NFKC", char) for char in text)
    return "".join(
        narrow if len(narrow) == 1 else char for narrow, char in zip(folded, text, strict=True)
    ).translate(_PLAIN)
