"""Whether a number counts something: a spelled one that is no part of a word, a bare one behind a word for counting."""

from __future__ import annotations

import re
from bisect import bisect_right

from assistant.compiler.genre import Genre
from assistant.compiler.quantity import LASTING
from assistant.compiler.segment import Word
from assistant.compiler.tails import Tail
from assistant.language.numerals import Numeral

# A round number without a digit, after a word that says so: 突破百万次.
ROUND = re.compile(
    r"(?<=[破过达逾近超])(?:[十百千]?[百千]?万|百|千|亿)(?=[一-龥]|[,，。;；、)）\n]|$)"
)
# What a bare number follows where it counts something: 总数为356, 公文类42.
COUNTED = re.compile(r"(?:[数量额率类度分次]|(?<!行)为|[共计达至到是有约近逾过]|计数)[:]?$")
# Numbers of a row without gaps between them: 总计 over 0030000.
GLUED = re.compile(r"0\d|\d{13}")
CLOSING = re.compile(r"$|[,，。;；、)）\n]|余?[,，。;；]")
# A round number needs no such word: 独立用户访问48.9万.
SCALED = re.compile(r"[一-龥]")
# A spelled one is a number, and no article, after what was done, or beside a number of its like.
ONE_AFTER = re.compile(r"(?:[一-龥]过|另有|还有|各配|各发|只有|(?:^|[,，。;；:：\n])有)$")
# 举办了一次培训 is one, 建立了一个机制 says no number.
DONE, EVENTS = "了", ("次", "期", "场", "份", "回", "届", "轮", "场次")
DENIED = re.compile(r"[没未不无][^,，、]*$")
HAS_LIKE = r"[\d二三四五六七八九十百千万两]+{unit}"
NEAR = 8
STRETCH = "。;；\n"
COMMON = ("个", "项", "种", "类", "次", "批", "套")


def is_bare_count(text: str, numeral: Numeral, tail: Tail) -> bool:
    """A number without a unit that closes its clause after a word for counting (总数为356)."""
    if not (numeral.text[:1].isdigit() and numeral.text[:1].isascii()):
        return False
    if GLUED.match(numeral.text):
        return False
    if not CLOSING.match(text, tail.end):
        return False
    if numeral.scale:
        return SCALED.search(text, max(0, numeral.start - 1), numeral.start) is not None
    return COUNTED.search(text, max(0, numeral.start - 4), numeral.start) is not None


def counts(text: str, numeral: Numeral, tail: Tail, genre: Genre, words: tuple[Word, ...]) -> bool:
    """Does a spelled numeral count something, or is it part of a word (统一, 进一步, 一些)?"""
    word = _word_at(words, numeral.start)
    inside_word = word is not None and (
        word.start < numeral.start or (word.end > tail.end and word.flag not in ("m", "x"))
    )
    if ROUND.match(text, numeral.start):
        return bool(tail.unit)
    lasting = text.endswith(LASTING, 0, tail.end)
    if not tail.unit or (tail.unit in genre.digits_only and not lasting):
        return False
    if text.endswith("前", 0, numeral.start):
        return numeral.value > 1
    if inside_word:
        return False
    closing = tail.end >= len(text) or not text[tail.end].isalnum()
    each = text.endswith(("各", "共", "仅", "每期"), 0, numeral.start)
    return numeral.value != 1 or closing or each or _is_number_one(text, numeral, tail)


def _word_at(words: tuple[Word, ...], at: int) -> Word | None:
    """The word that stands there."""
    index = bisect_right(words, at, key=lambda word: word.start) - 1
    return words[index] if index >= 0 and at < words[index].end else None


def _is_number_one(text: str, numeral: Numeral, tail: Tail) -> bool:
    """Does 一 count (办过一回培训班; 四件当面交,一件是写信的), or is it an article (是一项工作)?"""
    start = max(text.rfind(stop, 0, numeral.start) for stop in STRETCH) + 1
    if DENIED.search(text, start, numeral.start):
        return False
    if ONE_AFTER.search(text, max(0, start - 1), numeral.start):
        return True
    if tail.unit in EVENTS and text[numeral.start - 1 : numeral.start] == DONE:
        return True
    end = min((e for stop in STRETCH if (e := text.find(stop, tail.end)) >= 0), default=len(text))
    like = re.compile(HAS_LIKE.replace("{unit}", re.escape(tail.unit)))
    if tail.unit not in COMMON:
        return like.search(text, start, end) is not None
    mark = text.find("、", tail.end, end)
    return mark >= 0 and mark - tail.end <= NEAR and like.match(text, mark + 1, end) is not None
