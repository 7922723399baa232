"""Numerals that count something: value, unit and bound, each with its exact span."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from assistant.compiler.genre import Genre
from assistant.compiler.outline import Outline
from assistant.compiler.segment import Word
from assistant.language.numerals import Numeral, find
from assistant.model import LedgerEntry

MONEY = ("元", "块")


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
    labels = [(s.start, s.start + len(s.label)) for s in outline.sections]
    reasons = _reasons(text, genre)
    documents = [m.span() for m in genre.document_number.finditer(text)]
    found: list[Quantity] = []
    others: list[LedgerEntry] = []
    for numeral in find(text):
        span = (numeral.start, numeral.end)
        reason = _within(span, labels, "标题序号") or _within(span, documents, "文号")
        reason = reason or next((r for s, r in reasons if s[0] <= span[0] and span[1] <= s[1]), "")
        quantity = None if reason else _quantity(text, numeral, genre, words)
        if quantity:
            found.append(quantity)
        elif reason or any(c.isdigit() and c.isascii() for c in numeral.text):
            others.append(LedgerEntry(*span, numeral.text, None, reason or "没有读懂"))
    return tuple(found), tuple(others)


def _reasons(text: str, genre: Genre) -> list[tuple[tuple[int, int], str]]:
    return [
        (match.span(), reason)
        for pattern, reason in genre.not_figures
        for match in pattern.finditer(text)
    ]


def _within(span: tuple[int, int], spans: Iterable[tuple[int, int]], reason: str) -> str:
    return reason if any(s[0] <= span[0] and span[1] <= s[1] for s in spans) else ""


def _quantity(
    text: str, numeral: Numeral, genre: Genre, words: tuple[Word, ...]
) -> Quantity | None:
    rank = text[: numeral.start].endswith("前")
    tail = _tail(text, numeral, genre)
    spelled = not any(c.isdigit() for c in numeral.text)
    if spelled and not numeral.percent and not _counts(text, numeral, tail, words):
        return None
    if not (tail.unit or numeral.percent):
        return None
    before = next((b for w, b in genre.before.items() if text[: numeral.start].endswith(w)), "")
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


def _tail(text: str, numeral: Numeral, genre: Genre) -> _Tail:
    """What follows the digits: 多/余, the unit with a bracketed variant, 以上/左右."""
    at, bound = numeral.end, ""
    if not numeral.percent:
        inside = next((w for w in genre.inside if text.startswith(w, at)), "")
        if inside and _unit(text, at + len(inside), genre):
            bound, at = genre.inside[inside], at + len(inside)
    unit = "" if numeral.percent else _unit(text, at, genre)
    at += len(unit)
    after = next((w for w in genre.after if text.startswith(w, at)), "")
    if after and (unit or numeral.percent):
        bound, at = genre.after[after], at + len(after)
    return _Tail(at, unit, bound)


def _unit(text: str, at: int, genre: Genre) -> str:
    unit = next((u for u in genre.units if text.startswith(u, at)), "")
    variant = re.compile(r"[(（][一-龥]{1,2}[)）]").match(text, at + len(unit)) if unit else None
    return unit + (variant.group() if variant else "")


def _counts(text: str, numeral: Numeral, tail: _Tail, words: tuple[Word, ...]) -> bool:
    """Does a spelled numeral count something, or is it part of a word (统一, 进一步, 一些)?"""
    word = next((w for w in words if w.start <= numeral.start < w.end), None)
    inside_word = word is not None and (
        word.start < numeral.start or (word.end > tail.end and word.flag not in ("m", "x"))
    )
    if not tail.unit or inside_word:
        return False
    closing = tail.end >= len(text) or not text[tail.end].isalnum()
    each = text[: numeral.start].endswith(("各", "共", "仅", "每期"))
    return numeral.value != 1 or closing or each
