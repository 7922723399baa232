"""One row of names, one row of numbers: A、B、C分别为1件、2件、3件."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.compiler.clauses import core
from assistant.compiler.outline import Span
from assistant.compiler.prose import Prose
from assistant.compiler.quantity import Quantity

RESPECTIVELY = re.compile("(?:分别|依次)")
NAMES = re.compile("[、和及与]")


@dataclass(frozen=True, slots=True)
class Shares:
    """The name that goes with each number of a clause, and what is said of all of them."""

    names: tuple[Span, ...]
    common: tuple[Span, ...]


def distributed(
    prose: Prose, sentence: Span, clause: Span, inside: list[Quantity]
) -> Shares | None:
    """The names for the numbers of the clause, where 分别 gives them in order."""
    mark = RESPECTIVELY.search(prose.text, clause[0], inside[0].start)
    if mark is None or len(inside) < 2:
        return None
    names = _names(prose, core(prose, (clause[0], mark.start())), len(inside))
    earlier = [c for c in prose.outline.clauses[sentence] if c[1] <= clause[0]]
    if names is None and earlier:
        names = _names(prose, core(prose, earlier[-1]), len(inside))
    if names is None:
        return None
    last, rest = _cut_like(prose, names[-1], names[-2])
    said = core(prose, (mark.end(), inside[0].start))
    return Shares((*names[:-1], last), tuple(s for s in (rest, said) if s[0] < s[1]))


def _cut_like(prose: Prose, last: Span, other: Span) -> tuple[Span, Span]:
    """The last name ends as the one before it does; what follows is said of all (市人社局公开数量)."""
    ending = prose.text[other[1] - 1]
    at = prose.text.find(ending, last[0], last[1])
    end = at + 1 if at > last[0] else last[1]
    return (last[0], end), (end, last[1])


def _names(prose: Prose, span: Span, count: int) -> list[Span] | None:
    """The last `count` members of a row of names; the verb after the last is not of its name."""
    text = prose.cut(span)
    pieces: list[Span] = []
    at = span[0]
    for mark in [*NAMES.finditer(text), None]:
        end = span[0] + mark.start() if mark else span[1]
        if at < end:
            pieces.append((at, end))
        at = span[0] + mark.end() if mark else end
    return pieces[-count:] if len(pieces) == count else None
