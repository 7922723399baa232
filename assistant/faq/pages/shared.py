"""What all pages say alike: their title, their opening, a citation in one line."""

from __future__ import annotations

import re

from assistant.drafting.material import Material
from assistant.faq.entries import Collection, Entry
from assistant.model import Citation

# A quote that is longer is shown by its beginning and its end, each up to a mark.
SHOWN, HEAD, TAIL = 120, 72, 60
BREAKS = re.compile(r"[，。；！？](?:[”’》）]*)|[,;:](?!\d)")
GAP = "……"
# Between the cells of a row.
CELLS = " | "


def title(collection: Collection, material: Material) -> str:
    """The title of the page."""
    found: str = material.pages["title"].format(title=collection.card.title)
    return found


def about(collection: Collection, material: Material) -> str:
    """Where the questions and answers are from."""
    card = collection.card
    found: str = material.pages["about"].format(title=card.title, organ=card.organ, year=card.year)
    return found


def count(collection: Collection, material: Material) -> str:
    """How many questions there are."""
    found: str = material.pages["count"].format(count=len(collection.entries))
    return found


def one_line(text: str) -> str:
    """The text without its line breaks; a blank stays only between Latin words.

    >>> one_line("合同金额\\n186万元"), one_line("a\\nb")
    ('合同金额 186万元', 'a b')
    """
    return " ".join(text.split())


def shown(quote: str) -> str:
    """A quote as a page shows it, in one line, a long one by its two ends; of a row, the filled cells.

    >>> shown("| 一、新收 |  | 21 | 0 |")
    '一、新收 | 21 | 0'
    """
    line = CELLS.join(one_line(cell) for cell in quote.split("|") if cell.strip())
    cuts = [found.end() for found in BREAKS.finditer(line)]
    heads = [at for at in cuts if at <= HEAD]
    tails = [at for at in cuts if len(line) - TAIL <= at < len(line) and at > HEAD]
    if len(line) <= SHOWN or not heads or not tails:
        return line
    return f"{line[: heads[-1]]}{GAP}{line[tails[0] :]}"


def corrections(citation: Citation, material: Material) -> tuple[str, ...]:
    """What an editor corrected in a cited figure, said in a sentence each."""
    said: str = material.pages["correction"]
    return tuple(said.format(**amendment.to_dict()) for amendment in citation.corrections)


def all_citations(entry: Entry) -> tuple[Citation, ...]:
    """The citations of the answer and of its tables, none twice."""
    answers = (entry.answer, *(table.answer for table in entry.tables))
    return tuple(dict.fromkeys(c for answer in answers for c in answer.citations))


def cited(entry: Entry, material: Material) -> tuple[str, ...]:
    """The citations of an entry, each as `“quote”（section）`."""
    return tuple(
        "；".join(
            (f"“{shown(c.quote)}”（{stands(c, entry, material)}）", *corrections(c, material))
        )
        for c in all_citations(entry)
    )


def stands(citation: Citation, entry: Entry, material: Material) -> str:
    """Where a quote stands: its section, and the columns of a row that has no name of its own."""
    section = named(citation.section, material)
    is_row = entry.columns and not re.search("[一-龥]", citation.quote)
    return (
        material.pages["column"].format(section=section, columns=entry.columns)
        if is_row
        else section
    )


def rows_said(entry: Entry) -> tuple[str, ...]:
    """The tables of an entry as lines, for where there are no tables."""
    return tuple(
        f"{table.title}：{'，'.join(f'{name} {value}' for name, value in table.rows)}"
        for table in entry.tables
    )


def parts(collection: Collection) -> dict[str, int]:
    """The outermost headings of the page, in order, each with how many questions stand under it."""
    found: dict[str, int] = {}
    for path, entries in collection.by_section().items():
        first = outer(path)[0]
        found[first] = found.get(first, 0) + len(entries)
    return found


def named(section: str, material: Material) -> str:
    """A section's path; what stands before the first heading is of the report as a whole."""
    return section or str(material.pages["whole"])


def counted(section: str, number: int, material: Material) -> str:
    """A line of the contents: the heading with how many questions it has."""
    said: str = material.pages["counted"]
    return said.format(name=named(section, material), count=number)


def outer(section: str) -> tuple[str, str]:
    """The outermost part of a section's path, and the rest of it.

    >>> outer("一、概述 > (二)主动公开 > 一是网站"), outer("一、概述")
    (('一、概述', '(二)主动公开 > 一是网站'), ('一、概述', ''))
    """
    first, _, rest = section.partition(" > ")
    return first, rest
