"""The public face: an `Assistant` over loaded reports, and `answer()` over the bundled one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from assistant.journey import Trace, consider, travel
from assistant.knowledge import load
from assistant.lexicon import CELL
from assistant.model import Answer, Considered, Report
from assistant.naming import question_about


class Assistant:
    """Answers questions over the loaded reports. Immutable once made, so safe to share by threads.

    `folder` is a `knowledge/` folder (the bundled one by default); `reports` limits it to these
    report ids. Raises `KnowledgeError` when knowledge was edited and does not hold.
    """

    def __init__(self, folder: Path | None = None, reports: Iterable[str] = ()) -> None:
        """Load the knowledge; nothing is read again afterwards."""
        self._knowledge = load(folder, reports)

    def answer(self, question: str, history: Sequence[str] = ()) -> Answer:
        """The answer to a question; `history` holds the earlier questions of the conversation, in order.

        Never raises for any text: what cannot be answered is a value (`status`, `reason`).
        """
        return self.explain(question, history).answer

    def explain(self, question: str, history: Sequence[str] = ()) -> Trace:
        """The whole way of a question: how each word was read, what was found, what was decided."""
        return travel(question, tuple(history), self._knowledge)

    @property
    def wording(self) -> Mapping[str, Any]:
        """Every sentence and label that the assistant says, as `knowledge/wording.yaml` has them."""
        return self._knowledge.wording

    def considered(self, trace: Trace, limit: int = 6) -> tuple[Considered, ...]:
        """The facts nearest to an explained question, and what accounts for each of its words."""
        return consider(trace, self._knowledge, limit)

    @property
    def reports(self) -> tuple[Report, ...]:
        """The loaded reports with their facts."""
        return tuple(index.report for index in self._knowledge.indexes)

    def report(self, identity: str) -> Report | None:
        """The loaded report with this id."""
        return next((r for r in self.reports if r.id == identity), None)

    def questions(self) -> tuple[str, ...]:
        """One complete question for every figure of the loaded reports, in reading order."""
        asked = (question_about(f, report) for report in self.reports for f in report.figures)
        return tuple(dict.fromkeys(asked))

    def names(self) -> tuple[str, ...]:
        """The names that questions may use for what the reports state, for completion."""
        found: dict[str, None] = {}
        for index in self._knowledge.indexes:
            stated = {atom for entry in index.figures() for atom in entry.own | entry.context}
            for layer in self._knowledge.lexicon.layers:
                for name, senses in layer.items():
                    usable = (s for s in senses if not s.near and s.kind != CELL and s.atoms)
                    if any(set(s.atoms) <= stated for s in usable):
                        found[name] = None
        return tuple(found)


@cache
def _bundled() -> Assistant:
    return Assistant()


def answer(question: str, history: Sequence[str] = ()) -> Answer:
    """The answer of the bundled report to a question.

    >>> answer("今天天气怎么样").status
    'unanswered'
    """
    return _bundled().answer(question, history)
