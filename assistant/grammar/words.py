"""The words that the grammar is made of: operators by category, ties by their cost, and small closed classes."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from assistant.language.either import either
from assistant.late import late


@dataclass(frozen=True)
class Closed:
    """Closed classes: ordinals with their kind and end, pronouns, and a person's own.

    Of a `few` no total of all is meant; `there` is a place, and what is `added` is added to what was spoken of.
    """

    ordinals: Mapping[str, tuple[str, str]]
    pronouns: Mapping[str, str]
    few: re.Pattern[str]
    there: re.Pattern[str]
    added: re.Pattern[str]
    several: Mapping[int, str]
    kinds: tuple[str, ...]
    setting: tuple[str, ...]
    labels: tuple[str, ...]
    occasion: tuple[str, ...]
    beginning: tuple[str, ...]
    here: tuple[str, ...]
    back: tuple[str, ...]
    beside: tuple[str, ...]
    bounds: tuple[str, ...]
    asking: tuple[str, ...]


@dataclass(frozen=True)
class Words:
    """The words of `knowledge/lexicon`: operators by category, ties by their cost."""

    operators: Mapping[str, tuple[tuple[str, str], ...]]
    ties: Mapping[str, int]
    closed: Closed
    longest: int

    @cached_property
    def reach(self) -> dict[str, int]:
        """How long the longest operator word is that begins with a character."""
        return reach_of(self.operators)

    @cached_property
    def whether(self) -> tuple[str, ...]:
        """The words that ask whether something is so, the longest first."""
        asking = (w for w, rows in self.operators.items() if any(c == "YN" for c, _ in rows))
        return tuple(sorted(asking, key=len, reverse=True))

    def operators_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Where operator words stand in a text."""
        return standing(text, self.operators, self.reach)


def reach_of(names: Iterable[str]) -> dict[str, int]:
    """How long the longest name is that begins with a character."""
    reach: dict[str, int] = {}
    for name in names:
        if len(name) > reach.get(name[0], 0):
            reach[name[0]] = len(name)
    return reach


def standing(
    text: str, names: Container[str], reach: Mapping[str, int]
) -> Iterator[tuple[int, int]]:
    """Where names stand in a text, which begin with a character that `reach` has."""
    size = len(text)
    for start, char in enumerate(text):
        for end in range(start + 1, min(size, start + reach.get(char, 0)) + 1):
            if text[start:end] in names:
                yield start, end


def words_of(
    operators: Mapping[str, Any], ties: Mapping[str, Mapping[str, Any]], closed: Mapping[str, Any]
) -> Words:
    """The words as the files have them: a category is a list, or lists by tag."""
    found: dict[str, list[tuple[str, str]]] = {}
    for category, entry in operators.items():
        tagged: Mapping[str, list[Any]] = entry if isinstance(entry, Mapping) else {"": entry}
        for tag, words in tagged.items():
            for word in words:
                found.setdefault(str(word), []).append((category, str(tag)))
    costs = {str(word): int(kind["cost"]) for kind in ties.values() for word in kind["words"]}
    longest = max(map(len, (*found, *costs)), default=0)
    entries = {word: tuple(tags) for word, tags in found.items()}
    return Words(entries, costs, closed_of(closed), longest)


def closed_of(closed: Mapping[str, Any]) -> Closed:
    """The closed classes as the file has them."""
    ordinals: dict[str, tuple[str, str]] = {}
    for meaning, words in closed["ordinals"].items():
        kind, end = meaning.split()
        ordinals |= dict.fromkeys(words, (kind, end))
    pronouns = {w: kinds for kinds, words in closed["pronouns"].items() for w in words}
    several = {int(count): word for count, word in closed["several"].items()}
    named = (
        "kinds",
        "setting",
        "labels",
        "occasion",
        "beginning",
        "here",
        "back",
        "beside",
        "bounds",
    )
    rest = {name: tuple(closed[name]) for name in named}
    asking = tuple(who + by for who in closed["asking"]["who"] for by in closed["asking"]["by"])
    pointing, counted, by = (either(closed["few"][part]) for part in ("pointing", "counted", "by"))
    few = late(f"{either(closed['few']['words'])}|{pointing}{counted}{by}")
    there = late(either(closed["there"]))
    led, before, behind = (either(closed["added"][part]) for part in ("led", "before", "behind"))
    added = late(f"^{led}*{before}(?P<more>[^,，]{{1,12}}?){behind}[,，]?(?P<rest>.+)")
    return Closed(ordinals, pronouns, few, there, added, several, asking=asking, **rest)
