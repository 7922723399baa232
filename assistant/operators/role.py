"""Role: 向谁移交文件 → 区档案馆; what fills the role that is asked, in the one clause that accounts for every word.

The verb beside the question word has to stand beside what fills the role: 由谁起草 is not answered by who 印发.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.language.roles import Asked, Roles
from assistant.model import Candidate, Finding, Mention, Query, Sense, Span
from assistant.operators.evidence import forms
from assistant.operators.ground import Ground
from assistant.operators.passages import clauses, sentences
from assistant.operators.statement import closeness, counts_others, states_numbers
from assistant.steps.verbatim import compact

DOING = frozenset({"action", "verb", "word", "measure"})
DENYING = ("未", "不", "没", "无")
# Who holds an office is told beside its name, whatever verb says so.
HOLDING = frozenset({"担任", "当", "任", "出任", "兼任"})
# What is only planned, and what asks of what is done: 在哪里设置了.
PLANNED, DONE = re.compile("将|拟|计划|今后|力争|打算"), ("了", "过")


def run(mentions: Sequence[Mention], query: Query, ground: Ground, roles: Roles) -> Finding | None:
    """The clause that fills the role; None where none is asked for, or several sentences fill it."""
    asked = roles.asked(query.text)
    verb = _verb(asked, mentions) if asked else None
    if asked is None or verb is None or query.negated or not query.base.meant():
        return None
    found = {
        span
        for candidate in _fitting(asked, query, ground)
        if (span := _told(asked, verb, query, candidate, ground, roles)) is not None
    }
    if len(found) != 1:
        return None
    return Finding("answered", "statement", facts=(Span(*found.pop()),))


def read_whole(mentions: Sequence[Mention], query: Query, roles: Roles) -> tuple[Mention, ...]:
    """The mentions with what asks for the role as one word: 单位 in 哪些单位 is of what is sought."""
    asked = roles.asked(query.text)
    if asked is None:
        return tuple(mentions)
    kept = [m for m in mentions if m.end <= asked.start or m.start >= asked.end]
    word = query.text[asked.start : asked.end]
    one = Mention(asked.start, asked.end, word, (Sense("ask", tag=query.ask),))
    return tuple(sorted([*kept, one], key=lambda m: m.start))


def _fitting(asked: Asked, query: Query, ground: Ground) -> list[Candidate]:
    """The sentences that account for every word and number of the question, but for the noun that asks (哪些单位)."""
    mentions = query.base.mentions
    kept = tuple(m for m in mentions if m.end <= asked.start or m.start >= asked.end)
    _, fits, _ = ground.choose(replace(query.base, mentions=kept, heads=()), sentences(ground))
    stating = (c for c in fits if c.close and states_numbers(query, c.fact, ground))
    return sorted(stating, key=closeness)


def _verb(asked: Asked, mentions: Sequence[Mention]) -> Mention | None:
    """What is done: the word behind what asks, else the last one before it."""
    doing = [m for m in mentions if m.kinds() & DOING and m.text not in HOLDING]
    behind = next((m for m in doing if m.start >= asked.end), None)
    return behind or next((m for m in reversed(doing) if m.end <= asked.start), None)


def _told(
    asked: Asked,
    verb: Mention,
    query: Query,
    candidate: Candidate,
    ground: Ground,
    roles: Roles,
) -> tuple[int, int] | None:
    """The clause of a sentence that fills the role, with those before it that have words of the question."""
    source, fact = ground.index.report.source, candidate.fact
    pieces = list(clauses(source, fact.start, fact.end))
    verbs = [form for form in dict.fromkeys(forms(verb)) if len(form) > 1 or form == verb.text]
    for at, piece in enumerate(pieces):
        clause = compact(source[slice(*piece)]).partition("\n")[0]
        filled = roles.filled(asked.role, verbs, clause)
        denied = filled is not None and _denies(clause[:filled], verb, query.text)
        if filled is not None and not denied and not counts_others(query, piece, ground):
            return _begin(query, pieces[: at + 1], source), piece[1]
    return None


def _denies(before: str, verb: Mention, text: str) -> bool:
    """Is the role filled of what was not done, or is yet to be done where the question asks what was?"""
    denied = before.endswith(DENYING)
    return denied or (text.startswith(DONE, verb.end) and bool(PLANNED.search(before)))


def _begin(query: Query, pieces: Sequence[tuple[int, int]], source: str) -> int:
    """Where what is shown begins: with the first clause that has a word of the question which the last has not."""
    last = source[slice(*pieces[-1])]
    wanted = [m for m in query.base.meant() if not any(form in last for form in forms(m))]
    leading = (
        start
        for start, end in pieces
        if any(form in source[start:end] for m in wanted for form in forms(m))
    )
    return next(leading, pieces[-1][0])
