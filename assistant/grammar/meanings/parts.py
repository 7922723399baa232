"""What all meanings are made of: the parts that fill a rule, by their names, and a phrase as a tree."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assistant.model import Mention
from assistant.queries.tree import Phrase, Tree, keyed

Kids = Mapping[str, Tree]
Production = Callable[[Kids], Tree | None]
NAMES = frozenset({"place", "organ", "channel"})
LOOSE = frozenset({"any", "organ"})


def described(phrase: Phrase) -> Tree:
    """A phrase as a tree."""
    return keyed(Tree("phrase", phrase=phrase))


def same(name: str) -> Production:
    """A production that gives one of its parts as it is."""
    return lambda kids: kids[name]


def is_firm(phrase: Phrase) -> bool:
    """类 and 部门 by themselves are no members: something has to say that members are meant."""
    said = (
        phrase.which
        or phrase.conditions
        or phrase.order
        or phrase.each
        or phrase.every
        or phrase.named
        or phrase.excluded
    )
    return phrase.classes not in LOOSE or bool(said)


def plain_items(tree: Tree) -> tuple[tuple[Mention, ...], ...]:
    """The facets of each item of a list; none where an item is more than a description."""
    listed = tree["l"] if tree.op == "counted" else tree
    if listed.op in ("pair", "more"):
        groups = [plain_items(kid) for _, kid in listed.kids]
        return tuple(facets for group in groups for facets in group) if all(groups) else ()
    plain = listed.op == "figure" and not listed.phrase.given
    return (listed.phrase.facets,) if plain else ()
