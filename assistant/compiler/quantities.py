"""Numerals that count something: value, unit and bound, each with its exact span."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.compiler.genre import Genre
from assistant.compiler.outline import Outline
from assistant.compiler.segment import Word
from assistant.compiler.spans import Spans
from assistant.language.numerals import Numeral, find, scaled
from assistant.model import LedgerEntry

MONEY = ("元", "块")
UNREAD = "没有读懂"
IN_TABLE = "表格"
# What joins the ends of a range, and the members of a list that share their unit.
RANGE = re.compile(r"[至到~～–—-]|——")
SHARED = re.compile(r"[、和]")
# A round number without a digit, after a word that says so: 突破百万次.
ROUND = re.compile(
    r"(?<=[破过达逾近超])(?:[十百千]?[百千]?万|百|千|亿)(?=[一-龥]|[,，。;；、)）\n]|$)"
)
# Its unit is in the name of what is counted where none follows: 关注人数过万.
NAMED_UNIT = re.compile("([人次件条户篇份])数[^,，。;；、\n]{1,2}$")
# 120余万次 is 120万次 and more.
SCALE = re.compile("[十百千]?万|亿")
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
# 前三名 is a rank, 到期前3天 is none.
TIMES = ("天", "日", "年", "月", "周", "小时")
# 用两年时间 is a number of years, 两年 of 近两年 none.
LASTING = "时间"
# What a label of a column ends with, before the unit in a column of its own (收到申请数 | 件 | 263).
LABELLED = "数"
COMMON = ("个", "项", "种", "类", "次", "批", "套")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A stated number with its unit: `start:end` from the number to the last word of its bound."""

    start: int
    end: int
    number: tuple[int, int]
    value: Decimal
    unit: str
    bound: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Tail:
    end: int
    unit: str
    bound: str


def quantities(
    text: str, outline: Outline, words: tuple[Word, ...], genre: Genre
) -> tuple[tuple[Quantity, ...], tuple[LedgerEntry, ...]]:
    """Every quantity of the text, and every other numeral with the reason why it is none."""
    found: list[Quantity] = []
    others: list[LedgerEntry] = []
    levels = {m.start("mark") for m in genre.levels.finditer(text)}
    for numeral, reason in _with_reasons(text, outline, genre):
        quantity = None if reason else _quantity(text, numeral, genre, words)
        quantity = _level(numeral) if numeral.start in levels else quantity
        if quantity:
            found.append(quantity)
        elif reason or any(c.isdigit() and c.isascii() for c in numeral.text):
            span = (numeral.start, numeral.end)
            others.append(LedgerEntry(*span, numeral.text, None, reason or UNREAD))
    found, others = _with_shared_units(text, found, others)
    return tuple(found), tuple(others)


def _with_reasons(text: str, outline: Outline, genre: Genre) -> Iterator[tuple[Numeral, str]]:
    """Every numeral, with the reason why it is no figure where there is one."""
    labels = Spans((s.start, s.start + len(s.label)) for s in outline.sections)
    reasons = [
        (
            Spans(
                match.span("only" if "only" in p.groupindex else 0) for match in p.finditer(text)
            ),
            r,
        )
        for p, r in genre.not_figures
    ]
    documents = Spans(m.span() for m in genre.document_number.finditer(text))
    rows = Spans(_rows(text))
    known = [(labels, "标题序号"), (documents, "文号"), *reasons, (rows, IN_TABLE)]
    for numeral in _numerals(text):
        span = (numeral.start, numeral.end)
        yield numeral, next((reason for spans, reason in known if spans.hold(span)), "")


def _rows(text: str) -> Iterator[tuple[int, int]]:
    """The lines that are rows of a table."""
    at = 0
    for line in text.splitlines(keepends=True):
        if line.count("|") > 1:
            yield at, at + len(line)
        at += len(line)


def _numerals(text: str) -> Iterator[Numeral]:
    """The numerals of the text in order, round numbers without a digit among them."""
    found = list(find(text))
    taken = Spans((n.start, n.end) for n in found)
    for match in ROUND.finditer(text):
        if not taken.touch(match.span()):
            value = scaled(Decimal(1), match.group())
            found.append(Numeral(*match.span(), match.group(), value))
    yield from sorted(found, key=lambda numeral: numeral.start)


def _quantity(
    text: str, numeral: Numeral, genre: Genre, words: tuple[Word, ...]
) -> Quantity | None:
    tail = _tail(text, numeral, genre)
    if ROUND.fullmatch(text, numeral.start, numeral.end) and not tail.unit:
        named = NAMED_UNIT.search(text, max(0, numeral.start - NEAR), numeral.start)
        return _round(numeral, named[1]) if named else None
    tail = (
        replace(tail, end=tail.end + len(LASTING)) if text.startswith(LASTING, tail.end) else tail
    )
    if not (tail.unit or numeral.percent) and CLOSING.match(text, tail.end):
        tail = replace(tail, unit=unit_before(text, numeral.start, genre.units))
    rank = text.endswith("前", 0, numeral.start) and not tail.unit.endswith(TIMES)
    spelled = not any(c.isdigit() for c in numeral.text)
    if spelled and not numeral.percent and not _counts(text, numeral, tail, genre, words):
        return None
    if not (tail.unit or numeral.percent or _is_bare_count(text, numeral, tail)):
        return None
    before = next((b for w, b in genre.before.items() if text.endswith(w, 0, numeral.start)), "")
    unit = "%" if numeral.percent else numeral.scale + tail.unit
    kind = "percent" if unit == "%" else "money" if unit.endswith(MONEY) else "count"
    return Quantity(
        start=numeral.start,
        end=tail.end,
        number=(numeral.start, numeral.end),
        value=numeral.value,
        unit=unit,
        bound=tail.bound or before or "exact",
        kind="rank_cutoff" if rank else kind,
    )


