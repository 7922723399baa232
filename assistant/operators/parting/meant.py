"""A breakdown as a question means it: which of its parts are named, and whether they are all that there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.late import late
from assistant.model import Figure
from assistant.operators.arithmetic import exact, same_scale
from assistant.operators.ground import Ground
from assistant.operators.parting.breakdown import Breakdown

WHICH = late("哪|什么|啥|分别|叫|几[类种个项]|多少[类种个项]")


@dataclass(frozen=True, slots=True)
class Meant:
    """A breakdown as a question means it: the parts that its stretches name, and what else they say."""

    breakdown: Breakdown
    parts: Mapping[str, frozenset[int]]
    said: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]]
    ground: Ground
    text: str

    def named(self, name: str) -> list[Figure]:
        """The parts that a stretch names, in the order of the report."""
        return [self.breakdown.figures[i] for i in sorted(self.parts.get(name, ()))]

    def one(self, name: str) -> Figure | None:
        """The only part that a stretch names."""
        found = self.named(name)
        return found[0] if len(found) == 1 else None

    def called(self, figure: Figure) -> str:
        """What a part is called."""
        return self.breakdown.names[self.breakdown.figures.index(figure)]

    def names_none(self) -> bool:
        """Does no stretch name a part, so that all of them are meant?"""
        return not any(self.parts.values())

    def are_all(self) -> bool:
        """Are the parts all that there is of the whole, or is no whole told?"""
        figures = list(self.breakdown.figures)
        return exact(figures) and (self.breakdown.whole is None or self.breakdown.adds_up())


def ordered(meant: Meant) -> list[Figure]:
    """All parts, the greatest first."""
    figures = list(meant.breakdown.figures)
    scaled = dict(zip((f.id for f in figures), same_scale(figures)[0], strict=True))
    return sorted(figures, key=lambda f: (-scaled[f.id], f.start))
