"""What people look for first in a report: the figures that answer the questions of `knowledge/keyfigures.yaml`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from assistant.engine import Assistant
from assistant.folders import read_yaml
from assistant.model import Answer, Card, Citation, Figure
from assistant.naming import subject
from assistant.operators.alike import CUMULATED, Held
from assistant.worded import ground_of

# A zero in words may be of something else that did not happen; a cell that holds 0 is a count.
AMOUNTS = frozenset({"count", "money", "percent"})
Questions = tuple[str, ...]
# The measures that people look for first: the name of each, and the questions that ask for it.
Looked = tuple[tuple[str, Questions], ...]
MOST = 10
# Of fewer characters the name of a figure tells too little (单位60多个).
TELLING = 5


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
    def own_name(self) -> str:
        """The report's own name for it, which may say more (市政府网站主动公开政府信息); of a cell the known one."""
        own = subject(self.figure, self.held.ground.index.report)
        return self.name if self.figure.measure or len(own) < TELLING else own

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
    looked: Mapping[str, Any] = read_yaml(knowledge / "keyfigures.yaml")["measures"]
    return tuple((name, tuple(asked)) for name, asked in looked.items())


def stated(assistant: Assistant, identity: str, name: str, asked: Questions) -> Stated | None:
    """The one figure of the year that answers a question about this report; None where none answers by itself."""
    part = assistant.only((identity,))
    [card] = part.cards
    for question in asked:
        trace = part.attempt(question)
        figure = _only(trace.answer, [f for f in trace.finding.facts if isinstance(f, Figure)])
        if figure:
            known = part.knowledge(identity)
            [index] = known.indexes
            if not CUMULATED.search(index.report.source[slice(*figure.clause)]):
                return Stated(name, card, Held(figure, ground_of(index, known)), trace.answer)
    return None


def _only(answer: Answer, figures: Sequence[Figure]) -> Figure | None:
    """The figure that is the whole answer, the cell where text and table state it; none where it is computed."""
    if answer.status != "answered" or answer.computation or len(answer.values) != 1:
        return None
    stated_alike = len({(figure.value, figure.bound) for figure in figures}) == 1
    # Text and table may both state it; two cells, or two sentences, state two things.
    places = [bool(figure.measure) for figure in figures]
    if not stated_alike or len(set(places)) < len(places):
        return None
    if any(figure.kind not in AMOUNTS for figure in figures):
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
    for one in filter(None, listed):
        found.setdefault(one.figure.id, one)
    known = {(one.figure.value, one.figure.unit) for one in found.values()}
    # What is said again in other words (受理申请859件 beside 新收859件) is nothing new.
    others = (
        one
        for one in _others(assistant, identity)
        if (one.figure.value, one.figure.unit) not in known
    )
    return tuple(islice((*found.values(), *islice(others, max(MOST - len(found), 0))), MOST))


def _others(assistant: Assistant, identity: str) -> Iterator[Stated]:
    """Other figures of a report under its own names for them: first what has parts, then what opens a section."""
    part = assistant.only((identity,))
    [report] = part.reports
    divided = {figure.part_of for figure in report.figures}
    amounts = [f for f in report.figures if f.kind in AMOUNTS and not (f.part_of or f.table)]
    opening = {figure.section: figure for figure in reversed(amounts)}.values()
    wholes = (figure for figure in amounts if figure.id in divided)
    for figure in dict.fromkeys((*wholes, *reversed(opening))):
        if len(subject(figure, report)) < TELLING:
            continue
        one = stated(
            assistant, report.id, subject(figure, report), (part.question(figure, report),)
        )
        if one and one.figure.id == figure.id:
            yield one
