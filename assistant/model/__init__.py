"""The types that a question passes through, in the order of the journey.

text → `Question` → `Mention`s → `Query` → `Candidate`s → `Finding` → `Answer`; beside them what a
report is compiled to: `Figure`, `Statement`, `Section`, `LedgerEntry`, held by a `Report`.

Everything here is frozen; doubt (what is left over, which rivals remain) is a value.
Each stage has a module of its own, which knows those before it; whoever uses a type asks here.
"""

from __future__ import annotations

from assistant.model.answer import Amendment, Answer, Citation, Passage
from assistant.model.bounds import Bounds, Levelled, Sought
from assistant.model.fact import Figure, Frame, LedgerEntry, Role, Statement
from assistant.model.finding import (
    Candidate,
    Computation,
    Considered,
    Finding,
    Proof,
    Span,
    Use,
    Value,
)
from assistant.model.query import CARD_KINDS, Query, Selection
from assistant.model.question import Mention, Question, Repair, Sense
from assistant.model.report import Card, Correction, Report, Section

__all__ = [
    "CARD_KINDS",
    "Amendment",
    "Answer",
    "Bounds",
    "Candidate",
    "Card",
    "Citation",
    "Computation",
    "Considered",
    "Correction",
    "Figure",
    "Finding",
    "Frame",
    "LedgerEntry",
    "Levelled",
    "Mention",
    "Passage",
    "Proof",
    "Query",
    "Question",
    "Repair",
    "Report",
    "Role",
    "Section",
    "Selection",
    "Sense",
    "Sought",
    "Span",
    "Statement",
    "Use",
    "Value",
]
