"""What stands around a question and asks nothing: 写稿需要核实：…, 我在佛冈打工，….

Such a clause is set aside, and the answer says so. It holds no number, no word that asks,
computes, bounds or denies, and nothing of what a report could be asked about, but where the person
speaks of himself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.grammar.chart import Edge
from assistant.grammar.words import Closed
from assistant.model import Mention

MARKS = "，,。？?！!；;：:～~…"
# Categories of words that ask, compute, bound or deny.
FIRM = frozenset(
    {"NUM", "HOWMANY", "PCTASK", "WHICH", "WHICHMANY", "CMP", "CMPPOST", "SUP", "NTH", "TOP", "THAN", "EXCEPT",
     "NOT", "ONLY", "IF", "ISQ", "YN", "ALL", "SHARE", "SHAREN", "MEAN", "TIMES", "GROW", "SHRINK", "RATIO",
     "MEDIAN", "PERTIME", "PERHEAD", "POSASK"}
)  # fmt: skip
NAMED = frozenset({"place", "organ", "channel", "card_place", "year"})
# What ends where the whole of something is named, and nothing is asked yet (申请答复中).
WITHIN = re.compile("(?:里面?|[之当]?中|内|方面)[，,]?$")
DENYING = frozenset({"NOT", "YN", "ONLY", "ALL", "TIMES", "THAN", "SHRINK", "GROW", "IF"})
# What a word of a clause may not be that is set aside.
ASKING = frozenset(
    {"ask", "operator", "negation", "universal", "number", "year", "relative_year", "part_of_year", "period",
     "document"}
)  # fmt: skip


def asides(
    text: str, edges: Sequence[Edge], mentions: Sequence[Mention], closed: Closed
) -> Iterator[tuple[int, int]]:
    """Stretches of the text that may be the question, the longest first; the rest may be set aside."""
    bounds = [0, *(at + 1 for at, char in enumerate(text) if char in MARKS), len(text)]
    spans = [(a, b) for a, b in pairwise(dict.fromkeys(bounds)) if text[a:b].strip(MARKS + " ")]
    idle = [
        is_idle(text[a:b], [e for e in edges if a <= e.start and e.end <= b], closed)
        and not any(
            m.kinds() & ASKING for m in mentions if a <= m.start and m.end <= b and len(m.text) > 1
        )
        for a, b in spans
    ]
    count = len(spans)
    kept = [
        (first, last)
        for first in range(count)
        for last in range(count, first, -1)
        if (first, last) != (0, count) and all(idle[:first]) and all(idle[last:])
    ]
    for first, last in sorted(kept, key=lambda k: k[0] - k[1]):
        yield spans[first][0], spans[last - 1][1]


def is_idle(clause: str, edges: Sequence[Edge], closed: Closed) -> bool:
    """Does a clause ask nothing, and say nothing that a question could be about?

    One with a word that nothing here knows is of something else, whatever it denies (不会用电脑).
    """
    firm = FIRM if is_covered(clause, edges) else FIRM - DENYING
    if any(edge.category in firm for edge in edges):
        return False
    words = [edge.tree.word for edge in edges if edge.category == "F" and edge.tree.word]
    telling = [w for w in words if len(w.text) > 1 and not w.kinds() <= {"theme", "verb"}]
    if any(word.kinds() & NAMED for word in words) or WITHIN.search(clause):
        # 我在佛冈打工: the place is meant of what follows.
        return False
    if any(_speaks_of_himself(clause.strip(MARKS + " "), word) for word in closed.setting):
        return True
    return not telling and (clause.startswith(closed.beginning) or is_covered(clause, edges))


def _speaks_of_himself(clause: str, word: str) -> bool:
    """Does a clause hold such a word; one of a single character (急) only at its begin or end?"""
    return word in clause if len(word) > 1 else clause.startswith(word) or clause.endswith(word)


def is_covered(clause: str, edges: Sequence[Edge]) -> bool:
    """Is every character of it in some known word?"""
    base = min((e.start for e in edges), default=0)
    known = {at for e in edges for at in range(e.start, e.end)}
    return len(known) >= len("".join(c for c in clause if c not in MARKS + " ")) and base >= 0
