"""The subject that stands on through a sentence: 便民服务中心受理6215件,办结6198件,办结率99.7% is all of the centre's.

A clause that begins with what was done, or with a rate of it, has no subject of its own.
"""

from __future__ import annotations

import re

from assistant.compiler.clauses import starts_with_verb
from assistant.compiler.outline import Span
from assistant.compiler.prose import EMPTY, Draft, Prose

RATES = ("率", "比例", "比重", "满意度")
STANDING = ("count", "money", "percent")
NAMED = re.compile("[“《「][^“”《》「」]{2,16}[”》」]")
# 8月上线, 每月组织, 到年末: when it was, and not who it was.
TIME = re.compile(
    r"(?:到|至|于|自|从)?(?:[12]\d{3}年|\d{1,2}月|\d{1,2}日|全年|当年|本年|每[年月周天日]|[上下]半年|年[初末底内])+"
    r"(?:底|份|初|末|起|内|以来)?"
)
# What is joined to a name is of it; a preposition or 的 before it makes it no subject.
NO_SUBJECT = re.compile("[的了把将对向由在以按被从与共]|通过|根据|按照")
NO_OPENING = "vpdca"
LONGEST, WITHIN, LOOKED_BACK = 24, 6, 12


def standing(prose: Prose, draft: Draft) -> Span:
    """The subject of the sentence that this figure is still of; empty where it has one itself."""
    figure = draft.figure
    placed = draft.who != EMPTY or figure.where
    if placed or figure.kind not in STANDING or not _has_no_subject(prose, draft):
        return EMPTY
    clauses = prose.outline.clauses.get(figure.sentence, ())
    earlier = [c for c in clauses if c[1] <= figure.clause[0]]
    for clause in reversed(earlier[-LOOKED_BACK:]):
        found = _subject(prose, clause)
        if found != EMPTY:
            return found
    return EMPTY


def _has_no_subject(prose: Prose, draft: Draft) -> bool:
    """Does it begin with a verb, or is it a rate, or no word at all?"""
    clause, at = draft.figure.clause, draft.figure.number[0]
    timed = TIME.match(prose.text, *clause)
    begin = timed.end() if timed else clause[0]
    if begin >= at:
        return draft.bare and draft.lead == EMPTY
    said = prose.cut((begin, at))
    rate = said.endswith(RATES) and len(prose.words_in((begin, at))) <= 3
    return rate or (starts_with_verb(prose, (begin, at)) and not said.startswith("占"))


def _subject(prose: Prose, clause: Span) -> Span:
    """The name of an organ, a place of service or a medium that a clause begins with, before its verb."""
    timed = TIME.match(prose.text, *clause)
    start = timed.end() if timed else clause[0]
    words = prose.words_in((start, min(clause[1], start + LONGEST)))
    if not words or words[0].flag[0] in NO_OPENING:
        return EMPTY
    stops = [w.start for w in words[1:] if w.flag[0] in "vt" or TIME.match(prose.text, w.start)]
    ends = [_without_time(prose, start, at) for at in stops]
    named = [end for end in ends if _is_named(prose, (start, end))]
    # 12345政府|服务热线: a verb may be part of the name.
    return (start, max(e for e in named if e - named[0] <= WITHIN)) if named else EMPTY


def _without_time(prose: Prose, start: int, end: int) -> int:
    return next((at for at in range(start, end) if TIME.fullmatch(prose.text, at, end)), end)


def _is_named(prose: Prose, span: Span) -> bool:
    text = prose.cut(span)
    if NO_SUBJECT.search(text) or text.endswith(prose.genre.no_organs):
        return False
    return text.endswith(prose.genre.subject_ends) or bool(
        NAMED.search(text) and text[-1] in "”》」"
    )
