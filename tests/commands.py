"""The command: called in this process, which is quick, or started as a process of its own.

Both take the same words and give the same, as `tests/front/test_cli.py` holds for every command.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import MappingProxyType

import pytest

from assistant.front.cli import main
from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[1]
UNWANTED = ("NO_COLOR", "PYTHONPATH", "PYTHONUNBUFFERED", "PYTHONIOENCODING")
NOTHING: Mapping[str, str] = MappingProxyType({})

Done = subprocess.CompletedProcess[bytes]


def gongkai(
    *words: str | bytes,
    given: str | bytes = b"",
    cwd: Path = ROOT,
    environment: Mapping[str, str] = NOTHING,
) -> Done:
    """Call the command with these words and this standard input, by its entry point."""
    said, told = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    stdin = io.TextIOWrapper(io.BytesIO(_bytes(given)), "utf-8")
    with pytest.MonkeyPatch.context() as here, redirect_stdout(said), redirect_stderr(told):
        here.chdir(cwd)
        here.setattr(sys, "stdin", stdin)
        for name in UNWANTED:
            here.delenv(name, raising=False)
        for name, value in environment.items():
            here.setenv(name, value)
        code = main([os.fsdecode(word) for word in words])
    return subprocess.CompletedProcess(words, code, _written(said), _written(told))


def process(
    *words: str | bytes,
    given: str | bytes = b"",
    cwd: Path = ROOT,
    environment: Mapping[str, str] = NOTHING,
) -> Done:
    """The same as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "assistant", *words],
        input=_bytes(given),
        capture_output=True,
        cwd=cwd,
        env=environment_of(environment),
        timeout=PATIENCE,
        check=False,
    )


def environment_of(more: Mapping[str, str]) -> dict[str, str]:
    """The environment of a command: ours, without what would change how it writes, and with `more`."""
    return {k: v for k, v in os.environ.items() if k not in UNWANTED} | dict(more)


def complaint(done: Done) -> str:
    """The one line of a wrong use: nothing on standard output, no traceback, no usage dump."""
    assert done.returncode == 2
    assert done.stdout == b""
    said = done.stderr.decode()
    assert said.count("\n") == 1
    assert said.endswith("\n")
    assert any("一" <= char <= "龥" for char in said)
    assert "Traceback" not in said
    assert "usage" not in said
    return said


def _bytes(given: str | bytes) -> bytes:
    return given.encode() if isinstance(given, str) else given


def _written(stream: io.TextIOWrapper) -> bytes:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue()
