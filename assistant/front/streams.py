"""Standard input and output, exit codes, and what every command shares."""

from __future__ import annotations

import io
import json
import os
import re
import sys
from collections.abc import Iterable

DONE, NO, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
NAME = "gongkai"


class UsageError(ValueError):
    """The command was given what it cannot use; the message says what, and the mend."""


def at_terminal() -> bool:
    """Is standard input typed by a person?"""
    return sys.stdin is not None and sys.stdin.isatty()


def input_lines() -> Iterable[bytes]:
    """The lines of standard input; none where it is closed."""
    return () if sys.stdin is None else sys.stdin.buffer


def is_text(text: str) -> bool:
    """Is this well-formed text, without bytes or halves of characters that could not be decoded?"""
    return not re.search("[\ud800-\udfff]", text)


def must_be_text(*words: str) -> None:
    """Refuse words that are not well-formed text; raises `UsageError`."""
    if not all(map(is_text, words)):
        raise UsageError("问题不是有效的 UTF-8 文字，请检查终端的编码")


def shown(word: str) -> str:
    """The word as it can be printed, with ? for what cannot."""
    return word.encode("utf-8", "replace").decode()


def print_json(data: object) -> None:
    """One line of JSON, at once."""
    print(json.dumps(data, ensure_ascii=False), flush=True)


def progress(message: str) -> None:
    """A message for the person who waits, on standard error."""
    print(message, file=sys.stderr, flush=True)


def complain(message: str) -> int:
    """What is wrong, in one line on standard error; the exit code."""
    print(f"{NAME}: {' '.join(message.split())}", file=sys.stderr)
    return WRONG_USE


def has_color() -> bool:
    """Does standard output show colours, and is it wanted?"""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def width_of() -> int | None:
    """The columns of the terminal; None where output goes elsewhere."""
    return os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout.isatty() else None


def settle_streams() -> None:
    """UTF-8 for programs; to a terminal its own encoding, with escapes for what it lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def leave_quietly() -> int:
    """Nobody reads on: let what is still unwritten go nowhere when the interpreter ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE
