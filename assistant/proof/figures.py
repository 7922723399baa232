"""Figures in a text: value, unit and bound, digits and Chinese numerals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import prod

DIGITS = "零一二三四五六七八九"


POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


# Other ways to write the same characters, one for one, so that places stay.
FOLDED = str.maketrans("０１２３４５６７８９．％﹪〇○萬億兩", "0123456789.%%零零万亿两")


# No number of a report is longer than this.
LONGEST = 40


GROUPED = "[1-9][0-9]{0,2}(?:,[0-9]{3}){1,9}(?![0-9])"


DIGITS_RUN = f"[0-9]{{1,{LONGEST}}}"


ARABIC = rf"(?:{GROUPED}|{DIGITS_RUN})(?:\.{DIGITS_RUN})?"


SCALE = "(?:[十百千]?(?:万亿?|亿)|千|百(?!分))"


SPELT = f"[{DIGITS}两十百千万亿]+(?:点[{DIGITS}]+[万亿]?)?"


FIGURE = re.compile(
    f"(百分之)?(?:(?P<arabic>{ARABIC})(?P<scale>{SCALE})?|(?P<spelt>{SPELT}))(?P<sign>%)?"
)


# 四成, 四成五; not 三成立, 五成员.
TENTHS = re.compile(f"成(?P<more>[{DIGITS}])?(?![立员果为效功绩长交就品形])")


UNIT_SCALE = re.compile(SCALE)


PLAIN_NUMBER = re.compile(rf"-?(?:0|[1-9][0-9]{{0,{LONGEST}}})(?:\.[0-9]{{1,{LONGEST}}})?")


# What makes a figure approximate, before it, between number and unit, and behind the unit.
ABOUT = {"约", "大约", "约为", "近", "将近", "左右", "上下", "来"}


BELOW = {
    "不足",
    "不到",
    "少于",
    "低于",
    "不多于",
    "不高于",
    "最多",
    "至多",
    "不超过",
    "以下",
    "以内",
}


BEFORE = re.compile(
    "(?:大约|约为|(?<![公合条预节])约|将近|(?<![最附临邻])近|不超过|超过?|逾|不足|不到|不?[少低多高]于|至少|[最至]多)\\s*$"
)


INSIDE = re.compile("多|余|几|来(?![自信源访])")


AFTER = re.compile("以上|以下|以内|左右|上下|有余|余|多")


AFTER_ANY_UNIT = re.compile(
    "[一-龥㎡]{0,2}?(?:[(（][一-龥]{1,3}[)）])?(?P<word>以上|以下|以内|左右|上下)"
)


HAN = re.compile("[一-龥]")


TABLE_UNIT = re.compile("单位[:：]([^\\s()（）|]+)")


# A cell of its own for the unit, right before the number: 专项经费|万元|385.2.
ROW_UNIT = re.compile(
    "[|][ ]*(?P<unit>(?:[十百千]?万|亿)?元|人次|[件条次个篇份人场期册宗名项家])[ ]*[|][ ]*$"
)


NAME_BEFORE = re.compile("[一-龥]{0,8}$")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at `start:end` of a text, with its 万 or 亿 and its percent sign."""

    number: Fraction
    scale: int
    percent: bool
    start: int
    end: int
    text: str
    spelt: str = ""
    report: str = ""

    @property
    def full(self) -> Fraction:
        """The number with its scale."""
        return self.number * self.scale

    @property
    def inside(self) -> str:
        """多 or 余 between the number and its unit."""
        found = INSIDE.match(self.text, self.end)
        return found[0] if found else ""

    @property
    def rest(self) -> str:
        """What follows the number, from its unit on."""
        at = self.end + len(self.inside)
        return self.text[at : at + 16]

    @property
    def bare(self) -> bool:
        """Does no unit follow, as in a cell of a table?"""
        return not self.percent and not HAN.match(self.rest)

    @property
    def unit_of_table(self) -> str:
        """The unit in the head of the table, where it is the cell of one."""
        if not self.bare:
            return ""
        row = self.text[self.text.rfind("\n", 0, self.start) + 1 : self.start]
        cell = ROW_UNIT.search(row)
        units = [cell["unit"]] if cell else TABLE_UNIT.findall(self.text, 0, self.start)
        return str(units[-1]) if units else ""

    @property
    def unit_of_row(self) -> str:
        """The unit in a cell of its own right before it, without its 万."""
        row = self.text[self.text.rfind("\n", 0, self.start) + 1 : self.start]
        cell = ROW_UNIT.search(row) if self.bare else None
        return UNIT_SCALE.sub("", cell["unit"], count=1) if cell else ""

    @property
    def full_in_table(self) -> Fraction:
        """The number with the scale of the unit in the head of its table, or beside it in its row."""
        scale = UNIT_SCALE.match(self.unit_of_table)
        return self.full * power_of(scale[0]) if scale else self.full

    @property
    def whole_end(self) -> int:
        """Where its unit has begun, and a bound behind that is over."""
        bound = AFTER_ANY_UNIT.match(self.rest)
        unit = 0 if self.percent or self.bare else 1
        return self.end + len(self.inside) + (bound.end() if bound else unit)

    @property
    def name(self) -> str:
        """The words right before it."""
        found = NAME_BEFORE.search(self.text[max(0, self.start - 8) : self.start])
        return found[0] if found else ""

    @property
    def led(self) -> str:
        """Which way a word before it leaves it open: 约, 超过."""
        before = BEFORE.search(self.text[max(0, self.start - 4) : self.start])
        return _way(before[0].rstrip()) if before else ""

    def bound(self, unit: str = "") -> str:
        """Which way it is open: 以上, 以下, 左右, or not at all."""
        if unit and self.rest.startswith(unit):
            after = AFTER.match(self.rest, len(unit))
            word = after[0] if after else ""
        else:
            after = AFTER_ANY_UNIT.match(self.rest)
            word = after["word"] if after else ""
        before = BEFORE.search(self.text[max(0, self.start - 4) : self.start])
        return _way(word or self.inside or (before[0].rstrip() if before else ""))


