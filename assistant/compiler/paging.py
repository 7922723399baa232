"""The numbers of pages that an extractor leaves between two lines (— 3 —, 第3页 共7页): no part of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.language.numerals import find
from assistant.model import LedgerEntry

Span = tuple[int, int]

MARK = re.compile(
    r"[—–-]{1,2}\s*\d{1,3}\s*[—–-]{1,2}|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?"
)
LINE = re.compile(rf"(?m)^[ \t]*(?:{MARK.pattern})[ \t]*$")
REASON = "页码"


def is_mark(line: str) -> bool:
    """Is a line nothing but the number of its page?

    >>> is_mark("— 3 —"), is_mark("第 3 页 共 7 页"), is_mark("22"), is_mark("- 其他 3 件 -")
    (True, True, False, False)
    """
    return MARK.fullmatch(line.strip()) is not None


def marks(text: str) -> tuple[Span, ...]:
    """Where the numbers of pages stand in a folded text."""
    return tuple(found.span() for found in LINE.finditer(text))


def paged(text: str, source: str) -> Iterator[LedgerEntry]:
    """The numbers of pages as entries of the ledger."""
    for start, end in marks(text):
        for numeral in find(text[start:end]):
            at, to = start + numeral.start, start + numeral.end
            yield LedgerEntry(at, to, source[at:to], None, REASON)
