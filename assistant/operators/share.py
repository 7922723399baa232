"""Share: what part one figure, or a sum, is of its whole."""

from __future__ import annotations

from decimal import Decimal

from assistant.language.numerals import plain
from assistant.model import Figure, Finding, Query
from assistant.operators.arithmetic import computation, exact, rounded, same_scale, value
from assistant.operators.compare import stated_share
from assistant.operators.ground import Ground
from assistant.operators.operands import label, named, whole_and_parts
from assistant.operators.total import may_add
from assistant.steps.match import hold


def run(query: Query, ground: Ground) -> Finding:
    """Numerator over whole in percent, two decimals half up; the whole must be the numerator's own."""
    if query.claims:
        return Finding("unanswered", "not_supported", reason="not_supported")
    stated = stated_share(query, ground)
    if stated:
        return stated
    numerator = _numerator(query, ground)
    if isinstance(numerator, Finding):
        return numerator
    if len(numerator) > 1:
        refusal = may_add(numerator, ground)
        if refusal:
            return refusal
    wholes = {f.part_of for f in numerator}
    whole = ground.index.of(next(iter(wholes))) if len(wholes) == 1 else None
    if whole is None or not isinstance(whole.fact, Figure):
        return Finding("unanswered", "no_whole", reason="not_comparable")
    named_whole = hold(query.right, whole, ground.index, ground.units)
    if named_whole.left_over:
        return Finding("unanswered", "no_whole", reason="not_comparable")
    figures = [*numerator, whole.fact]
    if not exact(figures):
        return Finding("unanswered", "approximate", reason="not_comparable")
    *parts, total = same_scale(figures)[0]
    return _say(query, sum(parts, Decimal(0)), total, numerator, whole.fact, figures)


def _numerator(query: Query, ground: Ground) -> list[Figure] | Finding:
    if query.classes and len(query.selections) == 1:
        found = whole_and_parts(query, ground)
        return found if isinstance(found, Finding) else found[1]
    return named(query, ground)


def _say(
    query: Query,
    part: Decimal,
    total: Decimal,
    parts: list[Figure],
    whole: Figure,
    figures: list[Figure],
) -> Finding:
    share, short = rounded(part * 100 / total)
    added = " + ".join(plain(f.value or Decimal(0)) for f in parts)
    top = f"({added})" if len(parts) > 1 else added
    expression = f"{top} ÷ {plain(total)} × 100% {'≈' if short else '='} {share}%"
    slots = {
        "names": "、".join(f"{label(f)}{f.text}" for f in parts),
        "whole": whole.text,
        "share": f"{share}%",
        "expression": expression,
        "rounded": "（保留两位小数）" if short else "",
    }
    done = computation("share", expression, figures)
    return Finding(
        "answered", "share", slots, tuple(figures), (value(share, "%"),), computation=done
    )
