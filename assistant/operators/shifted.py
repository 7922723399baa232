"""Shifted: by how much a thing changed that the report tells of from one number to another (由345条增至412条).

Of the two numbers neither is the amount of the change; the one before is what is asked of 原来.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.language.numerals import plain
from assistant.late import late
from assistant.model import Figure, Finding, Mention, Query, Span
from assistant.naming import value_of
from assistant.operators.arithmetic import computation, exact, rounded, same_scale, value
from assistant.operators.ground import Ground
from assistant.steps.verbatim import compact

UP = "增加|增长|增多|增|上升|上涨|提高|提升|升|扩大|扩展|扩充|拓展|延长|涨"
DOWN = "压缩|缩短|缩减|精简|减少|压减|削减|下降|降低|减|降|缩"
# Between the two numbers of one clause: 由30个工作日压缩至15个工作日.
ARRIVING = late(
    f"(?:[,，])?(?:进一步|再|大幅|逐步|均|已|都)?(?:{UP}|{DOWN}|调整|变更|变)(?:[至到为]了?|成)(?:约|近)?"
)
# What the question asks by how much: 压缩了几个工作日, 多了几条; 压缩到几个工作日 asks for the number itself.
MORE, LESS = f"{UP}|多出|多加|加|添|多|高|长", f"{DOWN}|少掉|少|低|短|快"
CHANGED = late(f"(?P<up>{MORE})|(?P<down>{LESS})")
BY = late(f"(?:{MORE}|{LESS})了?(?:有|掉|出)?(?=几|多少|百分之)")
# What says that it is held against what was before.
AGAINST = late("(?:[比较](?:起|之)?)?(?:原来|原先|原本|原有|此前|过去|之前|以前|从前|早先)的?")
BEFORE = late("原来|原先|原本|此前|之前|以前|从前|早先")
# What claims a change from one number to another: 由3分提高到5分，对吗.
CLAIMED = late(
    rf"[由从自][^,，。;；]*?\d[^,，。;；]*?(?:{UP}|{DOWN}|调整|变更|变)[至到为成][^,，。;；]*?\d"
)
COMPARING = frozenset({"比", "较"})
BY_HOW_MUCH, BEFORE_IT = "shifted", "shifted_from"
OUTCOMES = frozenset({BY_HOW_MUCH, BEFORE_IT})


@dataclass(frozen=True, slots=True)
class Shift:
    """A number that became another in one clause."""

    before: Figure
    after: Figure

    @property
    def grows(self) -> bool:
        """Did it become more?"""
        return (self.after.value or 0) > (self.before.value or 0)


def run(query: Query, ground: Ground) -> Finding | None:
    """The change of the one shift that is meant, or the number before it; None where the question asks neither."""
    if query.numbers or query.negated or query.claims or query.ask != "number":
        return None
    shifts = {shift.after.id: shift for shift in _shifts(ground)}
    asked = BY.search(query.text)
    if not shifts or not (asked or BEFORE.search(query.text)):
        return None
    found = [shifts[f] for f in _meant(query, frozenset(shifts), ground)]
    # 一般登记, where 一般 is passed over elsewhere, is what the report calls one of them.
    called = [s for s in found if compact(s.after.what) and compact(s.after.what) in query.text]
    found = called if len(called) == 1 else found
    if asked and len(found) > 1:
        # Neither number of any of them is the amount.
        return ground.not_stated(query)
    if len(found) != 1:
        return None
    [shift] = found
    if asked is None:
        values = value_of(shift.before)
        return Finding("answered", BEFORE_IT, _told(shift, ground), (shift.before,), values)
    way = CHANGED.search(asked.group())
    if way is None or shift.grows != bool(way["up"]) or not exact((shift.before, shift.after)):
        return ground.not_stated(query)
    return _changed(shift, "%" in (query.base.unit, query.unit), ground)


def claimed(query: Query, ground: Ground) -> Finding | None:
    """Whether a thing changed so, from the one number to the other; None where no such change is claimed.

    Neither number is denied by the other, and what is told of no such change is not denied either.
    """
    if len(query.numbers) != 2 or not CLAIMED.search(query.text):
        return None
    (before, _), (after, _) = query.numbers
    shifts = {
        shift.after.id: shift
        for shift in _shifts(ground)
        if (shift.before.value, shift.after.value) == (before, after)
    }
    meant = set(_meant(query, frozenset(shifts), ground)) if not query.negated else set()
    if len(meant) != 1:
        return ground.not_stated(query)
    start, end = shifts[meant.pop()].after.clause
    return Finding("answered", "verify_yes", facts=(Span(start, end),), polarity="yes")


def _meant(query: Query, ids: frozenset[str], ground: Ground) -> Iterator[str]:
    """The shifted figures that account for every word, beside those that say that it changed."""
    kept = others(query.base.mentions, query.text)
    selection = replace(query.base, mentions=kept, heads=())
    if not selection.meant():
        return
    for entry in ground.index.figures():
        if isinstance(entry.fact, Figure) and entry.fact.id in ids:
            # 减少了百分之几 is asked of what is counted in 项.
            unit = entry.fact.unit if selection.unit == "%" else selection.unit
            if ground.choose(replace(selection, unit=unit), (entry,))[1]:
                yield entry.fact.id


def others(mentions: Sequence[Mention], text: str) -> tuple[Mention, ...]:
    """The words of a question without those that say that something changed, and against what."""
    spans = [m.span() for p in (BY, AGAINST) for m in p.finditer(text)]
    return tuple(
        m
        for m in mentions
        if not any(m.start < end and start < m.end for start, end in spans)
        and m.text not in COMPARING
    )


def _changed(shift: Shift, share: bool, ground: Ground) -> Finding:
    """The difference of the two, or its share of the number before."""
    figures = (shift.before, shift.after)
    (a, b), unit = same_scale(figures)
    top, low = max(a, b), min(a, b)
    expression, made = f"{plain(top)} − {plain(low)} = {plain(top - low)}", plain(top - low)
    if share:
        if not a:
            return Finding("unanswered", "not_comparable", reason="not_comparable")
        made, short = rounded((top - low) / a * 100)
        sign, unit = "≈" if short else "=", "%"
        expression = f"({plain(top)} − {plain(low)}) ÷ {plain(a)} × 100% {sign} {made}%"
    given = value(made, "个百分点" if unit == "%" and not share else unit)
    slots = {**_told(shift, ground), "difference": given.text}
    done = computation("compare", expression, figures)
    return Finding("answered", BY_HOW_MUCH, slots, figures, (given,), computation=done)


def _told(shift: Shift, ground: Ground) -> dict[str, str]:
    clause = ground.index.report.source[slice(*shift.after.clause)]
    return {"clause": " ".join(clause.split()), "before": shift.before.text}


def _shifts(ground: Ground) -> list[Shift]:
    """The shifts that the report tells of."""
    made = ground.index.made
    if "shifts" not in made:
        made["shifts"] = list(_found(ground))
    shifts: list[Shift] = made["shifts"]
    return shifts


def _found(ground: Ground) -> Iterator[Shift]:
    source, figures = ground.index.report.source, ground.index.report.figures
    for before, after in pairwise(figures):
        if before.table or after.table or before.clause != after.clause or not before.value:
            continue
        between = compact(source[before.number[1] : after.number[0]])
        led = compact(source[before.clause[0] : before.number[0]])
        if re.search("[由从](?:原来的?|原先的?)?$", led) and ARRIVING.fullmatch(between):
            yield Shift(before, after)
