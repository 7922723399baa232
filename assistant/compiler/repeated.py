"""Counts that only take up what was counted before: 34个村(社区)全年更新136期, 五件里头四件…"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from decimal import Decimal

from assistant.compiler.genre import Genre
from assistant.compiler.outline import Outline, Span
from assistant.compiler.quantity import Quantity
from assistant.model import LedgerEntry

REASON = "前文已计"
SHORTEST = 2
LOOKED_BACK = 50
POINTING = re.compile("这|上述|以上|在|[(（]?")


def without_repeated(
    text: str, outline: Outline, found: tuple[Quantity, ...], genre: Genre
) -> tuple[tuple[Quantity, ...], tuple[LedgerEntry, ...]]:
    """The quantities without those named again, and the ledger's entries for these."""
    kept: list[Quantity] = []
    others: list[LedgerEntry] = []
    before: dict[tuple[Decimal, str], list[Quantity]] = defaultdict(list)
    clauses = sorted(clause for row in outline.clauses.values() for clause in row)
    for at, quantity in enumerate(found):
        clause = _around(clauses, quantity.start)
        following = found[at + 1] if at + 1 < len(found) else None
        if clause and _is_taken_up(
            text, quantity, clause, following, before[quantity.value, quantity.unit], genre
        ):
            span = quantity.number
            others.append(LedgerEntry(*span, text[slice(*span)], None, REASON))
        else:
            kept.append(quantity)
            before[quantity.value, quantity.unit].append(quantity)
    return tuple(kept), tuple(others)


def _around(clauses: list[Span], at: int) -> Span | None:
    index = bisect_right(clauses, at, key=lambda clause: clause[0]) - 1
    return clauses[index] if index >= 0 and at < clauses[index][1] else None


def _is_taken_up(
    text: str,
    quantity: Quantity,
    clause: Span,
    following: Quantity | None,
    alike: list[Quantity],
    genre: Genre,
) -> bool:
    """Does the clause open with this count only to say more of those counted before?"""
    label = genre.item_label.match(text, clause[0], quantity.start)
    opening = text[label.end() if label else clause[0] : quantity.start]
    if not POINTING.fullmatch(opening) or quantity.bound != "exact":
        return False
    among = next((w for w in genre.among if text.startswith(w, quantity.end)), "")
    if among:
        return quantity.end + len(among) == clause[1] and bool(alike[-1:])
    if following is None or following.end > clause[1]:
        return False
    return any(_common(text, q.end, quantity.end) >= SHORTEST for q in alike[-LOOKED_BACK:])


def _common(text: str, one: int, other: int) -> int:
    """How many characters are the same from two places on."""
    length = 0
    while other + length < len(text) and text[one + length] == text[other + length]:
        if text[other + length] in ",，。;；:：、\n" or text[other + length].isdigit():
            break
        length += 1
    return length
