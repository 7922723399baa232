"""Where questions are taken: the assistant as it is now, exchanged for a new one when its reports change."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import lru_cache, partial
from importlib import import_module
from pkgutil import iter_modules
from threading import Lock
from typing import Any

from fastapi import Request

from assistant import checks, language, operators, steps
from assistant.compiled import COMPILED, sources
from assistant.engine import Assistant
from assistant.errors import KnowledgeError, ReportError
from assistant.folders import knowledge_folder
from assistant.front.completing import Vocabulary, vocabulary_of
from assistant.front.followups import further
from assistant.front.http.faults import Fault
from assistant.front.http.learning import Learner
from assistant.front.http.settings import Settings
from assistant.front.keyfigures import Looked, Questions, Stated, key_figures, stated
from assistant.store import open_store
from assistant.trace import Trace

KEPT = 64
KEPT_FIGURES = 8192
KEPT_FURTHER = 1024

log = logging.getLogger("gongkai")


def load_all() -> None:
    """Import at once what a plain question imports when it is needed: threads that do so together may meet halfway."""
    for package in (language, checks, operators, steps):
        for module in iter_modules(package.__path__, f"{package.__name__}."):
            import_module(module.name)


class Edition:
    """The reports and terms as they were at one moment, and what was made from them."""

    def __init__(self, assistant: Assistant) -> None:
        """What this assistant can be asked."""
        self.assistant = assistant
        self.rows: tuple[dict[str, Any], ...] = tuple(s.to_dict() for s in assistant.summaries)
        self.over: Callable[[tuple[str, ...]], Assistant] = lru_cache(KEPT)(assistant.only)
        self.stated: Callable[[str, str, Questions], Stated | None] = lru_cache(KEPT_FIGURES)(
            partial(stated, assistant)
        )
        self.key_figures: Callable[[str, Looked], tuple[Stated, ...]] = lru_cache(KEPT)(
            partial(key_figures, assistant, self.stated)
        )
        self.further: Callable[[Assistant, str, tuple[str, ...]], tuple[str, ...]] = lru_cache(
            KEPT_FURTHER
        )(further)
        self.examples: Callable[[Assistant], tuple[str, ...]] = lru_cache(KEPT)(Assistant.examples)
        self._turn = Lock()
        self._vocabulary: Vocabulary | None = None

    def among(self, reports: Sequence[str]) -> Assistant:
        """The assistant over these reports, over all where none is named; raises `Fault` for an unknown one."""
        if not reports:
            return self.assistant
        if not {row["id"] for row in self.rows}.issuperset(reports):
            raise Fault("unknown_report")
        return self.over(tuple(sorted(set(reports))))

    def vocabulary(self) -> Vocabulary:
        """What can be completed; made when it is first wanted."""
        with self._turn:
            if self._vocabulary is None:
                self._vocabulary = vocabulary_of(self.assistant)
            return self._vocabulary


class Desk:
    """The edition that a worker answers from. A request keeps the one that it began with."""

    def __init__(self, settings: Settings) -> None:
        """Open the reports that the settings name; raises `ReportError` or `KnowledgeError`."""
        load_all()
        self._settings = settings
        self._folder = settings.knowledge or knowledge_folder()
        self._seen = self._look()
        self._fault = ""
        self.edition = self._open()
        self.ready = False

    def renew(self) -> bool | None:
        """Take up what has changed since the last time.

        True where a new edition is in use, False where what changed does not load (the edition in use
        stays, and the log says why), None where nothing is new. Blocks while it loads.
        """
        seen = self._seen
        try:
            seen = self._look()
            if seen == self._seen:
                return None
            self.edition = self._open()
        except KnowledgeError as fault:
            # Terms that do not hold will not before somebody changes them again.
            self._seen = seen
            return self._keep(fault)
        except (ReportError, OSError) as fault:
            return self._keep(fault)
        self._seen, self._fault = seen, ""
        log.info("reloaded", extra={"said": {"reports": len(self.edition.rows)}})
        return True

    def mistrust(self) -> None:
        """The store failed while it was asked: open it anew as soon as it can be."""
        self._seen = ()

    def _keep(self, fault: Exception) -> bool | None:
        """Stay with the edition in use; a fault that lasts is logged once."""
        if str(fault) == self._fault:
            return None
        self._fault = str(fault)
        log.error("not reloaded", extra={"said": {"fault": self._fault}})
        return False

    def _open(self) -> Edition:
        wanted = self._settings
        return Edition(Assistant(self._folder, wanted.report, wanted.store))

    def _look(self) -> tuple[object, ...]:
        """What differs as soon as anything has changed that the assistant is made from."""
        files = [(p, p.stat()) for p in (*sources(self._folder), self._folder / COMPILED)]
        terms = tuple((path, s.st_mtime_ns, s.st_size, s.st_ino) for path, s in files)
        if self._settings.store is None:
            return terms
        with closing(open_store(self._settings.store)) as store:
            return (*terms, *((s.card, s.made_from) for s in store.summaries()))


async def edition(request: Request) -> Edition:
    """The edition that this request is answered from; for `Depends`. Async, so that it takes no thread."""
    desk: Desk = request.app.state.desk
    return desk.edition


async def assistant(request: Request) -> Assistant:
    """The assistant that this request is answered by; for `Depends`."""
    return (await edition(request)).assistant


def put(
    request: Request,
    current: Edition,
    question: str,
    history: Sequence[str] = (),
    reports: Sequence[str] = (),
) -> tuple[Assistant, Trace]:
    """Put a question to all reports or to these; the log and the metrics learn the answer's status, and what was
    in vain is kept where that is wanted.

    Gives the assistant over these reports with the way of the question. Raises `Fault` where a report
    is not there.
    """
    asked = current.among(reports)
    trace = asked.explain(question, history)
    request.state.answer = trace.answer.status
    learner: Learner = request.app.state.learner
    learner.take(trace, asked)
    return asked, trace
