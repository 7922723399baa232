"""The first lines of a page as pieces, with what belongs to the page and not to its text put aside.

当前位置：首页 > 年报 > 云泽市2021年…报告 来源：市政府办公室 打印 关闭 has one piece that may be a title. A break
stands where something was put aside, for a title is never glued together over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.compiler.card_words import CardWords
from assistant.language.script import fold, simplify

LOOKED_AT = 4000
# The text itself begins here, and the title is behind us.
BEGINS = re.compile(r"[#*\s]*一\s*[、,.]")
TOKEN = re.compile(r"[^\s|>»›→【】\[\]#*]+")
# 标　　题： is one word.
SPACED = re.compile(r"(?<!\S)([一-龥])\s+([一-龥])(?:\s+([一-龥]))?(?=\s*[:：])")
DATE = re.compile(r"\d{4}[-./年]\d{1,2}(?:[-./月]\d{0,2}日?)?|\d{1,2}:\d{2}(?::\d{2})?")
ANNEX = re.compile(r"附件\d*")
WRITTEN = re.compile(r"[0-9A-Za-z一-龥]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters without a gap, folded and as printed, on a line.

    `named`: the page says that they are the title.
    """

    text: str
    printed: str
    line: int
    named: bool = False


def runs(source: str, words: CardWords) -> Iterator[list[Piece]]:
    """The pieces of the opening that stand one after the other with nothing put aside between."""
    run: list[Piece] = []
    for piece in _pieces(source[:LOOKED_AT].lstrip("\ufeff"), words):
        if piece is None or (piece.named and run and not run[-1].named):
            if run:
                yield run
            run = []
        if piece:
            run.append(piece)
    if run:
        yield run


def _pieces(opening: str, words: CardWords) -> Iterator[Piece | None]:
    """The pieces in order, None for a break."""
    for number, line in enumerate(opening.splitlines()):
        if number and BEGINS.match(line):
            return
        yield from _of_line(SPACED.sub(r"\1\2\3", line), number, words)


def _of_line(line: str, number: int, words: CardWords) -> Iterator[Piece | None]:
    named = skipped = False
    for token in TOKEN.finditer(simplify(fold(line))):
        text = token.group()
        label, colon, value = text.rpartition(":")
        if colon:
            # What a label tells is part of no title, be it glued to it or not.
            named = label in words.titled
            skipped = not named and not value and label not in words.chrome
            yield None
            text = value if named else ""
        elif text in words.elsewhere:
            named, skipped = False, True
            yield None
            continue
        elif skipped or _is_put_aside(text, words):
            named = skipped = False
            yield None
            continue
        if text:
            yield Piece(text, line[token.end() - len(text) : token.end()], number, named)
    if named:
        yield None


def _is_put_aside(text: str, words: CardWords) -> bool:
    bare = text.strip("《》()")
    return (
        bare in words.chrome
        or bool(DATE.fullmatch(bare) or ANNEX.fullmatch(bare))
        or not WRITTEN.search(bare)
    )
