"""The title among the first lines of a page: the line that is one by itself, before any glued together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.compiler.card_words import CardWords, card_words
from assistant.compiler.named_place import split_place
from assistant.compiler.opening import Piece, runs
from assistant.compiler.title import Title, is_title, title_of

# A title may be broken over so many lines, and have so many gaps in it.
BROKEN_OVER, PIECES = 3, 8
ENDS = re.compile("[告报][》)]?$|年度?\\)$")


@dataclass(frozen=True, slots=True)
class _Candidate:
    title: Title
    named: bool

    @property
    def worth(self) -> tuple[int, int, int, bool]:
        """How much it says; a header that names it decides among equals."""
        title = self.title
        return bool(title.year) + bool(title.organ), bool(title.place), bool(title.year), self.named


def read_title(source: str, words: Path) -> Title:
    """The title among the first lines of a report; empty where there is none.

    `rivals` hold the others where the page gives several that say as much and not the same.
    """
    found = list(_candidates(source, words))
    if not found:
        return Title()
    most = max(candidate.worth for candidate in found)
    best = [candidate.title for candidate in found if candidate.worth == most]
    rivals = [title.text for title in best[1:] if not _alike(title, best[0])]
    return replace(best[0], rivals=tuple(dict.fromkeys(rivals)))


def _alike(one: Title, other: Title) -> bool:
    """Do two titles name one report, the one perhaps in fewer words?"""
    return one.year == other.year and (one.organ in other.organ or other.organ in one.organ)


def _candidates(source: str, words: Path) -> Iterator[_Candidate]:
    known = card_words(words)
    for run in runs(source, known):
        for end in range(1, len(run) + 1):
            if not ENDS.search(run[end - 1].text):
                continue
            found = _ending_here(run[max(0, end - PIECES) : end], words, known)
            if found:
                yield found


def _ending_here(pieces: Sequence[Piece], words: Path, known: CardWords) -> _Candidate | None:
    """The title that ends with the last of these pieces: the shortest that says the most.

    A place before it belongs to it (白石市 青溪区水利局2016年…); any other piece does not.
    """
    best: _Candidate | None = None
    for start in reversed(range(len(pieces))):
        joined = pieces[start:]
        # A column of the site (年度报告) before a whole title begins nothing.
        column = best and ENDS.search(pieces[start].text)
        if column or len({piece.line for piece in joined}) > BROKEN_OVER:
            break
        if not is_title("".join(piece.text for piece in joined).strip("《》")):
            continue
        title = title_of("".join(piece.printed for piece in joined), words)
        candidate = _Candidate(title, joined[0].named)
        before = pieces[start].text
        placed = split_place(before, known) == (before, "") and title.place
        if best is None or candidate.worth > best.worth or (placed and title.year):
            best = candidate
    return best
