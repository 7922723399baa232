"""Across: figures of several reports side by side. Growth, difference, the larger, the sum, each.

Every figure keeps its own report; nothing is computed from figures that are not exact.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.cards import label_of
from assistant.language.numerals import plain
from assistant.model import Candidate, Card, Computation, Figure, Finding, Value
from assistant.naming import subject
from assistant.operators import lookup
from assistant.operators.arithmetic import (
    SCALES,
    base_unit,
    bound_of_sum,
    rounded,
    same_scale,
    value,
)
from assistant.operators.ground import Ground, value_of
from assistant.steps.match import Units
from assistant.steps.reading import COUNTING, Reading
from assistant.steps.sides import Across, Side

PERCENT = ("百分之", "百分点", "%", "几成")
# The words for operations that can be done with one figure of each report.
HANDLED = frozenset(
    {
        *("compare", "degree", "more", "less", "up", "down", "rate", "change", "equal", "sum"),
        *("average", "every_year", "every_place", "max", "min", "descending", "ascending", "only"),
        *("exactly", "convert"),
    }
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A report's figure, or the finding that it has none."""

    card: Card
    ground: Ground
    figure: Figure | None
    finding: Finding


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of the figures; `direction` is 1 where an increase is claimed, -1 for a decrease."""

    rate: bool
    difference: bool
    which: bool
    least: bool
    total: bool
    average: bool
    equal: bool
    each: bool
    direction: int
    verify: bool
    amount: bool


def run(asked: Across, ground_of: Callable[[Card], Ground], partly: bool = False) -> Finding:
    """The finding over all reports that the question names; a report that does not state it refuses.

    With `partly`, for questions over whatever is loaded, such a report is left out and named.
    """
    found = _found(asked.own, ground_of) if asked.own else []
    if not found or any(s.figure is None for s in found):
        found = _found(asked.shared, ground_of)
    lacking = [s for s in found if s.figure is None]
    unread = asked.reading.operators - HANDLED or _per_member(asked.reading)
    if unread:
        return Finding("unanswered", "not_supported", reason="not_supported")
    stating = [s for s in found if s.figure is not None]
    if lacking and (not partly or len(stating) < 2):
        return _lacking(lacking[0])
    finding = _answer(wanted(asked.reading), stating)
    left_out = "、".join(label_of(s.card) for s in lacking)
    return replace(finding, slots=finding.slots | {"left_out": left_out}) if left_out else finding


def wanted(reading: Reading) -> Wanted:
    """What the words of a question ask to be done with several figures."""
    tags, asks = reading.operators, reading.asks
    ups = bool(tags & {"up", "more"}) or (bool(tags & {"degree"}) and _says(reading, "多高大"))
    downs = bool(tags & {"down", "less"}) or (bool(tags & {"degree"}) and _says(reading, "少低小"))
    counts = bool(asks & COUNTING)
    rate = bool(tags & {"rate"}) or ("percent" in asks and (ups or downs or "compare" in tags))
    changes = ups or downs or bool(tags & {"compare", "change"})
    either = "还是" in reading.text
    which = "year" in asks or ("which" in asks and changes) or (either and changes)
    verify = reading.is_yes_no and not either
    return Wanted(
        rate=rate,
        difference=changes and (_asks_amount(reading) or not (rate or which or verify)),
        which=which or bool(tags & {"max", "min"}),
        least="min" in tags or (which and downs and not ups),
        total=("sum" in tags and not changes) or (_says(reading, "共") and not changes and counts),
        average="average" in tags,
        equal="equal" in tags and verify,
        each=bool(reading.each) or not (changes or rate or which or "sum" in tags),
        direction=(1 if ups and not downs else -1 if downs and not ups else 0),
        verify=verify and "equal" not in tags,
        amount=_asks_amount(reading) or rate,
    )


def _per_member(reading: Reading) -> bool:
    """哪个县减得最多: a change for each member of a series, which is more than one figure a report."""
    changed = reading.operators & {"up", "down", "change"}
    return bool(changed and reading.operators & {"max", "min"})


def _says(reading: Reading, characters: str) -> bool:
    idle = [m for m in reading.mentions if m.kinds() & {"operator", "frame"}]
    return any(c in m.text for m in idle for c in characters)


def _asks_amount(reading: Reading) -> bool:
    """多少件, 几件: an amount, beside or instead of a percentage."""
    return bool(reading.asks & {"number", "money"}) or bool(
        {m.text for m in reading.mentions} & {"多少", "几"}
    )


# --------------------------------------------------------------------------- each report's figure


def _found(sides: Sequence[Side], ground_of: Callable[[Card], Ground]) -> list[Stated]:
    found: list[Stated] = []
    open_sides: list[tuple[int, tuple[Candidate, ...]]] = []
    for side in sides:
        ground = ground_of(side.card)
        finding = lookup.run(side.query, ground)
        figures = [f for f in finding.facts if isinstance(f, Figure)]
        figure = figures[0] if finding.status == "answered" and figures else None
        if finding.status == "clarify":
            open_sides.append((len(found), finding.rivals))
        found.append(Stated(side.card, ground, figure, finding))
    return _aligned(found, open_sides)


def _aligned(
    found: list[Stated], open_sides: Sequence[tuple[int, tuple[Candidate, ...]]]
) -> list[Stated]:
    """Where one report has several that fit, the one that is called as in the other reports."""
    if not open_sides:
        return found
    sure = [s.figure for s in found if s.figure]
    for at, rivals in open_sides:
        one = found[at]
        figures = [c.fact for c in rivals if isinstance(c.fact, Figure)]
        alike = [f for f in figures if _is_alike(f, sure)]
        if len(alike) == 1:
            found[at] = Stated(one.card, one.ground, alike[0], one.finding)
            sure.append(alike[0])
    return found


def _is_alike(figure: Figure, others: Sequence[Figure]) -> bool:
    """Is it the measure that the other reports state: called the same, or at least of their unit?"""
    if any(_called(figure) == _called(other) for other in others):
        return True
    return bool(others) and all(base_unit(figure.unit) == base_unit(other.unit) for other in others)


def _called(figure: Figure) -> tuple[str, ...]:
    """What makes figures of two reports the same measure: the official one, else the same words."""
    if figure.measure:
        return figure.measure, figure.member
    return figure.table, *figure.row, *figure.column, figure.who, figure.what


def _lacking(side: Stated) -> Finding:
    """The refusal of the report that does not state it, or the choice that it leaves."""
    slots = dict(side.finding.slots)
    if side.finding.status == "answered":
        slots = {"wanted": "number"}
        return Finding(
            "unanswered", "not_stated", slots, reason="not_in_report", reports=(side.card.id,)
        )
    return Finding(
        side.finding.status,
        side.finding.outcome,
        slots,
        reason=side.finding.reason,
        rivals=side.finding.rivals,
        reports=(side.card.id,),
    )


# --------------------------------------------------------------------------- what is done with them


def _answer(want: Wanted, found: list[Stated]) -> Finding:
    ordered = sorted(found, key=lambda s: s.card.year)
    figures = [s.figure for s in ordered if s.figure]
    first = figures[0]
    slots = {"list": "；".join(_said(s) for s in found)}
    units = ordered[0].ground.units
    other = next((f for f in figures if not _comparable(first, f, units)), None)
    if other:
        slots = {"a": first.unit or first.said, "b": other.unit or other.said}
        return Finding("unanswered", "different_units", slots, reason="not_comparable")
    if want.total:
        return _total(found, figures, slots)
    if want.average:
        return _average(found, figures, slots)
    if want.equal:
        return _equal(found, figures, slots)
    if want.which and not (want.difference or want.rate):
        return _which(want, found, slots)
    if (want.rate or want.difference or want.verify) and len(found) == 2:
        return _changed(want, ordered, slots)
    if want.which:
        return _which(want, found, slots)
    return _finding("across_each", found, slots, _values(found))


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
        "superlative": more if len(found) == 2 else most,
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
