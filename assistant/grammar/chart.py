"""The chart: what the rules can make of a row of words, and its readings drawn from it, cheapest first.

Bottom-up over the places where words meet (Kay 1980; the forms share their beginnings in a trie). Fillers are
hops between places; everything else has to be used by a rule. First only categories are put together, each
with the least that it can cost; meanings are made of what the cheapest readings need, one reading after the
other (Huang and Chiang 2005).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush

from assistant.grammar.rules import WHOLE, Grammar, Rule, Step, Trie
from assistant.queries.tree import Reading, Tree

# So many readings of one stretch are looked at, and so many of a whole text.
KEPT = 5
KEPT_WHOLE = 16
# How far a chart grows, and how many ways of making a meaning are tried.
LIMIT = 20_000
TRIED = 40_000

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


class TooInvolved(Exception):
    """The chart has grown beyond its limit."""


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


@dataclass
class Chart:
    """One run over one lattice."""

    grammar: Grammar
    build: Build
    hops: Mapping[int, Sequence[tuple[int, int]]]
    ends: frozenset[int] = frozenset()
    into: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    waiting: dict[int, dict[int, tuple[Begun, ...]]] = field(default_factory=dict)
    wholes: dict[tuple[int, int], Item] = field(default_factory=dict)
    places: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    roots: dict[str, Item] = field(default_factory=dict)
    items: int = 0
    tried: int = 0

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

    # ----------------------------------------------------------------------- readings

    def readings(
        self, starts: Iterable[tuple[int, int]], ends: Mapping[int, int]
    ) -> Iterator[Reading]:
        """The readings from one of the starts to one of the ends, cheapest first."""
        queue: list[tuple[int, int, int, int, bool]] = []
        found: list[Item] = []
        paid: list[int] = []
        for start, before in starts:
            for end, after in ends.items():
                item = self.wholes.get((start, end))
                if item is not None:
                    heappush(queue, (item.low + before + after, len(found), 0, 0, False))
                    found.append(item)
                    paid.append(before + after)
        seen = self.roots
        while queue:
            _, at, rank, _, known = heappop(queue)
            meant = self._meaning(found[at], rank)
            if meant is None:
                continue
            cost, tree = meant
            if not known:
                heappush(queue, (cost + paid[at], at, rank, 0, True))
                continue
            heappush(queue, (cost + paid[at], at, rank + 1, 0, False))
            if tree.key not in seen:
                seen[tree.key] = found[at]
                yield Reading(cost + paid[at], tree)

    def _meaning(self, item: Item, rank: int) -> Meant | None:
        """The meaning of this rank that an item has, by its cost; None where it has no more."""
        drawn = item.drawn
        if drawn is None:
            item.drawn = drawn = Drawn()
            for at, (cost, _) in enumerate(item.words):
                heappush(drawn.queue, (cost, -1, -1 - at, 0, True))
            for at, (rule, begun) in enumerate(item.ways):
                heappush(drawn.queue, (begun.low + rule.cost, rule.rank, at, 0, False))
        found, queue = drawn.found, drawn.queue
        if len(found) > rank:
            return found[rank]
        kept = KEPT_WHOLE if item.category == WHOLE else KEPT
        while queue and len(found) <= rank:
            if len(found) >= kept:
                return None
            low, rank_, at, nth, known = heappop(queue)
            if at < 0:
                tree: Tree | None = item.words[-1 - at][1]
                how = None
            else:
                rule, begun = item.ways[at]
                taken = self._taken(begun, nth)
                if taken is None:
                    continue
                cost = taken[0] + rule.cost
                if not known and cost > low:
                    heappush(queue, (cost, rank_, at, nth, True))
                    continue
                low = cost
                heappush(queue, (cost, rank_, at, nth + 1, False))
                named = zip(rule.parts, taken[1], strict=True)
                tree = self.build(rule.op, {name: kid for (name, _), (_, kid) in named if name})
                how = rule, taken[1]
            if tree is not None and tree.key not in drawn.made:
                drawn.made[tree.key] = how
                found.append((low, tree))
        return found[rank] if len(found) > rank else None

    def _taken(self, begun: Begun, rank: int) -> Taken | None:
        """The parts of this rank that fill a form, by their cost."""
        found, queue = begun.found, begun.queue
        if found is None or queue is None:
            begun.found, begun.queue = found, queue = [], []
            for at, (before, hop, item) in enumerate(begun.ways):
                low = item.low + hop + (before.low if before is not None else 0)
                heappush(queue, (low, at, 0, 0, False))
        elif len(found) > rank:
            return found[rank]
        while queue and len(found) <= rank:
            low, at, i, j, known = heappop(queue)
            before, hop, item = begun.ways[at]
            self.tried += 1
            if self.tried > TRIED:
                return None
            last = self._meaning(item, j)
            if last is None:
                continue
            cost = last[0] + hop
            parts: Parts = ((item, last[1]),)
            if before is not None:
                earlier = self._taken(before, i)
                if earlier is None:
                    continue
                cost, parts = cost + earlier[0], (*earlier[1], (item, last[1]))
            if not known and cost > low:
                heappush(queue, (cost, at, i, j, True))
                continue
            heappush(queue, (cost, at, i, j + 1, False))
            if before is not None and not j:
                heappush(queue, (cost, at, i + 1, 0, False))
            found.append((cost, parts))
        return found[rank] if len(found) > rank else None
