"""How many steps a piece of work takes: calls of functions, the same on any machine, however busy."""

from __future__ import annotations

from collections.abc import Callable
from cProfile import Profile


def steps_of(work: Callable[[], object]) -> int:
    """The calls that the work makes, of Python's functions and of built-in ones."""
    counted = Profile(subcalls=False)
    counted.runcall(work)
    return sum(entry.callcount for entry in counted.getstats())


def is_linear(work: Callable[[str], object], unit: str, times: int) -> bool:
    """Does ten times as much of this text take some ten times as many steps, and not a hundred?"""
    work(unit * (times + 1))  # what is only made once; of another text, for some of a text is kept
    few, many = (steps_of(lambda text=unit * n: work(text)) for n in (times, 10 * times))
    return many < 20 * few
