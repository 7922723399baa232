"""The operator matrix: operator × argument type × wording frame × facts of a report, with true answers.

For every operator trees are drawn whose arguments are any trees of the right type; each is said by a
frame. Everything is drawn by a seed over the report's id, so the same report and seed ask the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice, zip_longest
from random import Random

from assistant.adversaries.matrix import expressions as x
from assistant.adversaries.matrix.drawing import COMPARISONS, NAMES, Drawer
from assistant.adversaries.matrix.expressions import Expression, Quantity, Rows
from assistant.adversaries.matrix.facts import Facts
from assistant.adversaries.matrix.gold import Gold, gold
from assistant.adversaries.matrix.material import Frames
from assistant.adversaries.matrix.trees import depth
from assistant.adversaries.matrix.values import Undefined, quantity, rows
from assistant.adversaries.matrix.wording import Said, Speaker, Unsayable
from assistant.model import Report

DEEPEST = 3
# How many trees are drawn for an operator, and how many of these in vain.
DRAWS, ATTEMPTS = 260, 900


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the matrix with its true answer; `led` says how what is counted was said."""

    text: str
    operator: str
    frame: str
    depth: int
    tree: Expression
    gold: Gold
    led: bool = True


def generate(
    report: Report,
    frames: Frames,
    seed: int = 0,
    deepest: int = DEEPEST,
    limit: int | None = None,
) -> tuple[Question, ...]:
    """All questions of a report or `limit`, the operators in turn, so that any beginning of them speaks of all."""
    return tuple(islice(in_turn(report, frames, seed, deepest), limit))


def in_turn(
    report: Report, frames: Frames, seed: int = 0, deepest: int = DEEPEST
) -> Iterator[Question]:
    """The same, each made when it is wanted."""
    facts = Facts(report, frames.words)
    found = [
        _drawn(facts, frames, name, make, Random(f"{report.id}/{name}/{seed}"), deepest)
        for name, make in MAKERS.items()
    ]
    seen: set[str] = set()
    for turn in zip_longest(*found):
        for one in turn:
            if one is not None and one.text not in seen:
                seen.add(one.text)
                yield one


def _drawn(
    facts: Facts, frames: Frames, name: str, make: Maker, rng: Random, deepest: int
) -> Iterator[Question]:
    """The questions of one operator, each drawn when it is wanted."""
    found = 0
    for _ in range(ATTEMPTS):
        if found == DRAWS:
            break
        try:
            tree = make(Drawer(facts, frames, rng))
            if depth(tree) > deepest:
                continue
            question = asked(tree, frames, rng, name)
        except (Undefined, Unsayable):
            continue
        found += 1
        yield question


def asked(
    tree: Expression, frames: Frames, rng: Random, operator: str, frame: str | None = None
) -> Question:
    """A tree as a question; raises `Undefined` or `Unsayable` where it cannot be one."""
    true = gold(tree)
    led = rng.random() < 0.5
    said: Said = Speaker(frames, rng).ask(tree, led, frame)
    return Question(said.text, operator, said.frame, depth(tree), tree, true, led)


Maker = Callable[[Drawer], Expression]


def _figure(d: Drawer) -> Expression:
    if d.rng.random() < 0.3:
        return d.alone()
    return d.rng.choice((d.member, d.member, d.whole))(d.breakdown())


def _difference(d: Drawer) -> Expression:
    a, b = d.ordered()
    claimed = d.rng.choice(("more", "more", "less", "apart"))
    if claimed == "more":
        return x.Difference(a, b, "more")
    return x.Difference(b, a, "less") if claimed == "less" else x.Difference(a, b)


def _share(d: Drawer) -> Expression:
    own = d.breakdown()
    whole = d.whole(own) if d.rng.random() < 0.75 else x.Sum(d.members(own))
    part: Quantity = d.rng.choice((d.member, d.value, lambda b: x.Sum(d.some(b))))(own)
    # All of it as a share of all of it is asked by nobody.
    if quantity(part).value >= quantity(whole).value:
        raise Undefined
    return x.Share(part, whole)


