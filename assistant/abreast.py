"""Several reports abreast: where a question names several, compares all that fit, or looks back a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.cards import label_of, put_to
from assistant.foremost import foremost
from assistant.inquiry import ask
from assistant.late import late
from assistant.library import Library
from assistant.model import Answer, Card, Figure, Finding, Question
from assistant.naming import question_about
from assistant.operators import across as together
from assistant.operators.ground import Ground
from assistant.operators.wanted import wanted
from assistant.steps.joined import join_reports
from assistant.steps.route import Route
from assistant.steps.sides import Across, across, between_years, narrowed
from assistant.steps.word import word, word_across
from assistant.trace import Trace
from assistant.worded import ground_of

NEAREST = 4
YEARS = late(r"((?:19|20)\d{2})年?")
EACH = late("各自?|分别|都")
# What may not stand between two years that are only listed (2023年和2024年).
JOINED = late("[^和、,跟与及到至年两 ]")
# Words that set reports side by side even where the question names no two of them.
SIDE_BY_SIDE = frozenset({"every_year", "every_place", "rate", "equal", "sum", "average"})


def side_by_side(question: Question, path: Route, library: Library) -> Trace | None:
    """The reports side by side, where the question names several or compares all that fit."""
    if len(path.cards) < 2:
        return None
    if path.is_several:
        found = set_beside(question, path.cards, library)
        return (
            found
            if found.answer.status == "answered"
            else _each(question, path, library) or foremost(question, path, library) or found
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


def looking_back(question: Question, path: Route, library: Library) -> Trace | None:
    """One report about its own year and one before, where it states both (比2017年的443条增加49条)."""
    if len(path.cards) != 1 or not (len(path.years) > 1 or path.steps):
        return None
    [card] = path.cards
    years = path.years if len(path.years) > 1 else (card.year + path.steps[0], card.year)
    asked = between_years(question, card, years, library)
    trace = _found(question, asked, library)
    return trace if trace.answer.status == "answered" else None


def set_beside(question: Question, cards: Sequence[Card], library: Library) -> Trace:
    """What is asked of just these reports together."""
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
    read = tuple((side.card, reading.mentions) for side in asked.shared)
    query = asked.shared[0].query
    return Trace(question, reading.mentions, "多份报告", query, finding, answer, read=read)


def _each_stated(finding: Finding, asked: Across, library: Library) -> tuple[str, ...]:
    """Complete questions for the figures that were found, where no answer could be made of them."""
    cards = {side.card.id: side.card for side in asked.shared}
    return tuple(
        put_to(cards[report], question_about(fact, library.at(report).indexes[0].report))
        for fact, report in zip(finding.facts, finding.reports, strict=False)
        if isinstance(fact, Figure)
    )[:NEAREST]
