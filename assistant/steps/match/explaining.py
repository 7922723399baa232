"""How well a fact accounts for a mention, by the best of its senses; worked out once for each word of a report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from assistant.index import Entry, Index, Key
from assistant.index.concepts import CONTENT
from assistant.model import Mention, Sense
from assistant.steps.match.accounting import account_of
from assistant.steps.match.levels import HEADING, Level

# Under what key all figures stand that account for a mention; no fact has it for an id.
ALL = ""
ACTS = frozenset({"action", "verb"})
# Of how many words a report remembers which of its facts account for them.
REMEMBERED = 4096


def senses_of(mention: Mention) -> tuple[Sense, ...]:
    """Its senses; a word that only loosely names a concept stands for itself as well."""
    content = [s for s in mention.senses if s.atoms and s.kind in CONTENT]
    if not content:
        return mention.senses
    said = (mention.read or mention.text).removesuffix("的")
    exact = not all(s.near for s in content)
    if exact and (len(said) < 2 or not {s.kind for s in content} <= ACTS):
        return mention.senses
    return (*mention.senses, Sense("word", (said,), near=exact))


def explain(mention: Mention, entry: Entry, index: Index) -> Level:
    """How well a fact accounts for a mention, and by which sense; None where it does not."""
    known, key = explained(mention, index), entry.key()
    if key not in known:
        known[key] = best_of(mention, senses_of(mention), entry, index)
    return known[key]


def explained(mention: Mention, index: Index) -> dict[Key, Level]:
    """What is known of how the facts and passages of a report account for a mention."""
    tables: dict[object, dict[Key, Level]] = index.made.setdefault("explained", {})
    key = (mention.text, mention.read, mention.senses)
    found = tables.get(key)
    if found is None:
        if len(tables) >= REMEMBERED:
            tables.clear()
        tables[key] = found = {}
    return found


def explaining(mention: Mention, index: Index) -> frozenset[str]:
    """The ids of the figures that account for a mention."""
    known: Any = explained(mention, index)
    if ALL not in known:
        senses = senses_of(mention)
        for entry in index.figures():
            if entry.fact.id not in known:
                known[entry.fact.id] = best_of(mention, senses, entry, index)
        known[ALL] = frozenset(e.fact.id for e in index.figures() if known[e.fact.id] is not None)
    found: frozenset[str] = known[ALL]
    return found


def best_of(mention: Mention, senses: Iterable[Sense], entry: Entry, index: Index) -> Level:
    """The best of the senses by which a fact accounts for a mention, and how well."""
    best: Level = None
    least: tuple[bool, bool, int] | None = None
    for sense in senses:
        level = account_of(mention, sense, entry, index)
        if level is None:
            continue
        # A loose name in the fact's own words says more than an exact one in a heading.
        rank = (level >= HEADING, sense.near, level)
        if least is None or rank < least:
            best, least = (level, sense), rank
    return best
