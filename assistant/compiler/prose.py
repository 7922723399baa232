"""A text with everything that its figures are read by, and a figure while it is being read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from assistant.compiler.genre import Genre
from assistant.compiler.outline import Outline, Span
from assistant.compiler.segment import Word
from assistant.lexicon import Lexicon
from assistant.model import Figure

SCOPES = {"place", "organ", "channel", "whole", "card_place"}
PLACES = {"place", "whole", "card_place"}
EMPTY: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Prose:
    """A text with everything that its figures are read by."""

    text: str
    outline: Outline
    words: tuple[Word, ...]
    genre: Genre
    lexicon: Lexicon
    year: int

    def cut(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span[0] : span[1]]

    def section(self, at: int) -> str:
        """The path of the numbered section around an offset."""
        around = [s for s in self.outline.enclosing(at) if s.level < 4]
        return around[-1].path if around else ""

    def outer_section(self, at: int) -> Span:
        """The outermost section around an offset, or the whole text."""
        around = self.outline.enclosing(at)
        return (around[0].start, around[0].end) if around else (0, len(self.text))

    def paragraph(self, at: int) -> Span:
        """The line around an offset."""
        start = self.text.rfind("\n", 0, at) + 1
        end = self.text.find("\n", at)
        return (start, end if end >= 0 else len(self.text))

    def stretch(self, at: int) -> Span:
        """What goes on without a full stop around an offset: sentences joined by semicolons."""
        start, end = self.paragraph(at)
        opened = self.text.rfind("。", start, at)
        closed = self.text.find("。", at, end)
        return (opened + 1 if opened >= 0 else start, closed if closed >= 0 else end)

    def words_in(self, span: Span) -> list[Word]:
        """The words that lie in a span."""
        first = bisect_left(self.words, span[0], key=lambda word: word.start)
        end = bisect_right(self.words, span[1], first, key=lambda word: word.end)
        return list(self.words[first:end])


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure while its sentence is being read: who and what as spans, and what it inherits.

    `lead` is what stands before its noun (开通了 in 开通了9个大厅), `depth` counts the brackets that it
    stands in within its clause, `bare` says that it names nothing of its own.
    """

    figure: Figure
    who: Span
    what: Span
    lead: Span
    inherits: tuple[Span, ...] = ()
    bare: bool = False
    depth: int = 0

    def counts(self) -> tuple[Span, ...]:
        """What a part of this figure counts as well."""
        return (self.what, self.lead, *self.inherits)
