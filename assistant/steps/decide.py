"""Who wins among the candidates. Doubt is judged here and nowhere else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from assistant.model import Candidate, Figure


def fitting(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates that leave no word over, the better accounted first to be kept.

    A looser name, or a word that only a heading explains, gives way to an exact one.
    """
    whole = [c for c in candidates if not c.left_over]
    if not whole:
        return []
    best = min((c.weak, c.near) for c in whole)
    return [c for c in whole if (c.weak, c.near) == best]


def least(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that add least: a whole beats its parts, fewer additions beat more of them.

    A part whose own words the question uses (其中村里的) is not beaten by a whole that only leads
    up to them.
    """
    field = _Field(candidates)
    return [c for c in candidates if not any(_beats(other, c) for other in field.against(c))]


class _Field:
    """Candidates by what they have to do with each other: of a table's hundreds, few can beat one."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._adding: dict[frozenset[str], list[Candidate]] = defaultdict(list)
        self._named: dict[str, list[Candidate]] = defaultdict(list)
        self._parts: dict[str, list[Candidate]] = defaultdict(list)
        self._told: dict[object, dict[frozenset[int], Candidate]] = defaultdict(dict)
        for candidate in candidates:
            self._adding[candidate.added].append(candidate)
            self._named[candidate.fact.id].append(candidate)
            if whole := _whole_of(candidate):
                self._parts[whole].append(candidate)
            if isinstance(candidate.fact, Figure) and not candidate.fact.table:
                self._told[_told_in(candidate.fact)].setdefault(candidate.owned, candidate)
        self._fewest = sorted(self._adding, key=len)

    def against(self, candidate: Candidate) -> Iterator[Candidate]:
        """Those that may beat it: those that add less, that say more, its whole, its parts and those of its whole."""
        whole = _whole_of(candidate)
        if whole:
            yield from self._named.get(whole, ())
            yield from self._parts[whole]
        yield from self._parts.get(candidate.fact.id, ())
        if isinstance(candidate.fact, Figure):
            yield from self._told[_told_in(candidate.fact)].values()
        for added in self._fewest:
            if len(added) >= len(candidate.added):
                return
            if added < candidate.added:
                yield from self._adding[added]


def _told_in(figure: Figure) -> tuple[object, str]:
    """Where a figure is told, and in what measure word."""
    return figure.sentence, figure.unit


def _whole_of(candidate: Candidate) -> str | None:
    return candidate.fact.part_of if isinstance(candidate.fact, Figure) else None


def _beats(a: Candidate, b: Candidate) -> bool:
    if a.fact is b.fact:
        return False
    if _cells(a.fact, b.fact) and (a.added or b.added):
        # A row of a table is not beaten by a part whose name is not asked for.
        return bool(b.added) if _whole_of(b) == a.fact.id else not a.added
    if isinstance(b.fact, Figure) and b.fact.part_of == a.fact.id:
        return b.owned <= a.owned
    if isinstance(a.fact, Figure) and a.fact.part_of == b.fact.id:
        return not a.owned <= b.owned
    if _siblings(a.fact, b.fact) and b.owned < a.owned:
        return True
    if _alike(a.fact, b.fact) and b.owned < a.owned:
        return True
    return a.added < b.added


def _alike(a: object, b: object) -> bool:
    """Are both told in one sentence in one measure word? What says more itself is meant, and not what inherits it."""
    if not (isinstance(a, Figure) and isinstance(b, Figure)):
        return False
    told = a.sentence == b.sentence and not (a.table or b.table)
    return told and a.unit == b.unit and a.unit not in ("", "%")


def _cells(a: object, b: object) -> bool:
    """Are both in a table, the one a part of the other?"""
    if not (isinstance(a, Figure) and isinstance(b, Figure) and a.table and b.table):
        return False
    return a.id == b.part_of or b.id == a.part_of


def _siblings(a: object, b: object) -> bool:
    """Parts of one whole inherit the same; what tells them apart is what they say themselves."""
    if not (isinstance(a, Figure) and isinstance(b, Figure)):
        return False
    return a.part_of is not None and a.part_of == b.part_of
