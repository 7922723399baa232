"""A figure of another kind than is asked: a second measure, how much something grew, a share of something else."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.index import Index
from assistant.index.concepts import CONTENT
from assistant.late import late
from assistant.model import Figure, Mention, Selection, Statement
from assistant.steps.match.explaining import REMEMBERED
from assistant.steps.match.units import Units
from assistant.steps.verbatim import compact

# What a figure is that only says how much something grew or shrank; and the words that ask for it.
CHANGE = late("(?:[较比]|同比|环比).*(?:增[加长多]|减少|下降|上升|提高|降低|[多少])了?$")
CHANGED = late("[增减多少升降涨跌变高低]|同比|环比")
# What counts kinds of things, and not the things.
KINDS = frozenset({"类", "种", "样", "方面"})
# What names no part of a whole by itself.
IDLE = frozenset({"frame", "theme", "year", "card_place", "whole"})


def is_second(figure: Figure) -> bool:
    """Is it the second measure of what is named before it: 18.6公里 of 石桥镇5个、18.6公里?"""
    before = figure.quote[: figure.number[0] - figure.start]
    return bool(figure.who and not figure.what and re.search(r"\d", before))


def tells_change(fact: Figure | Statement) -> bool:
    """增长8.1%, behind 比2015年增加240条: a change itself, of what stands before it."""
    return isinstance(fact, Figure) and fact.unit == "%" and bool(CHANGED.match(fact.what))


def change_unsaid(selection: Selection, fact: Figure) -> list[Mention]:
    """较2016年增加4106条 is how much it grew, and no amount."""
    if not _is_change(fact.what) or any(CHANGED.search(m.text) for m in selection.mentions):
        return []
    return list(selection.required())


@lru_cache(maxsize=REMEMBERED)
def _is_change(what: str) -> bool:
    """Do these words of a figure say how much it grew or shrank?"""
    return CHANGE.search(compact(what)) is not None


def another_measure(
    selection: Selection, fact: Figure, units: Units, index: Index
) -> list[Mention]:
    """The second measure of a thing answers only in its measure word, a share only of what it is of."""
    second = is_second(fact) and not units.fits_only(selection.unit, fact.unit)
    # 2类案件 is how many kinds there are, and no number of cases.
    kinds = fact.unit in KINDS and not selection.unit
    other = second or kinds or _share_of_another(selection, fact, index)
    return list(selection.required()) if other else []


def _share_of_another(selection: Selection, fact: Figure, index: Index) -> bool:
    """占7.9% is of what stands before it (机构职能类信息161条): no word of the question names that.

    47%来自海外 is a share of what it inherits as well, and no amount of it.
    """
    if fact.kind != "percent" or fact.what not in ("", "占") or not fact.inherits:
        return False
    behind = compact(index.report.source[fact.number[1] : fact.end])
    if not fact.what and any(len(m.text) > 1 and m.text in behind for m in selection.meant()):
        return False
    if not selection.unit:
        # 为民办实事类有多少 asks for no share.
        return True
    subject = compact(index.report.source[slice(*fact.inherits[0])])
    named = (m for m in selection.mentions if not m.kinds() <= IDLE)
    return not any(w in subject for m in named for w in (m.text, *_own_atoms(m)))


def _own_atoms(mention: Mention) -> tuple[str, ...]:
    return tuple(a for s in mention.senses if s.kind in CONTENT for a in s.atoms)
