"""Kinds of a breakdown in short: 科教文卫类 for 科教文体卫生类信息, 国土环保类 for 国土资源、城乡建设、环保类.

A short form takes characters of the full name in their order, from its first one; it counts only where one kind
that the report tells of can be meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from assistant.index import Index
from assistant.index.shortnames import kinds_of
from assistant.lexicon import LABEL
from assistant.model import Mention, Sense

SHORTEST, LONGEST = 3, 10
KIND = "类"
# What no short form holds: words that ask, count or compute.
OUTSIDE = frozenset({"ask", "number", "unit", "operator", "negation", "year"})


def contracted(
    text: str, mentions: Sequence[Mention], indexes: Iterable[Index]
) -> Iterator[Mention]:
    """The short forms in a question, each with the one kind that it is short for."""
    if KIND not in text:
        return
    kinds = frozenset(kind for index in indexes for kind in _kinds_at(index))
    begins = [m.start for m in mentions]
    end = 0
    for at in (at for at, char in enumerate(text) if char == KIND):
        for start in (b for b in begins if end <= b and SHORTEST <= at - b <= LONGEST):
            meant = _meant(text[start:at], kinds)
            inside = [m for m in mentions if start <= m.start and m.end <= at]
            if len(meant) == 1 and not any(m.kinds() & OUTSIDE for m in inside):
                sense = Sense("word", (meant[0],), tag=LABEL)
                yield Mention(start, at + 1, text[start : at + 1], (sense,), read=meant[0])
                break
        end = at + 1


def _kinds_at(index: Index) -> tuple[str, ...]:
    """The kinds that a report tells of, found when they are first needed."""
    if "kinds" not in index.made:
        index.made["kinds"] = kinds_of(index.report)
    found: tuple[str, ...] = index.made["kinds"]
    return found


def _meant(written: str, kinds: Iterable[str]) -> list[str]:
    """The kinds that this may be short for; none where one is called so."""
    if any(written in kind for kind in kinds):
        return []
    return [kind for kind in kinds if _shortens(written, kind.rpartition(KIND)[0])]


def _shortens(written: str, name: str) -> bool:
    """Do the characters stand in the name in this order, the first of both the same?"""
    if not name or written[0] != name[0] or len(written) >= len(name):
        return False
    left = iter(name)
    return all(char in left for char in written)
