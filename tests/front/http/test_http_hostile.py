"""A small attack; `python -m tests.front.http.hostile` makes a great one."""

from __future__ import annotations

import asyncio

from tests.front.http.hostile import FLAGS, KINDS, attack
from tests.serving import serving

COUNT = 400
# What a worker reads at its first refusal (some 22 MiB) may come late to each of two.
MOST_GROWTH = 48 * 1024  # KiB


def test_the_service_stands_hostile_requests() -> None:
    with serving(*FLAGS) as service:
        outcome = asyncio.run(attack(service, COUNT))
        events = {line["event"] for line in service.log()}
        assert service.stop() == 0
    assert outcome.wrong == []
    assert set(outcome.statuses) == {kind.__name__ for kind, _ in KINDS}
    assert outcome.sent == COUNT
    assert len(outcome.waits) > 10
    # The first half fills what is kept ready; from then on nothing grows.
    assert outcome.memory[-1] - outcome.memory[len(outcome.memory) // 2] < MOST_GROWTH
    assert not any("forged" in event or "broken" in event for event in events)
