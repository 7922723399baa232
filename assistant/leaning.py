"""What can only be meant after the turn before: 它, other reports, those before together, another measure.

A whole question takes its place, which the answer says, or those that it may be are asked back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asked_back import offer
from assistant.cards import body_of, put_to
from assistant.inquiry import ask as ask_one
from assistant.library import Library
from assistant.lines import Ask
from assistant.model import Card, Question
from assistant.singly import Reached
from assistant.steps.against import compared
from assistant.steps.normalise import normalise
from assistant.steps.readdress import (
    names_in,
    other_measure,
    readdressed,
    since_last,
    those_meant,
    together,
    topic_of,
    variants,
)
from assistant.steps.recall import Turn
from assistant.timely import of_last


def meant(asked: str, question: Question, turn: Turn, library: Library, ask: Ask) -> Reached | None:
    """What can only be meant after the turn before: 它, other reports, those before together, another measure."""
    text = question.text
    if those := those_meant(text, turn):
        return _one_meant(asked, *those, turn, library, ask)
    if not turn.many and turn.answer.status in ("answered", "clarify"):
        whole = readdressed(text, turn, library) or together(text, turn, library)
        if whole:
            return _carried(asked, whole, library, ask)
        if held := compared(text, turn, library):
            return _carried(asked, held, library, ask)
        if since := since_last(text, turn, library):
            return _since(asked, since, turn, library, ask)
        if several := variants(text, turn, library):
            return _offered(asked, several, turn, library, ask)
        whole = other_measure(text, turn, library)
        reached = _carried(asked, whole, library, ask) if whole else None
        if reached and reached.trace.answer.status == "answered":
            return reached
    return None


def year_before(asked: str, turn: Turn, library: Library) -> Reached | None:
    """前一年呢, of what the one report says of then, where the report of that year is not at hand itself."""
    if turn.many or turn.answer.status != "answered" or len(turn.cards) != 1:
        return None
    [card] = turn.cards
    body, then = body_of(card), card.year - 1
    if any(other.year == then and body_of(other) == body for other in library.cards):
        return None
    trace = of_last(asked, turn, library.at(card.id))
    return Reached(trace, turn.cards, named=True) if trace else None


def _since(asked: str, whole: str, turn: Turn, library: Library, ask: Ask) -> Reached:
    """比上年多多少: of the reports of both years, else what the one report says beside its figure."""
    reached = _carried(asked, whole, library, ask)
    if reached.trace.answer.status == "answered":
        return reached
    [card] = turn.cards
    trace = ask_one(asked, turn, library.at(card.id))
    told = trace.answer.status == "answered"
    return Reached(trace, turn.cards, named=True) if told else reached


def _offered(asked: str, texts: Sequence[str], turn: Turn, library: Library, ask: Ask) -> Reached:
    """Asked back: those of the questions that are answered."""
    known = library.at(turn.cards[0].id)
    sound = [t for t in texts if ask(t, None, library).trace.answer.status == "answered"]
    question = replace(normalise(asked), asked=asked)
    return Reached(offer(question, tuple(sound), known, "which_one"))


def _carried(asked: str, whole: str, library: Library, ask: Ask) -> Reached:
    """A complete question in the place of what was asked, which the answer says."""
    reached = ask(whole, None, library)
    trace = reached.trace
    note = ""
    if trace.answer.status == "answered":
        note = str(library.common.wording["carried"]).format(question=whole)
    answer = replace(trace.answer, question=asked, text=trace.answer.text + note)
    question = replace(trace.question, asked=asked, carried=whole)
    return replace(reached, trace=replace(trace, question=question, answer=answer), named=True)


def _one_meant(
    asked: str, cards: Sequence[Card], rest: str, turn: Turn, library: Library, ask: Ask
) -> Reached:
    """它 after an answer from several reports: 前者 is plain, any other is asked back."""
    if names_in(rest, library).named or not rest:
        return _offered(asked, (), turn, library, ask)
    topics = (rest, topic_of(turn, library) + rest)
    for offered in (tuple(put_to(card, topic) for card in cards) for topic in topics):
        reached = _offered(asked, offered, turn, library, ask)
        if reached.trace.answer.suggestions:
            break
    if len(cards) == 1 and reached.trace.answer.suggestions:
        return _carried(asked, reached.trace.answer.suggestions[0], library, ask)
    return reached
