"""One row of names, one row of numbers: A、B、C分别为1件、2件、3件."""

from __future__ import annotations

import re

from assistant.compiler.clauses import core
from assistant.compiler.outline import Span
from assistant.compiler.prose import Prose
from assistant.compiler.quantities import Quantity

RESPECTIVELY = re.compile("(?:分别|依次)")
NAMES = re.compile("[、和及与]")


def distributed(
    prose: Prose, sentence: Span, clause: Span, inside: list[Quantity]
) -> list[Span] | None:
    """The name that goes with each number of the clause, where 分别 gives them in order."""
    mark = RESPECTIVELY.search(prose.text, clause[0], inside[0].start)
    if mark is None or len(inside) < 2:
        return None
    names = _names(prose, core(prose, (clause[0], mark.start())), len(inside))
    earlier = [c for c in prose.outline.clauses[sentence] if c[1] <= clause[0]]
    if names is None and earlier:
        names = _names(prose, core(prose, earlier[-1]), len(inside))
    return names


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
