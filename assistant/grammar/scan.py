"""`Question` → lattice: every word of the lexicon and of the report, numerals, and what may be passed over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from assistant.grammar.chart import Edge
from assistant.grammar.words import Words, reach_of, standing
from assistant.language.numerals import find, parse, scaled
from assistant.lexicon import LABEL, Lexicon
from assistant.model import Mention, Sense
from assistant.queries.tree import Given, Tree, keyed

WORD = 10
# Of how many reports it is kept with what their labels begin.
LABELS_KEPT = 64
# What costs less than a word: marks, what only says of what something is asked, and 大约, which else is passed over.
CHEAP = {"COMMA": 1, "ABOUT": 2, "APPROX": 2}
MENDED = 8
# What a character costs that nothing reads, and by how much a row of words may be dearer than the cheapest.
UNREAD = 60
SLACK = 14
BOUND = "CMPPOST"
# Words that are numbers, or more than one.
NOUNS, SHORT = frozenset({"measure", "organ", "channel", "place"}), 2
HALVES = frozenset({"HALF", "MOST"})
FACETS = frozenset(
    {"action", "measure", "organ", "channel", "place", "period", "word", "theme", "verb",
     "card_place", "whole", "year"}
)  # fmt: skip
# Years before that are more than the last one.
MANY_YEARS = frozenset({"历年", "往年"})
ROUNDING = re.compile(
    "(?:请)?(?:我)?(?:四舍五入后?,?)?(?:请?以|保留到?|精确|四舍五入|取到?|算到|留)?(?:到|至|为)?"
    "(?:(?P<places>[一二两三四1-4])位小数|小数点后(?P<point>[一二两三四1-4])位"
    "|(?<=[留确入取到至为])(?P<whole>整数?|个位))(?:就行|即可|答复|表示)?"
)
# Kinds of words that only stand around what is asked.
TALK = frozenset({"frame", "dialogue"})
COMPUTING = frozenset(
    {"SUM", "MEAN", "MEDIAN", "SHARE", "SUP", "THAN", "APART", "TIMES", "POSASK", "EXCEPT", "HOWMANY", "PCTASK"}
)  # fmt: skip
ELSEWHEN = frozenset({"relative_year", "part_of_year"})
NUMERALS = "0123456789一二两三四五六七八九十百"
MANY = ("多", "余", "来")


_reach_of_labels = lru_cache(maxsize=LABELS_KEPT)(reach_of)


def scan(
    text: str, mentions: Sequence[Mention], lexicon: Lexicon, words: Words, labels: frozenset[str]
) -> list[Edge]:
    """Every edge of the lattice.

    `mentions` are the words as the report and mending read them, `labels` the names of its figures.
    """
    edges = [
        *_operators(text, words),
        *_rounding(text),
        *(e for e in _numbers(text) if not _is_none(e, text, mentions)),
        *_halves(text, words),
        *_marks(text),
        *_ordinals(text, words),
        *(
            e
            for e in _facets(text, mentions, lexicon)
            if not _computes(text[e.start : e.end], words)
        ),
        *_mended(mentions, words),
        *_labels(text, labels),
    ]
    edges = _whole_bounds([*edges, *_scaled(text, edges)])
    return list({(e.start, e.end, e.category, e.tree.tag, _senses(e)): e for e in edges}.values())


def _senses(edge: Edge) -> object:
    return edge.tree.word.senses if edge.tree.word and edge.category == "F" else edge.tree.key


def _computes(word: str, words: Words) -> bool:
    """Is it a word that computes, and so no name of a thing?"""
    return any(category in COMPUTING for category, _ in words.operators.get(word, ()))


def _leaf(mention: Mention, tag: str = "", given: Given | None = None) -> Tree:
    return keyed(Tree("word", word=mention, tag=tag, given=given))


def _operators(text: str, words: Words) -> Iterator[Edge]:
    for start, end in words.operators_in(text):
        word = text[start:end]
        if _is_inside_choice(text, start, word):
            continue
        for category, tag in words.operators[word]:
            if category in HALVES:
                continue
            mention = Mention(start, end, word, (Sense("operator", tag=category),))
            yield Edge(start, end, category, _leaf(mention, tag), CHEAP.get(category, WORD))


def _whole_bounds(edges: Sequence[Edge]) -> list[Edge]:
    """Without what would be a word inside 以上 or 以下: neither 方面上 nor a name."""
    bounds = [(e.start, e.end) for e in edges if e.category == BOUND]
    return [
        e
        for e in edges
        if not any(a <= e.start and e.end <= b and e.end - e.start < b - a for a, b in bounds)
    ]


def _is_inside_choice(text: str, start: int, word: str) -> bool:
    """有没有, 是不是, 超没超过: a negation between two sides asks, and denies nothing."""
    before = text[start - 1 : start]
    return (
        word[0] in "没不"
        and len(word) > 1
        and bool(before)
        and (before == word[1] or (before + word[0] == "有没"))
    )


def _labels(text: str, labels: frozenset[str]) -> Iterator[Edge]:
    for start, end in standing(text, labels, _reach_of_labels(labels)):
        name = text[start:end]
        mention = Mention(start, end, name, (Sense("word", (name,), tag=LABEL),))
        yield Edge(start, end, "F", _leaf(mention), WORD)


def _mended(mentions: Sequence[Mention], words: Words) -> Iterator[Edge]:
    """Operator words that were written otherwise: heji for 合计."""
    for mention in mentions:
        for category, tag in words.operators.get(mention.read, ()):
            yield Edge(mention.start, mention.end, category, _leaf(mention, tag), WORD + MENDED)


def _numbers(text: str) -> Iterator[Edge]:
    for numeral in find(text):
        value = scaled(numeral.value, numeral.scale)
        unit = "%" if numeral.percent else ""
        mention = Mention(numeral.start, numeral.end, numeral.text, (Sense("number"),), value)
        yield Edge(
            numeral.start,
            numeral.end,
            "NUM",
            _leaf(mention, unit, Given(value, unit, numeral.percent)),
            WORD,
        )
    for word, number in (("俩", 2), ("仨", 3)):
        at = text.find(word)
        if at >= 0:
            mention = Mention(at, at + 1, word, (Sense("number"),), Decimal(number))
            yield Edge(at, at + 1, "NUM", _leaf(mention, "", Given(Decimal(number))), WORD)


def _is_none(edge: Edge, text: str, mentions: Sequence[Mention]) -> bool:
    """2016年末 names a year, and 想了解一下 asks politely: neither holds a number."""
    around = [m for m in mentions if m.start <= edge.start and edge.end <= m.end]
    named = any("year" in m.kinds() for m in around)
    polite = any(m.kinds() <= TALK and m.start < edge.start and edge.end < m.end for m in around)
    return polite or (named and text.startswith("年", edge.end))


def _halves(text: str, words: Words) -> Iterator[Edge]:
    """一半 is a number, and so is what 一大半 is more than."""
    half = Given(Decimal(50), "%", percent=True)
    for start, end in words.operators_in(text):
        for category, tag in words.operators[text[start:end]]:
            if category not in HALVES:
                continue
            mention = Mention(start, end, text[start:end], (Sense("number"),), half.value)
            if category == "HALF":
                yield Edge(start, end, "NUM", _leaf(mention, "%", half), WORD)
            else:
                yield Edge(start, end, category, _leaf(mention, tag, half), WORD)


def _marks(text: str) -> Iterator[Edge]:
    """A question mark at the end asks whether, where nothing else asks; a colon leads in."""
    for at in (at for at, char in enumerate(text) if char in ":："):
        mention = Mention(at, at + 1, text[at], (Sense("operator", tag="COLON"),))
        yield Edge(at, at + 1, "COLON", _leaf(mention), 1)
    if text.endswith(("?", "？")):
        mention = Mention(len(text) - 1, len(text), text[-1], (Sense("operator", tag="ASKED"),))
        yield Edge(mention.start, mention.end, "ASKED", _leaf(mention), 1)


def _ordinals(text: str, words: Words) -> Iterator[Edge]:
    for mark, (kind, tag) in words.closed.ordinals.items():
        for at in (m.start() for m in re.finditer(re.escape(mark), text)):
            end = at + len(mark)
            while end < len(text) and text[end] in NUMERALS:
                end += 1
            value = parse(text[at + len(mark) : end]) if end > at + len(mark) else None
            inside = kind == "nth" and mark == "第" and text[:at].endswith("倒数")
            if value is not None and 0 < value < 100 and not inside:
                yield from _ordinal(text, at, end, kind, tag, value)


def _rounding(text: str) -> Iterator[Edge]:
    for found in ROUNDING.finditer(text):
        places = None if found["whole"] else parse(found["places"] or found["point"])
        mention = Mention(*found.span(), found.group(), (Sense("operator", tag="round"),))
        yield Edge(*found.span(), "ROUND", _leaf(mention, "", Given(places or Decimal(0))), WORD)


def _ordinal(text: str, at: int, end: int, kind: str, tag: str, value: Decimal) -> Iterator[Edge]:
    """第二, 第二名, 第二多, 倒数第三: whose tag says from which end."""
    for more in ("", "名", "位", "个", "多", "高", "大", "少", "低", "小", "家", "类", "项", "种"):
        if text.startswith(more, end):
            order = "min" if more in ("少", "低", "小") and more else tag
            mention = Mention(
                at, end + len(more), text[at : end + len(more)], (Sense("operator", tag=kind),)
            )
            yield Edge(at, end + len(more), kind.upper(), _leaf(mention, order, Given(value)), WORD)


def _facets(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Edge]:
    for mention in mentions:
        cost = WORD + (MENDED if mention.read else 0)
        yield from _edges(mention, cost)
    for names in lexicon.named(text):
        for mention in reversed(names):
            yield from _edges(mention, WORD)


def _scaled(text: str, edges: Sequence[Edge]) -> Iterator[Edge]:
    """万元, 亿元: a unit with its scale."""
    for edge in edges:
        if edge.category != "UNIT":
            continue
        for scale in ("千万", "百万", "万", "亿", "千"):
            start = edge.start - len(scale)
            if start >= 0 and text.startswith(scale, start):
                mention = Mention(start, edge.end, text[start : edge.end], (Sense("unit"),))
                yield Edge(start, edge.end, "UNIT", _leaf(mention, scale + edge.tree.tag), WORD)


def _edges(mention: Mention, cost: int) -> Iterator[Edge]:
    units = [s.tag for s in mention.senses if s.kind == "unit"]
    for unit in dict.fromkeys(units):
        yield Edge(mention.start, mention.end, "UNIT", _leaf(mention, unit), cost)
    if _is_before(mention):
        yield Edge(mention.start, mention.end, "BEFORE", _leaf(mention), cost)
    senses = tuple(s for s in mention.senses if s.kind in FACETS)
    if senses:
        known = mention
        if len(senses) < len(mention.senses) or mention.value is not None:
            known = Mention(mention.start, mention.end, mention.text, senses, None, mention.read)
        yield Edge(mention.start, mention.end, "F", _leaf(known), cost)


def _is_before(mention: Mention) -> bool:
    """上年, 2012年, 年初: a time that a report may compare with."""
    lately = "-1" in mention.tags("relative_year") and mention.text not in MANY_YEARS
    return lately or "year" in mention.kinds() or mention.text == "年初"


def uncut(mentions: Sequence[Mention]) -> tuple[tuple[int, int], ...]:
    """Where words stand that nothing knows, or that name another year: no part of one is a word (加急)."""
    return tuple(
        (m.start, m.end)
        for m in mentions
        if m.end - m.start > 1 and (m.is_unknown() or m.kinds() & ELSEWHEN)
    )


def unread(text: str, mentions: Sequence[Mention]) -> frozenset[tuple[int, int]]:
    """Where words stand in the midst of others that nothing knows: no filler, whatever it is elsewhere (市统计局)."""
    return frozenset(
        (m.start, m.end)
        for m in mentions
        if not m.senses
        and text[m.start - 1 : m.start].isalnum()
        and text[m.end : m.end + 1].isalnum()
    )


def named(mentions: Sequence[Mention]) -> tuple[tuple[int, int], ...]:
    """Where names of things stand: no part of one is passed over (the 年度 of 年度报告)."""
    return tuple(
        (m.start, m.end)
        for m in mentions
        if m.kinds() & NOUNS and "frame" not in m.kinds() and len(m.text) > SHORT
    )


def cuts(start: int, end: int, whole: Sequence[tuple[int, int]]) -> bool:
    """Is it a part of one of these words?"""
    return any(a <= start and end <= b and end - start < b - a for a, b in whole)


def hops(
    text: str,
    words: Words,
    whole: Sequence[tuple[int, int]] = (),
    strange: frozenset[tuple[int, int]] = frozenset(),
) -> dict[int, list[tuple[int, int]]]:
    """From each place, where passing over fillers leads, and what it costs; the cheapest way only.

    Fillers beside each other never spell a word that computes: 以上 is not 以 and 上. None is a part
    of a word that stays `whole`, or a word that is `strange` in its place.
    """
    found: dict[int, list[tuple[int, int]]] = {}
    size = len(text)
    single = [
        [
            t
            for t in _ties_at(text, at, words.ties, words.longest)
            if not cuts(at, t[0], whole) and (at, t[0]) not in strange
        ]
        for at in range(size)
    ]
    across = _across(text, words)
    for start in range(size):
        cost = {start: 0}
        for at in range(start, size):
            if at in cost:
                for end, price in single[at]:
                    if any(start <= a and b <= end for a, b in across.get(at, ())):
                        continue
                    cost[end] = min(cost.get(end, cost[at] + price), cost[at] + price)
        found[start] = [(end, paid) for end, paid in cost.items() if end > start]
    return found


def _across(text: str, words: Words) -> dict[int, list[tuple[int, int]]]:
    """By each place, the operator words that it would cut in two."""
    found: dict[int, list[tuple[int, int]]] = {}
    for start, end in words.operators_in(text):
        for at in range(start + 1, end):
            found.setdefault(at, []).append((start, end))
    return found


def _ties_at(text: str, at: int, ties: Mapping[str, int], longest: int) -> list[tuple[int, int]]:
    ends: Iterable[int] = range(at + 1, min(len(text), at + longest) + 1)
    return [(end, ties[text[at:end]]) for end in ends if text[at:end] in ties]


def likely(
    edges: Sequence[Edge], passing: Mapping[int, Sequence[tuple[int, int]]], size: int
) -> list[Edge]:
    """The edges that lie on a row of words hardly dearer than the cheapest one over the whole text."""
    onward: dict[int, list[tuple[int, int]]] = {}
    for edge in edges:
        onward.setdefault(edge.start, []).append((edge.end, edge.cost))
    ahead = [0] * (size + 1)
    for at in range(size - 1, -1, -1):
        ways = [cost + ahead[end] for end, cost in (*onward.get(at, ()), *passing.get(at, ()))]
        ahead[at] = min([*ways, UNREAD + ahead[at + 1]])
    behind = [UNREAD * size] * (size + 1)
    behind[0] = 0
    for at in range(size):
        for end, cost in (*onward.get(at, ()), *passing.get(at, ()), (at + 1, UNREAD)):
            behind[end] = min(behind[end], behind[at] + cost)
    worst = ahead[0] + SLACK
    return [e for e in edges if behind[e.start] + e.cost + ahead[e.end] <= worst]
