"""The work of the desk: questions are grouped, names found for their words, tried, and accepted or turned down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from assistant.compiled import digest
from assistant.compiler.segment import Segmenter
from assistant.engine import Assistant
from assistant.front.http.editing.running import FAULTS, Failed, Step, told
from assistant.learning.acceptance import Prepared, Wish, commit, prepare
from assistant.learning.grouping import Group, Grouped, grouped
from assistant.learning.log import Log, Logged
from assistant.learning.proposals import Proposal, propose
from assistant.learning.rejections import Rejections, reject, rejections
from assistant.learning.trial import Tell
from assistant.learning.writing import finish
from assistant.steps.normalise import normalise

MOST_QUESTIONS, MOST_GROUPS = 2000, 50
# A word with its questions, over these terms and but for these names.
Key = tuple[str, tuple[str, ...], str, Rejections]


@dataclass(frozen=True, slots=True)
class Counted:
    """How much there is: questions that were asked, groups of them, and questions that are answered by now."""

    questions: int
    groups: int
    mended: int


@dataclass(frozen=True, slots=True)
class Found:
    """A group with the names that its word may stand for, and what readers said of its questions."""

    group: Group
    proposals: tuple[Proposal, ...]
    remarks: Mapping[str, tuple[str, ...]]


class Bench:
    """What the desk works on: a `knowledge/` folder and a log of questions, over the reports of a store."""

    def __init__(
        self, folder: Path, log: Path, store: str | None, reports: tuple[str, ...]
    ) -> None:
        """Open them; raises `LearningError`, `KnowledgeError` or `ReportError` where one cannot be used."""
        self.folder = folder
        self._log, self._store, self._reports = log, store, reports
        self._cut = Segmenter().words
        self._turn = Lock()
        self._found: dict[Key, tuple[Proposal, ...]] = {}
        self._prepared: dict[tuple[str, str], Prepared] = {}
        finish(folder)
        self._read()
        self._opened()

    def look(self) -> Iterator[Step | Counted | Found | Failed]:
        """The groups, the most frequent first, each as soon as its names are found; before, how far it is."""
        try:
            questions, remarks = self._read()
            assistant, made_from = self._opened()
            turned_down = rejections(self.folder)
        except FAULTS as fault:
            yield Failed(str(fault))
            return
        asked = questions[:MOST_QUESTIONS]
        ways = Grouped((), 0)
        for step in told(lambda tell: self._grouped(asked, assistant, tell)):
            if isinstance(step, Grouped):
                ways = step
            elif isinstance(step, Step):
                yield Step("grouping", step.done, step.total)
        yield Counted(len(questions), len(ways.groups), ways.mended)
        shown = ways.groups[:MOST_GROUPS]
        for group in shown:
            mine = {e.logged.asked.question for e in group.examples}
            said = {q: remarks[q] for q in mine if q in remarks}
            yield Found(group, self._proposed(group, assistant, made_from, turned_down), said)

    def try_out(self, word: str, name: str) -> Iterator[Step | Prepared | Failed]:
        """What accepting the name would change; before, how far it is. Then it can be accepted."""
        try:
            questions, _ = self._read()
        except FAULTS as fault:
            yield Failed(str(fault))
            return
        asked = [logged.asked for logged in questions]
        using = [one for one in asked if word in normalise(one.question).text]
        wish = Wish(word, name, tuple((one.question, one.history) for one in using))
        phases = iter(("checking", "asking"))
        phase = ""
        for step in told(lambda tell: self._tried(wish, questions[:MOST_QUESTIONS], tell)):
            if isinstance(step, Step):
                phase = next(phases, phase) if step.done == 1 else phase
                yield Step(phase, step.done, step.total)
            else:
                if isinstance(step, Prepared):
                    self._prepared[word, name] = step
                yield step

    def accept(self, word: str, name: str) -> Prepared | None:
        """Write what was tried before; None where it was not. Raises `LearningError`."""
        with self._turn:
            prepared = self._prepared.get((word, name))
            if prepared is None:
                return None
            commit(prepared, self.folder)
            self._prepared.clear()
            return prepared

    def reject(self, word: str, name: str) -> None:
        """Never propose this again; raises `LearningError`."""
        with self._turn:
            reject(word, name, self.folder)

    def _read(self) -> tuple[tuple[Logged, ...], Mapping[str, tuple[str, ...]]]:
        with closing(Log(self._log, make=False)) as log:
            return log.questions(), log.remarks()

    def _opened(self) -> tuple[Assistant, str]:
        """The assistant as the folder is now, with what it is made from."""
        made_from = digest(self.folder)
        return Assistant(self.folder, self._reports, self._store), made_from

    def _grouped(self, asked: tuple[Logged, ...], assistant: Assistant, tell: Tell) -> Grouped:
        done = iter(range(1, len(asked) + 1))
        return grouped(asked, assistant, self._cut, lambda: tell(next(done), len(asked)))

    def _proposed(
        self, group: Group, assistant: Assistant, made_from: str, turned_down: Rejections
    ) -> tuple[Proposal, ...]:
        """The names for the word of a group; found once while neither knowledge nor questions change."""
        questions = tuple(example.text for example in group.examples)
        key = (group.word, questions, made_from, turned_down)
        with self._turn:
            known = self._found.get(key)
        if known is None:
            known = propose(group, assistant, rejected=turned_down)
            with self._turn:
                self._found[key] = known
        return known

    def _tried(self, wish: Wish, asked: tuple[Logged, ...], tell: Tell) -> Prepared:
        return prepare(wish, self.folder, self._store, self._reports, asked, tell)
