"""What a row of a torn standard table is called: by its place among the rows of its official form.

A table that lost its head and labels is read by the official form of its title (`knowledge/proof/forms.tsv`):
a row by its own label, or by its place where there are as many rows as in the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.proof.files import table_rows, word_folder

NUMBER = re.compile(r"[0-9][0-9,]*")
RULE = re.compile(r"[\s|:+-]*-{3}[\s|:+-]*")
# No title is longer than this; what follows the tables of a report.
LONGEST = 40
# A table is as long as this at most.
FAR = 20_000
AFTER = re.compile("问题|改进情况|需要报告")
OPENED = re.compile("[一二三四五六七八九十]+、")


@dataclass(frozen=True, slots=True)
class Form:
    """An official table: its titles, its columns, and its rows as they are now and as they were."""

    titles: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=4)
def _forms(folder: Path) -> tuple[Form, ...]:
    found: dict[str, list[tuple[str, str]]] = {}
    for form, part, words in table_rows(folder / "forms.tsv", 3):
        found.setdefault(form, []).append((part, words))
    return tuple(
        Form(
            tuple(_compact(w) for p, w in lines if p == "title"),
            tuple(w for p, w in lines if p == "column"),
            tuple(
                tuple(w for p, w in lines if p in parts)
                for parts in (("row", "row+"), ("row", "row-"))
            ),
        )
        for lines in found.values()
    )


def torn_labels(text: str, start: int, quote: str) -> tuple[str, ...]:
    """The official labels of a quoted row, where its table has none of its own; else nothing."""
    form, title_end = _form_above(text, start)
    if form is None or _has_head(text, start, form):
        return ()
    columns = tuple(piece for column in form.columns for piece in column.split())
    row = _row(form, text, title_end, start, quote)
    return (*dict.fromkeys(columns), *row) if row is not None else ()


def stands_torn(section: str, start: int, text: str) -> bool:
    """Is this a row under the title of a form, with nothing but pieces of its table between?"""
    line = text[text.rfind("\n", 0, start) + 1 :].partition("\n")[0]
    form, title_end = _form_above(text, start)
    if "|" not in line or form is None:
        return False
    lines = text[title_end:start].split("\n")
    if any(OPENED.match(each) and AFTER.search(each) for each in lines):
        return False
    title = _compact(section.rpartition(" > ")[2])
    return any(title.endswith(known) for known in form.titles)


def _form_above(text: str, start: int) -> tuple[Form | None, int]:
    """The form whose title is the nearest above, and where its title ends where it first stands."""
    forms = _forms(word_folder() / "proof")
    found: tuple[Form | None, int] = None, 0
    end = text.rfind("\n", 0, start)
    while end > max(0, start - FAR):
        begin = text.rfind("\n", 0, end) + 1
        line = text[begin:end]
        key = _compact(line) if "|" not in line and len(line.strip()) <= LONGEST else ""
        form = next((f for f in forms if any(key.endswith(title) for title in f.titles)), None)
        if form is not None and found[0] not in (None, form):
            break
        found = (form, end) if form is not None else found
        end = begin - 1
    return found


def _has_head(text: str, start: int, form: Form) -> bool:
    """Does a row of its own table name every column?"""
    rows = []
    end = text.rfind("\n", 0, start)
    while end > 0:
        begin = text.rfind("\n", 0, end) + 1
        if "|" not in text[begin:end]:
            break
        rows.append(_compact(text[begin:end]))
        end = begin - 1
    return all(any(column.split()[-1] in row for row in rows) for column in form.columns)


def _row(form: Form, text: str, title_end: int, start: int, quote: str) -> tuple[str, ...] | None:
    if not form.rows[0]:
        return ()
    bare = _compact(quote)
    named = [row for row in form.rows[0] if _compact(row.split()[-1]) in bare]
    if named:
        longest = max(named, key=lambda row: len(row.split()[-1]))
        return tuple(longest.split())
    places = list(_places(form, text, title_end))
    at = next(
        (n for n, place in enumerate(places) if place <= start < place + len(quote) + 1), None
    )
    for rows in form.rows:
        if at is not None and len(rows) == len(places):
            return tuple(rows[at].split())
    return None


def _places(form: Form, text: str, begin: int) -> Iterator[int]:
    """Where the rows of numbers stand, up to the title of the next form."""
    at = begin
    titles = [t for f in _forms(word_folder() / "proof") if f is not form for t in f.titles]
    for line in text[begin:].splitlines(keepends=True):
        bare = line.strip()
        if "|" not in bare and any(_compact(bare).endswith(title) for title in titles):
            return
        cells = [cell.strip() for cell in bare.strip("|").split("|")] if "|" in bare else []
        numbers = [n for n, cell in enumerate(cells) if NUMBER.fullmatch(cell)]
        width = len(form.columns)
        whole = len(numbers) == width
        with_blank = bool(numbers) and len(cells) - numbers[0] in (width, width + 1)
        if cells and not RULE.fullmatch(bare) and (whole or with_blank):
            yield at + line.index(bare)
        at += len(line)


def _compact(text: str) -> str:
    return re.sub(r"[\W_]", "", text)
