"""The table in which several processes count."""

from __future__ import annotations

import multiprocessing
from pathlib import Path
from time import time

import pytest
from limits import RateLimitItemPerMinute
from limits.strategies import FixedWindowRateLimiter

from assistant.front.http.counts import SIZE, SharedCounts, prepare
from tests.patience import PATIENCE
from tests.serving import until

EACH = 2000
HOUR = 3600


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "counts"
    prepare(path)
    return path


def count(path: Path) -> None:
    counts = SharedCounts(path)
    for _ in range(EACH):
        counts.incr("all", HOUR)


def test_no_count_is_lost_between_processes(table: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    workers = [spawn.Process(target=count, args=(table,)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(PATIENCE)
    assert SharedCounts(table).get("all") == 3 * EACH


def test_a_window_ends(table: Path) -> None:
    counts = SharedCounts(table)
    assert [counts.incr("a", HOUR) for _ in range(3)] == [1, 2, 3]
    assert counts.get("a") == 3
    assert counts.get("b") == 0
    began = time()
    counts.incr("c", 1)
    assert began + 1 <= counts.get_expiry("c") <= time() + 1
    until(lambda: counts.get("c") == 0)
    assert counts.incr("c", HOUR) == 1
    assert counts.get("a") == 3


def test_counts_are_forgotten(table: Path) -> None:
    counts = SharedCounts(table)
    counts.incr("a", 60)
    counts.incr("b", 60, amount=5)
    counts.clear("a")
    assert (counts.get("a"), counts.get("b")) == (0, 5)
    counts.reset()
    assert counts.get("b") == 0
    assert counts.check()


def test_a_flood_of_addresses_takes_no_room(table: Path) -> None:
    counts = SharedCounts(table)
    limiter = FixedWindowRateLimiter(counts)
    item = RateLimitItemPerMinute(5)
    passed = [limiter.hit(item, f"2001:db8:{n:x}::/64") for n in range(20_000)]
    assert all(passed)
    assert table.stat().st_size == SIZE
    counts.reset()
    assert [limiter.hit(item, "192.0.2.1") for _ in range(6)] == [True] * 5 + [False]
