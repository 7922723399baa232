"""The report that has no title line: what its first sentences say whose it is, and of which year.

“2023年，我市…” speaks for a city; which one is told where all places that the text names lie in that one by their
codes. Who speaks otherwise, or names places of two cities, is asked.
"""

from __future__ import annotations

import re
from pathlib import Path

from assistant.compiler.card_words import CardWords, card_words
from assistant.compiler.divisions import Division, Divisions
from assistant.compiler.evidence import OPENING, as_bureau, plain, years_counted
from assistant.compiler.title import Title

# The first sentence that begins with a year.
BEGINS = re.compile(r"(?:^|[。\n])((?:19|20)\d{2})年[,，]?(.{0,12})", re.MULTILINE)
CITY = "市"
SPEAKS = re.compile(rf"(?P<own>我{CITY})|{CITY}(?:人民)?(?P<office>政府办公[室厅])")
# A city in a city has no counties of its own: only what lies in several is told to be the larger one's.
ENOUGH, AMONG_CITIES = 2, 3


def untitled(source: str, words: Path) -> Title:
    """What a report without a title says of itself; empty where it does not tell all of it."""
    text, known = plain(source), card_words(words)
    opening = text[:OPENING]
    begins = BEGINS.search(opening)
    speaks = SPEAKS.match(begins[2]) if begins else None
    if not begins or not speaks or as_bureau(opening):
        return Title()
    year = begins[1]
    if years_counted(opening) - {year}:
        return Title()
    place = _city(text, int(year), known.divisions)
    organ = _speaking(speaks, place, text, known)
    if not organ:
        return Title()
    named = organ if speaks["office"] else place
    return Title(f"{named}{year}年政府信息公开工作年度报告", organ, place, year)


def _speaking(speaks: re.Match[str], place: str, text: str, known: CardWords) -> str:
    """The organ; an office only where the text names it in full."""
    if not place or speaks["own"]:
        return known.governing(place) if place else ""
    office = f"{place}人民{speaks['office']}"
    return office if office in text else ""


def _city(text: str, year: int, divisions: Divisions) -> str:
    """The one city that all named places lie in; empty where there is none, or they do not prove it."""
    named = {name: divisions.named(name, year) for name in divisions.in_text(text)}
    sure = [found[0] for found in named.values() if len(found) == 1]
    cities = [divisions.city_of(one, year) for one in sure if not one.code.endswith("0000")]
    one = cities[0] if cities else None
    if not one or set(cities) != {one} or not one.name.endswith(CITY):
        return ""
    inner = [
        place for place in sure if place.code != one.code and place.code.startswith(one.inside)
    ]
    return one.name if _proved(one, inner, named) else ""


def _proved(city: Division, inner: list[Division], named: dict[str, tuple[Division, ...]]) -> bool:
    if any(place.name.endswith(CITY) for place in inner):
        return len(inner) >= AMONG_CITIES
    return len(inner) + (city.name in named) >= ENOUGH and bool(inner)
