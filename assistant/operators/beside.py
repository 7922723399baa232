"""Beside: one figure of each of several reports, the same measure, set side by side and computed with."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from assistant.cards import label_of
from assistant.language.numerals import plain
from assistant.model import Figure, Finding
from assistant.naming import subject
from assistant.operators.alike import Carries, Held, alike
from assistant.operators.arithmetic import bound_of_sum, rounded, same_scale, value
from assistant.operators.sides import Stated, approximate, computed_of, note, said, told, values_of
from assistant.operators.unequal import changed, ordered_by, portion, times, which
from assistant.operators.wanted import Wanted
from assistant.steps.match.units import Units


def beside(want: Wanted, found: list[Stated], carries: Carries = ()) -> Finding:
    """What is asked of these figures; refuses what is not the same measure, of one unit, or exact."""
    ordered = sorted(found, key=lambda s: s.card.year)
    figures = [s.figure for s in ordered if s.figure]
    first = figures[0]
    slots = {"list": "；".join(said(s) for s in found)}
    units = ordered[0].ground.units
    other = next((f for f in figures if not _comparable(first, f, units)), None)
    if other:
        slots = {"a": first.unit or first.said, "b": other.unit or other.said}
        return Finding("unanswered", "different_units", slots, reason="not_comparable")
    unlike = _unlike(found, carries if want.equal else ())
    if unlike and not want.only_each:
        return _not_alike(unlike)
    if want.total:
        return _total(found, figures, slots)
    if want.average:
        return _average(found, figures, slots)
    if want.equal:
        return _equal(found, figures, slots)
    if want.exists:
        return _exists(found, slots)
    if want.times:
        return times(found, slots)
    if want.portion:
        return portion(found, slots)
    if want.order:
        return ordered_by(want.order, found)
    if want.which and not (want.difference or want.rate):
        return which(want, found, slots)
    if (want.rate or want.difference or want.verify) and len(found) == 2:
        return changed(want, ordered, slots)
    if not want.only_each:
        return Finding("unanswered", "not_supported", reason="not_supported")
    return told("across_each", found, slots, values_of(found))


def _unlike(found: Sequence[Stated], carries: Carries) -> tuple[Stated, Stated] | None:
    """Two of the figures that are not the same measure, where there are such."""
    for a, b in combinations(found, 2):
        assert a.figure and b.figure
        if not alike(Held(a.figure, a.ground), Held(b.figure, b.ground), carries):
            return a, b
    return None


def _not_alike(pair: tuple[Stated, Stated]) -> Finding:
    a, b = pair
    slots = {"a": _called(a), "b": _called(b)}
    return Finding("unanswered", "across_unlike", slots, reason="not_comparable")


def _called(side: Stated) -> str:
    assert side.figure is not None
    return f"{label_of(side.card)}{subject(side.figure, side.ground.index.report)}"


def _exists(found: list[Stated], slots: dict[str, str]) -> Finding:
    """Yes where each states some, no where each states none; where they differ, only what each states."""
    zeros = {s.figure.value in (None, 0) for s in found if s.figure}
    if len(zeros) > 1:
        return told("across_each", found, slots, values_of(found))
    none = zeros == {True}
    outcome = "across_none" if none else "across_some"
    return told(outcome, found, slots, values_of(found), "no" if none else "yes")


def _comparable(a: Figure, b: Figure, units: Units) -> bool:
    """Figures of one kind of unit; or of one name, where one author counts 人次 and the other 次."""
    named_alike = bool(a.what) and a.what == b.what and a.unit[-1:] == b.unit[-1:]
    return named_alike or units.same_kind(a.unit or a.said, b.unit or b.said)


def _total(found: list[Stated], figures: list[Figure], slots: dict[str, str]) -> Finding:
    bound = bound_of_sum(figures)
    if bound is None or _are_rates(figures):
        return approximate()
    values, unit = same_scale([s.figure for s in found if s.figure])
    total = plain(sum(values, Decimal(0)))
    expression = f"{' + '.join(map(plain, values))} = {total}"
    slots |= {"total": value(total, unit, bound).text, "expression": expression}
    done = computed_of("sum", expression, figures)
    return told("across_sum", found, slots, (value(total, unit, bound),), computed=done)


def _are_rates(figures: Sequence[Figure]) -> bool:
    """Percentages are not added up."""
    return any(f.unit == "%" for f in figures)


def _average(found: list[Stated], figures: list[Figure], slots: dict[str, str]) -> Finding:
    if any(f.bound != "exact" for f in figures):
        return approximate()
    values, unit = same_scale(figures)
    total = sum(values, Decimal(0))
    mean, short = rounded(total / len(values))
    sign = "≈" if short else "="
    expression = f"({' + '.join(map(plain, values))}) ÷ {len(values)} {sign} {mean}"
    slots |= {"mean": f"{mean}{unit}", "expression": expression, "rounded": note(short)}
    done = computed_of("average", expression, figures)
    return told("across_average", found, slots, (value(mean, unit),), computed=done)


def _equal(found: list[Stated], figures: list[Figure], slots: dict[str, str]) -> Finding:
    if any(f.bound != "exact" for f in figures):
        return approximate()
    values, _ = same_scale(figures)
    same = len(set(values)) == 1
    shown = values_of(found)[:1] if same else values_of(found)
    polarity = "yes" if same else "no"
    return told(f"across_equal_{polarity}", found, slots, shown, polarity)
