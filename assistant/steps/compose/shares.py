"""A part over its whole: 市级占全市百分之几, 在归集总数中的比重."""

from __future__ import annotations

from dataclasses import replace

from assistant.late import late
from assistant.model import Query, Selection, Sense
from assistant.steps.compose.query import computed
from assistant.steps.compose.words import computes
from assistant.steps.reading import Reading, is_content
from assistant.steps.reading.sides import WITHIN
from assistant.steps.verbatim import VERBATIM

# 市级文件在归集总数中的比重: a share in other words.
AMONG = late("在(?=.+[中里]的?(?:比重|比例|占比|百分比|份额))")
# Behind 占 these name the whole.
CUMULATED = frozenset({"累计", "累积"})
# Verbs that only tie a part to what it is about (申请中涉及土地征收的).
LINKING = frozenset({"涉及", "涉及到", "有关", "事关"})


def is_share(reading: Reading) -> bool:
    """市级占全市百分之几: a share, and no number of things."""
    counted = "number" in reading.asks and reading.unit not in ("", "%")
    among = "percent" in reading.asks and bool(AMONG.search(reading.text))
    return (computes("share")(reading) or among) and not counted


def is_share_wanted(reading: Reading) -> bool:
    """换成百分比: a share of the whole."""
    return computes("convert")(reading) and "percent" in reading.asks


def shared(reading: Reading) -> Query:
    """A production: what stands before 占 over the whole, which what stands behind it must name."""
    made = computed("share")(reading)
    at = next((m.start for m in reading.mentions if m.text.startswith("占")), len(reading.text))
    among = AMONG.search(reading.text)
    if among and at == len(reading.text):
        at = among.start()
    if not any(is_content(m) and m.start > at for m in reading.mentions):
        at = len(reading.text)
    before = tuple(m for m in reading.mentions if m.start < at and m.text not in LINKING)
    left = Reading(reading.text, before)
    right = tuple(
        replace(m, senses=(Sense("word", (m.text,), tag=VERBATIM),)) if m.text in CUMULATED else m
        for m in reading.mentions
        if m.start > at and (m in reading.content or m.text in CUMULATED)
    )
    numerator = tuple(replace(s, unit="") for s in left.sides())
    inside = max((m.end for m in left.mentions if m.text in WITHIN), default=0)
    inner = tuple(m for m in left.content if m.start >= inside) if inside else ()
    if not any("frame" not in m.kinds() for m in right) and inner:
        right = tuple(m for m in left.content if m.start < inside)
    else:
        inner = ()
    return replace(
        made,
        selections=numerator or made.selections,
        base=replace(reading.select(left.content), unit=""),
        right=Selection(right),
        inner=Selection(inner),
        classes=left.classes,
    )
