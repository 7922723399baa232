"""Numbers that share the unit of the next one: 3至5次, 3、5件."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.compiler.quantity import Quantity
from assistant.language.numerals import find
from assistant.model import LedgerEntry

UNREAD = "没有读懂"
# What joins the ends of a range, and the members of a list that share their unit.
RANGE = re.compile(r"[至到~～–—-]|——")
SHARED = re.compile(r"[、和]")


def with_shared_units(
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