def is_lasting(text: str, quantity: Quantity) -> bool:
    """Is it how long something takes, which is told behind it: 用两年时间完成…?"""
    return text.endswith(LASTING, quantity.start, quantity.end)


def _round(numeral: Numeral, unit: str) -> Quantity:
    """过万 of 关注人数过万, with the word that says that it is more."""
    span = (numeral.start, numeral.end)
    return Quantity(span[0] - 1, span[1], span, numeral.value, unit, "more", "count")


def unit_before(text: str, start: int, units: Iterable[str]) -> str:
    """The unit in a column of its own, which stands before its number: 举办各类培训班数次3."""
    return next((u for u in units if text.endswith(LABELLED + u, 0, start)), "")


def _level(numeral: Numeral) -> Quantity:
    """A level that is carried out (执行三级审核制度), with 级 as its unit."""
    span = (numeral.start, numeral.end)
    return Quantity(span[0], span[1] + 1, span, numeral.value, "级", "exact", "count")


def _is_bare_count(text: str, numeral: Numeral, tail: _Tail) -> bool:
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


def _tail(text: str, numeral: Numeral, genre: Genre) -> _Tail:
    """What follows the digits: 多/余, the unit with a bracketed variant, 以上/左右."""
    at, bound, scale = numeral.end, "", ""
    if not numeral.percent:
        inside = next((w for w in genre.inside if text.startswith(w, at)), "")
        found = SCALE.match(text, at + len(inside)) if inside and not numeral.scale else None
        begin = found.end() if found else at + len(inside)
        if inside and _unit(text, begin, genre):
            bound, at, scale = genre.inside[inside], begin, found.group() if found else ""
    unit = "" if numeral.percent else _unit(text, at, genre)
    at += len(unit)
    after = next((w for w in genre.after if text.startswith(w, at)), "")
    if after and (unit or numeral.percent):
        bound, at = genre.after[after], at + len(after)
    return _Tail(at, scale + unit, bound)


def _unit(text: str, at: int, genre: Genre) -> str:
    unit = next((u for u in genre.units if text.startswith(u, at)), "")
    variant = re.compile(r"[(（][一-龥]{1,2}[)）]").match(text, at + len(unit)) if unit else None
    return unit + (variant.group() if variant else "")


def _counts(
    text: str, numeral: Numeral, tail: _Tail, genre: Genre, words: tuple[Word, ...]
) -> bool:
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


def _is_number_one(text: str, numeral: Numeral, tail: _Tail) -> bool:
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


def _with_shared_units(
    text: str, found: list[Quantity], others: list[LedgerEntry]
) -> tuple[list[Quantity], list[LedgerEntry]]:
    """Give a number the unit that stands after the next: 3至5次 is from 3次 to 5次, 3、5件 3件."""
    unread = {entry.start: entry for entry in others if entry.reason == UNREAD}
    items: list[Quantity | LedgerEntry] = sorted([*found, *unread.values()], key=_start)
    shared: list[Quantity] = []
    after: Quantity | None = None
    for item in reversed(items):
        given = _with_unit_of(text, item, after) if after else None
        if given and after and given.bound == "at_least":
            shared[-1] = replace(after, bound="at_most")
        if given:
            unread.pop(item.start, None)
        after = given or (item if isinstance(item, Quantity) else None)
        if after:
            shared.append(after)
    left = [entry for entry in others if entry.reason != UNREAD or entry.start in unread]
    return shared[::-1], left


def _start(item: Quantity | LedgerEntry) -> int:
    return item.start


def _with_unit_of(text: str, item: Quantity | LedgerEntry, after: Quantity) -> Quantity | None:
    """A number without a unit with that of the number after it, where a range or list joins them."""
    between = text[item.end : after.start]
    ranged = bool(RANGE.fullmatch(between))
    value = _plain_value(item)
    if value is None or (isinstance(item, Quantity) and item.unit):
        return None
    if not ranged and not SHARED.fullmatch(between):
        return None
    span = (item.start, item.end)
    bound = "at_least" if ranged else "exact"
    return replace(after, start=span[0], end=span[1], number=span, value=value, bound=bound)


def _plain_value(item: Quantity | LedgerEntry) -> Decimal | None:
    if isinstance(item, Quantity):
        return item.value
    numerals = find(item.text)
    return numerals[0].value if len(numerals) == 1 and not numerals[0].scale else None
