"""Before: what a figure was before the change that the report states beside it.

    before(Quantity, time) → Quantity
    holds_before(Quantity, time, degree) → Truth

收到申请47件，比上年增加9件 → 上年收到多少件: 47 − 9 = 38件. The change has to be told right behind the figure, by an
amount in a unit of its kind (个百分点 of a share); of a growth in percent no exact figure follows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.model import Figure, Mention
from assistant.queries.comparing import compare
from assistant.queries.evaluate import register
from assistant.queries.facts import Facts
from assistant.queries.spreading import in_order
from assistant.queries.tree import Phrase, Tree, around, asked_of
from assistant.queries.truths import verdict
from assistant.queries.values import (
    PERCENT,
    POINTS,
    Failure,
    Quantity,
    Truth,
    computed,
    stated,
    unscaled,
)


@dataclass(frozen=True, slots=True)
class Held:
    """A figure, the change that is told beside it, whether it rose, and what it was before."""

    now: Quantity
    change: Quantity
    rose: bool
    before: Quantity


def held_before(tree: Tree, facts: Facts) -> Held | Failure:
    """The figure that is described (`q`), held against what it was before the change since then (`b`)."""
    facets, _ = around(tree, "q", "e", "f", "w", "m")
    since, asked = tree["b"].word, asked_of(tree)
    asked = None if asked is not None and asked.unit == PERCENT else asked
    now = facts.figure(Phrase(facets=in_order(facets), asked=asked))
    if not isinstance(now, Quantity) or since is None:
        return now if isinstance(now, Failure) else Failure("not_comparable")
    found = next(filter(None, (facts.change(f, since) for f in _same(now, facets, facts))), None)
    if found is None:
        return Failure("not_matched", (since,))
    change, rose = found
    amount = stated(change)
    alike = POINTS if now.unit == PERCENT else now.unit
    if not (now.is_exact and amount.is_exact):
        return Failure("approximate")
    if not facts.units.same_kind(alike, amount.unit):
        return Failure("different_units")
    told = amount
    if alike != amount.unit:
        now, amount = unscaled(now), unscaled(amount)
    value = now.low - amount.low if rose else now.low + amount.low
    sign, mark = "−" if rose else "+", now.unit if now.unit == PERCENT else ""
    formula = f"{now.term}{mark} {sign} {amount.term}{mark}"
    return Held(now, told, rose, computed(value, [now, amount], formula, now.unit))


def _same(now: Quantity, facets: tuple[Mention, ...], facts: Facts) -> Iterator[Figure]:
    """The figure, and those that state the same elsewhere: what a table counts is told with its change in words."""
    [figure] = now.facts
    yield figure
    for other in facts.report.figures if figure.table else ():
        same = (other.value, other.unit, other.bound) == (figure.value, figure.unit, figure.bound)
        if same and not other.table and facts.says(other, facets):
            yield other


def _value(tree: Tree, facts: Facts) -> Quantity | Failure:
    held = held_before(tree, facts)
    return held if isinstance(held, Failure) else held.before


def _has_changed(tree: Tree, facts: Facts) -> Truth | Failure:
    """收到的申请比上年多吗: whether it stands to what it was before as the question says."""
    now = facts.figure(Phrase(facets=in_order(around(tree, "q", "m")[0])))
    if isinstance(now, Failure):
        return now
    measured = (("e", m),) if (m := tree.get("m")) is not None else ()
    before = _value(Tree("before", (("q", tree["q"]), *measured, ("b", tree["b"]))), facts)
    if isinstance(before, Failure):
        return before
    return Truth(compare(now, tree["d"].tag, before), before, now)


register("before", _value, sentence="before")
register("holds_before", _has_changed, verdict)
