"""What a breakdown answers: its parts, their order, shares and sums, what is left without one, whether they add up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from assistant.language.numerals import parse
from assistant.model import Figure, Finding
from assistant.naming import value_of
from assistant.operators.arithmetic import exact, same_scale
from assistant.operators.parting.computed import add, difference, holds, mean, rest, share
from assistant.operators.parting.meant import WHICH, Meant, ordered

# Words that hold for the limit itself too.
REACHING = ("不少于", "不低于", "达到", "至少", "满", "以上", "及以上", "往上", "少说有")
KEEPING = ("不超过", "没超过", "没有超过", "以内", "以里", "及以下")
ORDINALS = "零一二三四五六七八九"


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


def _rank(meant: Meant) -> Finding | None:
    if not meant.names_none() or not meant.are_all() or not WHICH.search(meant.text):
        return None
    order = meant.said["o"]
    at, outcome = _place(order, meant)
    rows = ordered(meant)
    if at is None or not -len(rows) <= at < len(rows):
        return None
    level = rows[at].value
    shown = [f for f in rows if f.value == level]
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


def _either(meant: Meant) -> Finding | None:
    first, second = meant.one("a"), meant.one("b")
    if first is None or second is None or set(meant.parts) - {"a", "b"}:
        return None
    figures = [first, second]
    if not exact(figures) or first is second:
        return None
    (a, b), _ = same_scale(figures)
    more = meant.said["o"] in ("多", "高", "大")
    larger = first if (a > b) == more else second
    outcome = "larger_equal" if a == b else "larger_max" if more else "larger_min"
    rows = "，".join(f"{meant.called(f)}{f.text}" for f in figures)
    return Finding(
        "answered", outcome, {"list": rows, "names": meant.called(larger)}, tuple(figures)
    )


def _position(meant: Meant) -> Finding | None:
    member = meant.one("a")
    if member is None or set(meant.parts) - {"a"} or not meant.are_all():
        return None
    rows = ordered(meant)
    figures = list(meant.breakdown.figures)
    scaled = dict(zip((f.id for f in figures), same_scale(figures)[0], strict=True))
    place = 1 + sum(scaled[f.id] > scaled[member.id] for f in rows)
    slots = {
        "name": meant.called(member),
        "figure": member.text,
        "place": str(place),
        "count": str(len(rows)),
    }
    facts = (member, *(f for f in rows if f is not member))
    return Finding("answered", "position", slots, facts, value_of(member))


ANSWERS: Mapping[str, Callable[[Meant], Finding | None]] = {
    "kinds": _kinds,
    "either": _either,
    "position": _position,
    "ways": _ways,
    "rank": _rank,
    "filter": _filter,
    "none": _none,
    "share": share,
    "rest": rest,
    "difference": difference,
    "mean": mean,
    "sum": add,
    "holds": holds,
}
