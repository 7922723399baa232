"""Whether a question holds words of a kind: what it asks for, and what it computes."""

from __future__ import annotations

from collections.abc import Callable

from assistant.steps.reading import Reading


def asks(*tags: str) -> Callable[[Reading], bool]:
    """Does the question hold a word of one of these asks?"""
    return lambda reading: bool(reading.asks & set(tags))


def bare(*tags: str) -> Callable[[Reading], bool]:
    """One of these asks, and no content that a fact would have to account for."""
    return lambda reading: (
        bool(reading.asks & set(tags))
        and not any("frame" not in m.kinds() for m in reading.content)
    )


def computes(*tags: str) -> Callable[[Reading], bool]:
    """Does the question hold a word of one of these operators?"""
    return lambda reading: bool(reading.operators & set(tags))
