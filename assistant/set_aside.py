"""Set aside: a question without the clauses around it that ask nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from assistant.dialogue.clauses import asides, behind_story, lent, parted
from assistant.grammar.scan.edges import scan
from assistant.knowledge import Knowledge
from assistant.model import Mention, Question
from assistant.trace import Trace

# How many ways to set clauses aside are tried, and what stands around a clause.
ASIDES = 6
OUTER = "…，,。？?！!；;：: "
# So long is what leads in a name, politely or not.
LEAD = 3


def asked_alone(
    question: Question, whole: Trace, knowledge: Knowledge
) -> Iterator[tuple[Question, tuple[Mention, ...]]]:
    """What may be the question with its mentions, and what is set aside with it."""
    for kept in _kept_alone(question, whole, knowledge):
        at = question.text.find(kept.text)
        moved = (replace(m, start=m.start - at, end=m.end - at) for m in whole.mentions)
        yield kept, tuple(m for m in moved if m.start >= 0 and m.end <= len(kept.text))


def _kept_alone(question: Question, whole: Trace, knowledge: Knowledge) -> Iterator[Question]:
    text, mentions, words = question.text, whole.mentions, knowledge.language.words
    if not parted(text, words.closed):
        return
    edges = scan(text, mentions, knowledge.lexicon, words, knowledge.labels)
    for kept in islice(asides(text, edges, mentions, words.closed, knowledge.speakers), ASIDES):
        asked = text[kept.start : kept.end].strip()
        if kept.place:
            asked = lent(asked, kept.place, words.closed)
        left = f"{text[: kept.start]}…{text[kept.end :]}".strip(OUTER)
        if any(left.endswith(name) and len(left) <= len(name) + LEAD for name in knowledge.labels):
            # 请问不予处理,所有类别…: what is named first is what is asked of.
            continue
        yield replace(question, text=asked, aside=left)
    at = behind_story(text, mentions, words.closed)
    if at:
        yield replace(question, text=text[at:].strip(), aside=text[:at].strip(OUTER))
