"""Where a report that stands in one long line has its headings: …工作。二、主动公开情况（一）数量 2012年…

Headings are numbered one after the other, each behind a stop or a gap, or right in the title of the
one above it. Only a line that has 一、 and 二、 in this way is read so: 1. and 2. alone are a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.language.numerals import find

LEAST = 400
LABEL = re.compile(
    r"(?P<one>[一二三四五六七八九十]{1,3})、|[(（](?P<two>[一二三四五六七八九十]{1,3})[)）]"
    r"|(?<![\d.])(?P<three>\d{1,2})[.、．](?![\d])"
)
LEVELS = ("one", "two", "three")
STOPS = "。;；:：!?！？"
TITLE = re.compile(r"[^\s,，。;；:：、]{2,30}(?=\s)")
UNTITLED = re.compile("[,，。;；:：]")
IN_TITLE = 30


def breaks(line: str) -> Iterator[int]:
    """Where this line is to be broken; nowhere where it is no report in one line."""
    if len(line) < LEAST:
        return
    labels = list(_numbered(line))
    if sum(level == 0 for level, _, _ in labels) < 2:
        return
    following = [start for _, start, _ in labels[1:]]
    for (_, start, end), until in zip(labels, [*following, len(line)], strict=True):
        if start:
            yield start
        title = TITLE.match(line, end + line.startswith(" ", end), until)
        if title:
            yield title.end()


def _numbered(line: str) -> Iterator[tuple[int, int, int]]:
    """The headings in order, each with its level, its start and where its label ends."""
    reached = [0, 0, 0]
    last = -IN_TITLE - 1
    for found in LABEL.finditer(line):
        level = next(n for n, name in enumerate(LEVELS) if found[name])
        number = _value(found[LEVELS[level]])
        if number != reached[level] + 1 or (level and not reached[0]):
            continue
        behind = line[max(0, found.start() - 1) : found.start()]
        stopped = not behind or behind.isspace() or behind in (STOPS if level < 2 else "。")
        near = 0 < found.start() - last <= IN_TITLE and number == 1
        titled = near and not UNTITLED.search(line, max(0, last), found.start())
        if stopped or (level and titled):
            reached = [*reached[:level], number, *[0] * (2 - level)]
            last = found.end()
            yield level, found.start(), found.end()


def _value(text: str) -> int:
    if text.isdigit():
        return int(text)
    numeral = next(iter(find(text)), None)
    return int(numeral.value) if numeral else 0
