"""What stands in a tree, how deep it is, of which breakdowns it speaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any

from assistant.adversaries.matrix import expressions as x
from assistant.adversaries.matrix.expressions import (
    Expression,
    Figure,
    Given,
    Members,
    Names,
    Only,
    Several,
    Table,
    Value,
)
from assistant.adversaries.matrix.members import Breakdown, Sort

# What only points to figures, and does nothing with them.
LEAVES = (Figure, Given, Members, Only)
# What is one operator with what stands in it: the value of the most is no deeper than the most.
THIN = (Value, Names, Table, Several)


def parts(tree: Expression) -> Iterator[Expression]:
    """The trees that stand directly in a tree."""
    kind: Any = type(tree)
    for name in _names(kind):
        value = getattr(tree, name)
        inner = value if isinstance(value, tuple) else (value,)
        yield from (one for one in inner if isinstance(one, Expression))


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def every(tree: Expression) -> Iterator[Expression]:
    """A tree and all that stands in it."""
    yield tree
    for part in parts(tree):
        yield from every(part)


def depth(tree: Expression) -> int:
    """How many operators stand in one another.

    A figure has depth 0, the sum of two counties 1, the number of counties above their mean 3.
    """
    if isinstance(tree, LEAVES):
        return 0
    inner = max((depth(part) for part in parts(tree)), default=0)
    return max(1, inner) if isinstance(tree, THIN) else inner + 1


def breakdowns_of(tree: Expression) -> tuple[Breakdown, ...]:
    """The breakdowns that a tree speaks of, each once."""
    found = (getattr(one, "breakdown", None) for one in every(tree))
    return tuple({b.topic: b for b in found if b is not None}.values())


def sort_of(tree: Expression) -> Sort | None:
    """The sort of members that a tree chooses from."""
    return next((one.sort for one in every(tree) if isinstance(one, x.Members)), None)
