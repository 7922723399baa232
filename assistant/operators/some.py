"""Some: a figure of some of many is none of all: 有3个单位不足30条, 有3件申请案件收取信息处理费, 点名批评单位5个."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from assistant.late import late
from assistant.model import Bounds, Figure, Report, Selection
from assistant.steps.verbatim import compact

# What tells of some of many, and before a number only of such as the clause goes on to tell of.
THERE_ARE = late("(?:其中|尚|还|仍)?有")
GOES_ON = late("[一-龥]{2,12}")
# What makes a number one of so many only: 163条信息只涉及39家企业.
ONLY = late("[只仅](?P<verb>[^,，0-9]{1,4})$")
ASKED_ONLY = late("[只仅才]")
LIMITS = frozenset({"less", "at_most", "at_least"})


def is_limit_of_some(figure: Figure, said: Collection[Decimal], report: Report) -> bool:
    """Is it a limit said of so many of which the report tells (有3个单位…不足30条), not asked by their number?"""
    if figure.bound not in LIMITS:
        return False
    counted = [
        other
        for other in report.figures
        if other.clause == figure.clause and other.number[1] <= figure.start
    ]
    return any(
        THERE_ARE.fullmatch(report.source, other.clause[0], other.number[0])
        and other.value not in said
        for other in counted
    )


def is_only_of(figure: Figure, text: str, report: Report) -> bool:
    """Is it how many only are concerned by what is counted before it, and not how many there are?"""
    if figure.table:
        return False
    before = [
        other
        for other in report.figures
        if other.clause == figure.clause and other.number[1] < figure.number[0]
    ]
    if not before:
        return False
    lead = report.source[before[-1].number[1] : figure.number[0]]
    only = ONLY.search(compact(lead))
    return only is not None and only["verb"] not in text and not ASKED_ONLY.search(text)


def is_of_such_as(figure: Figure, selection: Selection, report: Report) -> bool:
    """Does it count only such as are told of behind it (有3件申请案件收取信息处理费), which is not asked of?"""
    told = GOES_ON.match(report.source, figure.end)
    before = report.source[figure.number[0] - 1 : figure.number[0]]
    if figure.table or told is None or not THERE_ARE.fullmatch(before):
        return False
    return not any(m.text in told.group() for m in selection.meant())


def is_done_to_some(asked: Bounds, stated: Bounds) -> bool:
    """Are all asked of, of whom no limit is told, and is something said that concerns some (点名批评单位5个)?"""
    of_all = asked.has("all") and not asked.has("limit")
    return of_all and not stated.partial <= asked.partial
