"""Role: 向谁移交文件 → 区档案馆; what fills the role that is asked, in the one clause that accounts for every word.

The verb beside the question word has to stand beside what fills the role: 由谁起草 is not answered by who 印发.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.language.roles import AGENT, BY_THEMSELVES, DOER, HOLDER, OBJECT, PLACE, Asked, Roles
from assistant.language.told import ENDINGS
from assistant.model import (
    Candidate,
    Figure,
    Finding,
    Frame,
    Mention,
    Query,
    Role,
    Section,
    Sense,
    Span,
    Statement,
)
from assistant.operators.evidence import forms
from assistant.operators.ground import Ground
from assistant.operators.numbered import counts_others, states_numbers
from assistant.operators.passages import sentences
from assistant.operators.statement import closeness
from assistant.operators.tense import asks_of_done, is_ahead, is_only_planned

DOING = frozenset({"action", "verb", "word", "measure"})
# What asks for an order, or for something besides.
OTHERS = frozenset({"operator", "ask"})
# What asks behind the act to whom it goes.
GIVEN = ("给", "到了", "至", "往")
# What asks of what is done, and not of what is planned: 在哪里设置了.
DONE = ("了", "过")
DATE = "date"


def run(mentions: Sequence[Mention], query: Query, ground: Ground, roles: Roles) -> Finding | None:
    """The clause that fills the role; None where none is asked for, or several sentences fill it."""
    asked = roles.asked(query.text, _spans(mentions))
    verb = _verb(asked, mentions, roles) if asked else None
    if asked is None or verb is None or not query.base.meant():
        return None
    if asked.role.name == DOER and not _is_of_doer(query, roles):
        return None
    denials = _denials(mentions, query) if query.negated else ()
    found = {
        span
        for candidate in _fitting(asked, query, ground)
        if all(denial in candidate.fact.quote for denial in denials)
        for span in _told(asked, verb, query, candidate, ground, roles)
    }
    if len(found) != 1:
        return None
    return Finding("answered", "statement", facts=(Span(*found.pop()),))


def is_told(
    mentions: Sequence[Mention], query: Query, finding: Finding, ground: Ground, roles: Roles
) -> bool:
    """Does a passage that is to answer fill the role that the question is tied to? 在哪里 is not told by 答复3050件."""
    asked = roles.asked(query.text, _spans(mentions))
    passages = [fact for fact in finding.facts if not isinstance(fact, Figure)]
    if query.ask == DATE and is_only_planned(query.text, finding, ground):
        return False
    if asked is None or finding.values or finding.polarity:
        return True
    # 地址在哪 asks of no act, and so for no role of one; 移交给了谁 asks behind it.
    behind = (
        0 if asked.role.name == OBJECT or query.text.startswith(GIVEN, asked.start) else asked.end
    )
    if asked.role.name == OBJECT and query.text[asked.end :].strip(ENDINGS):
        # 些什么样的单位 asks of what kind they are.
        return True
    acted = asked.role.name == AGENT or any(
        m.start >= behind and m.kinds() & DOING for m in mentions
    )
    if not passages or not acted or not asked.is_tied(query.text):
        return True
    source = ground.index.report.source
    verb = _verb(asked, mentions, roles) if asked.role.name == OBJECT else None
    if asked.role.name in (DOER, AGENT) and not _says_verb(
        asked, mentions, passages, source, roles
    ):
        return False
    return any(
        fact.start <= role.start < fact.end
        for fact in passages
        for frame in ground.index.report.frames
        if frame.clause[0] < fact.end and fact.start < frame.clause[1]
        if verb is None or roles.acts(frame, forms(verb), source)
        for role in asked.role.fills(frame, source)
    )


def _says_verb(
    asked: Asked,
    mentions: Sequence[Mention],
    passages: Sequence[Statement | Section | Span],
    source: str,
    roles: Roles,
) -> bool:
    """由谁提出 is not told by who 收到: do the passages say what is done, in one of its forms?"""
    verb = _verb(asked, mentions, roles)
    return verb is None or any(
        form in source[fact.start : fact.end]
        for fact in passages
        for form in _forms(verb, mentions)
    )


def _forms(verb: Mention, mentions: Sequence[Mention]) -> list[str]:
    """The forms of what is done; none that another word of the question says: 申请 of 谁提出申请."""
    others = {m.text for m in mentions if m is not verb}
    return [form for form in dict.fromkeys(forms(verb)) if form not in others]


def read_whole(mentions: Sequence[Mention], query: Query, roles: Roles) -> tuple[Mention, ...]:
    """The mentions with what asks for the role as one word: 单位 in 哪些单位 is of what is sought."""
    asked = roles.asked(query.text, _spans(mentions))
    if asked is None:
        return tuple(mentions)
    kept = [m for m in mentions if m.end <= asked.start or m.start >= asked.end]
    word = query.text[asked.start : asked.end]
    one = Mention(asked.start, asked.end, word, (Sense("ask", tag=query.ask),))
    return tuple(sorted([*kept, one], key=lambda m: m.start))


def _is_of_doer(query: Query, roles: Roles) -> bool:
    """Does the question name what somebody does something to, and no passive? 点名批评的是谁 may ask for either."""
    passive = any(word in query.text for word in roles.passive)
    return not passive and len(query.base.meant()) > 1


def _denials(mentions: Sequence[Mention], query: Query) -> tuple[str, ...]:
    """What the question denies, in its words, with the word behind: the report has to deny just that (不落实的单位)."""
    ends = {m.start: m.end for m in mentions}
    return tuple(
        query.text[m.start : ends.get(m.end, m.end)] for m in mentions if "negation" in m.kinds()
    )


def _spans(mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    return [(m.start, m.end) for m in mentions]


def _fitting(asked: Asked, query: Query, ground: Ground) -> list[Candidate]:
    """The sentences that account for every word and number of the question, but for the noun that asks (哪些单位)."""
    mentions = query.base.mentions
    kept = tuple(m for m in mentions if m.end <= asked.start or m.start >= asked.end)
    _, fits, _ = ground.choose(replace(query.base, mentions=kept, heads=()), sentences(ground))
    stating = (c for c in fits if c.close and states_numbers(query, c.fact, ground))
    return sorted(stating, key=closeness)


def _verb(asked: Asked, mentions: Sequence[Mention], roles: Roles) -> Mention | None:
    """What is done: the word behind what asks, else the last one before it; nothing where more is asked."""
    rest = [m for m in mentions if m.end <= asked.start or m.start >= asked.end]
    counted = {m.end for m in rest if m.value is not None}
    if any(
        m.kinds() & OTHERS and "frame" not in m.kinds() and m.start not in counted for m in rest
    ):
        return None
    if asked.role.name in BY_THEMSELVES:
        return next((m for m in mentions if m.start == asked.start), None)
    doing = [m for m in mentions if m.kinds() & DOING and m.text not in roles.holding]
    held = asked.role.name == HOLDER
    following = [m for m in doing if m.start >= asked.end]
    # 谁担任领导小组组长: the office is the last.
    behind = (following[-1] if held else following[0]) if following else None
    if behind or (not held and any(m.start >= asked.end and len(m.text) > 1 for m in mentions)):
        return behind
    return next((m for m in reversed(doing) if m.end <= asked.start), None)


def _told(
    asked: Asked, verb: Mention, query: Query, candidate: Candidate, ground: Ground, roles: Roles
) -> Iterator[tuple[int, int]]:
    """The clauses of a sentence that fill the role, each with those before it that have words of the question."""
    source, fact = ground.index.report.source, candidate.fact
    frames = [f for f in ground.index.report.frames if fact.start <= f.clause[0] < fact.end]
    verbs = [f for f in _forms(verb, query.base.mentions) if len(f) > 1 or f == verb.text]
    done = query.text.startswith(DONE, verb.end) or asks_of_done(query.text)
    for at, frame in enumerate(frames):
        planned = is_ahead(frame, ground)
        if frame.denied or (planned and done) or counts_others(query, frame.clause, ground):
            continue
        held = asked.role.name == HOLDER
        acted = _holds(frame, verb, source, roles) if held else roles.acts(frame, verbs, source)
        acted = acted or (asked.role.name == PLACE and _is_done_to(frame, verbs, source))
        filled = list(asked.role.fills(frame, source)) if acted else []
        filled = [role for role in filled if not _is_asked_of(role, asked, query, source)]
        if filled:
            first = min(role.start for role in filled)
            pieces = [f.clause for f in frames[: at + 1]]
            start = min(_begin(query, pieces, source), first)
            yield min(start, frame.clause[0]), frame.clause[1]


def _is_asked_of(role: Role, asked: Asked, query: Query, source: str) -> bool:
    """Does the question name this itself, and ask for another: 媒体批评的是哪家单位 has 各大媒体 for its doer?"""
    if asked.role.name != DOER:
        return False
    told = source[role.start : role.end]
    before = [m for m in query.base.meant() if m.end <= asked.start]
    return any(told.endswith(form) for m in before for form in forms(m))


def _is_done_to(frame: Frame, words: Sequence[str], source: str) -> bool:
    """查询专区设在哪里: is the thing that is somewhere what the act is done to?"""
    objects = (r for r in frame.roles if r.name == OBJECT)
    return any(word in source[r.start : r.end] for r in objects for word in words)


def _holds(frame: Frame, office: Mention, source: str, roles: Roles) -> bool:
    """Is the office that is asked told beside who holds it?"""
    if frame.predicate is None or source[slice(*frame.predicate)] not in roles.holding:
        return False
    told = source[frame.predicate[1] : frame.clause[1]]
    return any(form in told for form in forms(office))


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
