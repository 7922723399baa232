"""What no answer waits for: worked out one after the other, beside the threads that answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ParamSpec, TypeVar

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from fastapi import Request

P = ParamSpec("P")
T = TypeVar("T")


def lane() -> CapacityLimiter:
    """Room for one: of the processor it takes the least share that keeps it going."""
    return CapacityLimiter(1)


async def aside(request: Request, act: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
    """What this gives, when its turn comes."""
    return await run_sync(partial(act, *given, **named), limiter=request.app.state.lane)
