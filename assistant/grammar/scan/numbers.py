"""Numerals, halves, places in an order, and to how many decimals an answer is wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.grammar.chart.parts import Edge
from assistant.grammar.scan.leaves import WORD, leaf
from assistant.grammar.scan.operators import HALVES
from assistant.grammar.words import Words
from assistant.language.numerals import find, parse, scaled
from assistant.late import late
from assistant.model import Mention, Sense
from assistant.queries.tree import Given

ROUNDING = late(
    "(?:请)?(?:我)?(?:四舍五入后?,?)?(?:请?以|保留到?|精确|四舍五入|取到?|算到|留)?(?:到|至|为)?"
    "(?:(?P<places>[一二两三四1-4])位小数|小数点后(?P<point>[一二两三四1-4])位"
    "|(?<=[留确入取到至为])(?P<whole>整数?|个位))(?:就行|即可|答复|表示)?"
)
# Kinds of words that only stand around what is asked.
TALK = frozenset({"frame", "dialogue"})
NUMERALS = "0123456789一二两三四五六七八九十百"


def numbers(text: str) -> Iterator[Edge]:
    """Every numeral; 一半 holds no 一."""
    for numeral in find(text):
        if numeral.text == "一" and text.startswith("半", numeral.end):
            continue
        value = scaled(numeral.value, numeral.scale)
        unit = "%" if numeral.percent else ""
        mention = Mention(numeral.start, numeral.end, numeral.text, (Sense("number"),), value)
        yield Edge(
            numeral.start,
            numeral.end,
            "NUM",
            leaf(mention, unit, Given(value, unit, numeral.percent)),
            WORD,
        )
    for word, number in (("俩", 2), ("仨", 3)):
        at = text.find(word)
        if at >= 0:
            mention = Mention(at, at + 1, word, (Sense("number"),), Decimal(number))
            yield Edge(at, at + 1, "NUM", leaf(mention, "", Given(Decimal(number))), WORD)


def is_none(edge: Edge, text: str, mentions: Sequence[Mention]) -> bool:
    """2016年末 names a year, and 想了解一下 asks politely: neither holds a number."""
    around = [m for m in mentions if m.start <= edge.start and edge.end <= m.end]
    named = any("year" in m.kinds() for m in around)
    polite = any(m.kinds() <= TALK and m.start < edge.start and edge.end < m.end for m in around)
    return polite or (named and text.startswith("年", edge.end))


def halves(text: str, words: Words) -> Iterator[Edge]:
    """一半 is a number, and so is what 一大半 is more than."""
    half = Given(Decimal(50), "%", percent=True)
    for start, end in words.operators_in(text):
        for category, tag in words.operators[text[start:end]]:
            if category not in HALVES:
                continue
            mention = Mention(start, end, text[start:end], (Sense("number"),), half.value)
            if category == "HALF":
                yield Edge(start, end, "NUM", leaf(mention, "%", half), WORD)
            else:
                yield Edge(start, end, category, leaf(mention, tag, half), WORD)


def ordinals(text: str, words: Words) -> Iterator[Edge]:
    """第二, 前三, 倒数第三: places in an order."""
    for mark, (kind, tag) in words.closed.ordinals.items():
        for at in (m.start() for m in re.finditer(re.escape(mark), text)):
            end = at + len(mark)
            while end < len(text) and text[end] in NUMERALS:
                end += 1
            value = parse(text[at + len(mark) : end]) if end > at + len(mark) else None
            inside = kind == "nth" and mark == "第" and text[:at].endswith("倒数")
            if value is not None and 0 < value < 100 and not inside:
                yield from _ordinal(text, at, end, kind, tag, value)


def _ordinal(text: str, at: int, end: int, kind: str, tag: str, value: Decimal) -> Iterator[Edge]:
    """第二, 第二名, 第二多, 倒数第三: whose tag says from which end."""
    for more in ("", "名", "位", "个", "多", "高", "大", "少", "低", "小", "家", "类", "项", "种"):
        if text.startswith(more, end):
            order = "min" if more in ("少", "低", "小") and more else tag
            mention = Mention(
                at, end + len(more), text[at : end + len(more)], (Sense("operator", tag=kind),)
            )
            yield Edge(at, end + len(more), kind.upper(), leaf(mention, order, Given(value)), WORD)


def rounding(text: str) -> Iterator[Edge]:
    """保留两位小数: how an answer is to be rounded."""
    for found in ROUNDING.finditer(text):
        places = None if found["whole"] else parse(found["places"] or found["point"])
        mention = Mention(*found.span(), found.group(), (Sense("operator", tag="round"),))
        yield Edge(*found.span(), "ROUND", leaf(mention, "", Given(places or Decimal(0))), WORD)
