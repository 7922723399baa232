"""Readings → `Finding`: the cheapest reading that the report's facts support.

Two meanings of one cost are asked back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from assistant.model import Candidate, Finding
from assistant.queries.evaluate import evaluate
from assistant.queries.facts import Facts
from assistant.queries.tree import Reading, Tree
from assistant.queries.values import Failure, Many, Names, Quantity, Rows, Truth, Value
from assistant.queries.wording import finding

TRIED = 16
# Why something is refused whose figures were found: no other reading changes what they are.
PREMISE = "premise"
FIRM = frozenset({"different_units", "part_and_whole", "may_overlap", "ambiguous"})


@dataclass(frozen=True, slots=True)
class Supported:
    """A reading with what the facts give for it."""

    tree: Tree
    finding: Finding
    failure: str = ""


# Whether there is a member beats whether two figures hold, where the one costs hardly more.
HELD, SOME, NEAR = frozenset({"holds", "holds_than"}), "some", 5


def answer(readings: Iterable[Reading], facts: Facts, refusing: bool = True) -> Supported | None:
    """The answer of the best reading, or its clarification or refusal; None where nothing was read.

    Why nothing is answered is worked out only for `refusing`; None without.
    """
    best: tuple[Reading, Value] | None = None
    failed: list[tuple[Tree, Failure]] = []
    for reading in islice(readings, TRIED):
        exists = best is not None and best[0].tree.op in HELD and reading.tree.op == SOME
        if best and reading.cost > best[0].cost + (NEAR if exists else 0):
            if best[0].tree.op in HELD and reading.cost <= best[0].cost + NEAR:
                continue
            break
        found = evaluate(reading.tree, facts)
        if isinstance(found, Failure):
            if best is None and _is_firm(reading.tree, found):
                # A dearer reading would only answer something else.
                failed = [(reading.tree, found)]
                break
            failed.append((reading.tree, found))
        elif exists:
            # 有没有不到商业企业的申请人: that there is one, and not that a figure is less.
            best = (reading, found)
        elif best is None or (
            is_unasked(best[0].tree) and isinstance(found, Truth) and not is_unasked(reading.tree)
        ):
            best = (reading, found)
        elif meaning(found) != meaning(best[1]) and not (
            is_unasked(reading.tree) and isinstance(best[1], Truth)
        ):
            return Supported(
                reading.tree,
                Finding("unanswered", "not_understood", reason="not_understood"),
                "ambiguous",
            )
    if best is None:
        return _doubt(failed, facts) if refusing else None
    return Supported(best[0].tree, finding(best[0].tree, best[1], facts))


def _doubt(failed: Iterable[tuple[Tree, Failure]], facts: Facts) -> Supported | None:
    """The refusal of the first reading that says most."""
    doubt: Supported | None = None
    for tree, failure in failed:
        refusal = Supported(tree, _doubtful(tree, failure, facts), failure.reason)
        if doubt is None or _says_little(refusal) < _says_little(doubt):
            doubt = refusal
        if not _says_little(doubt):
            break
    return doubt


def is_unasked(tree: Tree) -> bool:
    """A比B多, without 多少: it says which is more, and asks for no difference."""
    inner = tree.get("k") or tree
    apart = inner.get("q")
    return (
        apart is not None
        and apart.op == "difference"
        and apart.get("d") is not None
        and apart.get("w") is None
        and inner.get("w") is None
    )


def _says_little(refusal: Supported) -> int:
    """Does a refusal name no word, or only say that a number is another?"""
    if refusal.failure == PREMISE:
        return 2
    return int(refusal.finding.reason == "not_understood")


def _is_firm(tree: Tree, failure: Failure) -> bool:
    """Were the figures found, so that another reading would only hold others against each other?"""
    if failure.reason in FIRM:
        return adds(tree)
    # 信函申请是否不低于倒数第二的: it is that one itself.
    return failure.reason == "same" and tree.op in HELD


def adds(tree: Tree) -> bool:
    """Does it add up or hold against each other what it lists?"""
    return (tree["q"] if tree.op == "ask_quantity" else tree).op in ("sum", "difference")


def _doubtful(tree: Tree, failure: Failure, facts: Facts) -> Finding:
    if failure.reason == "ambiguous" and failure.rivals:
        rivals = tuple(Candidate(f, (), frozenset()) for f in failure.rivals)
        return Finding("clarify", "clarify", rivals=rivals)
    return finding(tree, failure, facts)


def meaning(value: Value) -> object:
    """What tells two values apart: what they say, and of which facts."""
    if isinstance(value, Quantity):
        facts = frozenset(f.id for f in value.facts)
        return facts if not value.formula else (value.low, value.high, value.unit, facts)
    if isinstance(value, Rows):
        return frozenset(r.figure.id for r in value.members)
    if isinstance(value, Names):
        facts = frozenset(r.figure.id for r in value.rows)
        return (value.kind, value.places, facts) if value.places else facts
    if isinstance(value, Truth):
        return (value.holds, value.left and meaning(value.left))
    assert isinstance(value, Many)
    plain = [v for v in value.values if isinstance(v, Quantity) and not v.formula]
    if len(plain) == len(value.values):
        return frozenset(f.id for v in plain for f in v.facts)
    return tuple(meaning(v) for v in value.values)
