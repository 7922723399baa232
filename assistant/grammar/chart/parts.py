"""What a chart is made of: words, categories over stretches of text, and forms that are filled in part."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from heapq import heappush

from assistant.grammar.rules import Rule, Step
from assistant.queries.tree import Tree

Build = Callable[[str, Mapping[str, Tree]], Tree | None]
Meant = tuple[int, Tree]
Parts = tuple[tuple["Item", Tree], ...]
Taken = tuple[int, Parts]


@dataclass(frozen=True, slots=True)
class Edge:
    """A word in the lattice: its category, its leaf and what it costs to use it."""

    start: int
    end: int
    category: str
    tree: Tree
    cost: int


@dataclass(slots=True, eq=False)
class Item:
    """A category over a stretch of text: the words and the forms that make it, and what it was found to mean."""

    category: str
    start: int
    end: int
    low: int
    words: tuple[tuple[int, Tree], ...] = ()
    ways: tuple[tuple[Rule, Begun], ...] = ()
    done: bool = False
    drawn: Drawn | None = None


@dataclass(slots=True, eq=False)
class Drawn:
    """The meanings that were drawn from an item, and what is still to be tried, cheapest first.

    `made` is by which rule and of what each meaning was made, by its key.
    """

    found: list[Meant] = field(default_factory=list)
    made: dict[str, tuple[Rule, Parts] | None] = field(default_factory=dict)
    queue: list[tuple[int, int, int, int, bool]] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Begun:
    """A form filled up to a place: by what was filled before, what was passed over, and the last part."""

    step: Step
    start: int
    low: int
    ways: list[tuple[Begun | None, int, Item]]
    found: list[Taken] | None = None
    queue: list[tuple[int, int, int, int, bool]] | None = None


@dataclass(slots=True, eq=False)
class Place:
    """All that ends at one place of a text; `whole` where a whole question may end."""

    end: int
    whole: bool
    items: dict[tuple[str, int], Item] = field(default_factory=dict)
    begun: dict[int, dict[int, Begun]] = field(default_factory=dict)
    queue: list[tuple[int, int, int, Item]] = field(default_factory=list)
    serial: int = 0

    def offer(self, category: str, start: int, low: int) -> Item:
        """The item of this category, to be looked at once more where it costs less than was known."""
        item = self.items.get((category, start))
        if item is None:
            self.items[category, start] = item = Item(category, start, self.end, low)
        elif low < item.low:
            item.low = low
        else:
            return item
        self.serial += 1
        heappush(self.queue, (-start, low, self.serial, item))
        return item
