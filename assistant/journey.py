"""The straight line from a question to its answer, and the trace of every step.

text → normalise → Question → link → Mentions → compose → Query → operate → Finding → word → Answer
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.knowledge import Knowledge
from assistant.model import Answer, Finding, Mention, Query, Question
from assistant.operators import operator
from assistant.operators.ground import Ground
from assistant.steps.compose import compose
from assistant.steps.link import link
from assistant.steps.match import Units
from assistant.steps.normalise import normalise
from assistant.steps.word import word

LIMIT = 300


@dataclass(frozen=True, slots=True)
class Trace:
    """Everything that a question became on its way."""

    question: Question
    mentions: tuple[Mention, ...]
    rule: str
    query: Query | None
    finding: Finding
    answer: Answer


def travel(asked: str, history: tuple[str, ...], knowledge: Knowledge) -> Trace:
    """Take a question the whole way; every intermediate is kept."""
    question = normalise(asked[: LIMIT + 1], history)
    refusal = _unreadable(question, asked)
    index = knowledge.indexes[0]
    if refusal:
        answer = word(replace(question, asked=asked), refusal, index, knowledge.wording)
        return Trace(question, (), "", None, refusal, answer)
    mentions, repairs = link(question, knowledge.lexicon)
    question = replace(question, repairs=repairs)
    query, rule = compose(question.text, mentions)
    ground = Ground(index, Units(knowledge.units, knowledge.general_units))
    finding = operator(query.operator)(query, ground)
    answer = word(question, finding, index, knowledge.wording)
    return Trace(question, mentions, rule, query, finding, answer)


def _unreadable(question: Question, asked: str) -> Finding | None:
    if len(asked) > LIMIT:
        slots = {"length": str(len(asked)), "limit": str(LIMIT)}
        return Finding("unanswered", "too_long", slots, reason="not_understood")
    if not any(c.isalnum() for c in question.text):
        return Finding("unanswered", "empty", reason="not_understood")
    return None
