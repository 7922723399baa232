"""What a worker keeps of the questions that were asked in vain, where `--learn` names a file."""

from __future__ import annotations

import logging

from assistant.engine import Assistant
from assistant.front.http.settings import Settings
from assistant.learning.asked import in_vain, tells_nothing
from assistant.learning.log import Log
from assistant.learning.recorder import Recorder
from assistant.trace import Trace

log = logging.getLogger("gongkai")


class Learner:
    """Takes answered questions, and has those kept that were in vain; never keeps an answer waiting."""

    def __init__(self, settings: Settings) -> None:
        """A learner for the file that the settings name; one that keeps nothing without."""
        path = settings.learn
        self._recorder = Recorder(path, settings.keep, _complain) if path else None

    @property
    def learns(self) -> bool:
        """Is anything kept at all?"""
        return self._recorder is not None

    def take(
        self, trace: Trace, asked: Assistant, unhelpful: bool = False, remark: str = ""
    ) -> None:
        """Keep this question if it was in vain, with what the reader says of it; `asked` is what it was put to."""
        if self._recorder:
            reports = [card.id for card in asked.cards]
            self._recorder.take(in_vain(trace, reports, unhelpful, remark))

    def rates(self, trace: Trace) -> bool:
        """Is it kept where a reader says that this answer does not help? Small talk helps nobody."""
        return self.learns and trace.answer.status != "chat" and not tells_nothing(trace)

    def close(self) -> None:
        """Write what is not written yet."""
        if self._recorder:
            self._recorder.close()


def must_be_usable(settings: Settings) -> None:
    """See that the file can be used before the service is started; raises `LearningError`."""
    if settings.learn:
        Log(settings.learn, settings.keep).close()


def _complain(fault: str) -> None:
    log.error("not kept", extra={"said": {"fault": fault}})
