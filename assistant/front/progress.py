"""How far a long run is, on standard error: a bar for a person, now and then a line for a log."""

from __future__ import annotations

import sys
from typing import Any

from assistant.front.streams import progress

LINES = 20  # so many lines for a log, however long the run


class Progress:
    """Counts what is done of a total, and lets other lines be printed between."""

    def __init__(self, total: int, doing: str = "编译", unit: str = "份") -> None:
        """A bar where standard error is a terminal, else lines; nothing where there is nothing to do."""
        self._total, self._done = total, 0
        watched = total and sys.stderr is not None and sys.stderr.isatty()
        self._bar = _bar(total, doing, unit) if watched else None

    def say(self, line: str) -> None:
        """A line on standard output, at once; the bar stays below it."""
        if self._bar:
            self._bar.clear()
        print(line, flush=True)
        if self._bar:
            self._bar.refresh()

    def advance(self) -> None:
        """One more is done."""
        self._done += 1
        if self._bar:
            self._bar.update()
        elif self._is_due():
            progress(f"第 {self._done}/{self._total}")

    def close(self) -> None:
        """The bar is taken away."""
        if self._bar:
            self._bar.close()

    def _is_due(self) -> bool:
        every = max(1, self._total // LINES)
        return self._total > 1 and (self._done == self._total or self._done % every == 0)


def _bar(total: int, doing: str, unit: str) -> Any:
    from tqdm import tqdm

    return tqdm(total=total, desc=doing, unit=unit, file=sys.stderr, leave=False, mininterval=0.2)
