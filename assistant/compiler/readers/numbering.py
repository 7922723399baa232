"""The numbers that Word puts before paragraphs and does not write into them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DIGITS = "〇一二三四五六七八九"
LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
STEMS = "甲乙丙丁戊己庚辛壬癸"
DEEPEST = 9


def value(element: _Element | None) -> str:
    """The `w:val` of an element."""
    return "" if element is None else element.get(f"{W}val") or ""


def counted(number: int, digits: str = DIGITS, units: str = "十百千") -> str:
    """A number below ten thousand as Chinese counts.

    >>> counted(3), counted(10), counted(12), counted(20), counted(105)
    ('三', '十', '十二', '二十', '一百零五')
    """
    if not 0 < number < 10_000:
        return str(number)
    text, gap = "", False
    for place, digit in zip(range(len(str(number)) - 1, -1, -1), str(number), strict=True):
        if digit == "0":
            gap = bool(text)
            continue
        text += ("零" if gap else "") + digits[int(digit)] + (units[place - 1] if place else "")
        gap = False
    return text[1:] if text.startswith("一十") else text


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    parts = (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    )
    text = ""
    for size, sign in parts:
        text += sign * (number // size)
        number %= size
    return text


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number)


def _plain(number: int) -> str:
    return "".join(DIGITS[int(digit)] for digit in str(number))


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalHalfWidth": str,
    "decimalFullWidth": lambda number: str(number).translate(
        {i: i + 0xFEE0 for i in range(48, 58)}
    ),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "chineseCounting": counted,
    "chineseCountingThousand": counted,
    "taiwaneseCounting": counted,
    "taiwaneseCountingThousand": counted,
    "japaneseCounting": counted,
    "ideographDigital": _plain,
    "taiwaneseDigital": _plain,
    "japaneseDigitalTenThousand": _plain,
    "chineseLegalSimplified": lambda number: counted(number, LEGAL_DIGITS, "拾佰仟"),
    "ideographTraditional": lambda number: STEMS[(number - 1) % 10],
    "ideographEnclosedCircle": _circled,
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}


class Numbering:
    """The counters of a document, moved on by each numbered paragraph."""

    def __init__(self, numbers: _Element | None, styles: _Element) -> None:
        """The lists that `numbering.xml` defines (there may be none) and the styles that use them."""
        self.styles = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
        self.default = next(
            (
                name
                for name, style in self.styles.items()
                if style.get(f"{W}type") == "paragraph"
                and style.get(f"{W}default") in ("1", "true")
            ),
            None,
        )
        self.lists: dict[str, _Element] = {}
        self.abstract: dict[str, _Element] = {}
        self.counts: dict[str, list[int | None]] = {}
        if numbers is not None:
            self.lists = {n.get(f"{W}numId") or "": n for n in numbers.iter(f"{W}num")}
            self.abstract = {
                a.get(f"{W}abstractNumId") or "": a for a in numbers.iter(f"{W}abstractNum")
            }

    def is_contents(self, paragraph: _Element) -> bool:
        """Is this a line of a table of contents?"""
        style = self.styles.get(value(paragraph.find(f"{W}pPr/{W}pStyle")))
        name = value(style.find(f"{W}name")) if style is not None else ""
        return bool(re.fullmatch(r"toc (\d|heading)", name, re.IGNORECASE))

    def label(self, paragraph: _Element) -> str:
        """The number before this paragraph, as it is printed; it moves the counters on."""
        number, depth = self._used_by(paragraph)
        if number not in self.lists:
            return ""
        home, levels = self._levels(number)
        if depth not in levels:
            return ""
        counts = self.counts.setdefault(home, [None] * DEEPEST)
        count = counts[depth]
        counts[depth] = self._first(number, depth, levels) if count is None else count + 1
        counts[depth + 1 :] = [None] * (DEEPEST - depth - 1)
        if value(levels[depth].find(f"{W}numFmt")) in ("bullet", "none"):
            return ""
        legal = levels[depth].find(f"{W}isLgl") is not None
        return re.sub(
            r"%([1-9])",
            lambda found: self._written(counts, levels, int(found[1]) - 1, legal),
            value(levels[depth].find(f"{W}lvlText")),
        ).strip()

    def _first(self, number: str, depth: int, levels: dict[int, _Element]) -> int:
        for change in self.lists[number].findall(f"{W}lvlOverride"):
            if _depth(change) == depth and change.find(f"{W}startOverride") is not None:
                return _number(change.find(f"{W}startOverride"))
        return _number(levels[depth].find(f"{W}start"))

    def _written(
        self, counts: list[int | None], levels: dict[int, _Element], depth: int, legal: bool
    ) -> str:
        level = levels.get(depth)
        if level is None:
            return ""
        count = counts[depth]
        if count is None:
            counts[depth] = count = _number(level.find(f"{W}start"))
        return str(count) if legal else FORMATS.get(value(level.find(f"{W}numFmt")), str)(count)

    def _used_by(self, paragraph: _Element) -> tuple[str, int]:
        """The list and the depth, as the paragraph or the nearest of its styles says."""
        number, depth = "", ""
        properties = paragraph.find(f"{W}pPr")
        name = value(paragraph.find(f"{W}pPr/{W}pStyle")) or self.default
        used: str | None = None
        for _ in range(len(self.styles) + 1):
            if properties is not None:
                number = number or value(properties.find(f"{W}numPr/{W}numId"))
                depth = depth or value(properties.find(f"{W}numPr/{W}ilvl"))
            style = self.styles.get(name) if name else None
            if number or style is None:
                break
            used, properties = name, style.find(f"{W}pPr")
            name = value(style.find(f"{W}basedOn"))
        if not depth and used and number in self.lists:
            depth = self._depth_of_style(number, used)
        return number, int(depth) if depth.isdigit() and int(depth) < DEEPEST else 0

    def _depth_of_style(self, number: str, style: str) -> str:
        _, levels = self._levels(number)
        linked = (str(i) for i, level in levels.items() if value(level.find(f"{W}pStyle")) == style)
        return next(linked, "")

    def _levels(self, number: str) -> tuple[str, dict[int, _Element]]:
        """Whose counters a list moves, and its levels; a list that starts anew has its own."""
        found = self.lists[number]
        home = value(found.find(f"{W}abstractNumId"))
        base = self.abstract.get(home)
        levels = {} if base is None else {_depth(level): level for level in base.findall(f"{W}lvl")}
        own = ""
        for change in found.findall(f"{W}lvlOverride"):
            level = change.find(f"{W}lvl")
            if level is not None:
                levels[_depth(change)] = level
            if level is not None or change.find(f"{W}startOverride") is not None:
                own = f"{home}/{number}"
        return own or home, levels


def _depth(level: _Element) -> int:
    return int(level.get(f"{W}ilvl") or 0)


def _number(start: _Element | None) -> int:
    text = value(start)
    return int(text) if text.isdigit() else 1
