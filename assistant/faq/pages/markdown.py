"""Markdown (CommonMark): a heading a question, its answer, its citations as a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.drafting.material import Material
from assistant.faq.entries import Collection, Entry, Table
from assistant.faq.pages.shared import (
    about,
    cited,
    count,
    counted,
    named,
    one_line,
    outer,
    parts,
    title,
)

# What CommonMark may take for markup, anywhere in a line.
MARKUP = re.compile(r"([\\`*_{}\[\]<>#+\-!|~&$])")
# What it may take for a list at the head of a line: 1. or 1)
NUMBERED = re.compile(r"^(\s*\d+)([.)])", re.MULTILINE)


def markdown(collection: Collection, material: Material) -> bytes:
    """The page as Markdown, every text from the report escaped."""
    return ("\n".join(_lines(collection, material)) + "\n").encode()


def escaped(text: str) -> str:
    r"""The text as itself, whatever in it looks like markup; each line a line.

    >>> escaped("1. *a*")
    '1\\. \\*a\\*'
    """
    text = NUMBERED.sub(r"\1\\\2", MARKUP.sub(r"\\\1", text))
    return "  \n".join(line.strip() for line in text.splitlines() if line.strip())


def _lines(collection: Collection, material: Material) -> Iterator[str]:
    yield f"# {escaped(title(collection, material))}"
    yield from ("", escaped(about(collection, material)), "", count(collection, material))
    if collection.card.url:
        yield from ("", f"{material.pages['original']}：<{collection.card.url}>")
    yield from ("", f"## {material.pages['contents']}", "")
    for section, number in parts(collection).items():
        yield f"- {escaped(counted(section, number, material))}"
    before: tuple[str, str] | None = None
    for section, entries in collection.by_section().items():
        first, rest = outer(section)
        if before is None or first != before[0]:
            yield from ("", f"## {escaped(named(first, material))}")
        if rest and (first, rest) != before:
            yield from ("", f"### {escaped(rest)}")
        before = (first, rest)
        for entry in entries:
            yield from _entry(entry, material, "####" if rest else "###")


def _entry(entry: Entry, material: Material, mark: str) -> Iterator[str]:
    yield from ("", f"{mark} {escaped(entry.question)}", "", escaped(entry.text))
    if entry.answer.computation:
        yield from (
            "",
            f"{material.pages['formula']}：{escaped(entry.answer.computation.expression)}",
        )
    for table in entry.tables:
        yield from _table(table, material)
    if entry.variants:
        yield from ("", f"{material.pages['variants']}：{escaped(' '.join(entry.variants))}")
    yield from ("", f"{material.pages['citations']}：", "")
    yield from (f"- {escaped(line)}" for line in cited(entry, material))


def _table(table: Table, material: Material) -> Iterator[str]:
    head = material.pages["table"]
    yield from ("", f"{escaped(table.title)}：", "", f"| {head['name']} | {head['value']} |")
    yield "|---|--:|"
    yield from (f"| {_cell(name)} | {_cell(value)} |" for name, value in table.rows)


def _cell(text: str) -> str:
    return escaped(one_line(text))
