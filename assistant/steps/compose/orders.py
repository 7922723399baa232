"""Members in an order, and which of them is wanted: 最多的是哪个县, 英德排第几."""

from __future__ import annotations

from dataclasses import replace

from assistant.late import late
from assistant.model import Query
from assistant.steps.compose.query import computed
from assistant.steps.compose.words import computes
from assistant.steps.reading import Reading

FEWER = late("[少低小](?!于)")


def is_ranked(reading: Reading) -> bool:
    """最多的是哪个, 英德排第几, 前三名: an order of members is wanted."""
    ordered = computes("max", "min", "position", "descending", "ascending")(reading)
    top = reading.top[0] and (reading.classes or "which" in reading.asks)
    superlative = (
        "degree" in reading.operators and bool(reading.classes) and "which" in reading.asks
    )
    return ordered or superlative or bool(reading.nth[0]) or bool(top)


def ranked(reading: Reading) -> Query:
    """A production: an order of members, and which of them is wanted."""
    made = computed("rank")(reading)
    nth, from_top, said = reading.nth
    limit, first = reading.top
    tags = reading.operators
    fewer = "degree" in tags and not tags & {"max", "min"} and FEWER.search(reading.text)
    ascending = bool(tags & {"ascending", "min"} or fewer) or not from_top or not first
    if "position" in tags:
        order = "position"
    elif tags & {"max", "min", "degree"} or nth or limit:
        order = "min" if ascending else "max"
    else:
        order = "ascending" if ascending else "descending"
    claims = order in ("max", "min") and (reading.is_yes_no or "why" in reading.asks)
    member = reading.places[:1] if order == "position" or claims else ()
    base = tuple(m for m in reading.content if m not in member)
    return replace(
        made,
        order=order,
        nth=0 if limit else nth,
        nth_text=said,
        limit=limit,
        member=member[0] if member else None,
        base=reading.select(base),
        selections=made.selections if order != "position" else (reading.select(base),),
    )


def is_ranked_why(reading: Reading) -> bool:
    """为什么阳山最多: why a member is the first or the last."""
    picked = reading.asks & {"which", "list"}
    return "why" in reading.asks and not picked and is_ranked(reading)
