"""A verdict: whether question and report agree, and yes or no with what says so."""

from __future__ import annotations

from assistant.index import Entry
from assistant.model import Figure, Finding, Query, Span, Statement
from assistant.naming import value_of
from assistant.operators.prose import is_opposite


def agrees(query: Query, entry: Entry) -> bool:
    """Question and clause agree when both deny, or neither denies, each concept that both name."""
    asked_denied = frozenset(query.denied)
    shared = {
        a for m in query.selections[0].mentions for s in m.senses for a in s.atoms
    } & entry.own
    contrary = any(is_opposite(m, entry) for m in query.selections[0].mentions)
    # 没有上年结转的申请,对吗: what both deny is agreed on, whatever else the clause denies.
    both = bool(asked_denied & entry.denied & shared)
    unlike = any((a in asked_denied) != (a in entry.denied) for a in shared)
    return contrary == (unlike and not both)


def say(yes: bool, fact: Figure | Statement | Span) -> Finding:
    """Yes or no, and the one thing that says so."""
    outcome = "verify_yes" if yes else "verify_no"
    values = value_of(fact) if isinstance(fact, Figure) else ()
    polarity = "yes" if yes else "no"
    return Finding("answered", outcome, facts=(fact,), values=values, polarity=polarity)


def by_share(share: Figure, query: Query) -> Finding:
    """Of all only where it is the whole of them."""
    yes = (share.value == 100) != query.negated
    outcome = "verify_figure_yes" if yes else "verify_figure_no"
    polarity = "yes" if yes else "no"
    return Finding("answered", outcome, facts=(share,), values=value_of(share), polarity=polarity)
