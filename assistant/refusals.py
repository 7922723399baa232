"""What a refusal shows beside its text: the passages nearest to the question, and whom to ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.cards import named, put_to
from assistant.library import Library
from assistant.model import Answer, Card, Mention, Passage, Value
from assistant.operators.contact import printed_contact
from assistant.steps.as_read import as_read
from assistant.steps.match.units import Units
from assistant.steps.reading import Reading
from assistant.steps.recall import Turn, is_short, leans
from assistant.trace import Trace

if TYPE_CHECKING:
    from assistant.choosing.terms import Term
    from assistant.offering.offers import Offer

Answers = Callable[[str], Answer]
# So many questions are offered.
OFFERED = 3
# A part of what was asked is offered as it was written.
OWN, ASKING = "own", "？?"


def with_passages(trace: Trace, turn: Turn | None, library: Library, answers: Answers) -> Answer:
    """The answer; where it is none, with what the reports say that the question may mean.

    `answers` answers what is asked next.
    """
    answer, wording = trace.answer, library.common.wording
    read = trace.read or tuple((card, trace.mentions) for card in trace.cards[:1])
    unread = trace.query is None or not read
    if answer.status not in ("unanswered", "clarify") or answer.passages or unread:
        return answer
    # Only a refusal pays for reading what ranks its passages.
    from assistant.choosing.passages import nearest
    from assistant.choosing.shown import between, sought
    from assistant.choosing.terms import alike

    indexes = [library.at(card.id).indexes[0] for card, _ in read]
    if answer.status == "clarify" and trace.finding.rivals:
        shown = between(trace.finding.rivals, indexes[0])
        return replace(answer, passages=shown)
    matter, unsaid = tuple(alike(trace.question.text, library.related)), _unsaid(trace, turn)
    terms = [
        sought(index, words, library.common.beside, matter, unsaid)
        for index, (_, words) in zip(indexes, read, strict=True)
    ]
    passages = nearest(list(zip(terms, indexes, strict=True)), trace.question.text)
    report = indexes[0].report
    contact = printed_contact(report.source) if passages and len(read) == 1 else ""
    text = answer.text
    if contact and answer.status == "unanswered":
        text += str(wording["ask_them"]).format(organ=report.organ, contact=contact)
    offered = (
        _offered(trace, answer, passages, terms[0], read[0][0], library, answers)
        if len(read) == 1
        else answer.suggestions
    )
    return replace(answer, text=text, passages=passages, suggestions=offered)


def _offered(
    trace: Trace,
    answer: Answer,
    passages: Sequence[Passage],
    terms: Sequence[Term],
    card: Card,
    library: Library,
    answers: Answers,
) -> tuple[str, ...]:
    """What can be asked instead, the nearest first; each is answered."""
    if answer.status != "unanswered":
        return answer.suggestions
    from assistant.nearest import nearest
    from assistant.offering.offers import offers
    from assistant.offering.repertoire import repertoire_of

    knowledge = library.at(card.id)
    near_by = nearest(trace, knowledge, library.related)
    units = Units(knowledge.units, knowledge.general_units)
    found = []
    standing = repertoire_of(knowledge)
    own = near_by.text if near_by and near_by.whole else ""
    asks = (
        own.endswith(tuple(ASKING))
        and standing.sound.is_sound(own, OWN)
        and not standing.sound.bare(own)
    )
    own = f"{own.rstrip(ASKING)}？"
    if near_by and asks and _is_of_it(near_by.trace, passages):
        found.append(put_to(card, own) if len(library.cards) > 1 else own)
    first = near_by.trace.finding.facts if near_by else ()
    if not passages:
        first = tuple(c.fact for c in trace.finding.rivals)
        if not first:
            return tuple(found)
    forms, words = library.common.wording["offers"], library.common.spoken
    index, text = knowledge.indexes[0], trace.question.text
    later: list[Offer] = []
    taken: list[tuple[int, int]] = []
    # What one of them gives another would only say again, as text and table do.
    given: list[tuple[Value, ...]] = []
    tried = offers(
        trace.mentions, terms, passages, index, units, forms, words, standing, text, first
    )
    for offer in _varied(tried, taken, later):
        if len(found) == OFFERED:
            break
        ways = (named(card, way) if len(library.cards) > 1 else way for way in offer.ways)
        said = next((way for way in ways if offer.is_met(answers(way))), None)
        values = answers(said).values if said else ()
        if said and said not in found and not (values and values in given):
            found.append(said)
            given.append(values)
            taken.extend(offer.of)
    return tuple(found)


def _varied(
    tried: Iterable[Offer], taken: Sequence[tuple[int, int]], later: list[Offer]
) -> Iterator[Offer]:
    """The offers, those that state a clause which two are of already after all others."""
    for offer in tried:
        crowded = [span for span in taken if any(_meet(span, own) for own in offer.of)]
        if len(crowded) > 1 and len(offer.of) == 1:
            later.append(offer)
        else:
            yield offer
    yield from later


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _is_of_it(near: Trace, passages: Sequence[Passage]) -> bool:
    """Does a part of a question, asked by itself, still speak of what the whole is nearest to?"""
    from assistant.choosing.terms import CONTENT

    words = sum(bool(m.kinds() & CONTENT) for m in near.mentions)
    shown = any(
        c.report == p.report and c.start < p.end and p.start < c.end
        for c in near.answer.citations
        for p in passages
    )
    return bool(words) and (shown or words > 1 or near.answer.computation is not None)


def _unsaid(trace: Trace, turn: Turn | None) -> tuple[Mention, ...]:
    """What a short question leaves to the turn before; nothing where it has a word of its own that is not known."""
    if turn is None or any(m.is_unknown() for m in trace.mentions):
        return ()
    reading = Reading(as_read(trace.question.text, trace.mentions), trace.mentions)
    return turn.reading.mentions if is_short(reading) or leans(reading) else ()
