"""The way of a question over all loaded reports: which are meant, what each says, what follows.

text → route → cards → inquiry (one report) or across (several side by side) → Answer
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.cards import label_of, put_to
from assistant.inquiry import Trace, ask, consider, ground_of, turn_of, unreadable
from assistant.library import Library
from assistant.model import Answer, Card, Considered, Figure, Finding, Question
from assistant.naming import question_about
from assistant.operators import across as together
from assistant.operators.ground import Ground
from assistant.operators.wanted import wanted
from assistant.steps.normalise import normalise
from assistant.steps.recall import Turn, chosen
from assistant.steps.route import Route, route
from assistant.steps.sides import Across, across, between_years, narrowed
from assistant.steps.word import choose, join_reports, talk, word, word_across

TURNS = 6
# What is said of one report, and of many.
FOR_ALL = {"greeting": "greeting_many", "ability": "greeting_many", "reports": "reports_many"}
SHOWN = 4
NEAREST = 4
NAMED = 30
YEARS = re.compile(r"((?:19|20)\d{2})年?")
EACH = re.compile("各自?|分别|都")
# What may not stand between two years that are only listed (2023年和2024年).
JOINED = re.compile("[^和、,跟与及到至年两 ]")
# Words that set reports side by side even where the question names no two of them.
SIDE_BY_SIDE = frozenset({"every_year", "every_place", "rate", "equal", "sum", "average"})


def travel(asked: str, history: tuple[str, ...], library: Library) -> Trace:
    """Take a question the whole way, with what it leaves unsaid taken from the turns before."""
    turn: Turn | None = None
    for earlier in history[-TURNS:]:
        trace, cards = _ask(earlier, turn, library)
        turn = turn_of(trace, library.at(cards[0].id), cards) if cards else turn
    trace, cards = _ask(asked, turn, library)
    return replace(trace, question=replace(trace.question, history=history), cards=cards)


def considered(trace: Trace, library: Library, limit: int) -> tuple[Considered, ...]:
    """The facts nearest to an explained question, with what accounts for each of its words."""
    return consider(trace, library.at(trace.cards[0].id), limit) if trace.cards else ()


Asked = tuple[Trace, tuple[Card, ...]]


def _ask(asked: str, turn: Turn | None, library: Library) -> Asked:
    """The trace of one question after one turn, and the reports that it was about."""
    if len(library.cards) == 1:
        [card] = library.cards
        return ask(asked, turn, library.at(card.id)), (card,)
    question = normalise(asked)
    choice = chosen(question.text, turn) if turn else None
    if choice:
        trace, cards = _ask(choice, None, library)
        question = replace(trace.question, asked=asked, carried=choice)
        answer = replace(trace.answer, question=asked)
        return replace(trace, question=question, answer=answer), cards
    if unreadable(question, asked):
        return ask(asked, turn, library.at(library.cards[0].id)), ()
    path = route(question, library, turn.cards if turn else ())
    if not path.cards:
        return _nowhere(question, path, library), ()
    found = _side_by_side(question, path, library)
    if found and found.answer.status == "answered":
        return found, path.cards
    looking_back = _looking_back(question, path, library)
    if looking_back and len(path.years) > 1:
        return looking_back, path.cards
    trace, cards = _one_by_one(asked, turn, path, library)
    if trace.answer.status in ("answered", "chat"):
        return trace, cards
    if looking_back:
        return looking_back, path.cards
    if path.before:
        back = _across(question, (*path.before, *path.cards), library)
        if back.answer.status == "answered":
            return back, path.cards
    return (found, path.cards) if found else (trace, cards)


def _nowhere(question: Question, path: Route, library: Library) -> Trace:
    """No report fits: too many are loaded to try them all, or none is of the year that is named."""
    known = library.at(library.cards[0].id)
    if path.too_many:
        trace = ask(question.asked, None, known)
        if trace.answer.status == "chat":
            return _of_all([(library.cards[0], trace)], library)
        finding = Finding("unanswered", "too_many", reason="not_understood")
    else:
        years = sorted({card.year for card in library.cards})
        slots = {
            "word": "、".join(f"{year}年" for year in path.years),
            "year": "、".join(map(str, years)),
        }
        finding = Finding("unanswered", "no_such_period", slots, reason="no_such_period")
    answer = word(question, finding, known.indexes[0], known.wording)
    return Trace(question, (), "", None, finding, answer)


# --------------------------------------------------------------------------- one report, or one of several


def _one_by_one(asked: str, turn: Turn | None, path: Route, library: Library) -> Asked:
    """What each report says by itself; one that answers is the answer, several are asked back."""
    asked_of = [(card, ask(asked, turn, library.at(card.id))) for card in path.cards]
    talks = [(card, trace) for card, trace in asked_of if trace.answer.status == "chat"]
    if talks:
        return _of_all(talks, library), path.cards[:1]
    answered = [(card, trace) for card, trace in asked_of if trace.answer.status == "answered"]
    if len(answered) == 1:
        [(card, trace)] = answered
        trace = _complete(trace, card)
        return (trace if path.is_named else _named(trace, card, library)), (card,)
    if answered:
        return _choice(answered, library), tuple(card for card, _ in answered)
    open_ones = [(c, t) for c, t in asked_of if t.answer.status == "clarify"]
    card, trace = (open_ones or asked_of)[0]
    return _complete(trace, card), (card,)


def _of_all(talks: Sequence[tuple[Card, Trace]], library: Library) -> Trace:
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
        (label_of(c), put_to(c, _unnamed(t.question.text, c, library)), t.answer)
        for c, t in answered
    ]
    answer = choose(first.question, rows, library.common.wording)
    finding = Finding("clarify", "across_clarify", {})
    return replace(first, finding=finding, answer=answer, parts=())


def _unnamed(text: str, card: Card, library: Library) -> str:
    """The question without a name of the report's place, which will stand in front of it."""
    named = next((name for name in library.names[card.id] if name in text), "")
    return text.replace(named, "", 1)


