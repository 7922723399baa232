"""Who wins among the candidates. Doubt is judged here and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence

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
    return [c for c in candidates if not any(_beats(other, c) for other in candidates)]


def _beats(a: Candidate, b: Candidate) -> bool:
    if a.fact is b.fact:
        return False
    if _cells(a.fact, b.fact) and (a.added or b.added):
        # A row of a table is not beaten by a part whose name is not asked for.
        part = b if isinstance(b.fact, Figure) and b.fact.part_of == a.fact.id else a
        return part.added != frozenset() if part is b else not part.added
    if isinstance(b.fact, Figure) and b.fact.part_of == a.fact.id:
        return b.owned <= a.owned
    if isinstance(a.fact, Figure) and a.fact.part_of == b.fact.id:
        return not a.owned <= b.owned
    if _siblings(a.fact, b.fact) and b.owned < a.owned:
        return True
    return a.added < b.added


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
