"""Text on a page of so many columns: where lines break, and what stands out.

A Chinese character takes two columns.  A number is never broken, no closing mark begins a line and
no opening mark ends one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

Span = tuple[str, str]
"""A piece of text and its style: `mark`, `head`, `dim` or none."""

_SGR = {"mark": "1;33", "head": "1", "dim": "2"}
_WIDE = frozenset("WFA")
_CLOSING = re.escape("。，、；：！？）】》”’〕」…)]>,;:.?!%")
_OPENING = re.escape("（【《“‘〔「([<")
_UNBROKEN = re.compile(
    rf"[{_OPENING}]*(?:[0-9A-Za-z][0-9A-Za-z.%_-]*|\S|\s+)[{_CLOSING}]*|[{_OPENING}]+"
)


def columns(text: str) -> int:
    """How many columns a text takes; a character of ambiguous width counts as wide.

    >>> columns("669项"), columns("阳山县")
    (5, 6)
    """
    return sum(map(_columns, text))


@dataclass(frozen=True, slots=True)
class Page:
    """What is written on: with colour or without, lines broken at `width` columns (0: never)."""

    color: bool = False
    width: int = 0

    def write(self, *spans: Span, first: str = "", rest: str | None = None) -> str:
        """The spans as lines; `first` stands before the first line, `rest` before the others.

        >>> print(Page(width=12).write(("连州市有669项", ""), first="1. ", rest="   "))
        1. 连州市有
           669项
        """
        rest = " " * columns(first) if rest is None else rest
        letters = [(char, style) for text, style in self._marked(spans) for char in text]
        lines = self._lines(letters, columns(first), columns(rest))
        heads = (first, *(rest for _ in lines[1:]))
        written = (head + self._painted(line) for head, line in zip(heads, lines, strict=True))
        return "\n".join(line.rstrip() for line in written)

    def _marked(self, spans: Iterable[Span]) -> Iterator[Span]:
        """Without colour, what is marked stands in brackets."""
        for text, style in spans:
            yield (text, style) if self.color or style != "mark" else (f"【{text}】", style)

    def _lines(self, letters: Sequence[Span], first: int, rest: int) -> list[list[Span]]:
        lines: list[list[Span]] = [[]]
        used = first
        for piece in _pieces(letters):
            needed = columns("".join(char for char, _ in piece))
            if self.width and used + needed > self.width and lines[-1]:
                lines.append([])
                used = rest
                piece = () if piece[0][0].isspace() else piece  # noqa: PLW2901
            for letter in piece:
                wide = _columns(letter[0])
                if self.width and used + wide > self.width and lines[-1]:
                    lines.append([])
                    used = rest
                lines[-1].append(letter)
                used += wide
        return lines

    def _painted(self, line: Sequence[Span]) -> str:
        return "".join(
            self.paint("".join(char for char, _ in run), style)
            for style, run in groupby(line, key=lambda letter: letter[1])
        )

    def paint(self, text: str, style: str) -> str:
        """A text in a style, where there is colour."""
        code = _SGR.get(style) if self.color else None
        return f"\x1b[{code}m{text}\x1b[0m" if code else text


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in _WIDE else 1


def _pieces(letters: Sequence[Span]) -> Iterator[Sequence[Span]]:
    text = "".join(char for char, _ in letters)
    for found in _UNBROKEN.finditer(text):
        yield letters[found.start() : found.end()]
