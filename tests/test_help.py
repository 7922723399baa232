"""What the READMEs say of the command and its options is what the command itself says."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tests.commands import gongkai
from tests.readmes import CHINESE, ENGLISH, PAGES, ROOT, named, text

COMMANDS = ROOT / "assistant" / "front" / "commands"
LISTS = (COMMANDS / ENGLISH, COMMANDS / CHINESE)
ROW = re.compile(r"^\| `gongkai (\w+)` \| (.+) \|$", re.MULTILINE)


@cache
def said_by(*words: str) -> str:
    return gongkai(*words, "--help").stdout.decode()


def commands() -> list[str]:
    return re.findall(r"^  (?!gongkai)([a-z]+) ", said_by(), re.MULTILINE)


@pytest.mark.parametrize("page", LISTS, ids=named)
def test_every_command_is_listed_and_no_other(page: Path) -> None:
    assert [command for command, _ in ROW.findall(text(page))] == commands()


@pytest.mark.parametrize("page", [p for p in PAGES if p.name != "CHANGELOG.md"], ids=named)
def test_every_command_that_is_shown_exists(page: Path) -> None:
    assert set(re.findall(r"gongkai ([a-z]+)\b", text(page))) <= set(commands())


@pytest.mark.parametrize("page", LISTS, ids=named)
def test_every_option_of_a_command_is_listed_and_no_other(page: Path) -> None:
    for command, about in ROW.findall(text(page)):
        options = set(re.findall(r"--[a-z]+", said_by(command))) - {"--help"}
        assert set(re.findall(r"--[a-z]+", about)) == options, command
