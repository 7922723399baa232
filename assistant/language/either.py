"""One of several words, as a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable


def either(words: Iterable[object]) -> str:
    """A pattern of any of the words, the longest first.

    >>> either(["并", "并且"])
    '(?:并且|并)'
    """
    ordered = sorted(map(str, words), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, ordered))})"
