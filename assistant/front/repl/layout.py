"""Text on a page of so many columns: leads, hanging lines, and what stands out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.front.render import NARROWEST, Stretch, columns, highlight, printable, wrap

# The rows that a question, the prompt and the line of keys take.
AROUND = 3


@dataclass(frozen=True, slots=True)
class Page:
    """What is written on, with colour or without; lines break at `width` columns or never, `height` rows are seen."""

    color: bool = False
    width: int | None = None
    height: int | None = None

    def holds(self, text: str) -> bool:
        """Is the whole text seen, with the question above it and the prompt below?

        >>> Page(height=6).holds("一\\n二\\n三"), Page(height=5).holds("一\\n二\\n三"), Page().holds("一")
        (True, False, True)
        """
        return self.height is None or text.count("\n") + 1 + AROUND <= self.height

    def write(
        self, text: str, lead: str = "", hang: str | None = None, marks: Iterable[Stretch] = ()
    ) -> str:
        """The text as lines: `lead` before the first, `hang` (as much room) before the others.

        What is marked stands in bold, or without colour in brackets.

        >>> print(Page(width=24).write("阳山县有852项，最多的也是它。", "1. ", marks=[(4, 8)]))
        1. 阳山县有【852项】，最
           多的也是它。
        """
        text = printable(text)
        marks = tuple(marks)
        if not self.color:
            text, marks = _bracketed(text, marks), ()
        if self.width is None:
            return lead + highlight(text, marks, self.color)
        hang = " " * columns(lead) if hang is None else hang
        room = self.width - max(columns(lead), columns(hang))
        lines: list[str] = []
        for start, end in wrap(text, max(room, NARROWEST)):
            inside = [
                (max(s, start) - start, min(e, end) - start)
                for s, e in marks
                if s < end and start < e
            ]
            before = hang if lines else lead
            lines.append(before + highlight(text[start:end], inside, self.color))
        return "\n".join(lines)

    def title(self, text: str, lead: str = "") -> str:
        """The same, all of it in bold where there is colour."""
        return self.write(text, lead, marks=[(0, len(text))] if self.color else ())

    def fitted(self, text: str) -> str:
        """Lines set by others; those that are too long hang under their own beginning."""
        return "\n".join(self._fitted(line) for line in text.split("\n"))

    def _fitted(self, line: str) -> str:
        if self.width is None or "\x1b" in line or columns(line) <= self.width:
            return line
        body = line.lstrip()
        lead = line[: len(line) - len(body)]
        return self.write(body, lead, lead + "  ")


def _bracketed(text: str, marks: Iterable[Stretch]) -> str:
    for start, end in sorted(marks, reverse=True):
        text = f"{text[:start]}【{text[start:end]}】{text[end:]}"
    return text
