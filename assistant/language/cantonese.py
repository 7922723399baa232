"""Cantonese function words, as Hong Kong writes them, read as standard ones.

A text without a character or a word that only Cantonese uses is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.folders import knowledge_folder
from assistant.language.either import either
from assistant.late import late

WORDS, CLASSES = "lexicon/cantonese.tsv", "lexicon/cantonese_classes.tsv"
ONLY = frozenset("嘅咗嘢㗎咁噉嗰𠮶哋喺冇唔啲乜咩佢嚟睇搵揾攞俾畀")
# What a measure word is put as, behind it in its class: 間>家.
PUT_AS = ">"
STANDARD = {"which": "哪", "this": "这", "where": "哪里"}
# What may end a clause behind 去邊.
END = r"(?=\s*(?:[呀呢]|[?？,，。.!！]|$))"


@dataclass(frozen=True, slots=True)
class Reading:
    """How Cantonese is read: what its words stand for, what is left alone, and how it is known."""

    words: Mapping[str, str]
    measures: Mapping[str, str]
    pattern: re.Pattern[str]
    shows: re.Pattern[str]

    def said(self, found: re.Match[str]) -> str:
        """The standard words for what was found."""
        asking = next((name for name in STANDARD if found[name]), "")
        if not asking:
            return self.words[found[0]]
        measure = found[f"{asking}_measure"] if asking != "where" else ""
        number = found[f"{asking}_number"] or "" if measure else ""
        return STANDARD[asking] + number + self.measures.get(measure, measure)


def standard(text: str) -> str:
    """The text with standard words in place of Cantonese ones.

    >>> standard("清遠嘅網站發咗幾多條"), standard("网站发了几条")
    ('清遠的網站發了多少條', '网站发了几条')
    >>> standard("邊幾間單位喺呢份名單"), standard("河邊幾個單位")
    ('哪幾家單位在这份名單', '河邊幾個單位')
    """
    reading = _reading()
    if not (ONLY & set(text) or reading.shows.search(text)):
        return text
    if not (ONLY & set(text) or reading.shows.search(_bare(text, reading))):
        return text
    return reading.pattern.sub(reading.said, text)


def _bare(text: str, reading: Reading) -> str:
    """The text without the standard words that hold such a character (旁邊, 關係)."""
    return reading.pattern.sub(lambda m: " " if reading.words.get(m[0]) == m[0] else m[0], text)


@cache
def _reading() -> Reading:
    folder = knowledge_folder()
    words = {row[0]: row[1] for row in _rows(folder / WORDS)}
    classes = {row[0]: row[1].split() for row in _rows(folder / CLASSES)}
    words |= {word: word for word in classes["left"]}
    measures = dict(m.split(PUT_AS) for m in classes["measure"] if PUT_AS in m)
    measure = either(m.split(PUT_AS)[0] for m in classes["measure"])
    number, which = either(classes["number"]), either(classes["which"])
    pointing = "|".join(
        f"(?P<{name}>{either(classes[name])}(?P<{name}_number>{number})?(?P<{name}_measure>{measure}))"
        for name in ("which", "this")
    )
    where = f"(?P<where>(?:{'|'.join(f'(?<={w})' for w in classes['where'])}){which}{END})"
    shows = f"{which}{either(classes['plain'])}|{either(classes['sign'])}"
    # 邊個負責 is 谁负责, though 邊個 alone is 哪个.
    longer = either(word for word in words if re.match(which, word))
    pattern = late(f"{longer}|{pointing}|{where}|{either(words)}")
    return Reading(words, measures, pattern, late(shows))


def _rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
