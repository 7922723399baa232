"""What is asked: the question as it is read, and its words with everything that each may stand for.

Offsets are code points into the question.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Repair:
    """A content word that was read otherwise than it was written."""

    written: str
    read: str
    why: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question as asked, and as it is read: same characters, folded, simplified and mended.

    `carried` is the complete question that it stands for after the one before, `after` the one
    before that it takes something from, `aside` what of it was not used.
    """

    asked: str
    text: str
    repairs: tuple[Repair, ...] = ()
    carried: str = ""
    aside: str = ""
    after: str = ""
    history: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a word may stand for.

    `kind` is a kind of concept (action, measure, organ, channel, place, period, word), an `ask`, a
    `frame`, a `unit` …; `atoms` the concepts that it names; `tag` what the kind needs to know
    (which ask, which unit); `near` marks a looser name.
    """

    kind: str
    atoms: tuple[str, ...] = ()
    tag: str = ""
    near: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the question with everything that it may stand for."""

    start: int
    end: int
    text: str
    senses: tuple[Sense, ...]
    value: Decimal | None = None
    read: str = ""
    _kinds: frozenset[str] = field(init=False, compare=False, repr=False)

    def is_unknown(self) -> bool:
        """Is it a word that stands for nothing known?"""
        return all(sense.kind == "unknown" for sense in self.senses)

    def kinds(self) -> frozenset[str]:
        """The kinds of its senses."""
        try:
            return self._kinds
        except AttributeError:
            found = frozenset([sense.kind for sense in self.senses])
            object.__setattr__(self, "_kinds", found)
            return found

    def tags(self, kind: str) -> frozenset[str]:
        """The tags of its senses of one kind."""
        return frozenset(sense.tag for sense in self.senses if sense.kind == kind)