# --------------------------------------------------------------------------- several side by side


def _side_by_side(question: Question, path: Route, library: Library) -> Trace | None:
    """The reports side by side, where the question names several or compares all that fit."""
    if len(path.cards) < 2:
        return None
    if path.is_several:
        found = _across(question, path.cards, library)
        return (
            found if found.answer.status == "answered" else _each(question, path, library) or found
        )
    asked = narrowed(across(question, path.cards, library))
    reading = asked.reading
    if len(asked.shared) < 2:
        return None
    years = len({card.year for card in path.cards}) == len(path.cards) and "year" in reading.asks
    if not (years or reading.operators & SIDE_BY_SIDE):
        return None
    return _found(question, asked, library, partly=True)


def _each(question: Question, path: Route, library: Library) -> Trace | None:
    """2023年和2024年X占Y的比例各是多少: the same question put to each report, the answers in order."""
    years = [m for m in YEARS.finditer(question.text) if int(m.group(1)) in path.years]
    if len(years) < len(path.cards) or len(path.groups) > 1 or not EACH.search(question.text):
        return None
    if not wanted(across(question, path.cards, library).reading).only_each:
        return None
    start, end = years[0].start(), years[-1].end()
    if JOINED.search(YEARS.sub("", question.text[start:end])):
        return None
    found = []
    for card in path.cards:
        text = EACH.sub("", f"{question.text[:start]}{card.year}年{question.text[end:]}")
        trace = ask(text, None, library.at(card.id))
        if trace.answer.status != "answered" or not trace.answer.values:
            return None
        found.append((card, trace))
    answers = [(label_of(card), trace.answer) for card, trace in found]
    answer = join_reports(question, answers, library.common.wording)
    return replace(found[0][1], question=question, rule="多份报告", answer=answer)


def _looking_back(question: Question, path: Route, library: Library) -> Trace | None:
    """One report about its own year and one before, where it states both (比2017年的443条增加49条)."""
    if len(path.cards) != 1 or not (len(path.years) > 1 or path.steps):
        return None
    [card] = path.cards
    years = path.years if len(path.years) > 1 else (card.year + path.steps[0], card.year)
    asked = between_years(question, card, years, library)
    trace = _found(question, asked, library)
    return trace if trace.answer.status == "answered" else None


def _across(question: Question, cards: Sequence[Card], library: Library) -> Trace:
    return _found(question, across(question, cards, library), library)


def _found(question: Question, asked: Across, library: Library, partly: bool = False) -> Trace:
    def ground(card: Card) -> Ground:
        known = library.at(card.id)
        return ground_of(known.indexes[0], known)

    finding = together.run(asked, ground, partly, library.carries)
    wording = library.common.wording
    reading = asked.reading
    if finding.status == "answered":
        indexes = [library.at(report).indexes[0] for report in finding.reports]
        answer: Answer = word_across(question, finding, indexes, wording)
    else:
        card = next((s.card for s in asked.shared if s.card.id in finding.reports[:1]), None)
        card = card or asked.shared[0].card
        answer = word(question, finding, library.at(card.id).indexes[0], wording)
        offered = tuple(put_to(card, q) for q in answer.suggestions)
        answer = replace(answer, suggestions=offered or _each_stated(finding, asked, library))
    return Trace(question, reading.mentions, "多份报告", asked.shared[0].query, finding, answer)


def _each_stated(finding: Finding, asked: Across, library: Library) -> tuple[str, ...]:
    """Complete questions for the figures that were found, where no answer could be made of them."""
    cards = {side.card.id: side.card for side in asked.shared}
    return tuple(
        put_to(cards[report], question_about(fact, library.at(report).indexes[0].report))
        for fact, report in zip(finding.facts, finding.reports, strict=False)
        if isinstance(fact, Figure)
    )[:NEAREST]
