"""Difference: how far apart two quantities are.

    difference(a: Quantity, b: Quantity) → Quantity

阳山的事项数比佛冈多多少项: 852 − 663 = 189项. Both are of one kind of unit and exact; shares differ by 个百分点.
连州比佛冈多百分之几 relates the difference to what is compared with (b): growth.
"""

from __future__ import annotations

from assistant.model import Finding
from assistant.naming import called
from assistant.queries.comparing import unlike
from assistant.queries.evaluate import register
from assistant.queries.facts import Facts
from assistant.queries.lists import operands
from assistant.queries.tree import Tree, around, sides
from assistant.queries.values import (
    PERCENT,
    POINTS,
    Failure,
    Quantity,
    aligned,
    computed,
    stated,
    unscaled,
)
from assistant.queries.wording import computation, listed, rounding, shown, values

# The parts of a tree that say which of the two is held to be more.
DIRECTED = ("d", "o", "c")
BEFORE, BEHIND = "前者", "后者"


def apart(tree: Tree, facts: Facts) -> Quantity | Failure:
    """How far apart the two sides are, in their unit; a failure where they are of two kinds or not exact."""
    extra, unit = around(tree, "m", "w")
    unit = unit.removeprefix(POINTS)
    trees = sides(tree)
    if len(trees) != 2:
        return Failure("not_comparable")
    relative = unit == PERCENT
    found = operands(trees, extra, "" if relative else unit, facts)
    if isinstance(found, Failure):
        return found
    refusal = unlike(found, facts)
    if refusal:
        return refusal
    a, b = aligned(found)
    if not (a.is_exact and b.is_exact):
        return Failure("approximate")
    more, less = (a, b) if a.low >= b.low else (b, a)
    if relative and a.unit != PERCENT:
        if not b.low or not tree.get("d"):
            return Failure("not_comparable")
        size = abs(a.low - b.low) * 100 / b.low
        formula = f"({more.term} − {less.term}) ÷ {b.term} × 100%"
        return computed(size, (more, less), formula, PERCENT)
    value = more.low - less.low
    formula = f"{more.term} − {less.term}"
    unit = a.unit if a.unit != PERCENT else POINTS
    # 比市级的多还是少: of what is computed, which of the two is more can only be said by its place.
    name = (BEFORE if a.low > b.low else BEHIND) if tree.get("o") else ""
    both, numbers = (*a.facts, *b.facts), (*a.operands, *b.operands)
    return Quantity(value, value, unit, both, formula, numbers, name)


def _larger(tree: Tree, found: Quantity) -> str:
    """Which of the two is more, where the question speaks of it (A比B多多少, A超出B多少, A比B多还是少、差多少)."""
    if not any(tree.get(part) for part in DIRECTED) or not found.low:
        return ""
    if len(found.facts) != 2:
        return found.name
    one, other = found.facts
    a, b = unscaled(stated(one)).low, unscaled(stated(other)).low
    return called(one if a > b else other) if a != b else ""


def says(tree: Tree, found: Quantity, facts: Facts) -> Finding:
    """The two with what they are apart, and which is more where the question speaks of it."""
    done = computation("compare", found)
    slots = {
        "list": listed(found.facts, facts),
        "more": _larger(tree, found),
        "difference": shown(found),
        "expression": done.expression,
        "rounded": rounding(found),
    }
    outcome = "apart_more" if slots["more"] else "apart"
    return Finding("answered", outcome, slots, found.facts, values(found), computation=done)


register("difference", apart, says)