def _remainder(d: Drawer) -> Expression:
    own = d.breakdown()
    part = d.member(own) if d.rng.random() < 0.5 else x.Sum(d.only(own))
    return x.Remainder(d.whole(own), part)


def _added(d: Drawer) -> Expression:
    a, b = d.pair_of_members()
    added = x.Added(a, d.more(a.item.unit))
    if d.rng.random() < 0.5:
        return added
    if quantity(added) == quantity(b):
        raise Undefined
    return x.Difference(added, b)


def _one_of(d: Drawer) -> Quantity:
    return d.alone() if d.rng.random() < 0.4 else d.member(d.breakdown())


def _product(d: Drawer) -> Expression:
    own, each = _one_of(d), d.given("each")
    if quantity(own).unit == each.unit:
        raise Undefined
    return x.Product(own, each)


def _holds(d: Drawer) -> Expression:
    a, b = d.pair()
    if d.rng.random() < 0.3:
        a = d.member(d.breakdown())
        b = x.Given(a.item.value + d.rng.choice((0, 0, 1, 10)), a.item.unit)
        return x.Holds(a, d.rng.choice(("=", ">", "<=", ">=")), b)
    return x.Holds(a, d.rng.choice(COMPARISONS), b)


def _is_most(d: Drawer) -> Expression:
    inner, least = d.members(d.sorted()), d.rng.random() < 0.4
    first = gold(x.Most(inner, least)).names
    name = first[0] if d.rng.random() < 0.5 else d.rng.choice(inner.sort.names)
    return x.IsMost(name, inner, least)


def _among(d: Drawer, kind: type[x.Every] | type[x.Some]) -> Expression:
    own = d.sorted()
    inner = d.members(own)
    return kind(inner, d.rng.choice(COMPARISONS), d.limit(own, inner))


def _position(d: Drawer) -> Expression:
    inner = d.members(d.sorted())
    return x.Position(d.rng.choice(inner.sort.names), inner)


def _counted(d: Drawer) -> Rows:
    own = d.sorted()
    inner = d.outside(own) if d.rng.random() < 0.2 else None
    return d.where(own, inner)


def _named(d: Drawer) -> Rows:
    found = _counted(d) if d.rng.random() < 0.6 else d.first(d.sorted())
    if not rows(found):
        raise Undefined
    return found


def _nth(d: Drawer) -> Expression:
    return x.Nth(d.members(d.sorted()), d.rng.choice((2, 2, 3, 4)), d.rng.random() < 0.35)


def _several(d: Drawer) -> Expression:
    own = d.breakdown()
    number = min(len(own.members), d.rng.choice((2, 2, NAMES)))
    return x.Several(tuple(x.Figure(item, own) for item in d.rng.sample(own.members, number)))


def _averaged(d: Drawer) -> Expression:
    own = d.breakdown()
    return x.Mean(d.rng.choice((d.members, d.members, d.outside, d.only, d.first))(own))


MAKERS: dict[str, Maker] = {
    "figure": _figure,
    "sum": lambda d: x.Sum(d.some(d.breakdown())),
    "mean": _averaged,
    "median": lambda d: x.Median(d.members(d.sorted())),
    "spread": lambda d: x.Spread(d.members(d.sorted())),
    "value": lambda d: d.value(d.sorted()),
    "difference": _difference,
    "ratio": lambda d: x.Ratio(*d.ordered()),
    "share": _share,
    "growth": lambda d: x.Growth(*d.ordered()),
    "remainder": _remainder,
    "added": _added,
    "product": _product,
    "per": lambda d: x.Per(_one_of(d), d.given("among")),
    "count": lambda d: x.Count(_counted(d)),
    "names": lambda d: x.Names(_named(d)),
    "most": lambda d: x.Most(d.several(d.sorted()), d.rng.random() < 0.4),
    "nth": _nth,
    "position": _position,
    "larger": lambda d: x.Larger(*d.pair_of_members(), d.rng.random() < 0.4),
    "holds": _holds,
    "ismost": _is_most,
    "every": lambda d: _among(d, x.Every),
    "some": lambda d: _among(d, x.Some),
    "several": _several,
    "table": lambda d: x.Table(d.members(d.sorted())),
}
