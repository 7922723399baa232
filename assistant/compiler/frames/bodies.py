"""Names of bodies within a clause as one word, whatever words a dictionary cuts them into."""

from __future__ import annotations

from dataclasses import replace

from assistant.compiler.frames.forms import Forms
from assistant.compiler.frames.words import ADVERB, NOUN, PREP, Row, Token

AGENT, LONGEST = "agent", 6
APART = frozenset({"mark", "prep", "adverb", "name", "note", "time", "period"})


def with_bodies(row: Row, forms: Forms) -> list[Token]:
    """由住房|保障|股起草, 市|应急|管理局: each name of a body is one word."""
    found: list[Token] = []
    at = 0
    while at < len(row):
        begins = at == 0 or not leads_agent(row[at - 1], forms)
        end = _named_end(row, at, forms) if begins else _agent_end(row, at, forms)
        if end > at + 1:
            found.append(_joined(row[at:end]))
            at = end
        else:
            found.append(row[at])
            at += 1
    return found


def with_manner(row: Row, forms: Forms) -> list[Token]:
    """多|举措 and 分|领域 as the one adverb that they are."""
    found: list[Token] = []
    for token in row:
        if found and found[-1].text + token.text in forms.manner:
            found.append(replace(_joined([found.pop(), token]), flag="d", kind=ADVERB))
        else:
            found.append(token)
    return found


def leads_agent(token: Token, forms: Forms) -> bool:
    """Is this a word that who does a thing follows (由)?"""
    return token.kind == PREP and forms.prepositions.get(token.text) == AGENT


def _joined(row: Row) -> Token:
    text = "".join(token.text for token in row)
    return Token(row[0].start, row[-1].end, text, "n", NOUN)


def _agent_end(row: Row, at: int, forms: Forms) -> int:
    """Where the name of a body ends that begins here and has an act behind it."""
    ends = tuple(forms.offices_of)
    for end in range(at + 1, min(at + LONGEST, len(row) - 1) + 1):
        token = row[end - 1]
        if token.kind in APART or token.text in forms.listing:
            break
        if token.text.endswith(ends) and not row[end].text.endswith(ends):
            return end
    return at


def _named_end(row: Row, at: int, forms: Forms) -> int:
    """Where a name ends that begins with a place (市|应急|管理局); the longest within reach."""
    if row[at].text not in forms.seats and row[at].flag != "ns":
        return at
    end, reach = at, min(at + LONGEST, len(row))
    for n in range(at + 1, reach):
        closed = n + 1 < reach and row[n + 1].text in forms.houses
        if row[n].kind in APART or (row[n].text in forms.parting and not closed):
            break
        if row[n].text.endswith(tuple(forms.houses)):
            end = n + 1
            break
    return end
