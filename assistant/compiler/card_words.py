"""The words that cards are made by: `knowledge/cards.yaml`, and the short names of departments."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.compiler.divisions import Divisions, divisions
from assistant.compiler.yamlfile import load


@dataclass(frozen=True)
class CardWords:
    """What governments and organs are called, and what stands around a title on a page.

    `glued` are those words of a page that begin no name; `departments` maps a stem to its short names
    (发展和改革 to 发改).
    """

    government: frozenset[str]
    governed: dict[str, str]
    probably: dict[str, str]
    organs: tuple[str, ...]
    national: tuple[str, ...]
    seated: tuple[str, ...]
    titled: frozenset[str]
    elsewhere: frozenset[str]
    chrome: frozenset[str]
    glued: tuple[str, ...]
    departments: dict[str, tuple[str, ...]]
    coded: Path

    @property
    def divisions(self) -> Divisions:
        """The places that have a code, read when they are first needed."""
        return divisions(self.coded)

    def governing(self, place: str) -> str:
        """Who governs a place for certain; empty where its kind does not tell."""
        for ending, organ in self.governed.items():
            if place.endswith(ending):
                return place.removesuffix(ending) + organ
        return "" if self.likely(place) else f"{place}人民政府"

    def likely(self, place: str) -> str:
        """Who governs a place of a kind that has no one name for it, probably."""
        ending = next((e for e in self.probably if place.endswith(e)), "")
        return place + self.probably[ending] if ending else ""

    def whole_name(self, department: str) -> str:
        """科学技术委员会 for 科委, where only one department is called so; any other as it is."""
        if not department.endswith("委"):
            return department
        called = department.removesuffix("委")
        stems = [stem for stem, names in self.departments.items() if called in names]
        return f"{stems[0]}委员会" if len(stems) == 1 else department

    def short_name(self, department: str) -> str:
        """发改局 for 发展和改革局, as everybody writes it."""
        for stem, names in self.departments.items():
            ending = department.removeprefix(stem)
            if department.startswith(stem) and ending in ("局", "委员会") and len(names[0]) > 1:
                return f"{names[0]}{ending[0]}"
        return department


@cache
def card_words(path: Path) -> CardWords:
    """The words of this `cards.yaml`; the departments are beside it, under `terms/`."""
    data = load(path)
    departments = load(path.parent / "terms" / "departments.yaml")

    def words(name: str) -> tuple[str, ...]:
        return tuple(map(str, data[name]))

    def pairs(name: str) -> dict[str, str]:
        return {str(ending): str(organ) for ending, organ in data[name].items()}

    return CardWords(
        government=frozenset(words("government")),
        governed=pairs("governed"),
        probably=pairs("probably"),
        organs=tuple(sorted({*words("organs"), *words("government")}, key=len, reverse=True)),
        national=words("national"),
        seated=words("seated"),
        titled=frozenset(words("titled")),
        elsewhere=frozenset(words("elsewhere")),
        chrome=frozenset(words("chrome")),
        glued=tuple(word for word in words("chrome") if len(word) > 1),
        departments={str(stem): tuple(map(str, n)) for stem, n in departments.items()},
        coded=path.parent / "divisions.tsv",
    )
