"""What is no question that can be read: too long, without a word, a bare number, another script."""

from __future__ import annotations

from assistant.late import late
from assistant.model import Finding, Question
from assistant.steps.choice import only_chooses
from assistant.trace import Trace

LIMIT = 300
BARE_ENDS = " .。、?"
CHINESE, LATIN = late("[\u3400-\u9fff]"), late("[a-z]")


def unreadable(question: Question, asked: str) -> Finding | None:
    """The refusal of a text that is no question: too long, without a word, or a small number."""
    if len(asked) > LIMIT:
        slots = {"length": str(len(asked)), "limit": str(LIMIT)}
        return Finding("unanswered", "too_long", slots, reason="not_understood")
    if not any(c.isalnum() for c in question.text):
        return Finding("unanswered", "empty", reason="not_understood")
    if only_chooses(question.text):
        slots = {"number": question.text.strip(BARE_ENDS)}
        return Finding("unanswered", "bare_number", slots, reason="not_understood")
    return None


def foreign(trace: Trace) -> Finding | None:
    """The refusal of what is refused and is written in another script than ours."""
    text = trace.question.text
    latin = LATIN.search(text) and not CHINESE.search(text)
    if trace.answer.status != "unanswered" or not latin:
        return None
    return Finding("unanswered", "in_chinese", reason="not_understood")
