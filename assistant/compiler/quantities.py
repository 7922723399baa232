"""Numerals that count something: value, unit and bound, each with its exact span."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from assistant.compiler.genre import Genre
from assistant.compiler.outline import Outline
from assistant.compiler.quantity import LASTING, Quantity
from assistant.compiler.segment import Word
from assistant.compiler.shared_units import UNREAD, with_shared_units
from assistant.compiler.spans import Spans
from assistant.compiler.spelled_numbers import CLOSING, NEAR, ROUND, counts, is_bare_count
from assistant.compiler.tails import tail_of
from assistant.language.numerals import Numeral, find, scaled
from assistant.model import LedgerEntry

MONEY = ("元", "块")
IN_TABLE = "表格"
# Its unit is in the name of what is counted where none follows: 关注人数过万.
NAMED_UNIT = re.compile("([人次件条户篇份])数[^,，。;；、\n]{1,2}$")
# 前三名 is a rank, 到期前3天 is none.
TIMES = ("天", "日", "年", "月", "周", "小时")
# What a label of a column ends with, before the unit in a column of its own (收到申请数 | 件 | 263).
LABELLED = "数"


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
    found, others = with_shared_units(text, found, others)
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
    tail = tail_of(text, numeral, genre)
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
    if spelled and not numeral.percent and not counts(text, numeral, tail, genre, words):
        return None
    if not (tail.unit or numeral.percent or is_bare_count(text, numeral, tail)):
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