def _way(word: str) -> str:
    return ("左右" if word in ABOUT else "以下" if word in BELOW else "以上") if word else ""


@lru_cache(maxsize=64)
def figures_in(text: str) -> tuple[Figure, ...]:
    """Every number of a text, in digits and in words."""
    folded = text.translate(FOLDED)
    found = []
    for match in FIGURE.finditer(folded):
        arabic, spelt = match["arabic"], match["spelt"]
        number = _spelt(spelt) if spelt else Fraction(Decimal(arabic.replace(",", "")))
        if number is None:
            continue
        scale, percent = power_of(match["scale"]), bool(match[1] or match["sign"])
        tenths = TENTHS.match(folded, match.end()) if spelt and not percent else None
        if tenths and 0 < number < 10:
            more = _digit(tenths["more"]) if tenths["more"] else 0
            found.append(
                Figure(number * 10 + more, 1, True, match.start(), tenths.end(), folded, spelt)
            )
            continue
        found.append(Figure(number, scale, percent, *match.span(), folded, spelt or ""))
    return tuple(found)


def power_of(scale: str | None) -> int:
    """How many a scale word stands for: 万 is 10000, none is 1."""
    return prod(POWERS[char] for char in scale or "")


def _spelt(words: str) -> Fraction | None:
    """A number in Chinese words: 三百, 十二, 一百二十二点零三万, 二〇一三; None where it is none."""
    whole, _, rest = words.partition("点")
    if whole[0] in "百千万亿":
        return None
    if not set(whole) & set(POWERS):
        value = Fraction(int("".join(str(_digit(char)) for char in whole[:LONGEST])))
    else:
        value = Fraction(_in_places(whole))
    scale = rest[-1:] if rest[-1:] in POWERS else ""
    places = rest.removesuffix(scale)
    if places:
        value += Fraction(Decimal("0." + "".join(str(_digit(char)) for char in places)))
    return value * power_of(scale)


def _in_places(words: str) -> int:
    total = section = digit = 0
    before, last = "", 1
    for char in words:
        power = POWERS.get(char, 0)
        if not power:
            digit = _digit(char)
        elif power < 10_000:
            section, digit, last = section + (digit or 1) * power, 0, power
        elif power == 10_000:
            total, section, digit, last = total + (section + digit) * power, 0, 0, power
        else:
            total, section, digit, last = (total + section + digit) * power, 0, 0, power
        shortened = bool(digit) and before in POWERS and last > 10
        before = char
    return total + section + (digit * last // 10 if shortened else digit)


def _digit(char: str) -> int:
    return 2 if char == "两" else DIGITS.index(char)
