"""One of several words, as a pattern; and patterns of which most are never searched for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from assistant.late import late


def either(words: Iterable[object]) -> str:
    """A pattern of any of the words, the longest first.

    >>> either(["并", "并且"])
    '(?:并且|并)'
    """
    ordered = sorted(map(str, words), key=len, reverse=True)
    return f"(?:{'|'.join(map(escaped, ordered))})"


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled when it is first needed."""
    return late(pattern)


def escaped(word: str) -> str:
    """A word as a pattern of itself; most are letters, which stand for themselves.

    >>> escaped("并且"), escaped("吗?")
    ('并且', '吗\\\\?')
    """
    return word if word.isalnum() else re.escape(word)
