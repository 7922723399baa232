"""Thousands of generated reports into SQLite and PostgreSQL, with kills in the middle; prints what it took.

python tests/store/stress.py [--count 2000] [--jobs N] [--kills 3]      needs Debian's `postgresql`

Into each store the run is killed (`kill -9`, the whole process group at once or the main process
alone, in turn) after some reports; every report that was printed as done has to be in the store,
and a further run has to do only the rest. At the end both stores are equal, byte for byte.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, sleep

from assistant.store import Store, open_store

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.patience import PATIENCE
from tests.reports.generate import write_all
from tests.store.server import running

ROOT = Path(__file__).resolve().parents[2]
DONE = re.compile(r"(?P<id>[0-9a-z-]+)：\d+条数据")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--kills", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place, running() as server:
        folder = Path(place) / "reports"
        began = perf_counter()
        ids = write_all(folder, given.count)
        print(f"{len(ids)} reports written in {perf_counter() - began:.1f} s", flush=True)
        stores = (str(Path(place) / "reports.db"), server.new())
        for where in stores:
            fill(folder, where, sorted(ids), given.jobs, given.kills)
        compare(*stores)


def fill(folder: Path, where: str, ids: list[str], jobs: int, kills: int) -> None:
    """Compile into a store with kills; then all of it has to be there."""
    name = where.partition(":")[0] if "://" in where else "sqlite"
    done: set[str] = set()
    took = 0.0
    for turn in range(kills):
        began = perf_counter()
        said = killed_after(folder, where, jobs, len(ids) // (kills + 1), whole_group=turn % 2 == 0)
        took += perf_counter() - began
        assert not said & done, "a report was compiled again although it was there"
        done |= said
        lost = done - stored(where)
        print(f"{name}: kill {turn + 1} after {len(said)} more; lost {len(lost)}", flush=True)
        assert not lost, sorted(lost)[:5]
    before = stored(where)
    began = perf_counter()
    rest = run(folder, where, jobs)
    took += perf_counter() - began
    assert not rest & before
    assert stored(where) == set(ids)
    print(
        f"{name}: {len(ids)} reports in {took:.1f} s, {took / len(ids) * 1000:.0f} ms each",
        flush=True,
    )
    began = perf_counter()
    assert run(folder, where, jobs) == set()
    print(f"{name}: a run with nothing to do, {perf_counter() - began:.2f} s", flush=True)


def compare(one: str, other: str) -> None:
    """Both stores hold the same, to the byte; and one report is read in milliseconds."""
    a, b = open_store(one), open_store(other)
    assert a.summaries() == b.summaries()
    for card in a.cards():
        assert a.report(card.id) == b.report(card.id), card.id
    print(f"equal: {len(a.cards())} reports", flush=True)
    for where, store in ((one, a), (other, b)):
        store.close()
        print(f"{where.partition('@')[2] or where}: {', '.join(reading(where))}", flush=True)


def reading(where: str) -> Iterator[str]:
    began = perf_counter()
    store = open_store(where)
    yield f"open {(perf_counter() - began) * 1000:.1f} ms"
    began = perf_counter()
    cards = store.cards()
    yield f"all cards {(perf_counter() - began) * 1000:.1f} ms"
    began = perf_counter()
    store.report(cards[len(cards) // 2].id)
    yield f"one report {(perf_counter() - began) * 1000:.1f} ms"
    store.close()


def command(folder: Path, where: str, jobs: int) -> list[str]:
    words = ["compile", str(folder), "--store", where, "--jobs", str(jobs)]
    return [sys.executable, "-m", "assistant", *words]


def run(folder: Path, where: str, jobs: int) -> set[str]:
    """The ids that a whole run says it compiled."""
    done = subprocess.run(
        command(folder, where, jobs), capture_output=True, text=True, cwd=ROOT, check=True
    )
    return {found["id"] for found in DONE.finditer(done.stdout)}


def killed_after(folder: Path, where: str, jobs: int, count: int, whole_group: bool) -> set[str]:
    """Run until so many were compiled, then kill; the ids that it had said, whole lines only."""
    process = subprocess.Popen(
        command(folder, where, jobs),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=ROOT,
        start_new_session=True,
    )
    assert process.stdout
    said: list[str] = []
    for line in process.stdout:
        said.append(line)
        if sum(bool(DONE.match(row)) for row in said[-count:]) == count:
            break
    if whole_group:
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    said += process.stdout.readlines()
    process.wait()
    found = (DONE.match(line) for line in said if line.endswith("\n"))
    # The children of a killed process go by themselves.
    until = perf_counter() + PATIENCE
    while not whole_group and group_lives(process.pid):
        assert perf_counter() < until, "a process was left behind"
        sleep(0.1)
    return {match["id"] for match in found if match}


def group_lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def stored(where: str) -> set[str]:
    store: Store = open_store(where)
    try:
        return {card.id for card in store.cards()}
    finally:
        store.close()


if __name__ == "__main__":
    main()
