"""What is left of a whole without a part: 除市级外还有多少, 不属于文件类的有多少."""

from __future__ import annotations

from dataclasses import replace

from assistant.late import late
from assistant.model import Query, Selection
from assistant.steps.compose.query import computed
from assistant.steps.compose.words import computes
from assistant.steps.reading import Reading

WITHOUT = late("不属于|不算是|不是(?!.*(?:最|吗|吧))")
REST = frozenset({"其他", "其它", "其余", "别的", "另外"})
OUTSIDE = ("以外", "之外", "外")


def is_remainder(reading: Reading) -> bool:
    """除市级外还有多少; but 除市级外哪个最多 is an order, and 除市级外八个县之和 a sum."""
    ordered = computes("max", "min", "sum", "average", "position", "degree")(reading)
    if reading.asks & {"list", "channel", "which"} and not reading.counting:
        return False
    return computes("remainder")(reading) and not (ordered and reading.classes)


def remaining(reading: Reading) -> Query:
    """A production: what is left without the parts that 除 … 外 names."""
    made = computed("remainder")(reading)
    text = reading.text
    start = max((m.end for m in reading.mentions if "remainder" in m.tags("operator")
                 and m.text not in OUTSIDE and m.start == 0), default=0)  # fmt: skip
    start = start or next((m.end for m in reading.mentions if m.text.startswith("除")), 0)
    end = next((at for at in (text.find("外", start), text.find(",", start)) if at > 0), len(text))
    inside = tuple(m for m in reading.mentions if start <= m.start < end)
    excluded = Reading(text, inside).sides()
    rest = tuple(m for m in reading.content if m not in inside and m.text not in REST)
    return replace(
        made,
        selections=tuple(replace(s, unit="") for s in excluded),
        right=Selection(rest),
    )


def is_without(reading: Reading) -> bool:
    """不属于文件类的信息有多少条: the whole without a part."""
    return bool(_without_ends(reading)) and "number" in reading.asks


def _without_ends(reading: Reading) -> int:
    """Where 不属于 ends in the question, 0 without one; inside a name (不属于本机关公开) it is none."""
    names = [(m.start, m.end) for m in reading.content]
    for found in WITHOUT.finditer(reading.text):
        start, end = found.span()
        if not any(s <= start and end < e for s, e in names):
            return end
    return 0


def without(reading: Reading) -> Query:
    """A production: the whole without the part behind 不属于."""
    made = computed("remainder")(reading)
    at = _without_ends(reading)
    after = [m for m in reading.content if m.start >= at and "frame" not in m.kinds()]
    rest = tuple(m for m in reading.content if m not in after[:1])
    part = replace(reading.select((*rest, *after[:1])), unit="")
    return replace(made, selections=(part,), right=Selection(rest), numbers=())
