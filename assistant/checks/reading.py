"""What is left of a piece of text when known words are taken out of it."""

from __future__ import annotations

from collections.abc import Iterable

OPENING, CLOSING = "(（", ")）"


def rest(text: str, words: Iterable[str]) -> str:
    """What a text says beyond these words; numbering aside, marks and white space say nothing.

    >>> rest("全市共收到申请", ["申请", "收到", "全市"])
    '共'
    """
    left = "".join(char for char in text if char.isalnum())
    for word in sorted(words, key=len, reverse=True):
        left = left.replace(word, "")
    return left


def without_brackets(text: str) -> str:
    """The text without what stands in brackets.

    >>> without_brackets("收到申请50件（网上30件），同比")
    '收到申请50件，同比'
    """
    kept, depth = "", 0
    for char in text:
        depth += char in OPENING
        kept += "" if depth else char
        depth -= depth > 0 and char in CLOSING
    return kept
