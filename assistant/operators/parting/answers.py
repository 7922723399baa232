"""What a breakdown answers: its parts, their order, shares and sums, what is left without one, whether they add up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.choosing.adding import may_add
from assistant.choosing.parted import stated_share
from assistant.language.numerals import parse, plain
from assistant.late import late
from assistant.model import Figure, Finding, Value
from assistant.naming import value_of
from assistant.operators.added import added
from assistant.operators.arithmetic import computation, exact, rounded, same_scale, value
from assistant.operators.ground import Ground, answer_figure
from assistant.operators.parting.breakdown import Breakdown

FEWEST = 2
# Words that hold for the limit itself too.
REACHING = ("不少于", "不低于", "达到", "至少", "满", "以上", "及以上", "往上", "少说有")
KEEPING = ("不超过", "没超过", "没有超过", "以内", "以里", "及以下")
ORDINALS = "零一二三四五六七八九"
WHICH = late("哪|什么|啥|分别|叫|几[类种个项]|多少[类种个项]")
WHETHER = late("吗|么|是否|是不是|能不能|能否|没有|等不等于|对不对")


@dataclass(frozen=True, slots=True)
class Meant:
    """A breakdown as a question means it: the parts that its stretches name, and what else they say."""

    breakdown: Breakdown
    parts: Mapping[str, frozenset[int]]
    said: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]]
    ground: Ground
    text: str

    def named(self, name: str) -> list[Figure]:
        """The parts that a stretch names, in the order of the report."""
        return [self.breakdown.figures[i] for i in sorted(self.parts.get(name, ()))]

    def one(self, name: str) -> Figure | None:
        """The only part that a stretch names."""
        found = self.named(name)
        return found[0] if len(found) == 1 else None

    def called(self, figure: Figure) -> str:
        """What a part is called."""
        return self.breakdown.names[self.breakdown.figures.index(figure)]

    def names_none(self) -> bool:
        """Does no stretch name a part, so that all of them are meant?"""
        return not any(self.parts.values())

    def are_all(self) -> bool:
        """Are the parts all that there is of the whole, or is no whole told?"""
        figures = list(self.breakdown.figures)
        return exact(figures) and (self.breakdown.whole is None or self.breakdown.adds_up())


def _kinds(meant: Meant) -> Finding | None:
    if not meant.names_none():
        return None
    figures = list(meant.breakdown.figures)
    rows = "；".join(f"{meant.called(f)}{f.text}" for f in figures)
    values = tuple(v for f in figures for v in value_of(f))
    return Finding("answered", "figures_of", {"list": rows}, tuple(figures), values)


def _ways(meant: Meant) -> Finding | None:
    breakdown = meant.breakdown
    return (
        _kinds(meant)
        if breakdown.is_of("ways", meant.said.get("k", "方式"), meant.ground)
        else None
    )


def _ordered(meant: Meant) -> list[Figure]:
    figures = list(meant.breakdown.figures)
    scaled = dict(zip((f.id for f in figures), same_scale(figures)[0], strict=True))
    return sorted(figures, key=lambda f: (-scaled[f.id], f.start))


def _rank(meant: Meant) -> Finding | None:
    if not meant.names_none() or not meant.are_all() or not WHICH.search(meant.text):
        return None
    order = meant.said["o"]
    at, outcome = _place(order, meant)
    ordered = _ordered(meant)
    if at is None or not -len(ordered) <= at < len(ordered):
        return None
    level = ordered[at].value
    shown = [f for f in ordered if f.value == level]
    slots = {"names": "、".join(map(meant.called, shown)), "figure": shown[0].text, "nth": order}
    values = tuple(v for f in shown for v in value_of(f))
    return Finding("answered", outcome, slots, tuple(shown), values)


def _place(order: str, meant: Meant) -> tuple[int | None, str]:
    if order in meant.words["most"]:
        return 0, "max"
    if order in meant.words["least"]:
        return -1, "min"
    digit = next((c for c in order if c in ORDINALS or c.isdigit()), "")
    nth = ORDINALS.find(digit) if digit in ORDINALS else int(digit)
    backward = order.startswith("倒数") or order.endswith("少")
    return (-nth if backward else nth - 1), "nth"


def _filter(meant: Meant) -> Finding | None:
    limit = parse(meant.said["n"])
    if limit is None or not meant.names_none() or not meant.are_all():
        return None
    if not WHICH.search(meant.text):
        return None
    order = meant.said["o"]
    more = order in (*meant.words["over"], *meant.words["above"])
    also = order in (*REACHING, *KEEPING)
    values, _ = same_scale(meant.breakdown.figures)
    passing = [
        f
        for f, v in zip(meant.breakdown.figures, values, strict=True)
        if (v > limit if more else v < limit) or (also and v == limit)
    ]
    return _passing(passing, meant)


def _passing(passing: Sequence[Figure], meant: Meant) -> Finding:
    if not passing:
        return Finding("answered", "none_pass", {}, meant.breakdown.figures)
    rows = "、".join(f"{meant.called(f)}{f.text}" for f in passing)
    slots = {"list": rows, "count": str(len(passing))}
    values = tuple(v for f in passing for v in value_of(f))
    return Finding("answered", "pass", slots, tuple(passing), values)


def _none(meant: Meant) -> Finding | None:
    if not meant.names_none() or not WHICH.search(meant.text):
        return None
    return _passing([f for f in meant.breakdown.figures if f.value == 0], meant)


def _share(meant: Meant) -> Finding | None:
    parts, whole = meant.named("a"), meant.breakdown.whole
    if not parts or whole is None or "w" in meant.parts or "v" in meant.parts:
        return None
    if len(parts) == 1 and (told := stated_share(parts[0], whole, meant.ground.index.report)):
        return answer_figure(told)
    figures = [*parts, whole]
    if not exact(figures) or (len(parts) > 1 and may_add(parts, meant.ground)):
        return None
    *some, total = same_scale(figures)[0]
    if not total or sum(some, Decimal(0)) > total:
        return None
    share, short = rounded(sum(some, Decimal(0)) * 100 / total)
    terms = " + ".join(map(plain, some))
    top = f"({terms})" if len(some) > 1 else terms
    expression = f"{top} ÷ {plain(total)} × 100% {'≈' if short else '='} {share}%"
    slots = {
        "names": "、".join(f"{meant.called(f)}{f.text}" for f in parts),
        "whole": whole.text,
        "share": f"{share}%",
        "rounded": "（保留两位小数）" if short else "",
    }
    done = computation("share", expression, figures)
    return Finding(
        "answered", "share", slots, tuple(figures), (value(share, "%"),), computation=done
    )


def _rest(meant: Meant) -> Finding | None:
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


def _difference(meant: Meant) -> Finding | None:
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
    difference = plain(abs(a - b))
    slots = {
        "a": f"{meant.called(first)}{first.text}",
        "b": f"{meant.called(second)}{second.text}",
        "more": meant.called(more),
        "less": meant.called(less),
        "difference": f"{difference}{unit}",
    }
    expression = f"{plain(max(a, b))} − {plain(min(a, b))} = {difference}"
    done = computation("compare", expression, figures)
    outcome = "equal" if a == b else "difference"
    return Finding(
        "answered", outcome, slots, tuple(figures), (value(difference, unit),), computation=done
    )


def _side(name: str, meant: Meant) -> Figure | None:
    """The part that a side names, or the most or the least of all where it says so."""
    text = meant.said[name]
    for order, at in (("most", 0), ("least", -1)):
        if any(word in text for word in meant.words[order]):
            ordered = _ordered(meant)
            alone = len({f.value for f in ordered}) == len(ordered)
            return ordered[at] if alone and meant.are_all() and not meant.named(name) else None
    return meant.one(name)


def _mean(meant: Meant) -> Finding | None:
    figures, whole = list(meant.breakdown.figures), meant.breakdown.whole
    if not meant.names_none() or not meant.are_all() or not meant.said["k"].strip("个"):
        return None
    total, unit = sum(same_scale(figures)[0], Decimal(0)), figures[0].unit or figures[0].said
    mean, short = rounded(total / len(figures))
    terms = plain(total) if whole else f"({' + '.join(map(plain, same_scale(figures)[0]))})"
    expression = f"{terms} ÷ {len(figures)} {'≈' if short else '='} {mean}"
    facts = [whole, *figures] if whole else figures
    said = Value(mean, unit, "exact", f"{mean}{unit}")
    slots = {
        "list": "，".join(f"{meant.called(f)}{f.text}" for f in figures),
        "mean": said.text,
        "expression": expression,
        "rounded": "（保留两位小数）" if short else "",
    }
    done = computation("average", expression, facts)
    return Finding("answered", "mean", slots, tuple(facts), (said,), computation=done)


def _sum(meant: Meant) -> Finding | None:
    parts = meant.named("l")
    if len(parts) < FEWEST or set(meant.parts) - {"l"} or may_add(parts, meant.ground):
        return None
    return added(parts, meant.ground)


def _holds(meant: Meant) -> Finding | None:
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


ANSWERS: Mapping[str, Callable[[Meant], Finding | None]] = {
    "kinds": _kinds,
    "ways": _ways,
    "rank": _rank,
    "filter": _filter,
    "none": _none,
    "share": _share,
    "rest": _rest,
    "difference": _difference,
    "mean": _mean,
    "sum": _sum,
    "holds": _holds,
}
