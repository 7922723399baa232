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
    return f"(?:{'|'.join(map(re.escape, ordered))})"


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled when it is first needed."""
    return late(pattern)
