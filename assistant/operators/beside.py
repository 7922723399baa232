"""Beside: one figure of each of several reports, the same measure, set side by side and computed with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from assistant.cards import label_of
from assistant.language.numerals import plain
from assistant.model import Card, Computation, Figure, Finding, Value
from assistant.naming import subject, value_of
from assistant.operators.alike import Carries, Held, alike
from assistant.operators.arithmetic import (
    SCALES,
    base_unit,
    bound_of_sum,
    rounded,
    same_scale,
    value,
)
from assistant.operators.ground import Ground
from assistant.operators.wanted import Wanted
from assistant.steps.match import Units


@dataclass(frozen=True, slots=True)
class Stated:
    """A report's figure, or the finding that it has none."""

    card: Card
    ground: Ground
    figure: Figure | None
    finding: Finding


def beside(want: Wanted, found: list[Stated], carries: Carries = ()) -> Finding:
    """What is asked of these figures; refuses what is not the same measure, of one unit, or exact."""
    ordered = sorted(found, key=lambda s: s.card.year)
    figures = [s.figure for s in ordered if s.figure]
    first = figures[0]
    slots = {"list": "；".join(_said(s) for s in found)}
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
        return _times(found, slots)
    if want.order:
        return _ordered(want.order, found)
    if want.which and not (want.difference or want.rate):
        return _which(want, found, slots)
    if (want.rate or want.difference or want.verify) and len(found) == 2:
        return _changed(want, ordered, slots)
    if not want.only_each:
        return Finding("unanswered", "not_supported", reason="not_supported")
    return _finding("across_each", found, slots, _values(found))


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
        return _finding("across_each", found, slots, _values(found))
    none = zeros == {True}
    outcome = "across_none" if none else "across_some"
    return _finding(outcome, found, slots, _values(found), "no" if none else "yes")


def _ordered(order: str, found: list[Stated]) -> Finding:
    """The reports by their figures, the largest (or the smallest) first; only where all are exact."""
    if any(s.figure is None or s.figure.bound != "exact" for s in found):
        return _approximate()
    values, _ = same_scale([s.figure for s in found if s.figure])
    pairs = sorted(
        zip(values, found, strict=True), key=lambda p: p[0], reverse=order == "descending"
    )
    by_size = [side for _, side in pairs]
    slots = {"list": "；".join(_said(s) for s in by_size)}
    return _finding("across_ranking", by_size, slots, _values(by_size))


def _times(found: list[Stated], slots: dict[str, str]) -> Finding:
    """How many times the second report's figure the first one is, in the order of the question."""
    figures = [s.figure for s in found if s.figure]
    if len(figures) != 2 or any(f.bound != "exact" for f in figures):
        return _approximate()
    (a, b), _ = same_scale(figures)
    if b == 0:
        return Finding("unanswered", "not_comparable", reason="not_comparable")
    ratio, short = rounded(a / b)
    slots |= {
        "first": label_of(found[0].card),
        "second": label_of(found[1].card),
        "times": ratio,
        "rounded": _note(short),
    }
    done = _done("compare", f"{plain(a)} ÷ {plain(b)} {'≈' if short else '='} {ratio}", figures)
    return _finding("across_times", found, slots, (value(ratio, "倍"),), computed=done)


def _comparable(a: Figure, b: Figure, units: Units) -> bool:
    """Figures of one kind of unit; or of one name, where one author counts 人次 and the other 次."""
    named_alike = bool(a.what) and a.what == b.what and a.unit[-1:] == b.unit[-1:]
    return named_alike or units.same_kind(a.unit or a.said, b.unit or b.said)


def _said(side: Stated) -> str:
    assert side.figure is not None
    report = side.ground.index.report
    return (
        f"{label_of(side.card)}{subject(side.figure, report)}{side.figure.text}{side.figure.said}"
    )


def _values(found: Sequence[Stated]) -> tuple[Value, ...]:
    return tuple(v for s in found if s.figure for v in value_of(s.figure))


def _finding(
    outcome: str,
    found: Sequence[Stated],
    slots: dict[str, str],
    values: tuple[Value, ...] = (),
    polarity: str | None = None,
    computed: Computation | None = None,
) -> Finding:
    return Finding(
        "answered",
        outcome,
        slots,
        facts=tuple(s.figure for s in found if s.figure),
        values=values,
        polarity=polarity,
        computation=computed,
        reports=tuple(s.card.id for s in found),
    )


def _approximate() -> Finding:
    return Finding("unanswered", "approximate", reason="not_comparable")


def _done(operator: str, expression: str, figures: Sequence[Figure]) -> Computation:
    return Computation(operator, expression, tuple(plain(f.value or Decimal(0)) for f in figures))


def _total(found: list[Stated], figures: list[Figure], slots: dict[str, str]) -> Finding:
    bound = bound_of_sum(figures)
    if bound is None or _are_rates(figures):
        return _approximate()
    values, unit = same_scale([s.figure for s in found if s.figure])
    total = plain(sum(values, Decimal(0)))
    expression = f"{' + '.join(map(plain, values))} = {total}"
    slots |= {"total": value(total, unit, bound).text, "expression": expression}
    done = _done("sum", expression, figures)
    return _finding("across_sum", found, slots, (value(total, unit, bound),), computed=done)


