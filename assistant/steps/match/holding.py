"""Each fact held against a selection: what it leaves over, what it adds, how weakly it accounts for the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.index import Entry, Index, Key
from assistant.index.concepts import GENERAL, THEME
from assistant.lexicon import ANY, LABEL
from assistant.model import Candidate, Figure, Mention, Selection, Sense
from assistant.steps.facets import another_facet
from assistant.steps.match.counted import not_counted
from assistant.steps.match.explaining import best_of, explained, senses_of
from assistant.steps.match.levels import GIVEN, HEADING, INHERITED, OWN, Level
from assistant.steps.match.measures import another_measure, change_unsaid, tells_change
from assistant.steps.match.times import another_time
from assistant.steps.match.topics import nothing_meant
from assistant.steps.match.units import Units
from assistant.steps.match.unsaid import (
    applied_for,
    body_unsaid,
    kind_unsaid,
    level_unsaid,
    one_of_many,
    other_application,
    other_places,
    owner_unsaid,
    row_unsaid,
)
from assistant.steps.verbatim import VERBATIM

MANY = 2
YEARLY = ("同比",)
# What is taken over from the year before, or left to the next, is no figure of the year itself.
CARRIED = frozenset({"上年结转", "结转下年"})


def match(
    selection: Selection,
    entries: Iterable[Entry],
    index: Index,
    units: Units,
    held: dict[str, Candidate] | None = None,
) -> list[Candidate]:
    """Every entry held against the selection, the fitting and the unfitting.

    `held` are the figures that were held against it before, by their ids, and those that now are.
    """
    known = [
        (m, senses_of(m), "frame" in m.kinds(), explained(m, index)) for m in selection.mentions
    ]
    places, themes = other_places(selection), applied_for(selection)
    before = {} if held is None else held
    found: list[Candidate] = []
    for entry in entries:
        candidate = before.get(entry.fact.id)
        if candidate is None:
            candidate = _hold(selection, known, places, themes, entry, index, units)
            if isinstance(entry.fact, Figure):
                # A statement's id may be that of the passage that begins with it.
                before[entry.fact.id] = candidate
        found.append(candidate)
    return found


def is_carried(figure: Figure, index: Index) -> bool:
    """Is it taken over from the year before, or left to the next?"""
    entry = index.of(figure.id)
    return entry is not None and bool(entry.own & CARRIED)


def hold(selection: Selection, entry: Entry, index: Index, units: Units) -> Candidate:
    """One entry held against the selection."""
    [held] = match(selection, (entry,), index, units)
    return held


# A mention with its senses, whether it only helps to choose, and what is known of it.
Known = Sequence[tuple[Mention, tuple[Sense, ...], bool, dict[Key, Level]]]


def _hold(
    selection: Selection,
    known: Known,
    places: Sequence[Mention],
    themes: list[Mention],
    entry: Entry,
    index: Index,
    units: Units,
) -> Candidate:
    """One entry: what it leaves over, what it adds, how weakly it accounts for the rest."""
    left, weak, near, mentioned = [], 0, 0, set()
    owned: set[int] = set()
    key = entry.key()
    for mention, senses, helps, table in known:
        if key not in table:
            table[key] = best_of(mention, senses, entry, index)
        best = table[key]
        if best is None:
            if not helps:
                left.append(mention)
            continue
        level, sense = best
        if sense.atoms == YEARLY and level != OWN and not tells_change(entry.fact):
            # 比上年多了百分之多少: what stands beside a change is none itself.
            left.append(mention)
        if not helps:
            if sense.kind not in ("year", "card_place", "whole"):
                weak += {HEADING: 1, GIVEN: MANY}.get(level, 0)
            near += sense.near
        if level == OWN and "card_place" not in mention.kinds():
            # Whose report it is tells no figure of it from another.
            owned.add(mention.start)
        if level <= INHERITED:
            said = entry.own | entry.context if sense.tag == ANY else frozenset(sense.atoms)
            mentioned |= (set(sense.atoms) & said) or {THEME}
            if sense.tag in (VERBATIM, LABEL):
                mentioned |= {atom for atom in entry.own if atom in sense.atoms[0]}
    left += one_of_many(selection, entry, mentioned)
    left += owner_unsaid(selection, entry, mentioned)
    left += other_application(themes, selection, entry, index) if themes else []
    left += body_unsaid(places, entry.fact, mentioned, index) if places else []
    if isinstance(entry.fact, Figure):
        left += level_unsaid(selection, entry, index)
        left += kind_unsaid(selection, entry, mentioned)
        left += row_unsaid(selection, entry, mentioned)
        left += change_unsaid(selection, entry.fact)
        left += another_measure(selection, entry.fact, units, index)
        left += another_time(selection, entry.fact, index.report.year)
        left += list(selection.required()) if another_facet(selection, entry, index) else []
        left += list(selection.required()) if entry.own & CARRIED - mentioned else []
        left += not_counted(selection, entry, mentioned, units, index)
        left += nothing_meant(selection, entry, mentioned, units, index)
    # What tells a part from its whole is never too general to count (市政府349件).
    part = isinstance(entry.fact, Figure) and bool(entry.fact.part_of)
    added = entry.own - mentioned - (frozenset() if part else GENERAL)
    if not mentioned and any(
        m.kinds() - {"year", "card_place", "whole"} for m in selection.mentions
    ):
        weak += MANY
    left_over = tuple({(m.start, m.end): m for m in left}.values())
    return Candidate(entry.fact, left_over, added, weak, near, len(owned), frozenset(owned))
