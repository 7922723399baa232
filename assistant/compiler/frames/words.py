"""A word of a clause, and what of its place in the row says what it is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.compiler.frames.forms import Forms

OF, DONE = "的", frozenset({"了", "过"})
ACT, NOUN, ADVERB, PREP, ADJECTIVE, MARK = "act", "noun", "adverb", "prep", "adjective", "mark"
TIMES = frozenset({"time", "period", "often"})
# So many words may stand between an act and the 的 that makes it one of a noun.
REACH = 6
# So many between what a thing is compared with and how it differs (比法定时限|缩短).
LEADING = frozenset({"到", "至", "成"})
NEAR, THAN = 4, "than"


@dataclass(frozen=True, slots=True)
class Token:
    """A word with jieba's flag, and what it may be in a frame.

    `kind` is act, prep, adverb, adjective, time, period, often, spot, each, name, note, mark or noun.
    """

    start: int
    end: int
    text: str
    flag: str
    kind: str


Row = Sequence[Token]


def has_act(row: Row) -> bool:
    """Is anything done in this row?"""
    return any(token.kind == ACT for token in row)


def text_at(row: Row, at: int) -> str:
    """The word at a place, empty outside the row."""
    return row[at].text if 0 <= at < len(row) else ""


def is_counted(row: Row, at: int) -> bool:
    """Does a number stand here?"""
    if not 0 <= at < len(row) or row[at].kind in TIMES:
        return False
    return row[at].flag.startswith("m") or row[at].text[:1].isdigit()


def is_marked(row: Row, at: int) -> bool:
    """Does the act say that it was done (明确了)?"""
    return text_at(row, at + 1) in DONE


def is_strong(row: Row, at: int, forms: Forms) -> bool:
    """Can an act be nothing but what its clause says: 实现了, 均符合, 为, 由…审核?"""
    if row[at].kind != ACT or is_of_noun(row, at, forms):
        return False
    if is_marked(row, at) or row[at].text in forms.tells or text_at(row, at + 1) in LEADING:
        return True
    if any(forms.prepositions.get(t.text) == THAN for t in row[max(0, at - NEAR) : at]):
        return True
    before = at - 1
    while before > 0 and row[before].kind in (ADVERB, MARK) and not _is_scoped(row, before, forms):
        before -= 1
    # 27件申请|均在15个工作日内|答复.
    led = (n for n in range(max(1, at - REACH - 2), at) if row[n].kind == PREP)
    return _is_scoped(row, before, forms) or any(_is_scoped(row, n - 1, forms) for n in led)


def _is_scoped(row: Row, at: int, forms: Forms) -> bool:
    return at >= 0 and row[at].text in forms.scoping


def is_of_noun(row: Row, at: int, forms: Forms) -> bool:
    """Is the act that of what is spoken of (延期的1件, 出席会议的机构有30家), with its 的 before the next act?"""
    denies = row[at].text in forms.denied
    for n, token in enumerate(row[at + 1 : at + REACH], start=at + 1):
        if token.text == OF:
            return n + 1 < len(row) and _is_led(row, at, n, forms)
        if token.kind in (PREP, ADJECTIVE) or (token.kind == ACT and not denies):
            return False
    return False


def _is_led(row: Row, at: int, of: int, forms: Forms) -> bool:
    """Does what stands before 的 only say which: 公开的信息, 有网站的43个, 出席会议的机构有…?"""
    passed = (ACT, ADVERB) if row[at].kind == ADVERB else (ACT,)
    if is_counted(row, of + 1) or all(token.kind in passed for token in row[at + 1 : of]):
        return True
    return row[at].text not in forms.takers and any(
        is_strong(row, n, forms) for n in range(of + 1, len(row))
    )
