"""Unequal sides: which is more, by how much, how many times, in what order."""

from __future__ import annotations

from decimal import Decimal

from assistant.cards import label_of
from assistant.language.numerals import plain
from assistant.model import Figure, Finding, Value
from assistant.operators.arithmetic import SCALES, base_unit, rounded, same_scale, value
from assistant.operators.sides import Stated, approximate, computed_of, note, said, told, values_of
from assistant.operators.wanted import Wanted


def ordered_by(order: str, found: list[Stated]) -> Finding:
    """The reports by their figures, the largest (or the smallest) first; only where all are exact."""
    if any(s.figure is None or s.figure.bound != "exact" for s in found):
        return approximate()
    values, _ = same_scale([s.figure for s in found if s.figure])
    pairs = sorted(
        zip(values, found, strict=True), key=lambda p: p[0], reverse=order == "descending"
    )
    by_size = [side for _, side in pairs]
    slots = {"list": "；".join(said(s) for s in by_size)}
    return told("across_ranking", by_size, slots, values_of(by_size))


def times(found: list[Stated], slots: dict[str, str]) -> Finding:
    """How many times the second report's figure the first one is, in the order of the question."""
    figures = [s.figure for s in found if s.figure]
    if len(figures) != 2 or any(f.bound != "exact" for f in figures):
        return approximate()
    (a, b), _ = same_scale(figures)
    if b == 0:
        return Finding("unanswered", "not_comparable", reason="not_comparable")
    ratio, short = rounded(a / b)
    slots |= {
        "first": label_of(found[0].card),
        "second": label_of(found[1].card),
        "times": ratio,
        "rounded": note(short),
    }
    done = computed_of(
        "compare", f"{plain(a)} ÷ {plain(b)} {'≈' if short else '='} {ratio}", figures
    )
    return told("across_times", found, slots, (value(ratio, "倍"),), computed=done)


def portion(found: list[Stated], slots: dict[str, str]) -> Finding:
    """How many of a hundred of the second report's figure the first one is, in the order of the question."""
    figures = [s.figure for s in found if s.figure]
    if len(figures) != 2 or any(f.bound != "exact" or f.unit == "%" for f in figures):
        return approximate()
    (a, b), _ = same_scale(figures)
    if b == 0:
        return Finding("unanswered", "not_comparable", reason="not_comparable")
    share, short = rounded(a / b * 100)
    slots |= {
        "first": label_of(found[0].card),
        "second": label_of(found[1].card),
        "share": share,
        "rounded": note(short),
    }
    expression = f"{plain(a)} ÷ {plain(b)} × 100% {'≈' if short else '='} {share}%"
    done = computed_of("share", expression, figures)
    return told("across_portion", found, slots, (value(share, "%"),), computed=done)


def changed(want: Wanted, ordered: list[Stated], slots: dict[str, str]) -> Finding:
    """The change from the earlier report to the later, or from the second place to the first."""
    earlier, later = ordered
    figures = [s.figure for s in ordered if s.figure]
    if any(f.bound != "exact" for f in figures):
        return approximate() if not want.verify else which(want, ordered, slots)
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
        values += values_of(ordered)
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
        slots |= {"rate": f"{rate}%", "rounded": note(short)}
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
        values = list(values_of(ordered))
    slots["yes"] = {"yes": "是的，", "no": "不是，", None: ""}[polarity]
    done = computed_of("compare", "；".join(parts), figures)
    return told(outcome, ordered, slots, tuple(values), polarity, done)


def which(want: Wanted, found: list[Stated], slots: dict[str, str]) -> Finding:
    """The report with the largest figure (or the smallest), where bounds leave no doubt."""
    spans = [(span, s) for s in found if s.figure and (span := _span(s.figure))]
    if len(spans) < len(found):
        return approximate()
    best = min(span for span, _ in spans) if want.least else max(span for span, _ in spans)
    others = [span for span, _ in spans if span != best]
    if not all(best[1] <= low if want.least else high <= best[0] for low, high in others):
        return approximate()
    winners = [s for span, s in spans if span == best]
    more, most = ("更少", "最少") if want.least else ("更多", "最多")
    slots |= {
        "names": "、".join(label_of(s.card) for s in winners),
        "superlative": more if len(found) == 2 and not want.most else most,
    }
    outcome = "across_same" if not others else "across_which"
    # 谁最少？几件 asks for the number as well.
    return told(outcome, found, slots, values_of(winners) if want.amount and others else ())


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
