"""Figures side by side as a table or as bars, in plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from unicodedata import east_asian_width

from assistant.model import Figure
from assistant.naming import name_of

BAR = "█"
WIDEST = 24
# A line that a page broke is so wide at least, and ends with none of these; a heading has a number.
NARROWEST, STOPS = 40, "。!！?？;；:：…|"
MIDDLE = re.compile("[,，、；;]")
LABEL = re.compile(r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]")
PAGE = re.compile(r"[—–-]\s*\d+\s*[—–-]")


def label(figure: Figure) -> str:
    """What a member is called: its place, or what it counts."""
    return name_of(figure)


def with_unit(figure: Figure) -> str:
    """The figure as people say it: a cell's bare number with the unit in which it is counted."""
    return f"{figure.text}{figure.said}"


def table(figures: Sequence[Figure]) -> str:
    """One figure a line, names aligned.

    The names are padded by display columns, a Chinese character counting two.
    """
    widest = max(columns(label(f)) for f in figures)
    return "\n".join(f"{padded(label(f), widest)}  {with_unit(f)}" for f in figures)


def chart(figures: Sequence[Figure], named: Sequence[str] = (), widest: int = WIDEST) -> str:
    """One bar a line, as long as its figure is large; the largest is `widest` blocks long, and zero has none."""
    values = [abs(f.value or Decimal(0)) for f in figures]
    largest = max(values) or Decimal(1)
    names = named or [label(f) for f in figures]
    room = max(map(columns, names))
    bars = [BAR * (max(1, round(v / largest * widest)) if v else 0) for v in values]
    return "\n".join(
        f"{padded(name, room)}  {bar}{' ' if bar else ''}{with_unit(figure)}"
        for name, bar, figure in zip(names, bars, figures, strict=True)
    )


def legible(quote: str) -> str:
    """A stretch of a report as it is read: the cells of its rows, its lines where they are only broken by the page.

    >>> legible("| 规章 |  | 22 | 235 |"), legible("行政规范\\n性文件34件")
    ('规章 · 22 · 235', '行政规范性文件34件')
    """
    lines = [line.strip() for line in quote.strip().split("\n")]
    if not quote.lstrip().startswith("|"):
        joined = "".join(lines)
        return re.sub(r"[ \u3000\u00a0]{2,}", " ", joined)
    rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    return "\n".join(" · ".join(filter(None, cells)) for cells in rows if any(cells))


def flowing(quote: str) -> str:
    """A stretch of a report in one line: what only the width of the page broke is whole again, page numbers are gone.

    >>> flowing("本年度报告中所列数据统计期限为本年一月一日至十二\\n— 1 —\\n月三十一日"), flowing("一、概述\\n全年")
    ('本年度报告中所列数据统计期限为本年一月一日至十二月三十一日', '一、概述 全年')
    """
    return " ".join(unbroken(quote))


def unbroken(quote: str) -> list[str]:
    """The lines of a stretch of a report as they were meant, however wide its page was.

    >>> unbroken("一、概述\\n本年度报告中所列数据统计期限为本年一月一日至十二\\n— 1 —\\n月三十一日")
    ['一、概述', '本年度报告中所列数据统计期限为本年一月一日至十二月三十一日']
    """
    lines = [line for line in quote.strip().split("\n") if not PAGE.fullmatch(line.strip())]
    found = lines[:1]
    for at, (before, line) in enumerate(pairwise(lines)):
        last = before.strip()
        wide = columns(last) >= NARROWEST or (at == 0 and _ends_a_line(last))
        if wide and last[-1] not in STOPS and not LABEL.match(last):
            found[-1] += line.strip()
        else:
            found.append(line)
    return found


def _ends_a_line(text: str) -> bool:
    """Is a quote's first line, which may be the end of one, no heading?"""
    return len(text) == 1 or MIDDLE.search(text) is not None


def grouped(text: str) -> str:
    """The figure with its digits in groups, where they are many and the report writes them in one; else nothing.

    >>> grouped("3985758件"), grouped("96171.6万元"), grouped("6211项"), grouped("41,370条")
    ('3,985,758件', '96,171.6万元', '', '')
    """
    found = re.match(r"\d{5,}(?![\d,，])", text)
    return f"{int(found.group()):,}{text[found.end() :]}" if found else ""


def columns(text: str) -> int:
    """How many terminal columns a text takes.

    >>> columns("连州市"), columns("abc")
    (6, 3)
    """
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def padded(text: str, width: int) -> str:
    """The text filled up with spaces to this many columns."""
    return text + " " * (width - columns(text))


def comparable(figures: Sequence[Figure]) -> bool:
    """Can these stand side by side: several, each with a number, all in one unit?"""
    return (
        len(figures) > 1
        and all(f.value is not None for f in figures)
        and (len({f.unit for f in figures}) == 1)
    )
