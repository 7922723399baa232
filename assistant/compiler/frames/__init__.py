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
TITLE, TABLE, PAGE, COUNT, LENT, BARE = "title", "table", "page", "count", "lent", "bare"
# The line of a page that says when it was put up: 来源:县政府办公室 发布时间:2018-03-23.
STAMP = re.compile("(?:发布|公开|生成|成文|更新|上传|录入|发文)(?:时间|日期)[:： ]*20[0-9]{2}")
# Who does a thing, and who another says that it is done by.
DOER, SUBJECT, AGENT = "doer", "subject", "agent"
# A label that says whose name follows it.
LABEL, COLONS = re.compile("([一-龥]{2})(?:单位|机关|部门|人)"), (":", "：")
# Roles that are of their own clause alone.
KEPT = frozenset({DOER, SUBJECT, "patient", "object"})
# Roles that a word fills by itself, beside which a body is only named (2013年连州市669项).
BY_WORD = frozenset({"time", "period", "frequency", "each"})


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
        if reason := _no_prose(prose.cut(clause), title):
            yield replace(whole, left=reason)
            continue
        for act in acts(tokens(prose, _unlabelled(prose, clause), forms), forms):
            own = tuple(_named(role, prose, forms) for role in act.roles)
            if act.predicate and prose.cut(act.predicate) in forms.tells and _is_plain(own):
                own = act.roles
            if act.predicate is None:
                given = _lent(own)
                lent = (*lent, *(role for role in given if role.name != DOER))
                counted = _counted(prose, own, forms)
                doer = tuple(role for role in given if role.name == DOER) or counted or doer
                yield replace(whole, roles=own, left=LENT if given else _reason(prose, clause))
                continue
            doer = tuple(role for role in own if role.name == DOER) or doer
            yield _frame(whole, act, own, (*lent, *doer))


def _no_prose(text: str, title: bool) -> str:
    """Why a clause is none of the running text; empty where it is."""
    if title:
        return TITLE
    if "|" in text:
        return TABLE
    return PAGE if STAMP.search(text) else ""


def _is_plain(own: tuple[Role, ...]) -> bool:
    """全市…总数为6211项: is the copula all that is said, and nothing taken for another (以…为指导)?"""
    return all(role.name in KEPT | BY_WORD for role in own)


def _lent(own: tuple[Role, ...]) -> tuple[Role, ...]:
    """What a clause without an act gives to the next: all that is around an act, and who does it beside that."""
    around = [role for role in own if role.name not in KEPT]
    led = any(role.name not in BY_WORD for role in around)
    doer = all(role.name == DOER for role in own if role.name in KEPT)
    return own if around and doer and (led or len(around) == len(own)) else ()


def _counted(prose: Prose, own: tuple[Role, ...], forms: Forms) -> tuple[Role, ...]:
    """县公安局15件,收取1500元: the body that a clause counts for does what the next says."""
    found = [role for role in own if role.name == DOER]
    words = prose.words_in((found[-1].start, found[-1].end)) if found else []
    at = next((n for n, word in enumerate(words) if word.text[0].isdigit()), 0)
    if len(found) != 1 or not at or at + 2 < len(words):
        return ()
    body = (found[0].start, words[at - 1].end)
    organ = prose.cut(body).endswith(tuple(forms.offices_of))
    return (Role(DOER, *body),) if organ else ()


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
    if words and words[-1].text in forms.nouns:
        return False
    long = (name for name in forms.offices_of if len(name) > 1)
    ends = (*genre.subject_ends, *forms.bodies, *long)
    if prose.cut(span).endswith(tuple(forms.things)):
        return False
    scope = is_scope(prose, span)
    return person or prose.cut(span).endswith(ends) or scope


def _reason(prose: Prose, clause: Span) -> str:
    return COUNT if any(char.isdigit() for char in prose.cut(clause)) else BARE
