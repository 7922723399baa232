"""What the title of a report says: whose it is, of which place, of which year.

清远市人民政府2023年政府信息公开工作年度报告 is whole; what a title leaves out is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from assistant.compiler.yamlfile import load
from assistant.language.script import fold

YEAR = re.compile(r"((?:19|20)\d{2}|[一二][九〇零○][一二三四五六七八九〇零○]{2})年度?")
THEME = re.compile(r"(?:政府)?信息公开|政务公开")
ENDINGS = ("报告", "年报")
LOOKED_AT, LONGEST, BROKEN_OVER = 12, 60, 3
CHINESE_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
# Places inside each other, the larger first; a place has two characters before its ending at least.
RANKS = (
    ("省", "自治区", "特别行政区"),
    ("自治州", "市", "州", "盟", "地区"),
    ("自治县", "县", "区", "旗", "市", "开发区", "新区"),
    ("街道", "镇", "乡"),
)
TOWNS = len(RANKS) - 1
NO_PART_OF_A_PLACE = frozenset("和与及、的局部委")
LONGEST_PLACE = 12


@dataclass(frozen=True, slots=True)
class Title:
    """A title line and what it says; what it does not say is empty."""

    text: str = ""
    organ: str = ""
    place: str = ""
    year: str = ""


def read_title(source: str, words: Path) -> Title:
    """The title among the first lines of a report; empty where there is none.

    `words` is `knowledge/cards.yaml`, which says what a government calls itself; the names of
    departments are beside it, under `terms/`.
    """
    lines = [line.strip() for line in source[:4000].lstrip("\ufeff").splitlines()]
    first = list(islice((line for line in lines if line), LOOKED_AT))
    whole = next(filter(_is_title, _joined(first)), "")
    return title_of(whole, words) if whole else Title()


def title_of(text: str, words: Path) -> Title:
    """What this title says."""
    plain = re.sub(r"\s", "", fold(text)).strip("《》")
    found = YEAR.search(plain)
    year = found[1].translate(CHINESE_DIGITS) if found else ""
    named = YEAR.sub("", plain, count=1)
    theme = THEME.search(named)
    organ = named[: theme.start()].removesuffix("关于").removesuffix("编制") if theme else ""
    if organ.endswith("人民"):
        organ += "政府"
    place, rest = split_place(organ, government(words))
    if place and not rest:
        organ = f"{place}人民政府"
    return Title(re.sub(r"\s+", "", text).strip("《》"), organ, place, year)


def split_place(organ: str, governments: frozenset[str]) -> tuple[str, str]:
    """The place that an organ's name begins with, and what follows it; two empty where there is none.

    A bureau is a county's at least: 住房和城乡建设局 has no 乡 in it.
    """
    at, rank = 0, 0
    while found := _unit(organ, at, rank, governments):
        at, rank = found
    return organ[:at], organ[at:] if at else ""


def identity(organ: str, place: str, year: str, words: Path) -> str:
    """The id of a report: its place in pinyin, its organ where that is not the government, its year."""
    from pypinyin import lazy_pinyin

    governments = government(words)
    inner, rest = split_place(organ, governments)
    # A card may name an organ by its place's last part alone, or as no place at all.
    tail = rest if inner else organ.removeprefix(place)
    parts = [_innermost(inner or place, governments)]
    if tail and tail not in governments:
        parts.append(_shortened(tail, words))
    spelled = ("".join(lazy_pinyin(re.sub(r"[^一-龥0-9a-zA-Z]", "", part))) for part in parts)
    return "-".join([*filter(None, spelled), year]).lower()


def government(words: Path) -> frozenset[str]:
    """What a government calls itself: 人民政府, 人民政府办公室 …"""
    return frozenset(map(str, _data(words)["government"]))


def _shortened(department: str, words: Path) -> str:
    """发改局 for 发展和改革局, as everybody writes it."""
    for stem, shorter in _data(words.parent / "terms" / "departments.yaml").items():
        ending = department.removeprefix(stem)
        if department.startswith(stem) and ending in ("局", "委员会") and len(shorter[0]) > 1:
            return f"{shorter[0]}{ending[0]}"
    return department


@cache
def _data(words: Path) -> dict[str, Any]:
    return load(words)


def _joined(lines: list[str]) -> Iterator[str]:
    """Every line, and with those that follow it, for a title may be broken over several."""
    for start in range(len(lines)):
        for size in range(1, BROKEN_OVER + 1):
            yield "".join(lines[start : start + size])


def _is_title(text: str) -> bool:
    plain = re.sub(r"\s", "", fold(text)).strip("《》")
    sized = len(plain) <= LONGEST and plain.endswith(ENDINGS)
    return sized and bool(THEME.search(plain)) and not re.search("[,;。!?:]|根据|依据|按照", plain)


def _unit(organ: str, at: int, rank: int, governments: frozenset[str]) -> tuple[int, int] | None:
    """Where the place that begins here ends, and the rank below it."""
    for end in range(at + 2, min(len(organ), at + LONGEST_PLACE) + 1):
        name, rest = organ[at:end], organ[end:]
        if NO_PART_OF_A_PLACE & set(name):
            return None
        for level in range(rank, len(RANKS)):
            ending = next((e for e in RANKS[level] if name.endswith(e)), "")
            stem = len(name) - len(ending)
            # 沛县 is a place, 城市 and 城区 are none.
            if not ending or stem < (1 if ending == "县" else 2):
                continue
            if level == TOWNS and rest and not rest.startswith(tuple(governments)):
                continue
            return end, level + 1
    return None


def _innermost(place: str, governments: frozenset[str]) -> str:
    """The last place of 淮安市洪泽区, without its ending: 洪泽."""
    at, rank, last = 0, 0, 0
    while found := _unit(place, at, rank, governments):
        last, (at, rank) = at, found
    name = place[last:]
    endings = sorted((e for row in RANKS for e in row), key=len, reverse=True)
    ending = next((e for e in endings if name.endswith(e) and len(name) > len(e) + 1), "")
    return name.removesuffix(ending)
