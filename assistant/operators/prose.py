"""Prose: the passage that accounts for every word of a question and shows what is asked."""

from __future__ import annotations

from assistant.index import Entry
from assistant.late import late
from assistant.model import Finding, Mention, Query, Span, Statement
from assistant.operators.evidence import (
    SHOWS,
    below_title,
    enumerates,
    narrowed,
    nearest,
    whole_list,
)
from assistant.operators.ground import Ground
from assistant.operators.numbered import counts_others, states_all, states_numbers

OPPOSITE = "opposite"
# Asks that a passage may answer which is of no kind of its own; and those that want all of a numbered part.
SAID = frozenset({*SHOWS, "which", "definition", "how", "purpose", "effect", "action", "duty"})
TITLED = frozenset({"definition", "how", "summary", "action"})
# 哪7个村 asks for seven names.
WHICH_OF = late("哪[两二三四五六七八九十\\d]+")


def said(query: Query, ground: Ground, ask: str = "") -> Finding | None:
    """The passage that accounts for every word of the question and shows what is asked, cut short."""
    selection = query.selections[0]
    ask = ask or ("who" if query.persons else query.ask)
    if ask not in SAID or not selection.meant():
        return None
    if ask in ("which", "definition") and WHICH_OF.search(query.text):
        ask = "list"
    below = below_title(selection, ground) if ask in TITLED else None
    if below:
        stated = not counts_others(query, below, ground) and states_all(query, below, ground)
        return Finding("answered", "statement", facts=(Span(*below),)) if stated else None
    best = (
        nearest("how", selection, ground) if ask == "definition" and "how" in query.words else None
    )
    ask = "how" if best else ask
    best = best or nearest(ask, selection, ground)
    if best is None or (ask == "why" and opposes(query, best)):
        return None
    fact = best.fact
    assert isinstance(fact, Statement)
    if not states_numbers(query, fact, ground):
        return None
    if ask == "list" and not enumerates(fact.quote, query):
        return None
    span = whole_list(narrowed(best, selection, ask, ground), ground)
    if ask == "definition" and "how" in query.words:
        span = (span[0], fact.end)
    return Finding("answered", "statement", facts=(Span(*span),))


def is_opposite(mention: Mention, entry: Entry) -> bool:
    """Is the word explained only by the contrary that the clause names (花钱 by 免费)?"""
    named = [s for s in mention.senses if s.atoms and set(s.atoms) <= entry.says()]
    return bool(named) and all(s.tag == OPPOSITE for s in named)


def opposes(query: Query, entry: Entry) -> bool:
    """Does the question speak of what the passage says the contrary of?"""
    return any(is_opposite(mention, entry) for mention in query.selections[0].mentions)
