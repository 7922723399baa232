"""How the service is set up by flags and environment."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from assistant.front.http.settings import OPTIONS, PREFIX, Settings, declare, settle
from assistant.front.streams import UsageError


def settled(words: str, environment: Mapping[str, str] | None = None) -> Settings:
    parser = argparse.ArgumentParser()
    declare(parser)
    return settle(parser.parse_args(words.split()), environment or {})


def test_every_setting_is_an_option() -> None:
    assert [option.name for option in OPTIONS] == [field.name for field in fields(Settings)]


@pytest.mark.parametrize(
    ("words", "environment", "name", "value"),
    [
        ("", {}, "port", 8000),
        ("--port 9000", {"GONGKAI_PORT": "9001"}, "port", 9000),
        ("", {"GONGKAI_PORT": "9001"}, "port", 9001),
        ("", {"GONGKAI_PORT": " "}, "port", 8000),
        ("--report a b --report c", {}, "report", ("a", "b", "c")),
        ("", {"GONGKAI_REPORT": "a, b c"}, "report", ("a", "b", "c")),
        ("--timeout 2.5", {}, "timeout", 2.5),
        ("--origin HTTPS://Www.Gov.Cn:8443", {}, "origin", ("https://www.gov.cn:8443",)),
        ("--proxy 10.0.0.0/8 ::1", {}, "proxy", ("10.0.0.0/8", "::1/128")),
        ("", {"GONGKAI_LOG": "/var/log/gongkai"}, "log", Path("/var/log/gongkai")),
    ],
)
def test_flags_come_before_the_environment(
    words: str, environment: dict[str, str], name: str, value: Any
) -> None:
    assert getattr(settled(words, environment), name) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        *(("port", text) for text in ("-1", "65536", "8000.0", "８000", "http", "1e3")),
        *(("timeout", text) for text in ("0", "nan", "inf", "1.2.3", ".")),
        *(("origin", text) for text in ("*", "https://", "https://a/b", "ftp://a", "null")),
        *(("proxy", text) for text in ("*", "10.0.0.1/8", "localhost")),
    ],
)
def test_what_cannot_be_is_said_with_its_name(name: str, text: str) -> None:
    for words, environment, said in (
        (f"--{name}={text}", {}, f"--{name} "),
        ("", {PREFIX + name.upper(): text}, f"{PREFIX}{name.upper()} "),
    ):
        with pytest.raises(UsageError, match=rf"^{said}要"):
            settled(words, environment)


def test_without_its_extra_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from assistant.front.cli import main

    for module in [name for name in sys.modules if name.startswith("assistant.front.http.")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "fastapi", None)
    assert main(["serve"]) == 2
    said = f"缺少 fastapi，请先安装：{sys.executable} -m pip install fastapi\n"
    assert capsys.readouterr().err.endswith(said)
