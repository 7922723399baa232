"""The option --learn: where questions that were asked in vain are kept, for every command that answers some."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from assistant.front.streams import complain

if TYPE_CHECKING:
    from assistant.engine import Assistant
    from assistant.trace import Trace

VARIABLE = "GONGKAI_LEARN"
ABOUT = "把没答上的问题记到这个文件（SQLite）"


class Record(Protocol):
    """Takes an answered question, with the assistant that it was put to, and what was said of an unhelpful answer."""

    def __call__(self, trace: Trace, assistant: Assistant, remark: str | None = None, /) -> None:
        """Keep it, if it was in vain."""
        ...


def keep_nothing(trace: Trace, assistant: Assistant, remark: str | None = None, /) -> None:
    """The record of a conversation that nothing is kept of."""


def note(
    record: Record,
    trace: Trace | None,
    before: Trace | None,
    remark: str | None,
    assistant: Assistant,
) -> None:
    """Record what a line of a conversation brought: another question, or what was said of the last answer."""
    if trace and (trace is not before or remark is not None):
        record(trace, assistant, remark)


def add_learn(parser: argparse.ArgumentParser, about: str = f"{ABOUT}；不写则不记") -> None:
    """Add --learn to the words of a command."""
    parser.add_argument("--learn", metavar="文件", help=about, type=Path)


def learn_file(options: argparse.Namespace) -> Path | None:
    """The file that --learn or `GONGKAI_LEARN` names, if any."""
    given: Path | None = options.learn
    written = os.environ.get(VARIABLE, "")
    return given or (Path(written) if written else None)


@contextmanager
def recording(options: argparse.Namespace) -> Iterator[Record]:
    """What keeps the questions asked in vain while this lasts; nothing where no file is named.

    A file that cannot be used is said once on standard error, and changes no answer.
    """
    path = learn_file(options)
    if path is None:
        yield keep_nothing
        return
    from assistant.learning.asked import in_vain
    from assistant.learning.recorder import Recorder

    recorder = Recorder(path, None, complain)

    def record(trace: Trace, assistant: Assistant, remark: str | None = None, /) -> None:
        reports = [card.id for card in assistant.cards]
        recorder.take(in_vain(trace, reports, remark is not None, remark or ""))

    try:
        yield record
    finally:
        recorder.close()
