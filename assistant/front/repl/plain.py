"""The conversation without a terminal: questions line by line, answers as plain text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from assistant.engine import Assistant
from assistant.front.learning import Record, keep_nothing, note
from assistant.front.repl.layout import Page
from assistant.front.repl.session import Session, respond
from assistant.front.streams import DONE, NO


def converse(
    assistant: Assistant, lines: Iterable[str], out: TextIO, record: Record = keep_nothing
) -> int:
    """Answer each line, a blank line after each answer, until the lines end or one says so; 1 where one was refused."""
    session, page, code = Session(), Page(), DONE
    keeps = record is not keep_nothing
    for line in lines:
        before = session.trace
        session, output = respond(session, line, assistant, page, keeps)
        if output.refused:
            code = NO
        if output.text:
            print(output.text, end="\n\n", file=out, flush=True)
        note(record, session.trace, before, output.remark, assistant)
        if output.leave:
            break
    return code
