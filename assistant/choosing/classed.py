"""Which members of a breakdown are of the classes that a description names: counties, districts, organs, any."""

from __future__ import annotations

from assistant.index import Entry, Index
from assistant.late import late
from assistant.model import Figure
from assistant.naming import TOTALS, plain_label
from assistant.operators.divided import are_organs
from assistant.operators.series import Series
from assistant.places import suffix
from assistant.queries.tree import Phrase

# 全市 is a whole, and no member beside others.
WHOLE_PLACE = late("全[省市县区镇乡州盟旗局系统]{1,2}")


def classed(phrase: Phrase, series: Series, index: Index) -> list[Entry]:
    """The members of the classes that are named; where an order is asked, places before what is none."""
    kinds = phrase.classes
    members = [e for e in series.members if not _is_total(e)]
    if kinds == "all":
        return members
    if kinds == "place" and phrase.sort:
        # 各地从多到少: all that the report lists, 市级 as well.
        return members
    if kinds in ("", "any"):
        peers = [e for e in members if suffix(_where(e))]
        return peers if peers and (phrase.order or phrase.each) and not phrase.excluded else members
    if kinds == "place":
        return [e for e in members if suffix(_where(e))]
    if kinds == "organ":
        return list(members) if are_organs(series.only(members), index) else []
    return [e for e in members if suffix(_where(e)) and suffix(_where(e)) in kinds]


def _where(entry: Entry) -> str:
    return entry.fact.where if isinstance(entry.fact, Figure) else ""


def _is_total(entry: Entry) -> bool:
    fact = entry.fact
    label = fact.row[-1] if isinstance(fact, Figure) and fact.row else ""
    return plain_label(label) in TOTALS or bool(WHOLE_PLACE.fullmatch(_where(entry)))
