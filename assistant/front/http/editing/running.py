"""Work that tells how far it is while it runs, for a page that grows with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

from assistant.errors import KnowledgeError, LearningError, ReportError
from assistant.learning.trial import Tell

Result = TypeVar("Result")
# So many lines tell of a long run.
LINES = 20
# What somebody can mend: the message says what, and how.
FAULTS = (LearningError, KnowledgeError, ReportError)


@dataclass(frozen=True, slots=True)
class Step:
    """How far a phase of the work is; the sentence of the desk with the name of the phase says so."""

    phase: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Failed:
    """The work could not be done, and why."""

    message: str


@dataclass(frozen=True, slots=True)
class _Ended:
    """The work is done: with its result, or with what ended it."""

    fault: BaseException | None = None


def told(work: Callable[[Tell], Result]) -> Iterator[Step | Result | Failed]:
    """How far the work is, now and then, and at last its result, or what somebody has to mend before."""
    said: SimpleQueue[Step | Result | Failed | _Ended] = SimpleQueue()

    def tell(done: int, total: int) -> None:
        if done in (1, total) or done % max(1, total // LINES) == 0:
            said.put(Step("", done, total))

    def run() -> None:
        try:
            said.put(work(tell))
            said.put(_Ended())
        except FAULTS as fault:
            said.put(Failed(str(fault)))
            said.put(_Ended())
        except BaseException as fault:
            said.put(_Ended(fault))

    Thread(target=run, name="desk", daemon=True).start()
    while not isinstance(one := said.get(), _Ended):
        yield one
    if one.fault:
        raise one.fault
