"""Questions asked in vain by the word that nothing accounts for, asked again so that what was mended is gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.engine import Assistant
from assistant.learning.asked import words_of
from assistant.learning.log import Logged
from assistant.model import Mention
from assistant.trace import Trace

# What a word may be read as and still be no name.
IDLE = frozenset({"frame", "unknown"})


class Piece(Protocol):
    """A word of a text, with where it stands."""

    @property
    def start(self) -> int:
        """Where it begins."""
        ...

    @property
    def end(self) -> int:
        """Where it ends."""
        ...


Cut = Callable[[str], Iterable[Piece]]


@dataclass(frozen=True, slots=True)
class Example:
    """A question of a group: as it was asked, as it is read (`text`), and where in that the word stands.

    `alone` says that it is the only word that the question was in vain for.
    """

    logged: Logged
    text: str
    start: int
    end: int
    alone: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """The questions that were in vain for one word; the word is empty where none was left over.

    `known` says that the word is a name already: then the report does not state it, and no synonym helps.
    """

    word: str
    known: bool
    examples: tuple[Example, ...]

    @property
    def count(self) -> int:
        """How often its questions were in vain."""
        return sum(example.logged.count for example in self.examples)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why they were refused, the most frequent first; `unhelpful` for those that were answered."""
        counts: dict[str, int] = defaultdict(int)
        for example in self.examples:
            counts[example.logged.asked.reason or "unhelpful"] += example.logged.count
        return tuple(sorted(counts, key=lambda reason: (-counts[reason], reason)))


@dataclass(frozen=True, slots=True)
class Grouped:
    """The groups, the most frequent first, and how many questions are answered by now."""

    groups: tuple[Group, ...]
    mended: int


def grouped(
    questions: Sequence[Logged],
    assistant: Assistant,
    cut: Cut,
    tell: Callable[[], object] = lambda: None,
) -> Grouped:
    """Group these questions over the reports of this assistant.

    `cut` segments a text, by which 吹风 is known to be a part of 吹风会; `tell` is called for every question.
    """
    found: dict[tuple[str, bool], list[Example]] = defaultdict(list)
    mended = 0
    for logged in questions:
        trace = asked_again(logged, assistant)
        # A single letter is no word that a name may stand for.
        words = tuple(w for w in words_of(trace) if len(w) > 1 or not w.isascii())
        if _is_mended(logged, trace, words):
            mended += 1
        elif words:
            for word in words:
                example, known = _example(logged, trace, word, cut)
                example = replace(example, alone=len(words) == 1)
                found[example.text[example.start : example.end] or word, known].append(example)
        else:
            found["", False].append(Example(logged, trace.question.text, 0, 0))
        tell()
    groups = (Group(word, known, tuple(rows)) for (word, known), rows in found.items())
    return Grouped(tuple(sorted(groups, key=lambda g: (not g.word, -g.count, g.word))), mended)


def asked_again(logged: Logged, assistant: Assistant, text: str = "") -> Trace:
    """The way of the question over its reports as they are now; of another text in its place."""
    asked = logged.asked
    return over(assistant, asked.reports).attempt(text or asked.question, asked.history)


def over(assistant: Assistant, reports: Iterable[str]) -> Assistant:
    """The assistant over those of these reports that are there; over all where none is."""
    loaded = {card.id for card in assistant.cards}
    wanted = loaded.intersection(reports)
    return assistant.only(sorted(wanted)) if wanted and wanted != loaded else assistant


def _is_mended(logged: Logged, trace: Trace, words: tuple[str, ...]) -> bool:
    """Is it answered by now: for the first time, or with no word read otherwise than written any more?"""
    before = logged.asked
    answered = trace.answer.status == "answered"
    return answered and (before.status != "answered" or (bool(before.words) and not words))


def _example(logged: Logged, trace: Trace, word: str, cut: Cut) -> tuple[Example, bool]:
    text = trace.question.text
    start = text.find(word)
    if start < 0:
        return Example(logged, word, 0, len(word)), False
    end = start + len(word)
    inside = [m for m in trace.mentions if start < m.end and m.start < end]
    known = any(sense.kind not in IDLE for m in inside if not m.read for sense in m.senses)
    if not known:
        start, end = next(_wider(text, start, end, trace.mentions, cut), (start, end))
    return Example(logged, text, start, end), known


def _wider(
    text: str, start: int, end: int, mentions: Sequence[Mention], cut: Cut
) -> Iterator[tuple[int, int]]:
    """The word of the language that the span is a part of, where all the rest of it is idle."""
    for piece in cut(text):
        if piece.start <= start and end <= piece.end and (piece.start, piece.end) != (start, end):
            rest = [m for m in mentions if piece.start < m.end and m.start < piece.end]
            if all(
                m.kinds() <= IDLE and piece.start <= m.start and m.end <= piece.end for m in rest
            ):
                yield piece.start, piece.end
