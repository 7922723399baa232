"""Of what kind: 加强了哪些审查 → 加强公文公开属性审查和信息发布审查; the words before the noun say which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.language.roles import OBJECT, Roles
from assistant.language.told import ENDINGS
from assistant.model import Finding, Frame, Mention, Query, Span
from assistant.operators.evidence import forms
from assistant.operators.ground import Ground
from assistant.operators.numbered import counts_others
from assistant.operators.passages import sentences
from assistant.operators.tense import is_yet_to_be
from assistant.steps.verbatim import compact

ACTS = frozenset({"action", "verb"})
ASKS = frozenset({"list", "which", "definition"})
# What may stand between the verb and what asks: 加强了, 开展的是.
BETWEEN = frozenset({"", "了", "过", "的是", "的"})
DONE = ("了", "过", "的")
# So much more than the noun itself must stand before it.
TELLING = 2


def run(mentions: Sequence[Mention], query: Query, ground: Ground, roles: Roles) -> Finding | None:
    """The clauses of one sentence whose object is of the kind; None where none is asked, or several say it."""
    asked = _asked(mentions, query) if query.ask in ASKS and not query.negated else None
    if asked is None:
        return None
    verb, which, noun = asked
    kept = tuple(m for m in query.base.mentions if m.start != which.start)
    _, fits, _ = ground.choose(replace(query.base, mentions=kept, heads=()), sentences(ground))
    done = query.text[verb.end : which.start] in DONE
    found = {
        span
        for candidate in fits
        if candidate.close
        for span in _told(
            verb, noun, query, candidate.fact.start, candidate.fact.end, ground, roles
        )
        if not (done and is_yet_to_be(*span, ground))
    }
    return (
        Finding("answered", "statement", facts=(Span(*found.pop()),)) if len(found) == 1 else None
    )


def _asked(mentions: Sequence[Mention], query: Query) -> tuple[Mention, Mention, Mention] | None:
    """The verb before what asks, what asks, and the noun behind it, with which the question ends."""
    content = [m for m in mentions if "frame" not in m.kinds() or m.kinds() & {"ask"}]
    for before, which, noun in zip(content, content[1:], content[2:], strict=False):
        if "ask" not in which.kinds() or not before.kinds() & ACTS or noun is not content[-1]:
            continue
        told = query.text[before.end : which.start] in BETWEEN and which.end == noun.start
        if told and not query.text[noun.end :].strip(ENDINGS):
            return before, which, noun
    return None


def _told(
    verb: Mention, noun: Mention, query: Query, start: int, end: int, ground: Ground, roles: Roles
) -> Iterator[tuple[int, int]]:
    source = ground.index.report.source
    verbs = [form for form in forms(verb) if len(form) > 1 or form == verb.text]
    for frame in ground.index.report.frames:
        if not start <= frame.clause[0] < end or frame.denied:
            continue
        if counts_others(query, frame.clause, ground) or not roles.acts(frame, verbs, source):
            continue
        if any(_is_of_kind(said, noun) for said in _objects(frame, source)):
            yield frame.clause


def _objects(frame: Frame, source: str) -> Iterator[str]:
    for role in frame.roles:
        if role.name == OBJECT:
            yield compact(source[role.start : role.end])


def _is_of_kind(said: str, noun: Mention) -> bool:
    """Does it end with the noun, behind words that say which?"""
    return any(
        len(form) > 1 and said.endswith(form) and len(said) >= len(form) + TELLING
        for form in forms(noun)
    )
