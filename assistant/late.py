"""Regular expressions that are compiled when they are first used: a command starts without most of them."""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """A regular expression as it is written, until something is asked of it."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        """What the compiled expression has under this name, kept for the next time."""
        if name.startswith("_"):
            raise AttributeError(name)
        found = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, found)
        return found


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """The expression, compiled when it is first matched, searched or looked into.

    >>> late("[a-c]+").findall("abxc")
    ['ab', 'c']
    >>> late("(").search("a")
    Traceback (most recent call last):
    re.error: missing ), unterminated subpattern at position 0
    """
    return cast("re.Pattern[str]", _Late(source, flags))
