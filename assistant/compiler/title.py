"""What the title of a report says: whose it is, of which place, of which year.

清远市人民政府2023年政府信息公开工作年度报告 is whole; what a title leaves out is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.compiler.card_words import CardWords, card_words
from assistant.compiler.lasting import lasting
from assistant.compiler.named_place import innermost, short_named, split_place
from assistant.language.script import fold, simplify

YEAR = re.compile(r"((?:19|20)\d{2}|[一二][九〇零○][一二三四五六七八九〇零○]{2})年度?")
# 2021—2022学年 is two years, and neither of them.
YEARS = re.compile(r"(?:19|20)\d{2}年?[-—–~至]+(?:19|20)\d{2}学?年?度?")
THEME = re.compile(r"(?:政府)?信息公开|政务公开")
GLUED = re.compile(rf"(?:{THEME.pattern})(?!办)")
# A title may say its year behind all else: …年度报告（2018年）.
ENDING = re.compile(r"(?:报告|年报)(?:\([^()]{4,8}\))?$")
NO_TITLE = re.compile("[,;。!?:]|根据|依据|按照")
LONGEST = 60
CHINESE_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
HALF_WIDTH = {code: code - 0xFEE0 for code in range(ord("０"), ord("９") + 1)}


@dataclass(frozen=True, slots=True)
class Title:
    """A title line and what it says; what it does not say is empty.

    `rivals` are other titles that the same page gives just as well.
    """

    text: str = ""
    organ: str = ""
    place: str = ""
    year: str = ""
    rivals: tuple[str, ...] = ()


def is_title(text: str) -> bool:
    """May these characters, folded and without gaps, be the title of such a report?"""
    sized = len(text) <= LONGEST and ENDING.search(text)
    return bool(sized and THEME.search(text) and not NO_TITLE.search(text))


def title_of(text: str, words: Path) -> Title:
    """What this title says; `words` is `knowledge/cards.yaml`."""
    printed = re.sub(r"\s+", "", text).strip("《》").translate(HALF_WIDTH)
    plain = simplify(fold(printed))
    years = {found.translate(CHINESE_DIGITS) for found in YEAR.findall(YEARS.sub("", plain))}
    named = re.sub(r"\(\)", "", YEAR.sub("", YEARS.sub("", plain)))
    themes = list(THEME.finditer(named))
    said = named[: themes[-1].start()] if themes else ""
    organ, place = _organ(said, card_words(words))
    return Title(printed, organ, place, years.pop() if len(years) == 1 else "")


def _organ(said: str, words: CardWords) -> tuple[str, str]:
    """The organ and the place in what stands before the theme; two empty where it names none."""
    organ = said.removeprefix("关于").removesuffix("关于").removesuffix("编制")
    if organ.endswith("人民"):
        organ += "政府"
    above = next((name for name in words.national if organ.startswith(name)), "")
    place, rest = split_place(organ.removeprefix(above), words)
    if above:
        return organ, place or short_named(rest or organ.removeprefix(above), words)
    if place and not rest and not GLUED.search(place):
        return words.governing(place), place
    if not rest:
        rest, place = organ, ""
    rest = words.whole_name(rest)
    # 首页政务公开云泽市水利局 is glued together of what is no name.
    glued = organ.startswith(words.glued) or GLUED.search(organ)
    return (place + rest, place) if rest.endswith(words.organs) and not glued else ("", "")


def identity(organ: str, place: str, year: str, words: Path) -> str:
    """The id of a report: its place in pinyin, its organ where that is not the government, its year."""
    known = card_words(words)
    above = next((name for name in known.national if organ.startswith(name)), "")
    inner, rest = split_place(organ.removeprefix(above), known)
    # A card may name an organ by its place's last part alone, or as no place at all.
    tail = rest if inner else organ.removeprefix(place)
    parts = [innermost(inner or place, known)]
    if tail and tail not in known.government:
        parts.append(known.short_name(tail))
    spelled = ("".join(_syllables()(re.sub(r"[^一-龥0-9a-zA-Z]", "", part))) for part in parts)
    return "-".join([*filter(None, spelled), year]).lower()


@cache
def _syllables() -> Callable[[str], list[str]]:
    """The syllables of these characters, by pypinyin's words."""
    with lasting():
        from pypinyin import lazy_pinyin
    return lazy_pinyin
