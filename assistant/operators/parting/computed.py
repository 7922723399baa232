"""What is worked out of the parts of a whole: shares, what is left, differences, means, sums, whether they add up."""

from __future__ import annotations

from decimal import Decimal

from assistant.choosing.adding import may_add
from assistant.choosing.parted import stated_share
from assistant.language.numerals import parse, plain
from assistant.late import late
from assistant.model import Figure, Finding, Value
from assistant.operators.added import added
from assistant.operators.arithmetic import computation, exact, rounded, same_scale, value
from assistant.operators.ground import answer_figure
from assistant.operators.parting.meant import Meant, ordered

FEWEST = 2
# 英德市和连州市各占全市百分之几 asks for the share of each, and not of both.
EACH = late("各|分别|每")
WHETHER = late("吗|么|是否|是不是|能不能|能否|没有|等不等于|对不对")


def share(meant: Meant) -> Finding | None:
    """What share the named parts have of the whole."""
    parts, whole = meant.named("a"), meant.breakdown.whole
    if not parts or whole is None or "w" in meant.parts or "v" in meant.parts:
        return None
    if len(parts) > 1 and EACH.search(meant.text):
        return None
    if len(parts) == 1 and (told := stated_share(parts[0], whole, meant.ground.index.report)):
        return answer_figure(told)
    figures = [*parts, whole]
    if not exact(figures) or (len(parts) > 1 and may_add(parts, meant.ground)):
        return None
    *some, total = same_scale(figures)[0]
    if not total or sum(some, Decimal(0)) > total:
        return None
    percent, short = rounded(sum(some, Decimal(0)) * 100 / total)
    terms = " + ".join(map(plain, some))
    top = f"({terms})" if len(some) > 1 else terms
    expression = f"{top} ÷ {plain(total)} × 100% {'≈' if short else '='} {percent}%"
    slots = {
        "names": "、".join(f"{meant.called(f)}{f.text}" for f in parts),
        "whole": whole.text,
        "share": f"{percent}%",
        "rounded": "（保留两位小数）" if short else "",
    }
    done = computation("share", expression, figures)
    return Finding(
        "answered", "share", slots, tuple(figures), (value(percent, "%"),), computation=done
    )


def rest(meant: Meant) -> Finding | None:
    """What is left of the whole without the named parts."""
    taken, whole = meant.named("a"), meant.breakdown.whole
    if not taken or len(taken) == len(meant.breakdown.figures) or set(meant.parts) - {"a"}:
        return None
    if whole is None:
        return None
    figures = [whole, *taken]
    if not exact(figures) or not meant.breakdown.adds_up():
        return None
    (total, *some), unit = same_scale(figures)
    left = plain(total - sum(some, Decimal(0)))
    expression = f"{plain(total)} − {' − '.join(map(plain, some))} = {left}"
    slots = {
        "names": "、".join(map(meant.called, taken)),
        "left": f"{left}{unit}",
        "expression": expression,
    }
    done = computation("remainder", expression, figures)
    return Finding(
        "answered", "remainder", slots, tuple(figures), (value(left, unit),), computation=done
    )


def difference(meant: Meant) -> Finding | None:
    """How far two parts are apart."""
    if set(meant.parts) - {"a", "b"}:
        return None
    first, second = _side("a", meant), _side("b", meant)
    if first is None or second is None or first is second:
        return None
    figures = [first, second]
    if not exact(figures) or first.unit == "%":
        return None
    (a, b), unit = same_scale(figures)
    more, less = (first, second) if a >= b else (second, first)
    apart = plain(abs(a - b))
    slots = {
        "a": f"{meant.called(first)}{first.text}",
        "b": f"{meant.called(second)}{second.text}",
        "more": meant.called(more),
        "less": meant.called(less),
        "difference": f"{apart}{unit}",
    }
    expression = f"{plain(max(a, b))} − {plain(min(a, b))} = {apart}"
    done = computation("compare", expression, figures)
    outcome = "equal" if a == b else "difference"
    return Finding(
        "answered", outcome, slots, tuple(figures), (value(apart, unit),), computation=done
    )


def _side(name: str, meant: Meant) -> Figure | None:
    """The part that a side names, or the most or the least of all where it says so."""
    text = meant.said[name]
    for order, at in (("most", 0), ("least", -1)):
        if any(word in text for word in meant.words[order]):
            rows = ordered(meant)
            alone = len({f.value for f in rows}) == len(rows)
            return rows[at] if alone and meant.are_all() and not meant.named(name) else None
    return meant.one(name)


def mean(meant: Meant) -> Finding | None:
    """How much each part has in the mean."""
    figures, whole = list(meant.breakdown.figures), meant.breakdown.whole
    if not meant.names_none() or not meant.are_all() or not meant.said["k"].strip("个"):
        return None
    total, unit = sum(same_scale(figures)[0], Decimal(0)), figures[0].unit or figures[0].said
    each, short = rounded(total / len(figures))
    terms = plain(total) if whole else f"({' + '.join(map(plain, same_scale(figures)[0]))})"
    expression = f"{terms} ÷ {len(figures)} {'≈' if short else '='} {each}"
    facts = [whole, *figures] if whole else figures
    said = Value(each, unit, "exact", f"{each}{unit}")
    slots = {
        "list": "，".join(f"{meant.called(f)}{f.text}" for f in figures),
        "mean": said.text,
        "expression": expression,
        "rounded": "（保留两位小数）" if short else "",
    }
    done = computation("average", expression, facts)
    return Finding("answered", "mean", slots, tuple(facts), (said,), computation=done)


def add(meant: Meant) -> Finding | None:
    """What the named parts come to."""
    parts = meant.named("l")
    if len(parts) < FEWEST or set(meant.parts) - {"l"} or may_add(parts, meant.ground):
        return None
    return added(parts, meant.ground)


def holds(meant: Meant) -> Finding | None:
    """Do the parts come to the whole, or to the number that is given?"""
    breakdown, number = meant.breakdown, parse(meant.said.get("n") or "")
    figures = list(breakdown.figures)
    whole = number if number is not None else breakdown.whole and breakdown.whole.value
    named = meant.parts.get("w", frozenset())
    every = not named or len(named) == len(figures)
    if whole is None or not every or set(meant.parts) - {"w"} or not WHETHER.search(meant.text):
        return None
    if not exact(figures) or (number is None and breakdown.whole is None):
        return None
    values, unit = same_scale(figures)
    total = sum(values, Decimal(0))
    expression = f"{' + '.join(map(plain, values))} = {plain(total)}"
    polarity = "yes" if total == whole else "no"
    facts = (*figures, breakdown.whole) if breakdown.whole else tuple(figures)
    return Finding(
        "answered",
        f"reconciled_{polarity}",
        {"expression": expression, "total": f"{plain(total)}{unit}"},
        facts,
        (value(plain(total), unit),),
        polarity,
        computation("sum", expression, figures),
    )
