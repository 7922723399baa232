"""The REPL: a conversation in the terminal, or line by line through a pipe."""

from __future__ import annotations

import contextlib
import io
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.engine import Assistant

__all__ = ["run"]


def run(assistant: Assistant | None = None) -> int:
    """Converse over the loaded reports (the bundled one by default); the exit code."""
    if assistant is None:
        from assistant.engine import Assistant

        assistant = Assistant()
    if sys.stdin.isatty() and sys.stdout.isatty():
        from assistant.front.repl import terminal

        return terminal.converse(assistant)
    from assistant.front.repl import plain

    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    with contextlib.suppress(KeyboardInterrupt):
        return plain.converse(assistant, sys.stdin, sys.stdout)
    return 130
