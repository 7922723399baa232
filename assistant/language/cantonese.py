"""Cantonese function words, as Hong Kong writes them, read as standard ones.

A text that has no character which only Cantonese uses is left as it is.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.folders import knowledge_folder

WORDS = "lexicon/cantonese.tsv"
ONLY = frozenset("嘅咗嘢㗎咁噉嗰𠮶哋喺冇唔啲乜咩佢嚟睇搵揾攞俾畀")


def standard(text: str) -> str:
    """The text with standard words in place of Cantonese ones.

    >>> standard("清遠嘅網站發咗幾多條"), standard("网站发了几条")
    ('清遠的網站發了多少條', '网站发了几条')
    """
    if not ONLY & set(text):
        return text
    words, pattern = _words()
    return pattern.sub(lambda found: words[found[0]], text)


@cache
def _words() -> tuple[dict[str, str], re.Pattern[str]]:
    lines = (knowledge_folder() / WORDS).read_text(encoding="utf-8").splitlines()
    words = dict(line.split("\t") for line in lines if line and not line.startswith("#"))
    return words, re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
