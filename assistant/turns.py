"""What a turn leaves to those after it: what may be leaned on, and what was said last."""

from __future__ import annotations

from dataclasses import replace

from assistant.asked_back import AGAIN
from assistant.inquiry import turn_of
from assistant.library import Library
from assistant.model import Card
from assistant.singly import Reached
from assistant.steps.readdress import names_in
from assistant.steps.recall import Turn
from assistant.trace import Left, Trace

TURNS = 6
# Outcomes after which the conversation stands where it stood.
UNCHANGED = frozenset(
    {AGAIN, "neither", "too_long", "empty", "too_many_questions", "bare_number", "in_chinese"}
)


def left_by(reached: Reached, left: Left, library: Library) -> Left:
    """What is left when a further turn is done."""
    turn = _shortened(after(reached, left.turn, library), TURNS)
    if reached.trace.answer.status == "chat" or reached.trace.finding.outcome in UNCHANGED:
        return replace(left, turn=turn)
    said = replace(reached.trace, cards=reached.cards, left=None)
    return Left(turn, said, left.turn)


def asks_again(trace: Trace) -> bool:
    """再说一遍, 上一个问题是什么: is it the last turn that is asked for?"""
    return trace.finding.status == "chat" and trace.finding.outcome == "again"


def told_again(asked: str, said: Trace, library: Library) -> Trace:
    """What was said last, with the question that it answers."""
    repeated = "；".join(said.question.asked.split("\n"))
    note = str(library.common.wording["carried"]).format(question=repeated)
    answer = replace(said.answer, question=asked, text=said.answer.text + note)
    return replace(said, question=replace(said.question, asked=asked), answer=answer)


def _shortened(turn: Turn | None, most: int) -> Turn | None:
    """The turn with so many before it."""
    if turn is None or turn.earlier is None:
        return turn
    return replace(turn, earlier=_shortened(turn.earlier, most - 1) if most > 1 else None)


def after(reached: Reached, turn: Turn | None, library: Library) -> Turn | None:
    """What the next question may lean on. A greeting changes nothing; a refusal leaves only its reports."""
    trace = reached.trace
    if trace.answer.status == "chat" or trace.finding.outcome in UNCHANGED:
        return turn
    cards = reached.cards or ((turn.cards if turn else ()) if _refused(trace) else ())
    if not cards:
        return None
    new = turn_of(trace, library.at(cards[0].id), cards)
    if new is None:
        return turn
    named = reached.named or bool(turn and turn.named and cards == turn.cards)
    offered = trace.answer.suggestions if trace.answer.status == "clarify" else ()
    taken: tuple[str, ...] = ()
    carried = trace.question.carried
    picked = carried or trace.question.asked
    if turn and picked in turn.offered and not offered:
        offered, taken = turn.offered, (*turn.taken, picked)
    text = carried or new.text
    chain: tuple[Card, ...] = ()
    if turn and carried and len(cards) == 1 and trace.answer.status == "answered":
        same = names_in(text, library).bare == names_in(turn.text, library).bare
        chain = (*(turn.chain or turn.cards), *cards) if same else ()
        chain = tuple(dict.fromkeys(chain))
    return replace(new, text=text, named=named, offered=offered, taken=taken, chain=chain)


def _refused(trace: Trace) -> bool:
    return trace.answer.status == "unanswered"
