"""What bounds a question, and what a figure or a passage is bound to: two readings by the same closed classes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Levelled:
    """A body with a level before it (省财政), and the characters that lead up to it (江苏省)."""

    level: str
    body: str
    lead: str


@dataclass(frozen=True, slots=True)
class Sought:
    """What is sought of an act: its `doer`, to `whom`, its `object`, its `content`; or which `person` somebody is."""

    role: str
    act: str


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the words of a question, or of what answers it, are of.

    `classes` are the closed classes of which a word stands there; `levels` the bodies with a level, `kinds` those that
    are named with what kind of body they are, `scopes` what is wider than a place; `whose` tells of whom it speaks, in
    order (everywhere, government, itself). `rates` are named, `ways` are counted apart, `partial` is what is
    done to some; `moments` are months of years, `lines` the numbers of hotlines; `sought` is asked of an act.
    """

    classes: frozenset[str] = frozenset()
    levels: tuple[Levelled, ...] = ()
    kinds: tuple[tuple[str, str], ...] = ()
    scopes: frozenset[str] = frozenset()
    whose: tuple[str, ...] = ()
    rates: tuple[str, ...] = ()
    ways: frozenset[str] = frozenset()
    partial: frozenset[str] = frozenset()
    moments: frozenset[tuple[str, str]] = frozenset()
    lines: frozenset[str] = frozenset()
    sought: tuple[Sought, ...] = ()

    def has(self, *names: str) -> bool:
        """Is a word of each of these classes there?"""
        return self.classes.issuperset(names)

    def has_any(self, *names: str) -> bool:
        """Is a word of one of these classes there?"""
        return not self.classes.isdisjoint(names)

    def act_of(self, *roles: str) -> str | None:
        """The act of which one of these roles is sought; empty where it has no name, None where none is."""
        return next((one.act for one in self.sought if one.role in roles), None)
