"""A trace: everything that a question became on its way, for whoever explains it or asks next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.model import Answer, Card, Finding, Mention, Query, Question, Use
from assistant.queries.tree import Tree

if TYPE_CHECKING:
    from assistant.steps.recall import Turn


@dataclass(frozen=True, slots=True)
class Trace:
    """Everything that a question became on its way.

    `parts` are those of several questions in one; `cards` the reports that it was about, `read` all
    that it may have meant, each with the question as it reads it; `uses` what used each word. `tree`
    is what the grammar read, where its word counts; `earlier` the turn before, `left` what the next may
    lean on.
    """

    question: Question
    mentions: tuple[Mention, ...]
    rule: str
    query: Query | None
    finding: Finding
    answer: Answer
    parts: tuple[Trace, ...] = ()
    cards: tuple[Card, ...] = ()
    read: tuple[tuple[Card, tuple[Mention, ...]], ...] = ()
    uses: tuple[Use, ...] = ()
    tree: Tree | None = None
    earlier: Turn | None = None
    left: Left | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """What the turns so far leave: the one to lean on, and what was said last, with the one it leaned on itself."""

    turn: Turn | None = None
    said: Trace | None = None
    beside: Turn | None = None
