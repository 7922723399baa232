"""What a refusal shows beside its text: the passages nearest to the question, and whom to ask."""

from __future__ import annotations

from dataclasses import replace

from assistant.inquiry import Trace
from assistant.knowledge import Knowledge
from assistant.library import Library
from assistant.model import Answer, Mention
from assistant.operators.contact import printed_contact
from assistant.steps.compose import as_read
from assistant.steps.reading import Reading
from assistant.steps.recall import Turn, is_short, leans


def with_passages(trace: Trace, turn: Turn | None, library: Library) -> Answer:
    """The answer; where it is none, with what the reports say that the question may mean."""
    answer, wording = trace.answer, library.common.wording
    read = trace.read or tuple((card, trace.mentions) for card in trace.cards[:1])
    unread = trace.query is None or not read
    if answer.status not in ("unanswered", "clarify") or answer.passages or unread:
        return answer
    # Only a refusal pays for reading what ranks its passages.
    from assistant.choosing.shown import between, near

    indexes = [library.at(card.id).indexes[0] for card, _ in read]
    if answer.status == "clarify" and trace.finding.rivals:
        return replace(answer, passages=between(trace.finding.rivals, indexes[0]))
    asked = zip(indexes, (words for _, words in read), strict=True)
    passages = near(asked, library.common.beside, _unsaid(trace, turn))
    report = indexes[0].report
    contact = printed_contact(report.source) if passages and len(read) == 1 else ""
    text = answer.text
    if contact and answer.status == "unanswered":
        text += str(wording["ask_them"]).format(organ=report.organ, contact=contact)
    offered = (
        _offered(trace, answer, library.at(read[0][0].id)) if len(read) == 1 else answer.suggestions
    )
    return replace(answer, text=text, passages=passages, suggestions=offered)


def _offered(trace: Trace, answer: Answer, knowledge: Knowledge) -> tuple[str, ...]:
    """What can be asked instead, the nearest first."""
    from assistant.nearest import nearest

    near_by = nearest(trace, knowledge) if answer.status == "unanswered" else None
    return tuple(dict.fromkeys((near_by, *answer.suggestions))) if near_by else answer.suggestions


def _unsaid(trace: Trace, turn: Turn | None) -> tuple[Mention, ...]:
    """What a short question leaves to the turn before; nothing where it has a word of its own that is not known."""
    if turn is None or any(m.is_unknown() for m in trace.mentions):
        return ()
    reading = Reading(as_read(trace.question.text, trace.mentions), trace.mentions)
    return turn.reading.mentions if is_short(reading) or leans(reading) else ()
