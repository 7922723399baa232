"""Filling a chart: every category that the rules can make over every stretch, with the least that it can cost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop

from assistant.grammar.chart.parts import Begun, Edge, Item, Place
from assistant.grammar.rules import WHOLE, Grammar, Rule, Step, Trie

# How far a chart grows.
LIMIT = 20_000


class TooInvolved(Exception):
    """The chart has grown beyond its limit."""


@dataclass
class Chart:
    """One run over one lattice."""

    grammar: Grammar
    hops: Mapping[int, Sequence[tuple[int, int]]]
    ends: frozenset[int] = frozenset()
    into: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    waiting: dict[int, dict[int, tuple[Begun, ...]]] = field(default_factory=dict)
    wholes: dict[tuple[int, int], Item] = field(default_factory=dict)
    places: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    items: int = 0

    def run(self, edges: Sequence[Edge]) -> None:
        """Fill the chart from the words."""
        for start, ends in self.hops.items():
            for end, cost in ends:
                self.into.setdefault(end, []).append((start, cost))
        trie = self.grammar.over({edge.category for edge in edges})
        ending: dict[int, list[Edge]] = defaultdict(list)
        starting: dict[int, int] = defaultdict(int)
        for edge in edges:
            ending[edge.end].append(edge)
            self.places.setdefault(edge.category, []).append((edge.start, edge.end))
            starting[edge.start] |= trie.bits.get(edge.category, 0)
        later, places = 0, sorted({*ending, *starting}, reverse=True)
        behind: dict[int, int] = {}
        for place in places:
            later |= starting.get(place, 0)
            behind[place] = later
        for end in sorted(ending):
            self._fill(end, ending[end], trie, behind[end])

    def _fill(self, end: int, edges: Sequence[Edge], trie: Trie, behind: int) -> None:
        """All that ends at one place; what begins later first, so that each is known by its least cost."""
        place = Place(end, end in self.ends)
        for edge in edges:
            item = place.offer(edge.category, edge.start, edge.cost)
            item.words = (*item.words, (edge.cost, edge.tree))
        root = trie.root.to
        while place.queue:
            item = heappop(place.queue)[-1]
            if item.done:
                continue
            item.done = True
            first = root.get(item.category)
            if first is not None:
                self._fill_on(place, first, None, 0, item)
            onto = trie.onward.get(item.category)
            if onto is not None:
                self._go_on(place, item, onto)
            self.items += 1
            if self.items > LIMIT:
                raise TooInvolved
        self.waiting[end] = {
            number: tuple(row.values())
            for number, row in place.begun.items()
            if (step := next(iter(row.values())).step).to and not step.needs & ~behind
        }
        for (category, start), item in place.items.items():
            if category == WHOLE:
                self.wholes[start, end] = item

    def _go_on(self, place: Place, item: Item, onto: Mapping[int, Step]) -> None:
        """Every form goes on that waits for such an item where it begins, or before what may be passed over."""
        for before, hop in ((item.start, 0), *self.into.get(item.start, ())):
            waiting = self.waiting.get(before)
            if waiting:
                for number in waiting.keys() & onto.keys():
                    step = onto[number]
                    for begun in waiting[number]:
                        self._fill_on(place, step, begun, hop, item)

    def _fill_on(
        self, place: Place, step: Step, before: Begun | None, hop: int, item: Item
    ) -> None:
        """A form that is filled one part further, and what it yields where that was the last one."""
        self.items += 1
        start = item.start if before is None else before.start
        cost = item.low + hop + (0 if before is None else before.low)
        row = place.begun.get(step.number)
        if row is None:
            place.begun[step.number] = row = {}
        begun = row.get(start)
        new = begun is None
        if begun is None:
            row[start] = begun = Begun(step, start, cost, [(before, hop, item)])
        else:
            begun.ways.append((before, hop, item))
            if cost >= begun.low:
                return
            begun.low = cost
        for rule in step.ends:
            if rule.yields == WHOLE and not place.whole:
                continue
            if rule.holds and not self._holds(rule, start, place.end):
                continue
            made = place.offer(rule.yields, start, cost + rule.cost)
            if new:
                made.ways = (*made.ways, (rule, begun))

    def _holds(self, rule: Rule, start: int, end: int) -> bool:
        """Does one of the words that a rule has to hold stand inside?"""
        return any(
            start <= at and to <= end for name in rule.holds for at, to in self.places.get(name, ())
        )
