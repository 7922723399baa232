"""What each report says to a question by itself: one that answers is the answer, several are asked back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.cards import body_of, label_of, put_to
from assistant.inquiry import ask, turn_of
from assistant.library import Library
from assistant.model import Answer, Card, Finding
from assistant.steps.joined import choose, talk
from assistant.steps.readdress import names_in, stripped
from assistant.steps.recall import Turn
from assistant.steps.route import Route
from assistant.steps.word import word
from assistant.trace import Trace

# What is said of one report, and of many.
FOR_ALL = {"greeting": "greeting_many", "ability": "greeting_many", "reports": "reports_many"}
SHOWN = 4
NEAREST = 4
NAMED = 30


@dataclass(frozen=True, slots=True)
class Reached:
    """The trace of one question, and the reports that it was about; `named` where the person named them."""

    trace: Trace
    cards: tuple[Card, ...] = ()
    named: bool = False


def one_by_one(asked: str, turn: Turn | None, path: Route, library: Library) -> Reached:
    """What each report says by itself; one that answers is the answer, several are asked back."""
    named = bool(path.groups or path.carried)
    asked_of = [
        (card, ask(asked, _turn_in(card, turn, library), library.at(card.id)))
        for card in path.cards
    ]
    talks = [(card, trace) for card, trace in asked_of if trace.answer.status == "chat"]
    if talks:
        return Reached(of_all(talks, library))
    answered = [(card, trace) for card, trace in asked_of if trace.answer.status == "answered"]
    if len(answered) == 1 and not path.is_several:
        [(card, trace)] = answered
        trace = _complete(trace, card)
        plain = path.groups and path.is_named
        return Reached(trace if plain else _named(trace, card, library), (card,), named)
    if answered:
        return Reached(_choice(answered, library), tuple(card for card, _ in answered), named)
    open_ones = [(c, t) for c, t in asked_of if t.answer.status == "clarify"]
    read = tuple((c, t.mentions) for c, t in asked_of)
    if not open_ones and len(asked_of) > 1:
        trace = replace(_in_none(asked_of, library), read=read)
        return Reached(trace, path.cards if named else (), named)
    card, trace = (open_ones or asked_of)[0]
    trace = _complete(_true_of_years(trace, path, card, library), card)
    return Reached(trace, (card,) if named or open_ones else (), named)


def _turn_in(card: Card, turn: Turn | None, library: Library) -> Turn | None:
    """The turn before as it would have been in this report: its question without the names of reports."""
    if turn is None or (turn.report.id == card.id and len(turn.cards) < 2):
        return turn
    if turn.many or turn.answer.status not in ("answered", "clarify"):
        return None
    known = library.at(card.id)
    bare = names_in(turn.text, library).bare
    trace = ask(bare, None, known) if bare else None
    return turn_of(trace, known, (card,)) if trace else None


def _in_none(asked_of: Sequence[tuple[Card, Trace]], library: Library) -> Trace:
    """None of several reports answers: said of all of them, with the nearest questions of each."""
    _, trace = asked_of[0]
    if trace.query is None:
        return trace
    named = "、".join(label_of(card) for card, _ in asked_of[:SHOWN])
    slots = {"names": f"{named}等{len(asked_of)}份" if len(asked_of) > SHOWN else named}
    finding = Finding("unanswered", "across_nowhere", slots, reason="not_matched")
    answer = word(trace.question, finding, library.at(asked_of[0][0].id).indexes[0],
                  library.common.wording)  # fmt: skip
    offered = [put_to(c, q) for c, t in asked_of for q in t.answer.suggestions[:1]]
    answer = replace(answer, suggestions=tuple(offered[:NEAREST]))
    return replace(trace, finding=finding, answer=answer, parts=())


def _true_of_years(trace: Trace, path: Route, card: Card, library: Library) -> Trace:
    """Of which years there are reports is said of all that are loaded, not of the one that was asked."""
    if trace.finding.reason != "no_such_period":
        return trace
    told = set(path.years) | {card.year + step for step in path.steps}
    missing = told - _years_of(card, library)
    if not told:
        return trace
    if missing:
        finding = no_such_year(card, sorted(missing), library)
    else:
        named = "、".join(f"{year}年" for year in sorted(told))
        finding = Finding("unanswered", "across_one_year", {"word": named}, reason="not_supported")
    answer = word(trace.question, finding, library.at(card.id).indexes[0], library.common.wording)
    answer = replace(answer, suggestions=trace.answer.suggestions)
    return replace(trace, finding=finding, answer=answer)


def _years_of(card: Card, library: Library) -> set[int]:
    """The years of which this body's reports are loaded."""
    return {c.year for c in library.cards if (c.place, c.organ) == (card.place, card.organ)}


def no_such_year(card: Card, missing: Sequence[int], library: Library) -> Finding:
    """The refusal for years of which this body has no report here, naming those that there are."""
    slots = {
        "body": body_of(card),
        "years": "、".join(map(str, sorted(_years_of(card, library)))),
        "word": "、".join(f"{year}年" for year in missing),
    }
    return Finding("unanswered", "across_years", slots, reason="no_such_period")


def of_all(talks: Sequence[tuple[Card, Trace]], library: Library) -> Trace:
    """A greeting names no one report where many are loaded."""
    _, trace = talks[0]
    assert trace.finding is not None
    kind = FOR_ALL.get(trace.finding.outcome, trace.finding.outcome)
    offered = [
        put_to(card, example) for card, t in talks[:SHOWN] for example in t.answer.suggestions[:1]
    ]
    names = "、".join(label_of(card) for card in library.cards[:NAMED])
    more = "等" if len(library.cards) > NAMED else ""
    slots = {"wording": library.common.wording, "count": len(library.cards), "list": names + more}
    return replace(trace, answer=talk(trace.answer, kind, offered, slots))


def _complete(trace: Trace, card: Card) -> Trace:
    """Each question that is offered names its report, so that it can be asked by itself."""
    offered = tuple(put_to(card, question) for question in trace.answer.suggestions)
    return replace(trace, answer=replace(trace.answer, suggestions=offered))


def _named(trace: Trace, card: Card, library: Library) -> Trace:
    """The answer with the name of its report, where the question left it open."""
    note = str(library.common.wording["from_report"]).format(title=card.title)
    return replace(trace, answer=replace(trace.answer, text=trace.answer.text + note))


def _choice(answered: Sequence[tuple[Card, Trace]], library: Library) -> Trace:
    first = answered[0][1]
    rows = [
        (
            label_of(c),
            put_to(c, stripped(_unnamed(t.question.carried or t.question.text, c, library))),
            _briefly(t),
        )
        for c, t in answered
    ]
    answer = choose(first.question, rows, library.common.wording)
    finding = Finding("clarify", "across_clarify", {})
    return replace(first, finding=finding, answer=answer, parts=())


def _briefly(trace: Trace) -> Answer:
    """The answer without what is only added to it, for a choice of reports."""
    added = trace.finding.slots.get("unchecked", "")
    return replace(trace.answer, text=trace.answer.text.removesuffix(added))


def _unnamed(text: str, card: Card, library: Library) -> str:
    """The question without a name of the report's place, which will stand in front of it."""
    named = next((name for name in library.names[card.id] if name in text), "")
    return text.replace(named, "", 1)
