"""What a refusal shows beside its text: the passages nearest to the question, and whom to ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.alone import Trace
from assistant.cards import put_to
from assistant.inquiry import ask
from assistant.knowledge import Knowledge
from assistant.library import Library
from assistant.model import Answer, Card, Mention, Passage
from assistant.operators.contact import printed_contact
from assistant.steps.compose import as_read
from assistant.steps.match import Units
from assistant.steps.reading import Reading
from assistant.steps.recall import Turn, is_short, leans

# So many questions are offered.
OFFERED = 3
# Of how many offers it is remembered whether they are answered.
REMEMBERED = 4096


def with_passages(trace: Trace, turn: Turn | None, library: Library) -> Answer:
    """The answer; where it is none, with what the reports say that the question may mean."""
    answer, wording = trace.answer, library.common.wording
    read = trace.read or tuple((card, trace.mentions) for card in trace.cards[:1])
    unread = trace.query is None or not read
    if answer.status not in ("unanswered", "clarify") or answer.passages or unread:
        return answer
    # Only a refusal pays for reading what ranks its passages.
    from assistant.choosing.shown import between, near
    from assistant.choosing.terms import alike

    indexes = [library.at(card.id).indexes[0] for card, _ in read]
    if answer.status == "clarify" and trace.finding.rivals:
        return replace(answer, passages=between(trace.finding.rivals, indexes[0]))
    asked = zip(indexes, (words for _, words in read), strict=True)
    matter = alike(trace.question.text, library.related)
    passages = near(asked, library.common.beside, matter, _unsaid(trace, turn))
    report = indexes[0].report
    contact = printed_contact(report.source) if passages and len(read) == 1 else ""
    text = answer.text
    if contact and answer.status == "unanswered":
        text += str(wording["ask_them"]).format(organ=report.organ, contact=contact)
    offered = (
        _offered(trace, answer, passages, read[0][0], library)
        if len(read) == 1
        else answer.suggestions
    )
    return replace(answer, text=text, passages=passages, suggestions=offered)


def _offered(
    trace: Trace, answer: Answer, passages: Sequence[Passage], card: Card, library: Library
) -> tuple[str, ...]:
    """What can be asked instead, the nearest first; each is answered."""
    if answer.status != "unanswered":
        return answer.suggestions
    from assistant.nearest import nearest
    from assistant.offered import offers

    knowledge = library.at(card.id)
    near_by = nearest(trace, knowledge, library.related)
    units = Units(knowledge.units, knowledge.general_units)
    found = [near_by] if near_by else []
    for offer in offers(trace.mentions, passages, knowledge.indexes[0], units):
        if len(found) == OFFERED:
            break
        said = put_to(card, offer) if len(library.cards) > 1 else offer
        if said not in found and _is_answered(offer, knowledge):
            found.append(said)
    return tuple(dict.fromkeys((*found, *answer.suggestions)))[:OFFERED]


def _is_answered(offer: str, knowledge: Knowledge) -> bool:
    """Is a question answered that a report itself offers? It is asked once, however many refusals offer it."""
    known: dict[str, bool] = knowledge.made.setdefault("offered", {})
    if offer not in known:
        if len(known) >= REMEMBERED:
            known.clear()
        known[offer] = ask(offer, None, knowledge).answer.status == "answered"
    return known[offer]


def _unsaid(trace: Trace, turn: Turn | None) -> tuple[Mention, ...]:
    """What a short question leaves to the turn before; nothing where it has a word of its own that is not known."""
    if turn is None or any(m.is_unknown() for m in trace.mentions):
        return ()
    reading = Reading(as_read(trace.question.text, trace.mentions), trace.mentions)
    return turn.reading.mentions if is_short(reading) or leans(reading) else ()
