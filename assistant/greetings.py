"""What there is to ask to begin with: the questions that everybody asks of such reports, each answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from assistant.cards import body_of, named
from assistant.library import Library
from assistant.model import Answer, Card

Answers = Callable[[str], Answer]
SHOWN = 4
BETWEEN = "；"


def with_examples(answer: Answer, library: Library, answers: Answers) -> Answer:
    """An answer to what is said to the assistant itself, with these questions for its examples."""
    if answer.status != "chat" or not answer.suggestions:
        return answer
    # Of many reports no more are opened than the one that is at hand.
    few = library.cards if len(library.cards) <= SHOWN else library.cards[:1]
    found = _of(few, library, answers) or answer.suggestions
    before, after = BETWEEN.join(answer.suggestions), BETWEEN.join(found)
    return replace(answer, text=answer.text.replace(before, after), suggestions=found)


def examples(library: Library, answers: Answers) -> tuple[str, ...]:
    """Of one report questions on several topics, of many one of each of the newest, on another topic each."""
    newest = {body_of(card): card for card in sorted(library.cards, key=lambda c: c.year)}
    cards = sorted(newest.values(), key=lambda card: -card.year)[:SHOWN]
    return _of(cards, library, answers)


def _of(cards: Sequence[Card], library: Library, answers: Answers) -> tuple[str, ...]:
    cards = cards if len(cards) > 1 else [*cards] * SHOWN
    found: list[str] = []
    topics: set[str] = set()
    for card in cards:
        for topic, question in _answered(card, library, answers, topics):
            found.append(question)
            topics.add(topic)
            break
    return tuple(found)


def _answered(
    card: Card, library: Library, answers: Answers, topics: set[str]
) -> Iterator[tuple[str, str]]:
    """The standard questions of a report on other topics than these, with their topics."""
    from assistant.offering.repertoire import repertoire_of

    many = len(library.cards) > 1
    for one in repertoire_of(library.at(card.id)).common:
        if one.topic in topics:
            continue
        ways = (named(card, way) if many else way for way in one.ways)
        yield from ((one.topic, way) for way in ways if one.is_met(answers(way)))
