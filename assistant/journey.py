"""The way of a question over all loaded reports: which are meant, what each says, what follows.

text → choice or what the turn before left → route → cards → one report (`singly`) or several (`abreast`) → Answer
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from assistant.abreast import looking_back, set_beside, side_by_side
from assistant.choices import in_good_words
from assistant.considered import consider
from assistant.greetings import examples, with_examples
from assistant.inquiry import ask
from assistant.leaning import meant, year_before
from assistant.library import Library
from assistant.lines import by_line, lines_of
from assistant.model import Answer, Card, Considered, Finding, Question
from assistant.readable import LIMIT, unreadable
from assistant.refusals import with_passages
from assistant.replied import replied
from assistant.singly import Reached, no_such_year, of_all, one_by_one
from assistant.sourced import sourced, wants_source
from assistant.steps.choice import choice
from assistant.steps.joined import join
from assistant.steps.normalise import normalise
from assistant.steps.readdress import says_nothing
from assistant.steps.recall import Turn, leaning
from assistant.steps.route import Route, named_mentions, route
from assistant.steps.split import split
from assistant.steps.word import word
from assistant.trace import Left, Trace
from assistant.turns import TURNS, after, asks_again, left_by, told_again

# Of how many offered questions the answers are remembered.
REMEMBERED = 4096


def travel(
    asked: str, history: tuple[str, ...], library: Library, before: Trace | None = None
) -> Trace:
    """Take a question the whole way, with what it leaves unsaid taken from the turns before.

    `before` is the trace of the last of them, which spares reading them anew.
    """
    trace, turn = _reach(asked, history, library, before)
    answers = partial(_alone, library)
    answer = with_passages(trace, turn, library, answers)
    return replace(trace, answer=with_examples(answer, library, answers))


def to_begin_with(library: Library) -> tuple[str, ...]:
    """Questions to begin with over these reports."""
    return examples(library, partial(_alone, library))


def _alone(library: Library, said: str) -> Answer:
    """The answer to a question that a refusal offers; asked once, however many refusals offer it."""
    known = library.offered
    if said not in known:
        if len(known) >= REMEMBERED:
            known.clear()
        known[said] = _reach(said, (), library, None)[0].answer
    return known[said]


def reach(
    asked: str, history: tuple[str, ...], library: Library, before: Trace | None = None
) -> Trace:
    """As `travel`, without what a refusal shows beside."""
    return _reach(asked, history, library, before)[0]


def _reach(
    asked: str, history: tuple[str, ...], library: Library, before: Trace | None
) -> tuple[Trace, Turn | None]:
    """The trace, and the turn that it may lean on."""
    left = before.left if before else None
    if left is None:
        left = Left()
        for earlier in history[-TURNS:]:
            if wants_source(earlier, left.said, library):
                continue
            left = left_by(_ask(earlier, left.turn, library), left, library)
    if left.said and wants_source(asked, left.said, library):
        trace = sourced(asked, left.said, library)
        question = replace(trace.question, history=history)
        return replace(trace, question=question, left=left), left.turn
    reached = _ask(asked, left.turn, library)
    trace, turn = replace(reached.trace, cards=reached.cards), left.turn
    if left.said and asks_again(trace):
        trace, turn = told_again(asked, left.said, library), left.beside
    question = replace(trace.question, history=history)
    return replace(trace, question=question, left=left_by(reached, left, library)), turn


def considered(trace: Trace, library: Library, limit: int) -> tuple[Considered, ...]:
    """The facts nearest to an explained question, with what accounts for each of its words."""
    return consider(trace, library.at(trace.cards[0].id), limit) if trace.cards else ()


def _ask(asked: str, turn: Turn | None, library: Library) -> Reached:
    """One question after one turn, with what it lets choose in good words."""
    reached = _put(asked, turn, library)
    return replace(reached, trace=in_good_words(reached.trace, library))


def _put(asked: str, turn: Turn | None, library: Library) -> Reached:
    """One question after one turn: a choice, the question before put to other reports, or its own.

    Several that stand each on a line are asked one after the other.
    """
    lines = lines_of(asked)
    if len(lines) > 1 and (several := by_line(asked, lines, turn, library, _ask)):
        return several
    question = normalise(asked[: LIMIT + 1])
    reply = choice(question.text, turn.offered, turn.taken) if turn else None
    if turn and reply:
        return replied(asked, reply, turn, library, _ask)
    if turn and (told := year_before(asked, turn, library)):
        return told
    if len(library.cards) == 1:
        [card] = library.cards
        return Reached(ask(asked, turn, library.at(card.id)), (card,))
    if unreadable(question, asked):
        return Reached(ask(asked, None, library.at(library.cards[0].id)))
    return (turn and meant(asked, question, turn, library, _ask)) or _asked(
        asked, question, turn, library
    )


def _in_parts(
    question: Question, turn: Turn | None, path: Route, library: Library
) -> Reached | None:
    """Several questions in one line over several reports, each after the one before; none is dropped."""
    parts = split(question.text, named_mentions(question, library))
    if len(parts) < 2 or (len(path.cards) < 2 and len(path.years) < 2 and not path.steps):
        return None
    found: list[Reached] = []
    for part in parts:
        found.append(_ask(part, turn, library))
        turn = after(found[-1], turn, library)
    answered = [r for r in found if r.trace.answer.status == "answered"]
    if not answered:
        return None
    answer = join(question, [r.trace.answer for r in found], library.common.wording)
    cards = tuple(dict.fromkeys(card for r in found for card in r.cards))
    traces = tuple(r.trace for r in found)
    trace = replace(answered[0].trace, question=question, answer=answer, parts=traces)
    return Reached(trace, cards, any(r.named for r in found))


def _asked(asked: str, question: Question, turn: Turn | None, library: Library) -> Reached:
    earlier = turn.cards if turn and (turn.named or leaning(question.text)) else ()
    path = route(question, library, earlier)
    named = bool(path.groups or path.carried)
    if not path.cards:
        return Reached(_nowhere(question, path, library))
    if names := says_nothing(question.text, library):
        finding = Finding("unanswered", "across_unasked", {"names": names}, reason="not_understood")
        return Reached(_said(question, finding, path.cards[0], library), path.cards, named)
    kept = path.cards if named else ()
    found = side_by_side(question, path, library)
    if found and found.answer.status == "answered":
        return Reached(found, path.cards, named)
    if parts := _in_parts(question, turn, path, library):
        return parts
    back = looking_back(question, path, library)
    if back and len(path.years) > 1:
        return Reached(back, path.cards, named)
    reached = one_by_one(asked, turn, path, library)
    if reached.trace.answer.status in ("answered", "chat"):
        return reached
    if back:
        return Reached(back, path.cards, named)
    if path.before:
        earlier_too = set_beside(question, (*path.before, *path.cards), library)
        if earlier_too.answer.status == "answered":
            return Reached(earlier_too, path.cards, named)
    return Reached(found, kept, named) if found else reached


def _said(question: Question, finding: Finding, card: Card, library: Library) -> Trace:
    """A finding about reports as a whole, in words."""
    answer = word(question, finding, library.at(card.id).indexes[0], library.common.wording)
    return Trace(question, (), "", None, finding, answer)


def _nowhere(question: Question, path: Route, library: Library) -> Trace:
    """No report fits: too many are loaded to try them all, or none is of the year that is named."""
    known = library.at(library.cards[0].id)
    if path.too_many:
        trace = ask(question.asked, None, known)
        if trace.answer.status == "chat":
            return of_all([(library.cards[0], trace)], library)
        finding = Finding("unanswered", "too_many", reason="not_understood")
    elif lacking := [g for g in path.groups if not any(c.year in path.years for c in g)]:
        finding = no_such_year(lacking[0][0], path.years, library)
    else:
        years = sorted({card.year for card in library.cards})
        slots = {
            "word": "、".join(f"{year}年" for year in path.years),
            "year": "、".join(map(str, years)),
            "whose": "现有的",
        }
        finding = Finding("unanswered", "no_such_period", slots, reason="no_such_period")
    answer = word(question, finding, known.indexes[0], known.wording)
    return Trace(question, (), "", None, finding, answer)
