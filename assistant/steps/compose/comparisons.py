"""One side against another, and members against one of them: A比B多多少, 比佛冈县少的县."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.late import late
from assistant.model import Query
from assistant.steps.compose.orders import FEWER
from assistant.steps.compose.query import computed
from assistant.steps.compose.words import computes
from assistant.steps.reading import Reading
from assistant.steps.reading.words import THRESHOLDS

HOW_MANY = late("[有共](?:几|多少)个[?!。]*$|(?:几|多少)个[县市区]")
DISTANCE = late("相差")
GREW = late("(?:增加|增长|上升|提高|减少|下降|降低|变多|变少)了?(?:吗|么|没有?|吧|对)")
SINCE = late(r"同比|[比较](?:上年|上一?年度?|去年|前一年|(?:19|20)\d{2}年)")
CHANGED = late(
    "增加|增长|增多|增速|增幅|涨幅|上升|提高|减少|下降|降低|降幅|[多少高低]了|[多少](?=[几\\d一二三四五六七八九十]+)"
)


def is_compared(reading: Reading) -> bool:
    """A比B, or A和B哪个多."""
    two = len(reading.sides()) == 2 and "degree" in reading.operators
    over = len(reading.places) == 2 and bool(reading.operators & set(THRESHOLDS))
    return computes("compare")(reading) or over or (two and bool(reading.asks & {"which"}))


def is_compared_why(reading: Reading) -> bool:
    """为什么A比B多: why one side is more than the other."""
    return "why" in reading.asks and is_compared(reading)


def because(claim: Callable[[Reading], Query]) -> Callable[[Reading], Query]:
    """A production: why something is so, which first has to be so."""
    return lambda reading: replace(claim(reading), operator="premise")


def is_compared_filter(reading: Reading) -> bool:
    """比佛冈县少的县(市、区), 超过英德的有几个: members against a member."""
    asked = bool(reading.asks & {"list", "which"}) or bool(HOW_MANY.search(reading.text))
    bounded = computes(*THRESHOLDS)(reading) and not reading.numbers
    over = computes("compare")(reading) or bounded
    return len(reading.places) == 1 and asked and over and not reading.is_yes_no


def against_member(reading: Reading) -> Query:
    """A production: the members that stand above, below or within a distance of one member."""
    made = computed("filter")(reading)
    member = reading.places[0]
    rest = tuple(m for m in reading.content if m is not member)
    against = replace(
        made,
        base=reading.select(rest),
        selections=(reading.select((*rest, member)),),
        places_only=True,
    )
    if made.numbers:
        near = made.comparison == "at_most" and DISTANCE.search(reading.text)
        return replace(against, comparison="within" if near else "")
    if made.comparison in ("at_least", "at_most", "more", "less"):
        return against
    below = bool(FEWER.search(reading.text.replace("多少", "")))
    return replace(against, comparison="less" if below else "more")


def is_change_claimed(reading: Reading) -> bool:
    """比上年少了四十九条,对不对; 申请同比减少了吗."""
    before = any("relative_year" in m.kinds() for m in reading.mentions)
    before = before or bool(SINCE.search(reading.text) or GREW.search(reading.text))
    return before and bool(CHANGED.search(reading.text)) and reading.is_yes_no
