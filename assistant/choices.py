"""The questions between which an answer lets choose, each in the words in which it is best asked and answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from assistant.inquiry import ask
from assistant.knowledge import Knowledge
from assistant.library import Library
from assistant.model import Answer, Figure
from assistant.naming import question_about
from assistant.trace import Trace

if TYPE_CHECKING:
    from assistant.offering.repertoire import Repertoire

# Under this name the answers to such questions are kept.
MADE = "choices"
Answers = Callable[[str], Answer]


def in_good_words(trace: Trace, library: Library) -> Trace:
    """The same, with the figures that it offers asked for in good words; what is chosen by its place keeps it."""
    answer = trace.answer
    chosen = answer.status == "clarify"
    if len(library.cards) > 1 or not answer.suggestions or answer.status in ("chat", "unanswered"):
        return trace
    from assistant.offering.repertoire import repertoire_of

    knowledge = library.at(library.cards[0].id)
    report, standing = knowledge.indexes[0].report, repertoire_of(knowledge)
    asked = {question_about(figure, report): figure for figure in report.figures}
    answers = partial(_alone, knowledge)
    found: list[str] = []
    for said in answer.suggestions:
        figure = asked.get(said)
        best = _best(figure, chosen, standing, knowledge, answers) if figure else said
        if best is None and chosen:
            best = said
        if best and not (best in found and chosen):
            found.append(best)
        elif chosen:
            found.append(said)
    return replace(trace, answer=replace(answer, suggestions=tuple(dict.fromkeys(found))))


def _best(
    figure: Figure, chosen: bool, standing: Repertoire, knowledge: Knowledge, answers: Answers
) -> str | None:
    """The first way that a figure is asked for and answered by; where it is to be chosen, else its clause."""
    more = standing.detail(figure.id) if chosen else ()
    for one in (*standing.of_figure(figure.id), *more):
        for way in one.ways:
            answer = answers(way)
            if one.is_met(answer) and _is_cited(figure, answer):
                return way
    others = _others(figure, standing, knowledge) if chosen else ()
    return next((way for way in others if answers(way).status == "answered"), None)


def _is_cited(figure: Figure, answer: Answer) -> bool:
    start, end = figure.number
    return any(c.start <= start and end <= c.end for c in answer.citations)


def _others(figure: Figure, standing: Repertoire, knowledge: Knowledge) -> Iterator[str]:
    from assistant.offering.speech import quoting

    yield from standing.of_cell(figure)
    report = knowledge.indexes[0].report
    yield "".join(question_about(figure, report).split())
    clauses = () if figure.table else (figure.quote, report.source[slice(*figure.clause)])
    for told in clauses:
        quoted = quoting(told, knowledge.spoken)
        if quoted:
            yield quoted


def _alone(knowledge: Knowledge, said: str) -> Answer:
    """The answer to such a question by itself; asked once."""
    kept: dict[str, Answer] = knowledge.made.setdefault(MADE, {})
    if said not in kept:
        kept[said] = ask(said, None, knowledge).answer
    return kept[said]
