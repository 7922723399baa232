"""A word as a leaf of the trees that rules make, and what it costs to use it."""

from __future__ import annotations

from assistant.model import Mention
from assistant.queries.tree import Given, Tree, keyed

WORD = 10
MENDED = 8


def leaf(mention: Mention, tag: str = "", given: Given | None = None) -> Tree:
    """A word as a leaf of a tree."""
    return keyed(Tree("word", word=mention, tag=tag, given=given))
