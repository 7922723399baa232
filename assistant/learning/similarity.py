"""How near an unknown word is to a known name, from 0 to 100; what is not near enough is never proposed.

Three grounds, of which the best counts: it is written or said alike; the two stand among words of one matter
(`knowledge/related.txt`); or it alone is what the report counts in the measure word that the question asks by.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from assistant.knowledge import Knowledge
from assistant.language.related import Related

LEAST = 60
# What it is worth that two words speak of one matter, and that they are counted in the same measure word.
OF_ONE_MATTER, COUNTED_ALIKE = 90, 60


@dataclass(frozen=True, slots=True)
class Likeness:
    """How near, and by which ground: `written`, `matter` or `unit`, which is then in `unit`."""

    percent: int
    ground: str = "written"
    unit: str = ""


def likeness(
    word: str, names: Iterable[str], related: Related, units: Iterable[str] = ()
) -> Likeness:
    """How near the word is to what has these names; `units` are those that both are counted in."""
    others = [(name, other) for name in names for other in (name, *related.others(name))]
    found = [_written(word, name, other) for name, other in others]
    found += [Likeness(COUNTED_ALIKE, "unit", unit) for unit in units]
    return max(found, key=lambda one: one.percent, default=Likeness(0))


def _written(word: str, name: str, other: str) -> Likeness:
    if name == other:
        return Likeness(alike(word, name))
    return Likeness(alike(word, other) * OF_ONE_MATTER // 100, "matter")


@cache
def alike(word: str, name: str) -> int:
    """How like two names are written, or said (in pinyin without tones), from 0 to 100.

    >>> alike("吹风会", "发布会"), alike("新文发布会", "新闻发布会")
    (33, 100)
    """
    from rapidfuzz.fuzz import ratio

    return round(max(ratio(word, name), ratio(_said(word), _said(name))))


@cache
def _said(name: str) -> tuple[str, ...]:
    from assistant.language.pinyin import common

    return tuple(map(common, name))


def telling_units(text: str, known: Knowledge) -> Mapping[str, str]:
    """The measure words that the text asks by and one thing alone in these reports is counted in: its atom, by unit."""
    asking = [n for n, senses in known.terms.items() if any(s.kind == "ask" for s in senses)]
    heads: dict[str, set[str]] = defaultdict(set)
    for index in known.indexes:
        for entry in index.figures():
            heads[getattr(entry.fact, "unit", "")] |= entry.heads
    return {
        unit: next(iter(atoms))
        for unit, atoms in heads.items()
        if unit
        and unit not in known.general_units
        and len(atoms) == 1
        and any(f"{ask}{unit}" in text for ask in asking)
    }
