"""The conversation without a terminal: questions line by line, answers as plain text."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TextIO

from assistant.engine import Assistant
from assistant.front.repl.layout import Page
from assistant.front.repl.session import Session, respond


def converse(assistant: Assistant, lines: Iterable[str], out: TextIO) -> int:
    """Answer each line, a blank line after each answer; stops where nobody listens any more."""
    session, page = Session(), Page()
    try:
        for line in lines:
            session, output = respond(session, line, assistant, page)
            if output.text:
                print(output.text, end="\n\n", file=out, flush=True)
            if output.leave:
                break
    except BrokenPipeError:
        _silence(out)
    return 0


def _silence(out: TextIO) -> None:
    """Let what is still buffered go nowhere, so that closing the output does not fail again."""
    if out is sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