def _are_rates(figures: Sequence[Figure]) -> bool:
    """Percentages are not added up."""
    return any(f.unit == "%" for f in figures)


def _average(found: list[Stated], figures: list[Figure], slots: dict[str, str]) -> Finding:
    if any(f.bound != "exact" for f in figures):
        return _approximate()
    values, unit = same_scale(figures)
    total = sum(values, Decimal(0))
    mean, short = rounded(total / len(values))
    sign = "≈" if short else "="
    expression = f"({' + '.join(map(plain, values))}) ÷ {len(values)} {sign} {mean}"
    slots |= {"mean": f"{mean}{unit}", "expression": expression, "rounded": _note(short)}
    done = _done("average", expression, figures)
    return _finding("across_average", found, slots, (value(mean, unit),), computed=done)


def _note(short: bool) -> str:
    return "（保留两位小数）" if short else ""


def _equal(found: list[Stated], figures: list[Figure], slots: dict[str, str]) -> Finding:
    if any(f.bound != "exact" for f in figures):
        return _approximate()
    values, _ = same_scale(figures)
    same = len(set(values)) == 1
    shown = _values(found)[:1] if same else _values(found)
    polarity = "yes" if same else "no"
    return _finding(f"across_equal_{polarity}", found, slots, shown, polarity)


def _changed(want: Wanted, ordered: list[Stated], slots: dict[str, str]) -> Finding:
    """The change from the earlier report to the later, or from the second place to the first."""
    earlier, later = ordered
    figures = [s.figure for s in ordered if s.figure]
    if any(f.bound != "exact" for f in figures):
        return _approximate() if not want.verify else _which(want, ordered, slots)
    (a, b), unit = same_scale(figures)
    change = b - a
    unit = "个百分点" if unit == "%" else unit
    values: list[Value] = []
    parts = [f"{plain(max(a, b))} − {plain(min(a, b))} = {plain(abs(change))}"]
    slots |= {
        "later": label_of(later.card),
        "earlier": label_of(earlier.card),
        "difference": f"{plain(abs(change))}{unit}",
        "direction": "增加" if change >= 0 else "减少",
    }
    if want.each:
        values += _values(ordered)
    if want.difference or want.verify or want.which:
        values.append(value(plain(abs(change)), unit))
    outcome = "across_changed"
    if want.rate:
        if a == 0:
            return Finding("unanswered", "not_comparable", reason="not_comparable")
        rate, short = rounded(abs(change) * 100 / a)
        sign = "≈" if short else "="
        parts.append(
            f"({plain(max(a, b))} − {plain(min(a, b))}) ÷ {plain(a)} × 100% {sign} {rate}%"
        )
        values.append(value(rate, "%"))
        slots |= {"rate": f"{rate}%", "rounded": _note(short)}
        outcome = "across_rate"
    if change == 0:
        outcome = "across_same"
    elif (later.card.place, later.card.organ) != (earlier.card.place, earlier.card.organ):
        outcome = "across_apart"
        slots["more"] = slots["later"] if change > 0 else slots["earlier"]
    denied = bool(want.direction) and change * want.direction < 0
    polarity = "no" if denied else "yes" if want.verify else None
    if polarity and not want.amount:
        # Whether it is so is shown by the two figures themselves.
        values = list(_values(ordered))
    slots["yes"] = {"yes": "是的，", "no": "不是，", None: ""}[polarity]
    done = _done("compare", "；".join(parts), figures)
    return _finding(outcome, ordered, slots, tuple(values), polarity, done)


def _which(want: Wanted, found: list[Stated], slots: dict[str, str]) -> Finding:
    """The report with the largest figure (or the smallest), where bounds leave no doubt."""
    spans = [(span, s) for s in found if s.figure and (span := _span(s.figure))]
    if len(spans) < len(found):
        return _approximate()
    best = min(span for span, _ in spans) if want.least else max(span for span, _ in spans)
    others = [span for span, _ in spans if span != best]
    if not all(best[1] <= low if want.least else high <= best[0] for low, high in others):
        return _approximate()
    winners = [s for span, s in spans if span == best]
    more, most = ("更少", "最少") if want.least else ("更多", "最多")
    slots |= {
        "names": "、".join(label_of(s.card) for s in winners),
        "superlative": more if len(found) == 2 and not want.most else most,
    }
    outcome = "across_same" if not others else "across_which"
    return _finding(outcome, found, slots)


def _span(figure: Figure) -> tuple[Decimal, Decimal] | None:
    """Between what and what the true number lies: 18万余 lies from 18万 up to 19万."""
    assert figure.value is not None
    scale = SCALES[figure.unit[0]] if base_unit(figure.unit) != figure.unit else Decimal(1)
    low = figure.value * scale
    if figure.bound == "exact":
        return low, low
    if figure.bound != "more":
        return None
    digits = figure.value.normalize().as_tuple()
    exponent = digits.exponent if isinstance(digits.exponent, int) else 0
    return low, low + Decimal(1).scaleb(exponent) * scale
