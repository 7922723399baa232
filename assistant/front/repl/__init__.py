"""The REPL: a conversation in the terminal, or line by line through a pipe."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, TextIO

from assistant.front.learning import Record, keep_nothing

if TYPE_CHECKING:
    from assistant.engine import Assistant

__all__ = ["run"]


def run(assistant: Assistant, record: Record = keep_nothing) -> int:
    """Converse over the loaded reports, each answered question recorded; the exit code."""
    if _is_terminal(sys.stdin) and _is_terminal(sys.stdout):
        from assistant.front.repl import terminal

        return terminal.converse(assistant, record)
    from assistant.front.repl import plain

    if isinstance(sys.stdin, io.TextIOWrapper) and not sys.stdin.isatty():
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")
    return plain.converse(assistant, sys.stdin or (), sys.stdout, record)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()
