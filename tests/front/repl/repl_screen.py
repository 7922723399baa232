"""A terminal for tests: the program runs in a real pty, and its screen is read as a person does."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pexpect
import pyte

from tests.patience import PATIENCE

COMMAND = ("-m", "assistant")
PROMPT = "公开>"
PAUSE = 3.0


class _Screen(pyte.HistoryScreen):
    """A screen that answers when the program asks where the cursor is, as terminals do."""

    answer: Callable[[str], object]

    def write_process_input(self, data: str) -> None:
        self.answer(data)


class Terminal:
    """A program in a pty with a screen of `columns` by `lines` that keeps what scrolls away."""

    def __init__(
        self,
        home: Path,
        columns: int = 80,
        lines: int = 40,
        env: Mapping[str, str] | None = None,
        arguments: Sequence[str] = COMMAND,
    ) -> None:
        inherited = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS")}
        settings = {"TERM": "xterm-256color", "XDG_DATA_HOME": str(home), "PYTHONUTF8": "1"}
        self.raw = ""
        self._screen = _Screen(columns, lines, history=5000)
        self._stream = pyte.Stream(self._screen)
        self.program = pexpect.spawn(
            sys.executable,
            list(arguments),
            env=inherited | settings | dict(env or {}),
            dimensions=(lines, columns),
            encoding="utf-8",
            timeout=PATIENCE,
        )
        self.program.delaybeforesend = None
        self._screen.answer = self.program.send

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.program.close(force=True)

    def rows(self) -> list[str]:
        """The rows of the screen as it stands."""
        return [row.rstrip() for row in self._screen.display]

    def transcript(self) -> str:
        """Everything written so far, also what has scrolled away; one row a line."""
        written = ["".join(cell.data for cell in row) for row in self.cells()]
        return "\n".join(row.rstrip() for row in written)

    def cells(self) -> list[list[pyte.screens.Char]]:
        """The same cell by cell: a wide character fills its own, and the next is empty."""
        screen = self._screen
        rows = [*screen.history.top, *(screen.buffer[at] for at in range(screen.lines))]
        return [[row[at] for at in range(screen.columns)] for row in rows]

    def flowing(self) -> str:
        """The transcript without the breaks and blanks that the layout put in."""
        return "".join(self.transcript().split())

    def typed(self) -> str:
        """What stands after the last prompt, wherever it wraps."""
        return "".join("\n".join(self.rows()).rpartition(PROMPT)[2].split())

    def keys(self, text: str) -> None:
        """Press keys."""
        self.program.send(text)

    def ask(self, line: str) -> None:
        """Type a line when the prompt waits, and Enter."""
        self.ready()
        self.keys(line)
        self.until(lambda: self.typed().startswith("".join(line.split())), f"{line} is typed")
        self.keys("\r")

    def ready(self) -> None:
        """Wait until an empty prompt stands on the screen."""
        self.until(lambda: any(row == PROMPT for row in self.rows()), "an empty prompt")

    def sees(self, text: str) -> None:
        """Wait until this stands somewhere in the transcript."""
        wanted = "".join(text.split())
        self.until(lambda: wanted in self.flowing(), text)

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Read the program's output until something holds."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, f"waited for: {what}\n{self.transcript()}"
            self._read(what)

    def leaves(self, key: str = "") -> int | None:
        """Wait for the program's end, pressing the key again while it goes on; its exit code.

        A key that arrives between two prompts may be lost, as when a person types too early.
        """
        end = time.monotonic() + PATIENCE
        again = time.monotonic() + PAUSE
        while not self._ended():
            assert time.monotonic() < end, self.transcript()
            if key and time.monotonic() > again:
                self.keys(key)
                again = time.monotonic() + PAUSE
        self.program.close()
        code: int | None = self.program.exitstatus
        return code

    def _read(self, what: str) -> None:
        assert not self._ended(), f"ended before: {what}\n{self.transcript()}"

    def _ended(self) -> bool:
        try:
            text = self.program.read_nonblocking(65536, timeout=0.2)
        except pexpect.TIMEOUT:
            return False
        except pexpect.EOF:
            return True
        self.raw += text
        self._stream.feed(text)
        return False
