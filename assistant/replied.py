"""A choice among the questions that were offered: what was chosen is asked, what was not is offered again."""

from __future__ import annotations

from dataclasses import replace

from assistant.alone import carried
from assistant.asked_back import AGAIN, offer
from assistant.cards import label_of
from assistant.library import Library
from assistant.lines import Ask
from assistant.singly import Reached
from assistant.steps.choice import Choice
from assistant.steps.joined import join, join_reports
from assistant.steps.normalise import normalise
from assistant.steps.recall import Turn


def replied(asked: str, reply: Choice, turn: Turn, library: Library, ask: Ask) -> Reached:
    """What was chosen is asked; what was not offered is offered again."""
    card = (turn.cards or library.cards)[0]
    known = library.at(card.id)
    question = replace(normalise(asked), asked=asked)
    if reply.kind != "chosen":
        return Reached(offer(question, reply.questions, known, AGAIN))
    found = [_chosen(asked, text, library, ask) for text in reply.questions]
    if len(found) == 1:
        return found[0]
    answered = [r for r in found if r.trace.answer.status == "answered"]
    if not answered:
        return found[0]
    cards = tuple(dict.fromkeys(card for r in found for card in r.cards))
    labels = [label_of(r.cards[0]) if r.cards else "" for r in found]
    answers = [r.trace.answer for r in found]
    if len(set(labels)) == len(found):
        answer = join_reports(
            question, list(zip(labels, answers, strict=True)), library.common.wording
        )
    else:
        answer = join(question, answers, library.common.wording)
    trace = replace(
        answered[0].trace, question=question, answer=answer, parts=tuple(r.trace for r in found)
    )
    return Reached(trace, cards, named=True)


def _chosen(asked: str, text: str, library: Library, ask: Ask) -> Reached:
    if len(library.cards) == 1:
        [card] = library.cards
        return Reached(carried(asked, text, library.at(card.id)), (card,))
    reached = ask(text, None, library)
    question = replace(reached.trace.question, asked=asked, carried=text)
    answer = replace(reached.trace.answer, question=asked)
    return replace(
        reached, trace=replace(reached.trace, question=question, answer=answer), named=True
    )
