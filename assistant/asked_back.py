"""Questions offered to choose from where it is not plain what is meant, and a choice that is called by a word of it."""

from __future__ import annotations

from dataclasses import replace

from assistant.alone import carried
from assistant.knowledge import Knowledge
from assistant.model import Finding, Question
from assistant.steps.normalise import normalise
from assistant.steps.reading.reading import Reading
from assistant.steps.recall import Turn, completions
from assistant.steps.word import word
from assistant.trace import Trace

AGAIN = "choose_again"


def named_choice(
    asked: str, alone: Trace, reading: Reading, turn: Turn, knowledge: Knowledge
) -> Trace:
    """门户网站的 after a choice: the one that is called so, or the question before with that word; else again."""
    words = [m.text for m in reading.content if "frame" not in m.kinds()]
    fits = [q for q in turn.offered if words and all(word in q for word in words)]
    if len(fits) == 1:
        return carried(asked, fits[0], knowledge)
    measured = any(m.kinds() & {"measure", "action"} for m in reading.content)
    if (
        measured
        and alone.answer.status == "answered"
        and not any(word in q for word in words for q in turn.offered)
    ):
        # Another subject, and no word of what was offered.
        return alone
    for text in completions(reading, turn, knowledge.language.words.closed.few):
        trace = carried(asked, text, knowledge)
        if trace.answer.status == "answered":
            return trace
    question = replace(normalise(asked), asked=asked)
    return offer(question, tuple(fits or turn.offered), knowledge, AGAIN)


def offer(
    question: Question, offered: tuple[str, ...], knowledge: Knowledge, outcome: str
) -> Trace:
    """Questions to choose from, where it is not plain what is meant; nothing to choose is a refusal."""
    slots = {"list": "；".join(offered)}
    status, reason = ("clarify", None) if offered else ("unanswered", "not_understood")
    finding = Finding(status, outcome if offered else "neither", slots, reason=reason)
    answer = word(question, finding, knowledge.indexes[0], knowledge.wording)
    answer = replace(answer, suggestions=offered)
    return Trace(question, (), "", None, finding, answer)
