"""The real client of the protocol's SDK, at the other end of a real `gongkai mcp`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from mcp import Client, StdioServerParameters

from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[1]
COMMAND = ("-m", "assistant", "mcp")
ADDRESS = re.compile(r"http://\S+")


@asynccontextmanager
async def client(*words: str, url: str = "", mode: str = "auto") -> AsyncIterator[Client]:
    """A client of the server at an address, or of one that it starts with these words."""
    own = StdioServerParameters(command=sys.executable, args=[*COMMAND, *words], cwd=ROOT)
    async with Client(url or own, mode=mode, read_timeout_seconds=PATIENCE) as found:
        yield found


@contextmanager
def over_http(*words: str) -> Iterator[str]:
    """The address of a server with these words, on a free port of this machine."""
    process = subprocess.Popen(
        [sys.executable, *COMMAND, "--http", "--port", "0", *words],
        cwd=ROOT,
        env=dict(os.environ),
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stderr
    try:
        said = process.stderr.readline()
        found = ADDRESS.search(said)
        assert found, said
        yield found[0]
        process.terminate()
        assert process.wait(PATIENCE) in (0, -15)
        assert process.stderr.read() == ""
    finally:
        process.kill()
        process.wait()
        process.stderr.close()
