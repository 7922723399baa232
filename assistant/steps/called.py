"""Names that a report gives its figures, read whole: 平均用时 is no average, 政策、规范性文件类信息 no two things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.lexicon import LABEL
from assistant.model import Mention, Sense

# What joins the parts of one name.
JOINING = ("、", "和", "及")
# What asks, counts or tells a time is part of no name, and what only computes is none.
OUTSIDE = frozenset({"ask", "number", "year", "relative_year", "negation", "universal"})
IDLE = frozenset({"operator", "unit"})


def called(text: str, mentions: Sequence[Mention], names: frozenset[str]) -> Iterator[Mention]:
    """The longest names in a question that hold a word which would compute there, or a mark between their parts."""
    end = 0
    for at, first in enumerate(mentions):
        if first.start < end:
            continue
        for last in reversed(mentions[at:]):
            name = text[first.start : last.end]
            if name in names and _is_one(name, [m for m in mentions[at:] if m.end <= last.end]):
                yield Mention(first.start, last.end, name, (Sense("word", (name,), tag=LABEL),))
                end = last.end
                break


def _is_one(name: str, inside: Sequence[Mention]) -> bool:
    """Would the words of a name compute, or be told apart, and is it more than these words?"""
    kinds = [m.kinds() for m in inside]
    if any(k & OUTSIDE for k in kinds) or all(k and k <= IDLE for k in kinds):
        return False
    return any("operator" in k for k in kinds) or any(mark in name for mark in JOINING)
