"""A value of a query tree as a finding: which sentence of the wording says it, and what fills it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.model import Computation, Figure, Finding, Value
from assistant.naming import together, value_of
from assistant.queries.evaluate import OPERATORS
from assistant.queries.facts import Facts
from assistant.queries.rounding import PLACES, digits, is_finite
from assistant.queries.tree import Tree
from assistant.queries.values import PERCENT, Failure, Quantity, Row
from assistant.queries.values import Value as Found

# What the wording says of a failure itself; of any other it says that it cannot be compared.
SAID = frozenset({"approximate", "part_and_whole", "may_overlap", "no_whole", "other_number"})
UNMATCHED = frozenset({"not_matched", "no_members"})
ORDINALS = {"max": "第", "min": "倒数第"}


def finding(tree: Tree, found: Found | Failure, facts: Facts) -> Finding:
    """What was found, ready to be put into words."""
    if isinstance(found, Failure):
        return _failed(found)
    says = OPERATORS[tree.op].says
    return says(tree, found, facts) if says else _computed(tree, found, facts)


def _failed(failure: Failure) -> Finding:
    if failure.reason in UNMATCHED:
        word = "、".join(dict.fromkeys(m.text for m in failure.words))
        if not word:
            return Finding("unanswered", "not_understood", reason="not_understood")
        return Finding("unanswered", "not_matched", {"word": word}, reason="not_matched")
    outcome = failure.reason if failure.reason in SAID else "not_comparable"
    return Finding("unanswered", outcome, reason="not_comparable")


# What only rounds or asks for what another operator computes.
ROUNDED = frozenset({"rounded", "ask_quantity"})


def _computed(tree: Tree, found: Found, facts: Facts) -> Finding:
    """A computed quantity with its formula, where its operator has no wording of its own."""
    assert isinstance(found, Quantity)
    inner = tree
    while inner.op in ROUNDED:
        inner = inner.get("s") or inner["q"]
    done = computation(inner.op, found)
    slots = {
        "list": listed(found.facts, facts),
        "value": shown(found),
        "expression": done.expression,
        "rounded": rounding(found),
    }
    operator = OPERATORS[inner.op]
    slots |= operator.slots(inner, found, facts)
    return Finding(
        "answered", operator.sentence, slots, found.facts, values(found), computation=done
    )


# --------------------------------------------------------------------------- what fills a sentence


def shown(quantity: Quantity) -> str:
    """A quantity in words: 95项, 16.68%, 520条以上."""
    if quantity.facts and not quantity.formula:
        return f"{quantity.facts[0].text}{quantity.facts[0].said}"
    open_ended = "" if quantity.is_exact else "以上"
    return f"{digits(quantity.low, quantity.places)}{quantity.unit}{open_ended}"


def values(quantity: Quantity) -> tuple[Value, ...]:
    """The value as the answer object has it."""
    if quantity.facts and not quantity.formula:
        return value_of(quantity.facts[0])
    bound = "exact" if quantity.is_exact else "at_least"
    return (Value(digits(quantity.low, quantity.places), quantity.unit, bound, shown(quantity)),)


# What joins the terms of a formula; one without them is another scale of a figure (12826条).
SIGNS = frozenset("+−×÷")


def computation(operator: str, quantity: Quantity) -> Computation:
    """The formula with its result."""
    sign = "=" if is_whole(quantity) else "≈"
    converted = not SIGNS & set(quantity.formula)
    unit = quantity.unit if quantity.unit == PERCENT or converted else ""
    result = f"{digits(quantity.low, quantity.places)}{unit}"
    return Computation(operator, f"{quantity.formula} {sign} {result}", quantity.operands)


def is_whole(quantity: Quantity) -> bool:
    """Is it said with all its decimals?"""
    return not quantity.cut and is_finite(quantity.low, quantity.places)


def rounding(quantity: Quantity) -> str:
    """What is said of a result that was rounded."""
    if is_whole(quantity):
        return ""
    return "（四舍五入）" if quantity.places != PLACES else "（保留两位小数）"


def listed(figures: Sequence[Figure], facts: Facts) -> str:
    """Figures with what they are called; parts of one whole after what the whole counts."""
    return together(figures, facts.report)


def rows_said(rows: Sequence[Row], mark: str = "；") -> str:
    """Members with their figures: 阳山县852项；连州市669项."""
    return mark.join(f"{r.name}{shown(r.quantity)}" for r in rows)


def ordinal(order: str, nth: int) -> str:
    """A place counted from one end: 第2, 倒数第3."""
    return f"{ORDINALS[order]}{nth}"
