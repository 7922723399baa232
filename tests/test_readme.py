"""The READMEs show what happens: each example is run in order, and must come out as it stands there.

`python -m tests.test_readme [FOLDER…]` writes what comes out now into the READMEs (of these folders), to be
reviewed as a diff. A `…` in what a README shows stands for anything. A command that ends in `&` runs on until
the end; the service is given a free port in the place of its own.
"""

from __future__ import annotations

import difflib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.checkout import COMMANDS, Checkout, agrees
from tests.readmes import (
    CHINESE,
    ENGLISH,
    FIRST,
    PAGES,
    READMES,
    ROOT,
    Example,
    chinese,
    examples,
    headings,
    links,
    named,
    prose,
    rows,
    text,
)

LONGEST = 200
NUMBER = re.compile(r"\d[\d,.]*\d|\d")
LINK = re.compile(r"\[.*?\]\(.*?\)")


def run(readme: Path) -> list[Example]:
    """The examples that are run. Both languages show the same, as another test sees; only comments in
    Python differ, which may ask a service."""
    shown = examples(text(readme))
    if readme.name == CHINESE:
        return [e for e in shown if e.language == "python" or " &\n" in e.text]
    return shown


RUN = [page for readme in READMES for page in (readme, chinese(readme)) if run(page)]


@pytest.mark.parametrize("readme", RUN, ids=named)
def test_examples_come_out_as_they_are_shown(readme: Path, tmp_path: Path) -> None:
    with Checkout(tmp_path) as checkout:
        for example in run(readme):
            outcome = checkout.outcome(example)
            if not agrees(example, outcome):
                before, now = example.text.splitlines(), outcome.splitlines()
                unified = difflib.unified_diff(before, now, named(readme), "now", lineterm="")
                changes = "\n".join(unified)
                pytest.fail(f"`python -m tests.test_readme` mends it:\n{changes}", pytrace=False)


@pytest.mark.parametrize("readme", READMES, ids=named)
def test_both_languages_show_the_same(readme: Path) -> None:
    ours, theirs = examples(text(readme)), examples(text(chinese(readme)))
    for one, other in zip(ours, theirs, strict=True):
        assert one[:2] == other[:2]
        if one.language != "python":
            assert one.text == other.text


@pytest.mark.parametrize("readme", READMES, ids=named)
def test_both_languages_are_made_alike(readme: Path) -> None:
    """The same levels of headings, rows of tables, links and numbers."""
    ours, theirs = readme, chinese(readme)
    assert [level for level, _ in headings(ours)] == [level for level, _ in headings(theirs)]
    assert _begun(ours) == _begun(theirs)
    assert _led_to(ours) == _led_to(theirs)
    assert _numbers(ours) == _numbers(theirs)


def _begun(readme: Path) -> list[str]:
    """What the rows of the tables are about: the first code in each, without the value that it is given."""
    return ["".join(row[:1]).partition("=")[0] for row in rows(readme)]


def _numbers(readme: Path) -> set[str]:
    return set(NUMBER.findall(LINK.sub("", prose(readme))))


def _led_to(readme: Path) -> list[str]:
    pages = [there.partition("#")[0] for there in links(readme)]
    return [page.replace(".zh-CN.", ".") for page in pages]


def test_the_first_page_is_short_and_leads_to_every_other() -> None:
    for page in (FIRST, chinese(FIRST)):
        assert len(text(page).splitlines()) <= LONGEST
        led = {(ROOT / there.partition("#")[0]).resolve() for there in links(page)}
        assert {r.with_name(page.name) for r in READMES} - {page} <= led


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_files_that_are_named_exist(page: Path) -> None:
    made = {Path(e.file).parent for e in examples(text(page))}
    paths = re.findall(r"`((?:assistant|knowledge|tests)/[\w./-]*)`", prose(page))
    assert not [p for p in paths if not (ROOT / p).exists() and Path(p) not in made]


@pytest.mark.parametrize("part", ["assistant", "knowledge"])
def test_every_room_of_the_house_is_told(part: str) -> None:
    told = [code for row in rows(ROOT / part / ENGLISH) for code in row]
    rooms = [room for room in (ROOT / part).iterdir() if room.is_dir() or part == "knowledge"]
    names = [named(room) for room in rooms if room.name not in {ENGLISH, CHINESE, "__pycache__"}]
    assert [name for name in names if not any(code.startswith(name) for code in told)] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_the_two_commands_are_there(command: str) -> None:
    path = ROOT / ".ci" / command
    assert os.access(path, os.X_OK)
    subprocess.run(["sh", "-n", str(path)], check=True)


def mend(folders: list[Path]) -> None:
    wanted = [readme for readme in READMES if not folders or readme.parent in folders]
    for path in (page for readme in wanted for page in (readme, chinese(readme))):
        shown = mended = text(path)
        with tempfile.TemporaryDirectory() as folder, Checkout(Path(folder)) as checkout:
            outcomes = [(e, checkout.outcome(e)) for e in examples(shown)]
        for example, outcome in reversed(outcomes):
            if "…" not in example.text or not agrees(example, outcome):
                mended = mended[: example.start] + outcome + mended[example.end :]
        path.write_text(mended, encoding="utf-8")
        print(f"{named(path)}: {'unchanged' if mended == shown else 'mended'}")


if __name__ == "__main__":
    mend([Path(folder).resolve() for folder in sys.argv[1:]])
