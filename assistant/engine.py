"""The public face: an `Assistant` over loaded reports, and `answer()` over the bundled one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import finalize

from assistant.cards import put_to
from assistant.journey import considered, reach, to_begin_with, travel
from assistant.knowledge import Knowledge
from assistant.lexicon import CELL
from assistant.library import Library, Shelf, open_library
from assistant.model import Answer, Card, Considered, Figure, Report
from assistant.naming import question_about
from assistant.store.packing import Summary, card_of
from assistant.trace import Trace

if TYPE_CHECKING:
    from assistant.language.related import Related
    from assistant.offering.repertoire import Repertoire


class Assistant:
    """Answers questions over the loaded reports. Immutable once made, so safe to share by threads.

    `folder` is a `knowledge/` folder (the bundled one by default), `store` where the reports live
    (a SQLite file, a PostgreSQL URL or an open store; those of the folder by default); `reports`
    limits it to these report ids. Raises `KnowledgeError` when knowledge was edited and does not
    hold, `StoreError` for a store that cannot be read, `ReportError` for a report that is not there.
    """

    def __init__(
        self,
        folder: Path | None = None,
        reports: Iterable[str] = (),
        store: Shelf | str | Path | None = None,
    ) -> None:
        """Load the terms and the cards; a report's facts are read when they are first needed.

        A store that is opened here is closed when nobody holds the assistant any more.
        """
        self._library = open_library(folder, reports, store)
        if isinstance(store, str | Path):
            finalize(self, self._library.close)

    def answer(self, question: str, history: Sequence[str] = ()) -> Answer:
        """The answer to a question; `history` holds the earlier questions of the conversation, in order.

        Never raises for any text: what cannot be answered is a value (`status`, `reason`). Raises
        `TypeError` for what is no text.
        """
        return self.explain(question, history).answer

    def explain(
        self, question: str, history: Sequence[str] = (), before: Trace | None = None
    ) -> Trace:
        """The whole way of a question: how each word was read, what was found, what was decided.

        `before` is the trace of the last question of `history`, where it is at hand: nothing is then
        read twice.
        """
        trace = travel(question, _texts(question, history), self._library, before)
        return replace(trace, answer=self._with_doubts(trace))

    def attempt(
        self, question: str, history: Sequence[str] = (), before: Trace | None = None
    ) -> Trace:
        """As `explain`, for many questions of which only what is answered counts: refusals show nothing beside."""
        trace = reach(question, _texts(question, history), self._library, before)
        return replace(trace, answer=self._with_doubts(trace))

    def _with_doubts(self, trace: Trace) -> Answer:
        """The answer, saying so where its report contradicts a figure that it gives."""
        answer, facts = trace.answer, trace.finding.facts
        if answer.status != "answered" or not answer.citations:
            return answer
        from assistant.checks import warned

        several = trace.finding.reports or (answer.citations[0].report,) * len(facts)
        for identity in dict.fromkeys(several):
            failures = self._library.failures(identity)
            if failures:
                mine = [f for f, r in zip(facts, several, strict=False) if r == identity]
                figures = [fact for fact in mine if isinstance(fact, Figure)]
                report, rules = (
                    self._library.at(identity).report(identity),
                    self._library.common.rules,
                )
                answer = warned(answer, figures, report, failures, rules)
        return answer

    @property
    def wording(self) -> Mapping[str, Any]:
        """Every sentence and label that the assistant says, as `knowledge/wording.yaml` has them."""
        return self._library.common.wording

    def considered(self, trace: Trace, limit: int = 6) -> tuple[Considered, ...]:
        """The facts nearest to an explained question, and what accounts for each of its words."""
        return considered(trace, self._library, limit)

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards of the reports that can be asked."""
        return self._library.cards

    def only(self, reports: Iterable[str]) -> Assistant:
        """The same terms and store over only these reports; raises `ReportError` for one that is not there."""
        return _Part(self, self._library.only(reports))

    @property
    def summaries(self) -> tuple[Summary, ...]:
        """The cards of these reports with what there is of each; of a store, none is read."""
        asked = {card.id for card in self.cards}
        return tuple(s for s in self._library.store.summaries() if s.card.id in asked)

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports that can be asked, with their facts."""
        return tuple(self._library.store.report(card.id) for card in self.cards)

    def report(self, identity: str) -> Report | None:
        """The report with this id."""
        known = any(card.id == identity for card in self.cards)
        return self._library.at(identity).indexes[0].report if known else None

    def knowledge(self, *identities: str) -> Knowledge:
        """The terms, with these reports open."""
        return self._library.at(*identities)

    @property
    def related(self) -> Related:
        """Words that speak of the same matter."""
        return self._library.related

    def repertoire(self, identity: str) -> Repertoire:
        """The questions that are worth asking of a report."""
        from assistant.offering.repertoire import repertoire_of

        return repertoire_of(self._library.at(identity))

    def examples(self) -> tuple[str, ...]:
        """Questions to begin with, each of which is answered."""
        return to_begin_with(self._library)

    def question(self, figure: Figure, report: Report) -> str:
        """A complete question for a figure of a report; among several, it names the report."""
        asked = question_about(figure, report)
        return put_to(card_of(report), asked) if len(self.cards) > 1 else asked

    def questions(self, among: Iterable[Card] | None = None) -> tuple[str, ...]:
        """One complete question for every figure of these reports (of all), in reading order."""
        reports = (
            self._library.store.report(c.id) for c in (self.cards if among is None else among)
        )
        asked = (self.question(figure, report) for report in reports for figure in report.figures)
        return tuple(dict.fromkeys(asked))

    def names(self, among: Iterable[Card] | None = None) -> tuple[str, ...]:
        """The names that questions may use for what these reports (all) state, for completion."""
        found: dict[str, None] = {}
        for card in self.cards if among is None else among:
            known = self._library.at(card.id)
            [index] = known.indexes
            stated = {atom for entry in index.figures() for atom in entry.own | entry.context}
            for layer in known.lexicon.layers:
                for name, senses in layer.items():
                    usable = (s for s in senses if not s.near and s.kind != CELL and s.atoms)
                    if any(set(s.atoms) <= stated for s in usable):
                        found[name] = None
        return tuple(found)


class _Part(Assistant):
    """An assistant over some reports of another, whose store it keeps open."""

    def __init__(self, whole: Assistant, library: Library) -> None:
        self._whole = whole
        self._library = library


def _texts(question: object, history: object) -> tuple[str, ...]:
    """The earlier questions; raises `TypeError` where they, or the question, are no texts.

    >>> _texts("英德呢", "连州市进驻多少项")
    Traceback (most recent call last):
    TypeError: history 要写成文字的列表，例如 ["连州市进驻多少项"]，给的是 str
    """
    if not isinstance(question, str):
        raise TypeError(f"question 要写成文字（str），给的是 {type(question).__name__}")
    such_as = '例如 ["连州市进驻多少项"]'
    if isinstance(history, str | bytes) or not isinstance(history, Sequence):
        raise TypeError(f"history 要写成文字的列表，{such_as}，给的是 {type(history).__name__}")
    for earlier in history:
        if not isinstance(earlier, str):
            kind = type(earlier).__name__
            raise TypeError(f"history 里要都是文字（str），{such_as}，有一项是 {kind}")
    return tuple(history)


@cache
def _bundled() -> Assistant:
    return Assistant()


def answer(question: str, history: Sequence[str] = ()) -> Answer:
    """The answer of the bundled report to a question.

    >>> answer("今天天气怎么样").status
    'unanswered'
    """
    return _bundled().answer(question, history)
