"""The query tree: an operator over what it takes, down to the words of the question.

A description says which facts are meant by a bag of facets; a phrase adds a class of members, conditions,
an order, and what is asked. `key` tells two meanings apart: trees of one key mean the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from assistant.model import Mention

# Of how many phrases it is kept how what they say is written in a key.
KEPT = 4096


@dataclass(frozen=True, slots=True)
class Given:
    """A number that the question states, with its unit; `more` where it only says from where on (600多)."""

    value: Decimal
    unit: str = ""
    percent: bool = False
    about: bool = False
    more: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked how many of: the unit behind 多少, and where the nouns begin that may be counted."""

    unit: str = ""
    percent: bool = False
    at: int = 0


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: the facets of a description, and what members of it are wanted.

    `ordinal` says that the place is counted from where the order begins (第二, 前三; not 最多), `besides` that
    the named members come in addition to those of the class (市级和各县), not from among them (连州、英德两市).
    """

    facets: tuple[Mention, ...] = ()
    classes: str = ""
    cardinal: int = 0
    which: str = ""
    counts: bool = False
    conditions: tuple[Tree, ...] = ()
    excluded: tuple[tuple[Mention, ...], ...] = ()
    named: tuple[tuple[Mention, ...], ...] = ()
    besides: bool = False
    order: str = ""
    nth: int = 0
    first: int = 0
    ordinal: bool = False
    each: bool = False
    position: bool = False
    sort: str = ""
    every: bool = False
    asked: Asked | None = None
    given: tuple[Given, ...] = ()
    of: tuple[Given, ...] = ()
    joint: bool = False

    @property
    def is_plain(self) -> bool:
        """Are there facets only?"""
        return (
            not self.has_members and replace(self, facets=(), given=(), of=(), joint=False) == EMPTY
        )

    @property
    def picks(self) -> bool:
        """Does it pick one member, or the first of them, by their order?"""
        return bool(self.order)

    @property
    def direction(self) -> str:
        """From which end places are counted: 从少到多排第二 is the second least."""
        turned = self.ordinal and self.sort == "ascending"
        return "min" if turned and self.order == "max" else self.order

    @property
    def has_members(self) -> bool:
        """Does it speak of the members of a breakdown?"""
        return bool(self.classes or self.conditions or self.excluded or self.named or self.order or self.which
                    or self.each or self.counts or self.cardinal)  # fmt: skip

    def key(self) -> str:
        """What tells it from another phrase."""
        facets = ".".join(
            [
                f"{m.start}-{m.end}L" if m.senses[0].tag == "label" else f"{m.start}-{m.end}"
                for m in self.facets
            ]
        )
        excluded = _places(self.excluded) if self.excluded else ""
        named = _places(self.named) if self.named else ""
        conditions = ";".join([c.key for c in self.conditions]) if self.conditions else ""
        asked = self.asked and (self.asked.unit, self.asked.percent)
        rest = _said(
            self.classes,
            self.besides,
            self.cardinal,
            self.which,
            self.counts,
            self.each,
            self.every,
            self.order,
            self.nth,
            self.first,
            self.position,
            self.sort,
            self.ordinal and self.sort,
            asked,
        )
        numbers = f"{self.given}{self.of}" if self.given or self.of else ""
        return f"<{facets}|{excluded}+{named}|{conditions}|{rest}{numbers}>"


EMPTY = Phrase()


@lru_cache(maxsize=KEPT)
def _said(*said: object) -> str:
    """What a phrase says beyond its words; few are said at all."""
    return repr(said)


def _places(groups: tuple[tuple[Mention, ...], ...]) -> str:
    return ";".join(".".join(f"{m.start}-{m.end}" for m in each) for each in groups)


@dataclass(frozen=True, slots=True)
class Tree:
    """One operator with its named arguments; a leaf holds a word, a phrase or a given number."""

    op: str
    kids: tuple[tuple[str, Tree], ...] = ()
    word: Mention | None = None
    tag: str = ""
    phrase: Phrase = EMPTY
    given: Given | None = None
    asked: Asked | None = None
    key: str = ""

    def get(self, name: str) -> Tree | None:
        """The argument of this name."""
        return next((kid for part, kid in self.kids if part == name), None)

    def __getitem__(self, name: str) -> Tree:
        """The argument of this name; `KeyError` where there is none."""
        found = self.get(name)
        if found is None:
            raise KeyError(name)
        return found

    def leaves(self) -> Iterator[Tree]:
        """Its phrases, in the order in which they are said."""
        if not self.kids:
            yield self
        for _, kid in self.kids:
            yield from kid.leaves()


@dataclass(frozen=True, slots=True)
class Reading:
    """A tree over a whole question, with what it costs."""

    cost: int
    tree: Tree


def keyed(tree: Tree) -> Tree:
    """A tree that was just made, with its key."""
    inner = ",".join([f"{name}:{kid.key}" for name, kid in tree.kids]) if tree.kids else ""
    leaf = f"{tree.word.start}-{tree.word.end}{tree.tag}" if tree.word else ""
    phrase = tree.phrase.key() if tree.phrase is not EMPTY else ""
    key = f"{tree.op}({inner}{leaf}{phrase}{tree.given or ''})"
    object.__setattr__(tree, "key", key)
    return tree


# --------------------------------------------------------------------------- going through trees


def every(tree: Tree) -> Iterator[Tree]:
    """The tree and all that stands in it."""
    yield tree
    for _, kid in tree.kids:
        yield from every(kid)


def items(tree: Tree) -> Iterator[Tree]:
    """The members of a list, in the order in which they are said."""
    if tree.op in ("pair", "more"):
        for _, kid in tree.kids:
            yield from items(kid)
    elif tree.op == "counted":
        yield from items(tree["l"])
    else:
        yield tree


def size(tree: Tree) -> int:
    """How many items a list has."""
    return sum(size(kid) for _, kid in tree.kids) if tree.op in ("pair", "more") else 1


def sides(tree: Tree) -> list[Tree]:
    """What an operator takes side by side: the items of its list, or its two arguments."""
    return list(items(tree["l"])) if tree.get("l") else [tree["a"], tree["b"]]


def around(tree: Tree, *parts: str) -> tuple[tuple[Mention, ...], str]:
    """What stands around the operands and is meant of each: the facets of these arguments, and their unit."""
    found = [kid.phrase for part in parts if (kid := tree.get(part)) is not None]
    facets = tuple(m for phrase in found for m in phrase.facets)
    unit = next((p.asked.unit for p in found if p.asked), "")
    return facets, unit


def asked_of(tree: Tree) -> Asked | None:
    """What 多少 asks for behind what an operator takes."""
    wanted = tree.get("w")
    return wanted.phrase.asked if wanted else None
