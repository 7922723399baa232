"""What stands around a question and asks nothing: 写稿需要核实：…, 我在佛冈打工，….

Such a clause is set aside, and the answer says so. It holds no number, no word that asks,
computes, bounds or denies, and nothing of what a report could be asked about, but where the person
speaks of himself. A place in it is that of 这边, 我们那, 咱们区 in the question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.grammar.chart.parts import Edge
from assistant.grammar.words import Closed
from assistant.index.concepts import CONTENT
from assistant.language.speakers import Speakers
from assistant.late import late
from assistant.model import Mention
from assistant.steps.reading.units import implied_unit

MARKS = "，,。？?！!；;：:～~…"
# Categories of words that ask, compute, bound or deny.
FIRM = frozenset(
    {"NUM", "HOWMANY", "PCTASK", "WHICH", "WHICHMANY", "CMP", "CMPPOST", "SUP", "NTH", "TOP", "THAN", "EXCEPT",
     "NOT", "ONLY", "IF", "ISQ", "YN", "ALL", "SHARE", "SHAREN", "MEAN", "TIMES", "GROW", "SHRINK", "RATIO",
     "MEDIAN", "PERTIME", "PERHEAD", "POSASK"}
)  # fmt: skip
NAMED = frozenset({"place", "organ", "channel", "card_place", "year"})
# What ends where the whole of something is named, and nothing is asked yet (申请答复中).
WITHIN = late("(?:里面?|[之当]?中|内|方面)[，,]?$")
DENYING = frozenset({"NOT", "YN", "ONLY", "ALL", "TIMES", "THAN", "SHRINK", "GROW", "IF"})
# What a word of a clause may not be that is set aside.
ASKING = frozenset(
    {"ask", "operator", "negation", "universal", "number", "year", "relative_year", "part_of_year", "period",
     "document"}
)  # fmt: skip
# What a clause that a person says of himself may not hold either.
BINDING = frozenset({"ask", "number", "document"})
# Where a story ends, who tells it, and what says what is asked.
NARROWED = late(
    "不是.*的$|不算|不含|不包|除[了去开]|只[看要问说算查]|光看|单看|排除|去掉|扣除|我[问说指要看]的"
)
STORY_END = late("[。！!；;]\\s*")
PERSONS = ("我", "咱", "俺")
# What ends a title over a question, how long one is, and what it may not name: things of the report, what asks.
TITLING, TITLE = (":", "："), 10
RESTRICTING = frozenset(
    {"measure", "number", "unit", "ask", "negation", "document", "relative_year", "part_of_year", "period", "whole"}
)  # fmt: skip
SPEAKING = frozenset("问说知查解指要")
# What may say of what it is asked, and of what not: 我只看县的, 不算市级.
SCOPED = late("不是|不算|不含|不包|不要|除|只|仅|光看|单|排除|去掉|扣|限|我问|我说|我指|按")
MANY = 2
# Of so many clauses, a text is no question with its background.
LONGEST = 8


@dataclass(frozen=True, slots=True)
class Kept:
    """A stretch of a text that may be the question, and the place that the rest lends it."""

    start: int
    end: int
    place: str = ""


def asides(
    text: str,
    edges: Sequence[Edge],
    mentions: Sequence[Mention],
    closed: Closed,
    speakers: Speakers,
) -> Iterator[Kept]:
    """Stretches of the text that may be the question, the longest first; the rest may be set aside."""
    opened = max((len(w) for w in closed.asking if text.startswith(w)), default=0)
    ends = {opened, *(at + 1 for at in range(len(text)) if _parts(text, at))}
    bounds = [0, *sorted(ends), len(text)]
    spans = [(a, b) for a, b in pairwise(dict.fromkeys(bounds)) if text[a:b].strip(MARKS + " ")]
    if len(spans) > LONGEST:
        return
    clauses = [_clause(text, a, b, edges, mentions) for a, b in spans]
    count = len(spans)
    for size in range(count - 1, 0, -1):
        for first in range(count - size + 1):
            rest = clauses[:first] + clauses[first + size :]
            start, end = spans[first][0], spans[first + size - 1][1]
            here = any(word in text[start:end] for word in closed.here)
            meant = _points_back(text[start:end], closed)
            told = [c for c in rest if meant or not speakers.is_idle(c.text)]
            if all(_is_idle(clause, closed, here, meant) for clause in told):
                lent = {m.text for c in rest for m in c.mentions if "place" in m.kinds()}
                if len(lent) < MANY:
                    yield Kept(start, end, "".join(lent))


def behind_story(text: str, mentions: Sequence[Mention], closed: Closed) -> int:
    """Where the question begins behind a story that somebody tells of himself; 0 where there is none.

    A story ends with a full stop, asks nothing, says nothing of what is asked (我说的是…, 只看…), and names no place,
    organ or year that the question does not name itself; and the question points back at nothing in it.
    """
    ends = [m.end() for m in STORY_END.finditer(text) if text[m.end() :].strip(MARKS + " ")]
    at = ends[-1] if ends else 0
    head, asked = text[:at], text[at:]
    before = [m for m in mentions if m.end <= at]
    himself = any(word in head for word in (*closed.occasion, *PERSONS))
    says = any(word in head for word in closed.beside if set(word) & SPEAKING)
    says = says or SCOPED.search(head) is not None
    asks = any(m.kinds() & {"ask", "year", "document"} for m in before)
    named = (m.text for m in before if m.kinds() & (NAMED | {"whole"}))
    alone = all(name in asked for name in named) and not _points_back(asked, closed)
    return at if himself and alone and not (says or asks) else 0


def lent(text: str, place: str, closed: Closed) -> str:
    """A question with the place that its background lends it: 这边政府的…, in 佛冈, is 佛冈政府的…."""
    here = max((word for word in closed.here if word in text), key=len, default="")
    return text.replace(here, place, 1) if here else place + text


def parted(text: str, closed: Closed) -> bool:
    """Are there several clauses, or one that somebody puts (客户问…)?"""
    return text.startswith(closed.asking) or any(_parts(text, at) for at in range(1, len(text) - 1))


def _parts(text: str, at: int) -> bool:
    """Does a clause end here: at a mark, or at a space between two words?"""
    if text[at] in MARKS:
        return True
    beside = text[at - 1 : at] + text[at + 1 : at + 2]
    return text[at] == " " and len(beside) == MANY and not beside.isascii()


@dataclass(frozen=True, slots=True)
class _Clause:
    text: str
    edges: tuple[Edge, ...]
    mentions: tuple[Mention, ...]


def _clause(
    text: str, start: int, end: int, edges: Sequence[Edge], mentions: Sequence[Mention]
) -> _Clause:
    return _Clause(
        text[start:end],
        tuple(e for e in edges if start <= e.start and e.end <= end),
        tuple(m for m in mentions if start <= m.start and m.end <= end),
    )


def _points_back(question: str, closed: Closed) -> bool:
    """Does a question speak of the person, or of such things, that its background tells of: 发给我吗, 这种信?"""
    for word in sorted((*closed.here, *closed.beside), key=len, reverse=True):
        question = question.replace(word, "")
    # 要到现场办的那种大厅 says itself which.
    return any(
        not question[: found.start()].endswith("的")
        for word in closed.back
        for found in re.finditer(re.escape(word), question)
    )


def _is_idle(clause: _Clause, closed: Closed, here: bool, meant: bool) -> bool:
    """Does a clause ask nothing, and say nothing that a question could be about?

    One with a word that nothing here knows is of something else, whatever it denies (不会用电脑).
    `here` says that the question speaks of where the person is, `meant` of who he is or what he has.
    """
    if clause.text in closed.asking:
        return True
    firm = FIRM if is_covered(clause.text, clause.edges) else FIRM - DENYING
    binding = [e for e in clause.edges if e.category in firm and not _is_one(e)]
    if binding or WITHIN.search(clause.text) or any(map(implied_unit, clause.mentions)):
        # 我要人数 asks in what is counted.
        return False
    said = clause.text.strip(MARKS + " ")
    # 我想知道 only asks: what follows is what is asked about, and nothing that the person tells of himself.
    if NARROWED.search(said) or said in closed.bounds:
        return False
    polite = max((w for w in closed.beside if said.startswith(w)), key=len, default="")
    told = said.removeprefix(polite)
    himself = any(_speaks_of_himself(told, word, clause.mentions) for word in closed.setting)
    himself = himself or said in closed.labels or _tells_occasion(said, clause.mentions, closed)
    if _is_title(clause):
        return True
    if any(m.kinds() & ASKING and len(m.text) > 1 for m in clause.mentions if not himself):
        return False
    named = [m for m in clause.mentions if m.kinds() & NAMED]
    if named:
        # 我在佛冈打工: the place is meant of what follows.
        return (himself or here) and all("place" in m.kinds() for m in named)
    if himself and not meant:
        return not any(m.kinds() & BINDING and len(m.text) > 1 for m in clause.mentions)
    words = [e.tree.word for e in clause.edges if e.category == "F" and e.tree.word]
    telling = [w for w in words if len(w.text) > 1 and not w.kinds() <= {"theme", "verb"}]
    begins = clause.text.startswith(closed.beginning)
    # Before a space stands a keyword (卖地 公开内容), and no story.
    story = not clause.text.endswith(" ") and is_covered(clause.text, clause.edges)
    return not telling and (begins or story)


def _is_title(clause: _Clause) -> bool:
    """区域差距：, 复核：, what somebody writes above his question: short, and naming nothing that restricts it."""
    said = clause.text.rstrip(" ")
    short = said.endswith(TITLING) and len(said) <= TITLE
    kinds = [m.kinds() for m in clause.mentions]
    return short and not any(k & (NAMED | RESTRICTING) for k in kinds)


def _is_one(edge: Edge) -> bool:
    """一份材料: no number that anything is held to."""
    return edge.tree.given is not None and edge.tree.given.value == 1


def _tells_occasion(clause: str, mentions: Sequence[Mention], closed: Closed) -> bool:
    """论文核对数据, 马上截稿: why it is asked, without a word of what a report could be asked about."""
    told = [word for word in closed.occasion if word in clause]
    content = [
        m for m in mentions if m.kinds() & CONTENT and "frame" not in m.kinds() and len(m.text) > 1
    ]
    return bool(told) and not any(
        m.kinds() - {"verb"} and not any(m.text in word or word in m.text for word in told)
        for m in content
    )


def _speaks_of_himself(clause: str, word: str, mentions: Sequence[Mention]) -> bool:
    """Does a clause hold such a word; one of a single character (急) only at its begin or end, and by itself?"""
    if len(word) > 1:
        return word in clause
    inside = any(m.kinds() & CONTENT and len(m.text) > 1 and word in m.text for m in mentions)
    return (clause.startswith(word) or clause.endswith(word)) and not inside


def is_covered(clause: str, edges: Sequence[Edge]) -> bool:
    """Is every character of it in some known word?"""
    base = min((e.start for e in edges), default=0)
    known = {at for e in edges for at in range(e.start, e.end)}
    return len(known) >= len("".join(c for c in clause if c not in MARKS + " ")) and base >= 0
