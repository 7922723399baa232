"""What the text of a report tells of its card beside its title: enough to doubt, to complete, or to guess."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from assistant.compiler.card_words import CardWords
from assistant.compiler.named_place import LONGEST_PLACE, split_place
from assistant.language.script import fold, simplify

Found = TypeVar("Found", str, tuple[str, str])
OPENING = 4000
PERIOD = re.compile(
    r"((?:19|20)\d{2})年\d{1,2}月(?:\d{1,2}日)?起?(?:至|到|—+|-+|~)((?:19|20)\d{2})?年?\d{1,2}月"
)
ANY_YEAR = re.compile(r"((?:19|20)\d{2})年")
# What a name cannot hold, so that it begins behind it: 本报告由淮安市洪泽区….
BEFORE_A_NAME = re.compile(r"[^一-龥]|[由与和请向在到对为及经的是按据将把被各我本全获并]")
INNER = ("县", "区", "旗", "镇", "乡", "街道")
OWN = re.compile(r"我(?:省|市|县|区|镇|乡|街道|局|委|厅)")
BUREAUS = ("局", "委", "厅")
NAMED = re.compile(r"[一-龥]{2,20}?(?:人民政府(?:办公[室厅])?|委员会|局|厅)")


def plain(text: str) -> str:
    """The text of a report, or its beginning, without gaps, as it is read here."""
    return re.sub(r"[^\S\n]", "", simplify(fold(text)))


def years_counted(opening: str) -> frozenset[str]:
    """The years that the report's figures are of, as it says itself: 自2018年1月1日起至2018年12月31日."""
    found = PERIOD.search(opening)
    return frozenset(filter(None, found.groups())) if found else frozenset()


def around(place: str, opening: str, words: CardWords) -> str:
    """The larger place that the text puts before this one, where it is always the same; else empty."""
    if not place.endswith(INNER):
        return ""
    found = {
        outer
        for match in re.finditer(re.escape(place), opening)
        if (outer := _before(opening[: match.start()], place, words))
    }
    return found.pop() if len(found) == 1 else ""


def _before(text: str, place: str, words: CardWords) -> str:
    name = BEFORE_A_NAME.split(text[-LONGEST_PLACE:])[-1]
    whole = name and split_place(name + place, words) == (name + place, "")
    return name if whole and split_place(name, words) == (name, "") else ""


def as_bureau(text: str) -> str:
    """What the report calls itself where it speaks as a bureau (我局), not as the government of a place; else empty."""
    own = _speaks_as(text)
    return own if own.endswith(BUREAUS) else ""


def guesses(text: str, words: CardWords) -> dict[str, str]:
    """What organ, place, year and title may be: what the text names the most of the kind that it is itself.

    我市 says that it is a city: of counties that it names none is its own.
    """
    kind = _speaks_as(text).removeprefix("我")
    years = years_counted(text[:OPENING])
    year = max(years) if years else _most(ANY_YEAR.findall(text))
    named = [*_organs(text, words)]
    if kind in BUREAUS:
        organ, place = _most((o, p) for o, p in named if o.endswith((kind, f"{kind}员会"))) or (
            "",
            "",
        )
    else:
        place = _most(p for _, p in named if not kind or p.endswith(kind)) or ""
        organ = words.governing(place) if place else ""
    found = {"organ": organ, "place": place, "year": year or ""}
    if organ and year:
        found["title"] = f"{organ}{year}年政府信息公开工作年度报告"
    return {field: guess for field, guess in found.items() if guess}


def _speaks_as(text: str) -> str:
    return _most(OWN.findall(text)) or ""


def _organs(text: str, words: CardWords) -> Iterator[tuple[str, str]]:
    for part in BEFORE_A_NAME.split(text):
        for found in NAMED.findall(part):
            place, rest = split_place(found, words)
            if place and rest:
                yield found, place


def _most(found: Iterable[Found]) -> Found | None:
    ranked = Counter(found).most_common(1)
    return ranked[0][0] if ranked else None
