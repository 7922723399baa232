"""The same question as people write it: miswritten, in another script, with words around it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from assistant.adversaries.material import Material
from assistant.language.lookalike import lookalikes
from assistant.language.numerals import find
from assistant.language.pinyin import common, usual
from assistant.lexicon import Lexicon

if TYPE_CHECKING:
    from opencc import OpenCC

NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?%?")
YEAR_AFTER = "年"
DIGITS = "零一二三四五六七八九"
PLACES = ("", "十", "百", "千")
MYRIADS = ("", "万", "亿")
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
# Rows of GB2312 that hold the characters in daily use.
DAILY = range(0xB0, 0xD8)
Noise = Callable[[str, Sequence[str], Random], str | None]


@dataclass(frozen=True, eq=False)
class Noises:
    """Every way to write a question otherwise; each gives nothing where it would change nothing.

    `words` are those that may be miswritten. A miswritten word is never another word of the
    language: that would be another question.
    """

    lexicon: Lexicon
    material: Material

    @cached_property
    def makers(self) -> dict[str, Noise]:
        """The noises by name."""
        return {
            "homophone": self._homophone,
            "lookalike": self._lookalike,
            "traditional": self._traditional,
            "fullwidth": self._fullwidth,
            "pinyin": self._pinyin,
            "numerals": self._numerals,
            "politeness": self._politeness,
            "emoji": self._emoji,
            "unmarked": self._unmarked,
        }

    def write(self, kind: str, text: str, words: Sequence[str], rng: Random) -> str | None:
        """The text with this noise; nothing where it cannot be had."""
        written = self.makers[kind](text, words, rng)
        return written if written and written != text else None

    # ---- one character of a word

    def _homophone(self, text: str, words: Sequence[str], rng: Random) -> str | None:
        return self._miswritten(text, words, rng, _same_sound)

    def _lookalike(self, text: str, words: Sequence[str], rng: Random) -> str | None:
        return self._miswritten(text, words, rng, _same_shape)

    def _miswritten(
        self, text: str, words: Sequence[str], rng: Random, others: Callable[[str], Sequence[str]]
    ) -> str | None:
        han = [word for word in words if all("一" <= c <= "龥" for c in word)]
        for word in rng.sample(han, len(han)):
            options = [
                wrong
                for at, char in enumerate(word)
                for other in others(char)
                if not self._says_something(other)
                and not self._is_word(wrong := word[:at] + other + word[at + 1 :], at)
            ]
            if options and text.count(word) == 1:
                return text.replace(word, rng.choice(options))
        return None

    def _is_word(self, wrong: str, at: int) -> bool:
        """Is it a word, or does the wrong character make one with a neighbour?"""
        around = {wrong, wrong[max(0, at - 1) : at + 1], wrong[at : at + 2]}
        return any(len(w) > 1 and (w in _dictionary() or self.lexicon.knows(w)) for w in around)

    def _says_something(self, char: str) -> bool:
        """A numeral, or a character that is a word by itself (不, 多, 钱)."""
        kinds = {s.kind for s in self.lexicon.senses(char)}
        return bool(find(char)) or bool(kinds - {"unit", "frame"})

    def _pinyin(self, text: str, words: Sequence[str], rng: Random) -> str | None:
        """One word in letters; never a word with a character that is read in two ways."""
        plain = [w for w in words if text.count(w) == 1 and all(_is_plain(c) for c in w)]
        if not plain:
            return None
        word = rng.choice(plain)
        return text.replace(word, "".join(common(c) for c in word))

    # ---- the whole of it

    def _traditional(self, text: str, words: Sequence[str], rng: Random) -> str | None:
        return str(_converter().convert(text))

    def _fullwidth(self, text: str, words: Sequence[str], rng: Random) -> str | None:
        return text.translate(WIDE)

    def _numerals(self, text: str, words: Sequence[str], rng: Random) -> str | None:
        return NUMBER.sub(lambda found: _number(found, text), text)

    def _politeness(self, text: str, words: Sequence[str], rng: Random) -> str | None:
        said = self.material.noises["politeness"]
        before, after = rng.choice(said["before"]), rng.choice(said["after"])
        if not text[-1].isalnum():
            after = after.lstrip("，")
        return str(rng.choice((before + text, text + after, before + text + after)))

    def _emoji(self, text: str, words: Sequence[str], rng: Random) -> str | None:
        signs = self.material.noises["emoji"]
        return str(rng.choice((text + rng.choice(signs), rng.choice(signs) + text)))

    def _unmarked(self, text: str, words: Sequence[str], rng: Random) -> str | None:
        return "".join(c for c in text if c not in self.material.noises["marks"])


def spelled(number: Decimal) -> str:
    """A number in Chinese words.

    >>> spelled(Decimal("12826")), spelled(Decimal("1.2")), spelled(Decimal("10")), spelled(Decimal("205"))
    ('一万二千八百二十六', '一点二', '十', '二百零五')
    """
    whole, _, rest = f"{number:f}".partition(".")
    words = _whole(int(whole))
    return words + ("点" + "".join(DIGITS[int(c)] for c in rest) if rest else "")


def _whole(number: int) -> str:
    groups: list[int] = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    words = ""
    for at in reversed(range(len(groups))):
        if groups[at]:
            gap = bool(words) and groups[at] < 1000
            words += ("零" if gap else "") + _group(groups[at]) + MYRIADS[at]
    words = words or DIGITS[0]
    return words[1:] if words.startswith("一十") else words


def _group(number: int) -> str:
    words, gap = "", False
    for place in reversed(range(4)):
        digit = number // 10**place % 10
        if digit:
            words += ("零" if gap and words else "") + DIGITS[digit] + PLACES[place]
            gap = False
        else:
            gap = True
    return words


def _number(found: re.Match[str], text: str) -> str:
    """A numeral as people write it: years digit by digit, 两 before a measure word."""
    digits, after = found[0].rstrip("%"), text[found.end() : found.end() + 1]
    if after == YEAR_AFTER and len(digits) == 4:
        return "".join("〇" if c == "0" else DIGITS[int(c)] for c in digits)
    words = spelled(Decimal(digits.replace(",", "")))
    if found[0].endswith("%"):
        return "百分之" + words
    return "两" if words == "二" and after.isalpha() else words


def _is_plain(char: str) -> bool:
    return "一" <= char <= "龥" and len(usual(char)) == 1


@cache
def _same_sound(char: str) -> tuple[str, ...]:
    return tuple(c for c in _sounds().get(common(char), ()) if c != char)


@cache
def _sounds() -> Mapping[str, Sequence[str]]:
    """The characters in daily use by their usual reading."""
    found: dict[str, list[str]] = defaultdict(list)
    for char in _daily():
        found[common(char)].append(char)
    return found


@cache
def _same_shape(char: str) -> tuple[str, ...]:
    daily = set(_daily())
    return tuple(c for c in sorted(lookalikes(char)) if c in daily and common(c) != common(char))


@cache
def _daily() -> tuple[str, ...]:
    """The characters in daily use: the first level of GB2312."""
    cells = (bytes((row, cell)) for row in DAILY for cell in range(0xA1, 0xFF))
    return tuple(c for cell in cells for c in cell.decode("gb2312", "ignore"))


@cache
def _dictionary() -> frozenset[str]:
    """The words of the language, from jieba's own list."""
    import jieba

    text = (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8")
    return frozenset(line.split(" ", 1)[0] for line in text.splitlines())


@cache
def _converter() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("s2t")
