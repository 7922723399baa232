"""Which words may be passed over, and which never: parts of names, and what nothing knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from assistant.grammar.words import Words
from assistant.model import Mention

NOUNS, SHORT = frozenset({"measure", "organ", "channel", "place"}), 2
ELSEWHEN = frozenset({"relative_year", "part_of_year"})


def uncut(mentions: Sequence[Mention]) -> tuple[tuple[int, int], ...]:
    """Where words stand that nothing knows, or that name another year: no part of one is a word (加急)."""
    return tuple(
        (m.start, m.end)
        for m in mentions
        if m.end - m.start > 1 and (m.is_unknown() or m.kinds() & ELSEWHEN)
    )


def unread(text: str, mentions: Sequence[Mention]) -> frozenset[tuple[int, int]]:
    """Where words stand in the midst of others that nothing knows: no filler, whatever it is elsewhere (市统计局).

    Nor is one behind a measure word, by which it is counted (多少名老师).
    """
    counting = {m.end for m in mentions if "unit" in m.kinds()}
    return frozenset(
        (m.start, m.end)
        for m in mentions
        if not m.senses
        and text[m.start - 1 : m.start].isalnum()
        and (text[m.end : m.end + 1].isalnum() or m.start in counting)
    )


def named(mentions: Sequence[Mention]) -> tuple[tuple[int, int], ...]:
    """Where names of things stand: no part of one is passed over (the 年度 of 年度报告)."""
    return tuple(
        (m.start, m.end)
        for m in mentions
        if m.kinds() & NOUNS and "frame" not in m.kinds() and len(m.text) > SHORT
    )


def cuts(start: int, end: int, whole: Sequence[tuple[int, int]]) -> bool:
    """Is it a part of one of these words?"""
    return any(a <= start and end <= b and end - start < b - a for a, b in whole)


def hops(
    text: str,
    words: Words,
    whole: Sequence[tuple[int, int]] = (),
    strange: frozenset[tuple[int, int]] = frozenset(),
) -> dict[int, list[tuple[int, int]]]:
    """From each place, where passing over fillers leads, and what it costs; the cheapest way only.

    Fillers beside each other never spell a word that computes: 以上 is not 以 and 上. None is a part
    of a word that stays `whole`, or a word that is `strange` in its place.
    """
    found: dict[int, list[tuple[int, int]]] = {}
    size = len(text)
    single = [
        [
            t
            for t in _ties_at(text, at, words.ties, words.longest)
            if not cuts(at, t[0], whole) and (at, t[0]) not in strange
        ]
        for at in range(size)
    ]
    across = _across(text, words)
    for start in range(size):
        cost = {start: 0}
        for at in range(start, size):
            if at in cost:
                for end, price in single[at]:
                    if any(start <= a and b <= end for a, b in across.get(at, ())):
                        continue
                    cost[end] = min(cost.get(end, cost[at] + price), cost[at] + price)
        found[start] = [(end, paid) for end, paid in cost.items() if end > start]
    return found


def _across(text: str, words: Words) -> dict[int, list[tuple[int, int]]]:
    """By each place, the operator words that it would cut in two."""
    found: dict[int, list[tuple[int, int]]] = {}
    for start, end in words.operators_in(text):
        for at in range(start + 1, end):
            found.setdefault(at, []).append((start, end))
    return found


def _ties_at(text: str, at: int, ties: Mapping[str, int], longest: int) -> list[tuple[int, int]]:
    ends: Iterable[int] = range(at + 1, min(len(text), at + longest) + 1)
    return [(end, ties[text[at:end]]) for end in ends if text[at:end] in ties]
