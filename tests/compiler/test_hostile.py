"""Files made to be too much: each ends in a report or in one line, and twice the file takes twice the steps."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from assistant.compiler.batch import Reader
from assistant.compiler.originals import Original
from assistant.folders import knowledge_folder
from tests.compiler.hostile_files import PAGE, PAGES, TEXTS, TITLE
from tests.steps_counted import steps

SIZE, LARGE = 40, 60
# Twice as large, and some for what is of no size at all; a square would be four times.
TWICE = 2.9


@cache
def reader() -> Reader:
    return Reader(knowledge_folder())


def compiled(path: Path, text: str | bytes) -> str:
    """The fault of compiling these contents, empty where there is none."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    outcome = reader().outcome(Original(path), "")
    assert (outcome.compiled is None) == bool(outcome.fault)
    assert "\n" not in outcome.fault
    return outcome.fault


@pytest.mark.parametrize("kind", TEXTS)
def test_a_hostile_text_is_compiled_in_linear_steps(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "云泽.txt"
    assert compiled(path, TITLE + TEXTS[kind](SIZE)) == ""
    one, two = (
        steps(lambda n=n: compiled(path, TITLE + TEXTS[kind](n)))  # type: ignore[misc]
        for n in (SIZE, 2 * SIZE)
    )
    assert two < TWICE * one


@pytest.mark.parametrize("kind", PAGES)
def test_a_hostile_page_ends_in_linear_steps(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "云泽.html"
    compiled(path, PAGE + PAGES[kind](SIZE))
    one, two = (
        steps(lambda n=n: compiled(path, PAGE + PAGES[kind](n)))  # type: ignore[misc]
        for n in (SIZE, 2 * SIZE)
    )
    assert two < TWICE * one


@pytest.mark.parametrize(
    ("kind", "said"),
    [("wide table", "表格太大"), ("nested", "嵌套太深"), ("nested tables", "嵌套太深")],
)
def test_what_is_too_much_is_said_in_one_line(kind: str, said: str, tmp_path: Path) -> None:
    assert said in compiled(tmp_path / "云泽.html", PAGE + PAGES[kind](LARGE))


@pytest.mark.parametrize("charset", ["undefined", "idna", "punycode", "rot13", "base64", "x-none"])
def test_a_charset_that_is_none(charset: str, tmp_path: Path) -> None:
    page = f"<html><head><meta charset={charset}></head><body><p>{TITLE}</p><p>公开信息5条。</p>"
    assert compiled(tmp_path / "云泽.html", page.encode("gb18030")) == ""
