"""The bound that members are held against, and whether it sorts them: 超过500项, 达到740项的县, 只有1条."""

from __future__ import annotations

from assistant.late import late
from assistant.steps.compose.words import computes
from assistant.steps.reading import Reading
from assistant.steps.reading.words import THRESHOLDS

REACHED = late(r"达到?了?\d")


def comparison(reading: Reading) -> str:
    """The bound that members are held against; `equal` where a figure is given for them."""
    bound = next((c for c in THRESHOLDS if c in reading.operators), "")
    bound = bound or ("at_least" if is_reached(reading) else "")
    return bound or ("equal" if is_equated(reading) else "")


def is_reached(reading: Reading) -> bool:
    """达到740项的县: members that have so many or more."""
    return bool(reading.classes) and bool(REACHED.search(reading.text))


def is_equated(reading: Reading) -> bool:
    """哪些类别只有1条, 不为零的有哪几类."""
    return bool(reading.equality) and "list" in reading.asks and not reading.is_yes_no


def is_filtered(reading: Reading) -> bool:
    """超过650项的有几个: those members that keep within a bound are wanted."""
    wanted = reading.asks & {"list", "which", "number", "channel"} or reading.classes
    threshold = computes(*THRESHOLDS)(reading) and bool(reading.numbers)
    threshold = threshold or is_equated(reading) or is_reached(reading)
    return bool(wanted) and threshold and (not reading.is_yes_no or bool(reading.classes))
