"""What people look for first in a report: the figures that answer the questions of `knowledge/keyfigures.yaml`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from assistant.alone import ground_of
from assistant.cards import body_of, put_to
from assistant.engine import Assistant
from assistant.model import Answer, Card, Citation, Figure
from assistant.naming import SHORT, subject
from assistant.operators.alike import Held

# A zero in words may be of something else that did not happen; a cell that holds 0 is a count.
AMOUNTS = frozenset({"count", "money", "percent"})
Questions = tuple[str, ...]
# The measures that people look for first: the name of each, and the questions that ask for it.
Looked = tuple[tuple[str, Questions], ...]
MOST = 10
MOST_STANDARD = 4


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure that a report states, under the name that people know, with the answer that gives it."""

    name: str
    card: Card
    held: Held
    answer: Answer

    @property
    def figure(self) -> Figure:
        """The figure itself."""
        return self.held.figure

    @property
    def text(self) -> str:
        """The figure as the answer writes it, with what it counts."""
        return self.answer.values[0].text

    @property
    def proof(self) -> Citation:
        """Where it stands: of a table the one cell, else the words that state it."""
        citation = _cited(self.figure, self.answer)
        assert citation
        if not self.figure.table:
            return citation
        start, end = self.figure.number
        quote = citation.quote[start - citation.start : end - citation.start]
        return Citation(citation.report, citation.title, citation.section, quote, start, end)


@cache
def measures(knowledge: Path) -> Looked:
    """Those that this `knowledge/` folder has."""
    import yaml

    text = (knowledge / "keyfigures.yaml").read_text(encoding="utf-8")
    return tuple((name, tuple(asked)) for name, asked in yaml.safe_load(text)["measures"].items())


def stated(assistant: Assistant, identity: str, name: str, asked: Questions) -> Stated | None:
    """The one figure that answers a question about this report; None where none answers by itself."""
    part = assistant.only((identity,))
    [card] = part.cards
    for question in asked:
        trace = part.attempt(question)
        figure = _only(trace.answer, [f for f in trace.finding.facts if isinstance(f, Figure)])
        if figure:
            known = part.knowledge(identity)
            return Stated(
                name, card, Held(figure, ground_of(known.indexes[0], known)), trace.answer
            )
    return None


def _only(answer: Answer, figures: Sequence[Figure]) -> Figure | None:
    """The figure that is the whole answer, the cell where text and table state it; none where it is computed."""
    if answer.status != "answered" or answer.computation or len(answer.values) != 1:
        return None
    stated_alike = len({(figure.value, figure.bound) for figure in figures}) == 1
    if not stated_alike or any(figure.kind not in AMOUNTS for figure in figures):
        return None
    figure = max(figures, key=lambda figure: bool(figure.measure))
    return figure if _cited(figure, answer) else None


def _cited(figure: Figure, answer: Answer) -> Citation | None:
    """The citation that the figure stands in."""
    start, end = figure.number
    return next((c for c in answer.citations if c.start <= start and end <= c.end), None)


def key_figures(
    assistant: Assistant,
    find: Callable[[str, str, Questions], Stated | None],
    identity: str,
    looked: Looked,
) -> tuple[Stated, ...]:
    """What people look for first in a report, each figure once, and others of it up to so many.

    `find` gives the figure for a measure, as `stated` does.
    """
    listed = (find(identity, name, asked) for name, asked in looked)
    found: dict[str, Stated] = {}
    for one in filter(None, chain(listed, _others(assistant, identity))):
        found.setdefault(one.figure.id, one)
        if len(found) == MOST:
            break
    return tuple(found.values())


def _others(assistant: Assistant, identity: str) -> Iterator[Stated]:
    """Other figures of a report under its own names for them: first what has parts, then what opens a section."""
    part = assistant.only((identity,))
    [report] = part.reports
    divided = {figure.part_of for figure in report.figures}
    amounts = [f for f in report.figures if f.kind in AMOUNTS and not (f.part_of or f.table)]
    opening = {figure.section: figure for figure in reversed(amounts)}.values()
    wholes = (figure for figure in amounts if figure.id in divided)
    for figure in dict.fromkeys((*wholes, *reversed(opening))):
        if len(subject(figure, report)) <= SHORT:
            continue
        one = stated(
            assistant, report.id, subject(figure, report), (part.question(figure, report),)
        )
        if one and one.figure.id == figure.id:
            yield one


def standard(assistant: Assistant, looked: Looked) -> tuple[str, ...]:
    """Questions to begin with: of the newest report of several bodies, each for another of these measures."""
    newest = {body_of(card): card for card in sorted(assistant.cards, key=lambda card: card.year)}
    cards = sorted(newest.values(), key=lambda card: -card.year)[:MOST_STANDARD]
    left = list(looked)
    found = []
    for card in cards:
        for measure in left:
            one = stated(assistant, card.id, *measure)
            question = put_to(card, one.answer.question) if one else ""
            if one and assistant.attempt(question).answer.values == one.answer.values:
                found.append(question)
                left.remove(measure)
                break
    return tuple(found)
