"""Alike: may figures of two reports be held against each other? Only the same measure of the same kind of period.

The same measure is the official one with the same member, or what both authors call by the same words of the
same owner. A whole is never held against a part, nor a year's figure against what has added up over years.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from assistant.index import Entry
from assistant.late import late
from assistant.model import Figure
from assistant.naming import whole_of
from assistant.operators.arithmetic import base_unit
from assistant.operators.ground import Ground
from assistant.steps.verbatim import compact

# Before the verb they say how much or when, not what; behind it that it is done.
IDLE = late("^(?:全年|本年度?|今年|年内|一年来|共计?|总共|一共|累计|合计|已)+|[了过的]|数量?$")
UNTIL = "截至"
CUMULATED = late("(?<!全年)(?<!本年)(?<!年内)(?<!今年)累[计积]|历年|以来|迄今|至今")
YEARLY = late(r"^\d{4}年$")
# Kinds of figures that are amounts alike: a zero in words is a count or a sum of money.
AMOUNTS = frozenset({"count", "money", "zero"})
# Official measures of two years that must be the same figure: what one year leaves the next takes over.
Carries = Collection[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Held:
    """A figure with the report that states it."""

    figure: Figure
    ground: Ground


def alike(a: Held, b: Held, carries: Carries = ()) -> bool:
    """Are the two figures the same measure, of one kind of period and of one kind?"""
    kinds = {_kind(a.figure), _kind(b.figure)}
    if len(kinds) > 1 or _period(a) != _period(b):
        return False
    official = _measures(a, b), _measures(b, a)
    if all(official):
        return any(_are_one(x, y, carries) for x in official[0] for y in official[1])
    if any(official) and (a.figure.measure or b.figure.measure):
        return False
    (what, owner, whole), (other_what, other_owner, other_whole) = _words(a), _words(b)
    return (what, owner) == (other_what, other_owner) and _are_one_whole(a, b, whole, other_whole)


def _are_one_whole(a: Held, b: Held, whole: str, other: str) -> bool:
    """Called the same; by one author, one may say more (开展多元化政策简明问答, 政策简明问答)."""
    bodies = {(h.ground.index.report.place, h.ground.index.report.organ) for h in (a, b)}
    longer, shorter = sorted((whole, other), key=len, reverse=True)
    return whole == other or bool(len(bodies) == 1 and shorter and longer.endswith(shorter))


def _are_one(x: tuple[str, str], y: tuple[str, str], carries: Carries) -> bool:
    return x == y or (x[1] == y[1] and frozenset({x[0], y[0]}) in carries)


def _kind(figure: Figure) -> str:
    return "amount" if figure.kind in AMOUNTS else figure.kind


def _measures(one: Held, other: Held) -> frozenset[tuple[str, str]]:
    """The official measures that a figure is; of running text, those whose cell states the same."""
    figure = one.figure
    if figure.measure:
        return frozenset({(figure.measure, figure.member)})
    if not other.figure.measure or figure.value is None:
        return frozenset()
    words = _words(one)[0]
    return frozenset(
        (cell.measure, cell.member)
        for cell in one.ground.index.report.figures
        if cell.measure
        and (cell.value, cell.bound) == (figure.value, figure.bound)
        and base_unit(cell.unit or cell.said) == base_unit(figure.unit or figure.said)
        and _shares_words(words, cell)
    )


def _shares_words(words: str, cell: Figure) -> bool:
    """Is what is counted in words a piece of the cell's name, or holds it one: 转下年度办理, 予以公开?"""
    name = compact(cell.measure)
    pairs = {name[at : at + 2] for at in range(len(name) - 1)}
    return any(pair in words for pair in pairs)


def _period(held: Held) -> str:
    """One year, up to a day, or added up over years."""
    figure, source = held.figure, held.ground.index.report.source
    said = "".join((*figure.row, *figure.column)) or source[slice(*figure.clause)]
    if CUMULATED.search(said):
        return "cumulated"
    return "until" if figure.when.startswith(UNTIL) else "year"


def _words(held: Held) -> tuple[str, str, str]:
    """What a figure counts, whose it is, and of which whole, without what only says how much or when."""
    figure, ground = held.figure, held.ground
    if figure.table:
        return ("".join(figure.row), "".join(figure.column), figure.member)
    whole = whole_of(figure, ground.index.report)
    entry = ground.index.of(figure.id)
    inside = _plain(whole.what) if whole else ""
    return _plain(figure.what), _owner(figure, entry), inside


def _owner(figure: Figure, entry: Entry | None) -> str:
    """Whose it is; the report's own body (全市, 我区) is nobody in particular."""
    if figure.part_of is None and entry is not None and entry.scope == "whole":
        return ""
    return figure.who or figure.where


def _plain(words: str) -> str:
    return IDLE.sub("", IDLE.sub("", compact(words)))
