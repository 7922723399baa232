"""The places that a name begins with: 淮安市洪泽区 of 淮安市洪泽区水利局, from their endings."""

from __future__ import annotations

import re

from assistant.compiler.card_words import CardWords

# Places inside each other, the larger first; a place has two characters before its ending at least.
RANKS = (
    ("省", "自治区", "特别行政区"),
    ("自治州", "市", "州", "盟", "地区"),
    ("自治县", "县", "区", "旗", "市", "开发区", "新区"),
    ("街道", "镇", "乡"),
)
TOWNS = len(RANKS) - 1
NO_PART_OF_A_PLACE = frozenset("和与及、的局部委")
WITH_AND = re.compile("[一-龥]{0,2}?和[一-龥]?(?:街道|[县区市镇乡])")
LONGEST_PLACE = 18
# 云泽市场监督管理局 has no 市 in it.
# 赣州 and 江苏 are said for these.
SHORT_FOR, LONGEST_STEM = ("省", "市"), 5
ENDS_NO_PLACE = {"市": "场", "区": "域"}


def split_place(organ: str, words: CardWords) -> tuple[str, str]:
    """The place that an organ's name begins with, and what follows it; two empty where there is none.

    A bureau is a county's at least: 住房和城乡建设局 has no 乡 in it.
    """
    at, rank = 0, 0
    while found := _unit(organ, at, rank, words):
        at, rank = found
    return organ[:at], organ[at:] if at else ""


def innermost(place: str, words: CardWords) -> str:
    """The last place of 淮安市洪泽区, without its ending: 洪泽."""
    at, rank, last = 0, 0, 0
    while found := _unit(place, at, rank, words):
        last, (at, rank) = at, found
    name = place[last:]
    endings = sorted((e for row in RANKS for e in row), key=len, reverse=True)
    ending = next((e for e in endings if name.endswith(e) and len(name) > len(e) + 1), "")
    return name.removesuffix(ending)


def short_named(organ: str, words: CardWords) -> str:
    """赣州市 for the 赣州调查队 of a national organ: the one province or city that is called so; else empty."""
    if organ.endswith(words.seated):
        return ""
    stems = [organ[:end] for end in range(2, LONGEST_STEM + 1)]
    names = [stem + ending for stem in stems for ending in SHORT_FOR]
    found = [name for name in names if words.divisions.named(name)]
    return found[0] if len(found) == 1 else ""


def _one_name(organ: str, at: int, end: int, words: CardWords) -> bool:
    """Do these characters begin 和平镇, where no name is left behind 和, or 呼和浩特市, as the list of places tells?"""
    short = WITH_AND.match(organ, at)
    ends = range(end, min(len(organ), at + LONGEST_PLACE) + 1)
    return bool(short and end <= short.end()) or any(
        words.divisions.named(organ[at:to]) for to in ends
    )


def _unit(organ: str, at: int, rank: int, words: CardWords) -> tuple[int, int] | None:
    """Where the place that begins here ends, and the rank below it."""
    for end in range(at + 2, min(len(organ), at + LONGEST_PLACE) + 1):
        name, rest = organ[at:end], organ[end:]
        if NO_PART_OF_A_PLACE & set(name) and not _one_name(organ, at, end, words):
            return None
        if rest and rest[0] == ENDS_NO_PLACE.get(name[-1]):
            continue
        for level in range(rank, len(RANKS)):
            ending = next((e for e in RANKS[level] if name.endswith(e)), "")
            stem = len(name) - len(ending)
            # 沛县 is a place, 城市 and 城区 are none.
            if not ending or stem < (1 if ending == "县" else 2):
                continue
            if level == TOWNS and rest and not rest.startswith(tuple(words.government)):
                continue
            return end, level + 1
    return None
