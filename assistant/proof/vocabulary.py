"""The words that a question is cut by, and what else the knowledge calls the same."""

from __future__ import annotations

import json
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.proof.faults import Unreadable
from assistant.proof.files import word_folder

# The kinds of a word that asks for something: what was counted or done, where, by whom, through what.
CONTENT = frozenset({"measure", "action", "channel", "organ", "place"})

# What only says where and through what; one takes the place of another.
SETTINGS = frozenset({"channel", "place", "organ", "period"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words with the things that each may mean, and things with all of their names."""

    meanings: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]
    names: Mapping[str, frozenset[str]]
    units: Mapping[str, frozenset[str]]
    longest: int

    def cut(self, text: str) -> Iterator[tuple[int, str]]:
        """The words of a text, the longest at each place, with where they begin."""
        at = 0
        while at < len(text):
            for size in range(min(self.longest, len(text) - at), 0, -1):
                word = text[at : at + size]
                if word in self.meanings:
                    yield at, word
                    at += size
                    break
            else:
                at += 1

    def kinds(self, word: str) -> frozenset[str]:
        """What kinds of word it may be."""
        return frozenset(kind for kind, _ in self.meanings.get(word, ()))

    def stands_in(self, text: str, word: str, free: Container[str] = ()) -> bool:
        """Does a text hold the word, or for one of its meanings each thing under some name?"""
        return word in text or any(
            things and all(t in free or any(n in text for n in self.names[t]) for t in things)
            for kind, things in self.meanings.get(word, ())
            if kind in CONTENT
        )


def vocabulary() -> Vocabulary:
    """The vocabulary of the knowledge in use."""
    return _read(word_folder())


@lru_cache(maxsize=4)
def _read(folder: Path) -> Vocabulary:
    path = folder / "compiled.json"
    try:
        data = json.loads(path.read_bytes())
        terms, units = data["terms"], data["units"]
        meanings: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        names: dict[str, set[str]] = {}
        for word, places in _words(terms):
            for kind, things, *_ in (terms["senses"][place] for place in places):
                if kind == "cell":
                    continue
                meanings.setdefault(word, []).append((kind, tuple(things)))
                for thing in things:
                    names.setdefault(thing, {thing})
                if len(things) == 1:
                    names[things[0]].add(word)
    except (OSError, LookupError, ValueError, TypeError):
        raise Unreadable(f"{path}: 读不懂，请重新运行 gongkai compile") from None
    return Vocabulary(
        {word: tuple(senses) for word, senses in meanings.items()},
        {thing: frozenset(words) for thing, words in names.items()},
        {unit: frozenset(groups) for unit, groups in units.items()},
        max(map(len, meanings), default=0),
    )


def _words(terms: dict[str, Any]) -> Iterator[tuple[str, Sequence[int]]]:
    """Every word with the places of its senses; many are kept as a graph, in which the last state is the first."""
    yield from terms["names"].items()
    states = terms["ways"]
    todo = [(len(states) - 1, "")] if states else []
    while todo:
        at, word = todo.pop()
        chars, targets, place = states[at]
        if place >= 0:
            yield word, (place,)
        todo.extend(zip(targets, (word + char for char in chars), strict=True))
