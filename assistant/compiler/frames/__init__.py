"""Frames: each clause of a report as a predicate with its roles.

由县信息中心统一托管 has an agent and what it does; 6月20日公布招生方案 a time, a predicate and its object.
A clause without a predicate lends its roles to the next of its sentence (按照规定,…), or is listed with the reason
why it is none.
The roles are those of `knowledge/lexicon/frames.yaml`; no model is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from assistant.compiler.clauses import is_scope
from assistant.compiler.frames.acts import Act, acts
from assistant.compiler.frames.forms import Forms, read_forms
from assistant.compiler.frames.tokens import tokens
from assistant.compiler.moods import is_title
from assistant.compiler.outline import ITEM, Span
from assistant.compiler.prose import Prose
from assistant.model import Frame, Role

__all__ = ["frames", "read_forms"]

# Why a clause is no frame.
TITLE, TABLE, COUNT, LENT, BARE = "title", "table", "count", "lent", "bare"
# Who does a thing, and who another says that it is done by.
DOER, SUBJECT, AGENT = "doer", "subject", "agent"
# A label that says whose name follows it.
LABEL, COLONS = re.compile("([一-龥]{2})(?:单位|机关|部门|人)"), (":", "：")
# Roles that are of their own clause alone.
KEPT = frozenset({DOER, SUBJECT, "patient", "object"})


def frames(prose: Prose, forms: Forms) -> tuple[Frame, ...]:
    """Every clause of the prose in reading order; one that says two things (并) is two frames."""
    found = (f for s in prose.outline.sentences for f in _of_sentence(prose, forms, s))
    return tuple(replace(frame, id=f"c{n:03d}") for n, frame in enumerate(found, start=1))


def _of_sentence(prose: Prose, forms: Forms, sentence: Span) -> Iterator[Frame]:
    around = [s for s in prose.outline.enclosing(sentence[0]) if s.level < 4]
    section = prose.section(sentence[0])
    title = bool(around) and is_title(sentence, around[-1])
    lent: tuple[Role, ...] = ()
    doer: tuple[Role, ...] = ()
    clauses = prose.outline.clauses[sentence]
    for label, told in pairwise(clauses):
        if labelled := _labelled(prose, forms, label, told):
            yield replace(labelled, section=section, sentence=sentence)
    for clause in clauses:
        whole = Frame("", section, clause, sentence)
        if title or "|" in prose.cut(clause):
            yield replace(whole, left=TITLE if title else TABLE)
            continue
        for act in acts(tokens(prose, _unlabelled(prose, clause), forms), forms):
            own = tuple(_named(role, prose, forms) for role in act.roles)
            if act.predicate is None:
                lends = bool(own) and all(role.name not in KEPT for role in own)
                lent = (*lent, *own) if lends else lent
                yield replace(whole, roles=own, left=LENT if lends else _reason(prose, clause))
                continue
            doer = tuple(role for role in own if role.name == DOER) or doer
            yield _frame(whole, act, own, (*lent, *doer))


def _labelled(prose: Prose, forms: Forms, label: Span, told: Span) -> Frame | None:
    """填报单位：柳州市人民政府 says who 填报."""
    found = LABEL.fullmatch(prose.text, *label)
    if not found or prose.text[label[1] : told[0]].strip() not in COLONS:
        return None
    does, end = found.span(1)
    known = any(token.kind == "act" for token in tokens(prose, (does, end), forms))
    roles = (Role(DOER, *told),)
    return Frame("", "", (label[0], told[1]), (0, 0), (does, end), roles) if known else None


def _frame(whole: Frame, act: Act, own: tuple[Role, ...], given: tuple[Role, ...]) -> Frame:
    """The frame of an act, with what the clauses before it give for the roles that it does not name."""
    names = {role.name for role in own}
    taken = names | ({DOER} if names & {SUBJECT, AGENT} else set())
    roles = (*own, *(role for role in given if role.name not in taken))
    ordered = tuple(sorted(roles, key=lambda role: (role.start, role.end)))
    return replace(whole, predicate=act.predicate, roles=ordered, mood=act.mood, denied=act.denied)


def _unlabelled(prose: Prose, clause: Span) -> Span:
    """The clause without the number before it (一是, (2))."""
    text, genre = prose.text, prose.genre
    label = ITEM.match(text, *clause) or genre.item_label.match(text, *clause)
    return (label.end() if label else clause[0], clause[1])


def _named(role: Role, prose: Prose, forms: Forms) -> Role:
    """A subject that is a body, a place or a person is who does it."""
    if role.name != SUBJECT:
        return role
    return replace(role, name=DOER) if _acts(prose, (role.start, role.end), forms) else role


def _acts(prose: Prose, span: Span, forms: Forms) -> bool:
    words, genre = prose.words_in(span), prose.genre
    person = bool(words) and words[-1].flag.startswith("nr")
    ends = (*genre.subject_ends, *forms.bodies)
    return person or prose.cut(span).endswith(ends) or is_scope(prose, span)


def _reason(prose: Prose, clause: Span) -> str:
    return COUNT if any(char.isdigit() for char in prose.cut(clause)) else BARE
