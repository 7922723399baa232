"""The READMEs of the tree, and what stands in them: examples, headings, tables, links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).resolve().parents[1]
PARTS = ("assistant", "knowledge", "tests")
ENGLISH, CHINESE = "README.md", "README.zh-CN.md"
PAGES = sorted([*ROOT.glob("*.md"), *(p for part in PARTS for p in (ROOT / part).rglob("*.md"))])
# The benchmarks are for those who work on the program, and need what tests do not have.
FIRST = ROOT / ENGLISH
READMES = [p for p in PAGES if p.name == ENGLISH and ROOT / "tests" not in p.parents]
FENCED = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MARK = re.compile(r"[^\w\- ]")


class Example(NamedTuple):
    """A fenced block: its language, the file that it is or changes, its text and where that stands."""

    language: str
    file: str
    text: str
    start: int
    end: int


def named(page: Path) -> str:
    """Where the page stands, from the top of the tree."""
    return str(page.relative_to(ROOT))


def chinese(readme: Path) -> Path:
    """The same in Chinese."""
    return readme.with_name(CHINESE)


@cache
def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def examples(readme: str) -> list[Example]:
    return [Example(m[1], m[2], m[3], m.start(3), m.end(3)) for m in FENCED.finditer(readme)]


def prose(page: Path) -> str:
    """The page without its examples."""
    return FENCED.sub("", text(page))


@cache
def _tokens(page: Path) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(text(page))


def headings(page: Path) -> list[tuple[str, str]]:
    """Each heading: its level and what it says."""
    pairs = zip(_tokens(page), _tokens(page)[1:], strict=False)
    return [(t.tag, said.content) for t, said in pairs if t.type == "heading_open"]


def anchors(page: Path) -> set[str]:
    """What a link behind `#` may name, as GitHub makes it of the headings."""
    return {MARK.sub("", said.lower()).replace(" ", "-") for _, said in headings(page)}


def rows(page: Path) -> list[list[str]]:
    """The code that each row of a table names."""
    found: list[list[str]] = []
    for token in _tokens(page):
        if token.type == "tr_open":
            found.append([])
        elif token.type == "inline" and token.level >= 4 and found:
            found[-1] += [c.content for c in token.children or () if c.type == "code_inline"]
    return found


def links(page: Path) -> list[str]:
    """Where the links lead and the pictures are, within the tree."""
    found = [unquote(str(there)) for there in _targets(page)]
    return [there for there in found if "://" not in there]


def _targets(page: Path) -> Iterator[str | int | float]:
    for token in _tokens(page):
        for child in token.children or ():
            if child.type == "link_open":
                yield child.attrs["href"]
            elif child.type == "image":
                yield child.attrs["src"]
            elif child.type == "html_inline":
                raise AssertionError(f"{page}: HTML")
