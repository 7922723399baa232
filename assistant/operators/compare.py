"""Compare: which of two is more, and by how much, how many times, how many points."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.language.numerals import plain
from assistant.model import Figure, Finding, Query, Report, Value
from assistant.naming import describe, part_lead, subject, value_of, whole_of
from assistant.operators import changes, lookup, shifted
from assistant.operators.apart import speaks_of_another
from assistant.operators.arithmetic import computation, exact, rounded, same_scale, value
from assistant.operators.ground import Ground
from assistant.operators.operands import are_places, label, named, whole_and_parts

WHO = re.compile("谁|哪[个家一边]")


def run(query: Query, ground: Ground) -> Finding:
    """The two figures side by side with their difference; refuses different units and kinds."""
    if grown := shifted.run(query, ground) or changes.since(query, ground):
        return grown
    figures = _sides(query, ground)
    if isinstance(figures, Finding):
        return stated_share(query, ground) or figures
    if len(figures) != 2 or figures[0] is figures[1]:
        return stated_share(query, ground) or Finding(
            "unanswered", "not_understood", reason="not_understood"
        )
    if speaks_of_another(query, figures, ground):
        return Finding("unanswered", "not_supported", reason="not_supported")
    first, second = figures
    if not ground.units.same_kind(first.unit, second.unit):
        slots = {"a": first.unit, "b": second.unit}
        return Finding("unanswered", "different_units", slots, reason="not_comparable", facts=())
    if not exact(figures):
        return Finding("unanswered", "approximate", reason="not_comparable")
    if "percent" in query.words and first.unit != "%":
        # 多百分之几 is no difference of counts.
        return Finding("unanswered", "not_supported", reason="not_supported")
    return _compared(query, first, second, ground)


def _sides(query: Query, ground: Ground) -> list[Figure] | Finding:
    """The two that are named; or the most and the least of a breakdown."""
    if not {"max", "min"} <= set(query.operators):
        return named(query, ground)
    found = whole_and_parts(query, ground)
    if isinstance(found, Finding):
        return found
    members = sorted(found[1], key=lambda f: f.value or Decimal(0))
    if not are_places(members, query):
        return Finding("unanswered", "no_members", reason="not_matched")
    return [members[-1], members[0]] if len(members) > 1 and exact(members) else []


def stated_share(query: Query, ground: Ground) -> Finding | None:
    """What sounds like a computation may be stated as a percentage: 时限比法定时限缩短50%以上."""
    if ground.units.is_specific(query.base.unit):
        # 比上年多多少条 is not told by 增长25%.
        return None
    plain_query = replace(query, operator="lookup", ask="number", numbers=())
    shared = (replace(query.base, unit="%"),) if query.operator == "share" else ()
    for base in (*shared, query.base):
        found = lookup.run(replace(plain_query, selections=(base,)), ground)
        shares = [f for f in found.facts if isinstance(f, Figure) and f.unit == "%"]
        if found.status == "answered" and shares:
            return found
    return None


def _compared(query: Query, first: Figure, second: Figure, ground: Ground) -> Finding:
    (a, b), unit = same_scale([first, second])
    difference = abs(a - b)
    report = ground.index.report
    more, less = (first, second) if a >= b else (second, first)
    whole = _shared_whole(first, second, report)
    unit = "个百分点" if unit == "%" else unit
    slots = {
        "a": f"{whole}{label(first)}{first.text}" if whole else describe(first, report),
        "b": f"{label(second)}{second.text}" if whole else describe(second, report),
        "more": label(more) if whole else subject(more, report),
        "less": label(less) if whole else subject(less, report),
        "difference": f"{plain(difference)}{unit}",
    }
    top, low = max(a, b), min(a, b)
    expression = f"{plain(top)} − {plain(low)} = {plain(difference)}"
    if query.times:
        if b == 0:
            return Finding("unanswered", "not_comparable", reason="not_comparable")
        ratio, short = rounded(a / b)
        sign = "≈" if short else "="
        slots["times"] = ratio
        done = computation("compare", f"{plain(a)} ÷ {plain(b)} {sign} {ratio}", [first, second])
        return Finding(
            "answered", "times", slots, (first, second), (value(ratio, "倍"),), computation=done
        )
    done = computation("compare", expression, [first, second])
    polarity = _polarity(query, a, b)
    outcome = "equal" if a == b else "difference"
    if polarity:
        outcome = f"compare_{polarity}"
    values: tuple[Value, ...] = (value(plain(difference), unit),)
    if polarity:
        # 多三十个, 是这样么: the difference that is claimed is one of what is asked.
        said = values if polarity == "yes" and difference in dict(query.numbers) else ()
        values = (*said, *value_of(first), *value_of(second))
    return Finding("answered", outcome, slots, (first, second), values, polarity, done)


def _shared_whole(first: Figure, second: Figure, report: Report) -> str:
    """Both parts of one whole: it is named once (网上办事大厅进驻事项：)."""
    whole = whole_of(first, report)
    if whole is None or first.part_of != second.part_of:
        return ""
    return part_lead(whole)


def _polarity(query: Query, a: Decimal, b: Decimal) -> str | None:
    """A比B多吗, 为什么A比B多: does the claim hold? None where nothing is claimed, or it is asked which (谁少)."""
    if not query.claimed or WHO.search(query.text):
        return None
    holds = a > b if query.claimed == "more" else a < b
    return "yes" if holds != query.negated else "no"
