"""The rules as data, and the trie of their forms that the chart walks along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from itertools import product
from typing import Any

from assistant.late import late

PART = late(r"(\[)?(?:([a-z]\w*):)?([A-Za-z|]+)(\])?")
WHOLE = "S"
Parts = tuple[tuple[str, str], ...]
# Of how many sets of categories the trie is kept at hand.
KEPT = 4096


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of a rule: the categories that it takes with their names, and what it yields.

    Of the words that it `holds`, one must stand somewhere in what it takes. Of two readings of one cost
    that of the rule that is written first comes first: `rank`.
    """

    name: str
    yields: str
    op: str
    cost: int
    parts: Parts
    holds: frozenset[str] = frozenset()
    rank: int = 0


@dataclass(slots=True, eq=False)
class Step:
    """A place in the trie of forms: where each category leads, and the rules that end here.

    `needs` are the words without which nothing that goes on from here can end, as bits.
    """

    number: int = 0
    to: dict[str, Step] = field(default_factory=dict)
    ends: list[Rule] = field(default_factory=list)
    needs: int = -1


@dataclass(frozen=True, slots=True, eq=False)
class Trie:
    """The forms that the words of one text can fill.

    `onward` is where each category leads from the steps that it goes on from, by their numbers.
    """

    root: Step
    onward: Mapping[str, Mapping[int, Step]]
    bits: Mapping[str, int]


@dataclass(frozen=True, eq=False)
class Grammar:
    """The rules, ready for the chart."""

    rules: tuple[Rule, ...]

    @cached_property
    def bits(self) -> dict[str, int]:
        """Each category as a bit."""
        names = dict.fromkeys(
            name for r in self.rules for name in (r.yields, *r.holds, *(c for _, c in r.parts))
        )
        return {name: 1 << at for at, name in enumerate(names)}

    @cached_property
    def made(self) -> int:
        """The categories that rules yield."""
        return _union(self.bits[r.yields] for r in self.rules)

    @cached_property
    def taken(self) -> tuple[tuple[int, int, int, Rule], ...]:
        """Each rule with the words and all categories that it takes, and those of which it holds one."""
        masks = ((r, _union(self.bits[c] for _, c in r.parts)) for r in self.rules)
        held = {r.holds: _union(self.bits[c] for c in r.holds) or -1 for r in self.rules}
        return tuple((mask & ~self.made, mask, held[rule.holds], rule) for rule, mask in masks)

    def over(self, categories: Iterable[str]) -> Trie:
        """The forms that these categories can fill, of those that a whole question can be made of."""
        bits = self.bits
        return _narrowed(self, _union(bits.get(c, 0) for c in categories))


def _union(masks: Iterable[int]) -> int:
    found = 0
    for mask in masks:
        found |= mask
    return found


@lru_cache(maxsize=KEPT)
def _narrowed(grammar: Grammar, present: int) -> Trie:
    bits = grammar.bits
    words, known = ~present, present
    open_ = [
        (mask, bits[rule.yields], rule)
        for taken, mask, held, rule in grammar.taken
        if held & present and not taken & words
    ]
    while True:
        before = known
        known |= _union(made for mask, made, _ in open_ if not mask & ~known)
        if known == before:
            break
    open_ = [row for row in open_ if not row[0] & ~known]
    wanted = bits.get(WHOLE, 0)
    while True:
        before = wanted
        wanted |= _union(mask for mask, made, _ in open_ if made & wanted)
        if wanted == before:
            break
    return _trie((rule for _, made, rule in open_ if made & wanted), bits, grammar.made)


def _trie(rules: Iterable[Rule], bits: Mapping[str, int], made: int) -> Trie:
    root = Step()
    onward: dict[str, dict[int, Step]] = {}
    count = 0
    for rule in rules:
        step = root
        left = [0]
        for _, category in reversed(rule.parts[1:]):
            left.append(left[-1] | bits[category] & ~made)
        for at, (_, category) in enumerate(rule.parts):
            if at:
                step.needs &= left[-at]
            following = step.to.get(category)
            if following is None:
                count += 1
                step.to[category] = following = Step(count)
                if at:
                    onward.setdefault(category, {})[step.number] = following
            step = following
        step.ends.append(rule)
    return Trie(root, onward, bits)


def grammar_of(rows: Iterable[Mapping[str, Any]]) -> Grammar:
    """The grammar that these rows write; raises `ValueError` for a form that cannot be read."""
    forms = ((row, parts) for row in rows for parts in _forms(row))
    return Grammar(tuple(_rule(row, parts, rank) for rank, (row, parts) in enumerate(forms)))


def _rule(row: Mapping[str, Any], parts: Parts, rank: int) -> Rule:
    holds = frozenset(row.get("holds", ()))
    return Rule(row["name"], row["yields"], row["op"], int(row.get("cost", 0)), parts, holds, rank)


def _forms(row: Mapping[str, Any]) -> Iterator[Parts]:
    """Every way to say any of the forms of a rule, with what is in brackets and without it."""
    for form in row.get("forms", [row.get("form")]):
        try:
            options = [_options(piece) for piece in form.split()]
        except ValueError:
            raise ValueError(f"不能读取的句式：{form}") from None
        for way in product(*options):
            if parts := tuple(part for piece in way for part in piece):
                yield parts


# The same pieces stand in many forms.
@cache
def _options(piece: str) -> tuple[Parts, ...]:
    found = PART.fullmatch(piece)
    if found is None:
        raise ValueError(piece)
    opened, name, categories, _ = found.groups()
    ways = tuple(((name or "", category),) for category in categories.split("|"))
    return (*ways, ()) if opened else ways
