"""Since: by how much a figure changed, by the change that the report states beside it.

    since(Quantity, time, degree) → Quantity

收到申请47件，比上年增加9件 → 比上年是多了还是少了，差多少: 9件, as it is stated. 比上年多了百分之几 relates the
change to what was before it: 9 ÷ (47 − 9) = 23.68%. A growth that is stated in percent is looked up, and not computed.
"""

from __future__ import annotations

from assistant.model import Finding
from assistant.naming import value_of
from assistant.queries.before import held_before
from assistant.queries.evaluate import register
from assistant.queries.facts import Facts
from assistant.queries.tree import Tree, asked_of
from assistant.queries.values import PERCENT, Failure, Quantity, computed
from assistant.queries.wording import computation, listed, rounding, shown, values

# The parts of a tree that say which way it is held to have changed.
MORE, LESS = "u", "s"


def _value(tree: Tree, facts: Facts) -> Quantity | Failure:
    held = held_before(tree, facts)
    if isinstance(held, Failure):
        return held
    if _way(tree) not in ("", "more" if held.rose else "less"):
        return Failure("premise")
    asked = asked_of(tree)
    if asked is None or asked.unit != PERCENT or held.now.unit == PERCENT:
        return held.change
    if not held.before.low:
        return Failure("not_comparable")
    formula = f"{held.change.term} ÷ {held.before.term} × 100%"
    share = held.change.low * 100 / held.before.low
    return computed(share, [held.now, held.change], formula, PERCENT)


def _way(tree: Tree) -> str:
    """The way in which it is held to have changed; empty where that is asked (多了还是少了)."""
    if MORE in {name for name, _ in tree.kids}:
        return "more"
    if LESS in {name for name, _ in tree.kids}:
        return "less"
    degree = tree.get("d")
    return degree.tag if degree is not None else ""


def _says(tree: Tree, found: Quantity, facts: Facts) -> Finding:
    if not found.formula:
        [change] = found.facts
        return Finding("answered", "figure", facts=(change,), values=value_of(change))
    held = held_before(tree, facts)
    done = computation("compare", found)
    slots = {
        "list": listed(found.facts, facts),
        "value": shown(found),
        "expression": done.expression,
        "rounded": rounding(found),
    }
    outcome = "since_rose" if not isinstance(held, Failure) and held.rose else "since_fell"
    return Finding("answered", outcome, slots, found.facts, values(found), computation=done)


register("since", _value, _says)
