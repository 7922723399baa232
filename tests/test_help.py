"""What the READMEs say of the command and its options is what the command itself says."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[1]
READMES = ("README.md", "README.zh-CN.md")
ROW = re.compile(r"^\| `gongkai (\w+)` \| (.+) \|$", re.MULTILINE)


@cache
def readme(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def said_by(*words: str) -> str:
    command = [sys.executable, "-m", "assistant", *words, "--help"]
    return subprocess.run(
        command, capture_output=True, cwd=ROOT, timeout=PATIENCE, check=True
    ).stdout.decode()


def commands() -> list[str]:
    return re.findall(r"^  (?!gongkai)([a-z]+) ", said_by(), re.MULTILINE)


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_listed_and_no_other(name: str) -> None:
    assert [command for command, _ in ROW.findall(readme(name))] == commands()


@pytest.mark.parametrize("name", READMES)
def test_every_command_that_is_shown_exists(name: str) -> None:
    assert set(re.findall(r"gongkai ([a-z]+)\b", readme(name))) <= set(commands())


@pytest.mark.parametrize("name", READMES)
def test_every_option_of_a_command_is_listed_and_no_other(name: str) -> None:
    for command, about in ROW.findall(readme(name)):
        options = set(re.findall(r"--[a-z]+", said_by(command))) - {"--help"}
        assert set(re.findall(r"--[a-z]+", about)) == options, command
