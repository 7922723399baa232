"""Misspelt names whose slip is a word by itself, so that nothing was left unread: 新闻发不会, 办是大厅, 请远市.

Tried where a question is not answered as it is written, towards names that the report itself says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.index import Index
from assistant.language.slips import Slips
from assistant.lexicon import Lexicon
from assistant.model import Repair
from assistant.steps.likeness import DENYING, FIRM, LONGEST, SAME_SHAPE, SAME_SOUND, WHY, likeness
from assistant.steps.match.accounting import said_of

# A slip that makes a word is mended within a name of so many characters, a denial within a longer one.
SHORTEST, DENIED = 3, 4
PHRASE = 4


@dataclass(frozen=True, slots=True)
class Resounded:
    """A question with one name as it was meant."""

    text: str
    repair: Repair


def resounded(text: str, index: Index, lexicon: Lexicon) -> Iterator[Resounded]:
    """The question with each name of the report that one of its characters misspells, longest names first."""
    said, names = said_of(index), _names(index, lexicon)
    for size in range(min(LONGEST, len(text)), SHORTEST - 1, -1):
        for start in range(len(text) - size + 1):
            window = text[start : start + size]
            near = sorted(set(names.other(window)), key=names.place)
            if not near or not window.isalnum() or window in said or lexicon.senses(window):
                continue
            for name in near:
                why = _slip(window, name, lexicon)
                known = lexicon.senses(name) or (why == SAME_SOUND and not _denies(window, name))
                if why is not None and known:
                    mended = f"{text[:start]}{name}{text[start + size :]}"
                    yield Resounded(mended, Repair(window, name, WHY[why]))


def _names(index: Index, lexicon: Lexicon) -> Slips:
    """The names that a report says, and what it says in pieces of four: words side by side are no name (办事大厅)."""
    if "names said" not in index.made:
        said = said_of(index)
        names = lexicon.mendable(_stretches(said))
        pieces = (said[at : at + PHRASE] for at in range(len(said) - PHRASE + 1))
        index.made["names said"] = Slips((*names, *(p for p in pieces if p.isalpha())))
    found: Slips = index.made["names said"]
    return found


def _stretches(text: str) -> frozenset[str]:
    """Everything in a text that is as long as a name that is mended may be."""
    sizes = range(SHORTEST, LONGEST + 1)
    return frozenset(text[at : at + n] for n in sizes for at in range(len(text) - n + 1))


def _slip(window: str, name: str, lexicon: Lexicon) -> int | None:
    """How one character came to stand for another; None where it is no such slip."""
    if len(window) != len(name):
        return None
    why = likeness(window, name, lexicon)
    if why not in (SAME_SOUND, SAME_SHAPE):
        return None
    written = next(a for a, b in zip(window, name, strict=True) if a != b)
    # 几个乡镇 is not meant for 几各乡镇: what counts or measures is read for certain.
    firm = any(sense.kind in FIRM for sense in lexicon.senses(written))
    allowed = len(name) >= DENIED if _denies(window, name) else not firm
    return why if allowed else None


def _denies(window: str, name: str) -> bool:
    """Does one of them deny and the other not: 期限未为 is not meant for 期限为?"""
    return any((char in window) != (char in name) for char in DENYING)
