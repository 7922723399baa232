"""Drawing readings from a filled chart, cheapest first: meanings are made only of what the cheapest ones need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush

from assistant.grammar.chart.filling import Chart
from assistant.grammar.chart.parts import Begun, Build, Drawn, Item, Meant, Parts, Taken
from assistant.grammar.rules import WHOLE
from assistant.queries.tree import Reading, Tree

# So many readings of one stretch are looked at, and so many of a whole text.
KEPT = 5
KEPT_WHOLE = 16
# How many ways of making a meaning are tried.
TRIED = 40_000


@dataclass
class Drawing:
    """The readings of one filled chart; `roots` are what the readings were drawn from, by their keys."""

    chart: Chart
    build: Build
    roots: dict[str, Item] = field(default_factory=dict)
    tried: int = 0

    def readings(
        self, starts: Iterable[tuple[int, int]], ends: Mapping[int, int]
    ) -> Iterator[Reading]:
        """The readings from one of the starts to one of the ends, cheapest first."""
        queue: list[tuple[int, int, int, int, bool]] = []
        found: list[Item] = []
        paid: list[int] = []
        for start, before in starts:
            for end, after in ends.items():
                item = self.chart.wholes.get((start, end))
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
