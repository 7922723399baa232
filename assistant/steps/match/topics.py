"""What every report is about: it says which fact no more than it says which report."""

from __future__ import annotations

from assistant.index import Entry, Index
from assistant.index.concepts import THEME
from assistant.model import Figure, Mention, Selection
from assistant.steps.match.times import other_year
from assistant.steps.match.units import Units

# What every report is about: it says which fact no more than it says which report.
TOPIC = frozenset({THEME, "公开", "政府"})
PROACTIVE = "主动公开"


def is_telling(selection: Selection) -> bool:
    """Does a word say which fact is meant, beyond what every report is about?"""
    return any(not is_topical(m) for m in selection.meant())


def is_topical(mention: Mention) -> bool:
    """Does a word say no more than what every report is about?"""
    exact = [set(s.atoms) for s in mention.senses if s.atoms and not s.near]
    return "theme" in mention.kinds() or any(atoms <= TOPIC | {"信息"} for atoms in exact)


def nothing_meant(
    selection: Selection, entry: Entry, mentioned: set[str], units: Units, index: Index
) -> list[Mention]:
    """With no word of the figure in the question, only a telling measure word may point to it.

    What all reports are about, or a heading alone, points only to a figure that says no more itself.
    """
    fact = entry.fact
    assert isinstance(fact, Figure)
    if mentioned - TOPIC or other_year(fact, index.report.year):
        return []
    specific = units.is_specific(selection.unit)
    named = specific and THEME in mentioned & entry.own
    if selection.meant() and entry.says() - TOPIC - {PROACTIVE, "信息"} and not named:
        return list(selection.required())
    if mentioned - {THEME} or (fact.kind != "zero" and (specific or mentioned)):
        return []
    return list(selection.mentions)
