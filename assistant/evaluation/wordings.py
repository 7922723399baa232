"""Texts compared, where neither width, case, white space nor the markup of a table counts."""

from __future__ import annotations

import re
import unicodedata

MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|\|")
GROUPING = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


def folded(text: str) -> str:
    """Without what does not change the meaning: width, case, white space, thousands separators.

    >>> folded("共 12,826 条（ＰＤＦ）")
    '共12826条(pdf)'
    """
    plain = unicodedata.normalize("NFKC", text).lower()
    return "".join(GROUPING.sub("", plain).split())


def bare(text: str) -> str:
    """The same without the markup of a table."""
    return folded(MARKUP.sub("", text))


def overlap(wanted: str, quote: str) -> bool:
    """Is one of them in the other? A quote of less than four characters proves no longer text."""
    return wanted in quote or (len(quote) >= 4 and quote in wanted)
