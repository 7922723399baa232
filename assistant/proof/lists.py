"""The word lists and operators that answers are held to, from `knowledge/proof/`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.proof.files import table_rows, word_folder


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that asks for work, and by what an answer shows that the work was done."""

    name: str
    asked: re.Pattern[str]
    computations: frozenset[str]
    in_text: tuple[str, ...]
    in_quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """The assistant's own words, by where they stand in a clause."""

    whole: re.Pattern[str]
    first: re.Pattern[str]
    last: re.Pattern[str]
    inside: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Lists:
    """Words by their kind, and the operators."""

    words: dict[str, tuple[str, ...]]
    patterns: dict[str, re.Pattern[str]]
    operators: tuple[Operator, ...]
    spoken: Spoken

    def found(self, kind: str, text: str) -> str:
        """The first word of a kind in a text, or nothing."""
        found = self.patterns[kind].search(text)
        return found[0] if found else ""


def lists() -> Lists:
    """The lists of the knowledge in use."""
    return _read(word_folder() / "proof")


@lru_cache(maxsize=4)
def _read(folder: Path) -> Lists:
    words = {name: tuple(rest[0].split()) for name, *rest in table_rows(folder / "words.tsv", 2)}
    operators = tuple(
        Operator(name, _any(asked.split()), frozenset(by.split()), tuple(text.split()),
                 tuple(quotes.split()))
        for name, asked, by, text, quotes in table_rows(folder / "operators.tsv", 5)
    )  # fmt: skip
    fixed = {name: _spoken(rest[0].split()) for name, *rest in table_rows(folder / "spoken.tsv", 2)}
    spoken = Spoken(
        re.compile(fixed["whole"]),
        re.compile(f"^(?:{fixed['first']})"),
        re.compile(f"(?:{fixed['last']})$"),
        re.compile(fixed["inside"]),
    )
    return Lists(words, {name: _any(found) for name, found in words.items()}, operators, spoken)


def _spoken(words: list[str]) -> str:
    longest = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace("N", "[0-9][0-9.]*") for word in longest)


def _any(words: list[str] | tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(words, key=len, reverse=True)
    return re.compile("|".join(re.escape(w).replace("…", "[^，,。；;？?]{0,12}?") for w in longest))
