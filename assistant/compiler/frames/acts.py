"""The acts of a clause: what is done, with what stands before and behind it in its roles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.compiler.frames.forms import Forms
from assistant.compiler.frames.reading import Act, Reading
from assistant.compiler.frames.words import ACT, OF, Token, has_act, is_counted
from assistant.model import Role

__all__ = ["Act", "acts"]

# What a phrase of whom it is done to begins with has no moment: 对办结量前10位的单位….
PATIENT = "patient"


def acts(row: Sequence[Token], forms: Forms) -> Iterator[Act]:
    """The acts of a clause in order: 出席并答记者问 are two of one doer."""
    rest = list(row)
    while rest and rest[0].text in forms.leads:
        rest = rest[1:]
    if len(rest) > 1 and rest[-1].text in forms.moments and has_act(rest[:-1]):
        rest = rest[:-1]
    moment = _moment(rest, forms)
    when = (Role("moment", rest[0].start, rest[moment].end),) if moment else ()
    if moment:
        yield Reading(rest[:moment], forms).first()[0]
        rest = rest[moment + 1 :]
    while rest:
        act, rest = Reading(rest, forms).first()
        yield replace(act, roles=(*when, *act.roles))
    yield from _within(row, forms)


def _within(row: Sequence[Token], forms: Forms) -> Iterator[Act]:
    """What is said within a noun of who does a thing: 由市政府办公室|提供|的信息."""
    for at, token in enumerate(row):
        if forms.prepositions.get(token.text) != "agent" or not at:
            continue
        acts = (n for n in range(at + 2, len(row) - 2) if row[n].kind == ACT)
        does = next((n for n in acts if row[n + 1].text == OF), 0)
        if does:
            agent = Role("agent", row[at + 1].start, row[does - 1].end)
            object_ = Role("object", row[does + 2].start, row[-1].end)
            yield Act((agent, object_), (row[does].start, row[does].end))


def _moment(row: Sequence[Token], forms: Forms) -> int:
    """Where what was done before ends, with another act behind it: 收到申请后; 0 where nothing was."""
    if row and forms.prepositions.get(row[0].text) == PATIENT:
        return 0
    for at, token in enumerate(row):
        if is_counted(row, at + 1):
            continue
        if token.text in forms.moments and has_act(row[:at]) and has_act(row[at + 1 :]):
            return at
    return 0
