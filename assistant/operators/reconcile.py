"""Reconcile: do the stated parts add up to the number? 加起来等于6211吗."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.language.numerals import plain
from assistant.model import Figure, Finding, Query
from assistant.operators import verify
from assistant.operators.arithmetic import computation, exact, same_scale, value
from assistant.operators.ground import Ground
from assistant.operators.operands import countable, whole_and_parts

ADDS = re.compile("加|之和|总和|等于|凑|相符|对得上|一致")

ADDS_TO = re.compile(r"(?:等于|是|为|共|得)\d")


def run(query: Query, ground: Ground) -> Finding:
    """The parts of the whole that is meant, added up and held against the number given."""
    (claimed, _), *_ = query.numbers
    if query.base.required() and not ADDS.search(query.text):
        # 总计 is a column or a word of its own; nobody asks to add anything up.
        claim = verify.run(query, ground)
        if claim.status in ("answered", "clarify"):
            return claim
    found = _parts(query, claimed, ground)
    if isinstance(found, Finding):
        return found
    if len(found) < 2 or not exact(found):
        return Finding("unanswered", "not_comparable", reason="not_comparable")
    if claimed <= len(found) and not ADDS_TO.search(query.text):
        # 市级加八地: a number of the parts, and none that they should come to.
        return Finding("unanswered", "not_supported", reason="not_supported")
    values, unit = same_scale(found)
    total = sum(values, Decimal(0))
    expression = f"{' + '.join(map(plain, values))} = {plain(total)}"
    yes = (total == claimed) != query.negated
    return Finding(
        "answered",
        "reconciled_yes" if yes else "reconciled_no",
        {"expression": expression, "total": f"{plain(total)}{unit}"},
        tuple(found),
        (value(plain(total), unit),),
        "yes" if yes else "no",
        computation("sum", expression, found),
    )


def _parts(query: Query, claimed: Decimal, ground: Ground) -> list[Figure] | Finding:
    """The parts of the whole that the words mean, or that has this value."""
    if query.base.required():
        found = whole_and_parts(replace(query, operator="sum"), ground)
        return found if isinstance(found, Finding) else found[1]
    facts = [e.fact for e in countable(ground) if isinstance(e.fact, Figure)]
    wholes = {f.id for f in facts if f.value == claimed} & {f.part_of for f in facts}
    return [f for f in facts if f.part_of in wholes] if len(wholes) == 1 else []
