"""The real service, `gongkai serve`, on a free port of this machine."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from tests import wire
from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[1]
ADDRESS = re.compile(r"http://\S+")
STEP = 0.05
# A website whose pages may ask the service that all tests share.
SITE = "https://www.example.gov.cn"


@dataclass(frozen=True)
class Service:
    """A running service: where it is, its process, and its log."""

    url: str
    process: subprocess.Popen[str]
    journal: Path

    def log(self) -> list[dict[str, Any]]:
        """What it has logged so far, a dictionary a line."""
        return [json.loads(line) for line in self.journal.read_text(encoding="utf-8").splitlines()]

    def events(self, name: str) -> list[dict[str, Any]]:
        """The lines of the log that tell of this event."""
        return [line for line in self.log() if line["event"] == name]

    def stop(self) -> int:
        """Tell it to stop, as an administrator does, and wait until it has; its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)


@contextmanager
def serving(*words: str, environment: Mapping[str, str] | None = None) -> Iterator[Service]:
    """A service with these flags and variables, ready to be asked; stopped at the end."""
    with tempfile.TemporaryDirectory() as folder:
        journal = Path(folder) / "log"
        process = subprocess.Popen(
            [sys.executable, "-m", "assistant", "serve", "--port", "0", "--log", journal, *words],
            cwd=ROOT,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        assert process.stderr
        said = process.stderr.readline()
        found = ADDRESS.search(said)
        assert found, said
        service = Service(found[0], process, journal)
        try:
            until(lambda: _is_ready(service))
            yield service
        finally:
            if process.poll() is None:
                service.stop()
            process.stderr.close()


def until(holds: Any) -> None:
    """Wait until this holds; fails where it does not come to hold."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(STEP)


def _is_ready(service: Service) -> bool:
    assert service.process.poll() is None, service.process.stderr
    try:
        return wire.get(f"{service.url}/readyz").status_code == 200
    except httpx.TransportError:
        return False
