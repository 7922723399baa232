"""Which edges lie on a row of words that is worth reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.grammar.chart import Edge

# What a character costs that nothing reads, and by how much a row of words may be dearer than the cheapest.
UNREAD = 60
SLACK = 14


def likely(
    edges: Sequence[Edge], passing: Mapping[int, Sequence[tuple[int, int]]], size: int
) -> list[Edge]:
    """The edges that lie on a row of words hardly dearer than the cheapest one over the whole text."""
    onward: dict[int, list[tuple[int, int]]] = {}
    for edge in edges:
        onward.setdefault(edge.start, []).append((edge.end, edge.cost))
    ahead = [0] * (size + 1)
    for at in range(size - 1, -1, -1):
        ways = [cost + ahead[end] for end, cost in (*onward.get(at, ()), *passing.get(at, ()))]
        ahead[at] = min([*ways, UNREAD + ahead[at + 1]])
    behind = [UNREAD * size] * (size + 1)
    behind[0] = 0
    for at in range(size):
        for end, cost in (*onward.get(at, ()), *passing.get(at, ()), (at + 1, UNREAD)):
            behind[end] = min(behind[end], behind[at] + cost)
    worst = ahead[0] + SLACK
    return [e for e in edges if behind[e.start] + e.cost + ahead[e.end] <= worst]
