"""Keeps questions behind the answers: a queue and one thread, so that no answer waits for the log or breaks with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from queue import Empty, Full, Queue
from threading import Lock, Thread

from assistant.errors import LearningError
from assistant.learning.asked import Asked
from assistant.learning.log import Log

MOST_WAITING = 1000
BATCH = 100
OVERFLOW = "问题来得太多，有的没有记下"


class Recorder:
    """Takes questions from any thread. What cannot be written is let go, and each fault is said once."""

    def __init__(self, path: Path, keep: int | None, complain: Callable[[str], object]) -> None:
        """A recorder for the log in this file; opens it when the first question comes."""
        self._path, self._keep, self._complain = path, keep, complain
        self._waiting: Queue[Asked | None] = Queue(MOST_WAITING)
        self._thread: Thread | None = None
        self._turn = Lock()
        self._fault = ""

    def take(self, asked: Asked | None) -> None:
        """Have a question written; never waits and never raises. None is nothing to write."""
        if asked is None:
            return
        with self._turn:
            if self._thread is None:
                self._thread = Thread(target=self._run, name="learning", daemon=True)
                self._thread.start()
        try:
            self._waiting.put_nowait(asked)
        except Full:
            self._say(OVERFLOW)

    def close(self, patience: float = 10.0) -> None:
        """Write what is still waiting, for at most so many seconds."""
        with self._turn:
            thread = self._thread
        if thread is not None:
            self._waiting.put(None)
            thread.join(patience)

    def _run(self) -> None:
        log: Log | None = None
        more = True
        while more:
            batch = self._batch()
            more = batch[-1] is not None
            log = self._written(log, [asked for asked in batch if asked is not None])
        if log:
            log.close()

    def _batch(self) -> list[Asked | None]:
        """The next questions; None at the end where no more will come."""
        batch = [self._waiting.get()]
        while batch[-1] is not None and len(batch) < BATCH:
            try:
                batch.append(self._waiting.get_nowait())
            except Empty:
                break
        return batch

    def _written(self, log: Log | None, batch: list[Asked]) -> Log | None:
        """Write these; the log as it is open afterwards, None where it has to be opened anew."""
        if log and not log.is_there():
            log.close()
            log = None
        try:
            log = log or Log(self._path, self._keep)
            log.add(batch)
        except LearningError as fault:
            if log:
                log.close()
            self._say(str(fault))
            return None
        self._fault = ""
        return log

    def _say(self, fault: str) -> None:
        if fault != self._fault:
            self._fault = fault
            self._complain(fault)
