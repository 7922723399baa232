"""Filter: the members of a breakdown that are over, under or between; and how many there are."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from assistant.model import Computation, Finding, Query
from assistant.naming import value_of
from assistant.operators import limited, reverse
from assistant.operators.arithmetic import exact, value
from assistant.operators.ground import Ground
from assistant.operators.operands import named, whole_and_parts
from assistant.operators.series import names_of

TESTS: dict[str, Callable[[Decimal, Decimal, Decimal], bool]] = {
    "more": lambda v, low, high: v > low,
    "at_least": lambda v, low, high: v >= low,
    "less": lambda v, low, high: v < low,
    "at_most": lambda v, low, high: v <= low,
    "between": lambda v, low, high: low <= v <= high,
    "within": lambda v, low, high: low <= v <= high,
    "equal": lambda v, low, high: v == low,
    "unequal": lambda v, low, high: v != low,
}

IN_TOTAL = re.compile("总共|一共|合计|共计|加起来|之和|总和")
# 不到700项以上 says two things of one number.
CONTRADICTED = re.compile("(?:不到|不足|不满|少于|低于|小于)[^，,、和与]{1,8}以上")
CONTRARY = {
    "more": "at_most",
    "at_least": "less",
    "less": "at_least",
    "at_most": "more",
    "between": "between",
    "equal": "unequal",
}


def run(query: Query, ground: Ground) -> Finding:
    """Every member that passes, or their number where 几个 is asked."""
    unit = next((u for _, u in query.numbers if u), "")
    if CONTRADICTED.search(query.text):
        return Finding("unanswered", "not_understood", reason="not_understood")
    found = whole_and_parts(query, ground, unit)
    if isinstance(found, Finding):
        if _is_reverse(query):
            return reverse.run(query, ground)
        return limited.run(query, ground) or found
    _, members = found
    if query.comparison not in TESTS or (query.comparison == "within" and query.negated):
        return Finding("unanswered", "not_supported", reason="not_supported")
    limits = _limits(query, ground)
    if isinstance(limits, Finding):
        return limits
    if not members or not limits or not exact(members):
        return Finding("unanswered", "not_comparable", reason="not_comparable")
    if IN_TOTAL.search(query.text) and ground.units.is_specific(query.base.unit):
        # 少于750项的县总共多少项 asks for their sum.
        return Finding("unanswered", "not_supported", reason="not_supported")
    low, high = limits
    test = TESTS[CONTRARY[query.comparison] if query.negated else query.comparison]
    against = named(query, ground) if query.comparison == "within" else ()
    others = [f for f in members if isinstance(against, Finding) or f not in against]
    passing = [f for f in others if f.value is not None and test(f.value, low, high)]
    names = names_of(members, ground.index)
    listed = "、".join(names[f.id] for f in passing)
    slots = {"names": listed, "count": str(len(passing))}
    slots["list"] = "、".join(f"{names[f.id]}{f.text}" for f in passing)
    facts = tuple(members)
    if query.claims:
        polarity = "yes" if passing else "no"
        shown = tuple(passing) or facts
        return Finding("answered", f"any_{polarity}", slots, shown, polarity=polarity)
    if not passing:
        return Finding("answered", "none_pass", slots, facts)
    if query.ask == "number":
        done = Computation("count", f"{listed} → {len(passing)}", tuple(
            f.text for f in passing))  # fmt: skip
        return Finding(
            "answered",
            "count_pass",
            slots,
            facts,
            (value(str(len(passing)), "个"),),
            computation=done,
        )
    if query.names_only:
        return Finding("answered", "names_pass", slots, tuple(passing))
    values = tuple(v for f in passing for v in value_of(f))
    return Finding("answered", "pass", slots, tuple(passing), values)


def _is_reverse(query: Query) -> bool:
    """哪些单位只有1件 may name figures that are no series."""
    return query.comparison == "equal" and not query.negated and not query.claims


def _limits(query: Query, ground: Ground) -> tuple[Decimal, Decimal] | Finding | None:
    """The numbers of the question, or the figure of the member that it compares with."""
    numbers = sorted(v for v, _ in query.numbers)
    if query.comparison == "between":
        return (numbers[0], numbers[-1]) if len(numbers) == 2 else None
    if numbers and query.comparison != "within":
        return (numbers[0], numbers[0]) if len(numbers) == 1 else None
    figures = named(query, ground)
    if isinstance(figures, Finding):
        return figures
    limit = figures[0].value
    if len(figures) != 1 or limit is None or len(numbers) > 1:
        return None
    distance = numbers[0] if numbers else Decimal(0)
    return limit - distance, limit + distance
