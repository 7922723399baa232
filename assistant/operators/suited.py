"""Suited: whether a figure that the words fit is of what is asked: of money, of one thing and not of two together."""

from __future__ import annotations

import re

from assistant.choosing.changing import STATED
from assistant.index import Entry
from assistant.index.prose import within
from assistant.late import late
from assistant.model import Figure, Query
from assistant.operators.ground import Ground
from assistant.steps.verbatim import compact

# What asks for money, whatever else is counted.
AMOUNT = late("(?:金额|款额|总额|额度?)(?:是|有|为|达|共|一共|总共)*(?:多少|几何|几多|多大|几大)")
SUMS = frozenset("额款费")
# What asks for one of two that the report tells of together (市长热线和市长信箱受理4127件).
ALONE = late("单独|单单|光是|光算|只算|单算|单看|单指|单就|仅算|本身")
# What asks by how much something changed.
CHANGE = late(
    "[比较]|同比|环比|[增涨升减降跌缩]|提高|扩大|延长|[多少](?:了|出|几|多少)|变[化动]|幅度|相差|差多少|差了"
)
# What asks of fees, and what a clause of no fees ends in (没有收取信息费用).
FEES = late("费|钱|款|价|元|花|付|免|[没未]收|收[取了过的多几]|收没收")
FEE = ("费", "费用", "钱")
# How many characters stand between a word and what joins it to another.
NAME = 3


def is_no_amount(figure: Figure, text: str) -> bool:
    """交易金额有多大: is money asked for, and this a number of what was published?"""
    asked = figure.kind == "count" and AMOUNT.search(text)
    return bool(asked) and not SUMS & set(figure.what)


def is_of_fees(figure: Figure, text: str) -> bool:
    """申请的信息有几件: is no fee stated (没有收取申请信息费用), and no fee asked of?"""
    none = figure.kind == "zero" and compact(figure.quote).endswith(FEE)
    return none and not FEES.search(text)


def is_only_change(figure: Figure, text: str) -> bool:
    """关注用户上年末有多少: is it only by how much something changed since then, and no change asked of?"""
    said = STATED.search(compact(figure.what))
    told = said is not None and said["since"] and said.end() == len(compact(figure.what))
    return bool(told) and not CHANGE.search(text)


def is_of_both(figure: Figure, query: Query, ground: Ground) -> bool:
    """Is one thing alone asked of, and this stated of it together with another?"""
    if not ALONE.search(query.text):
        return False
    source = ground.index.report.source
    told = compact("，".join((figure.quote, *(source[a:b] for a, b in figure.inherits))))
    words = (re.escape(m.text) for m in query.base.meant() if m.text in told)
    return any(
        re.search(f"[和与及、][^,，和与及、]{{0,{NAME}}}{word}", told)
        or re.search(f"{word}[^,，和与及、]{{0,{NAME}}}[和与及、]", told)
        for word in words
    )


def is_part_within(entry: Entry, query: Query, ground: Ground) -> bool:
    """所有办结的申请中同意公开9件，部分公开3件: is only what these are parts of asked, and not the part itself?"""
    figure = entry.fact
    if not isinstance(figure, Figure) or figure.table:
        return False
    parts = [figure]
    if figure.group:
        parts += (f for f in ground.index.report.figures if f.group == figure.group)
    first = next((f for f in parts if within(compact(f.quote))[0]), None)
    led = ground.index.of(first.id) if first and first.sentence == figure.sentence else None
    if led is None:
        return False
    asked = {a for m in query.base.meant() for s in m.senses for a in s.atoms}
    return not (entry.own - led.context) & asked
