"""What all pages say alike: their title, their opening, a citation in one line."""

from __future__ import annotations

from assistant.faq.entries import Collection
from assistant.faq.material import Material
from assistant.model import Answer, Citation

# A quote that is longer is shown by its beginning and its end.
SHOWN, HEAD, TAIL = 120, 72, 36
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
    return line if len(line) <= SHOWN else f"{line[:HEAD]}{GAP}{line[-TAIL:]}"


def corrections(citation: Citation, material: Material) -> tuple[str, ...]:
    """What an editor corrected in a cited figure, said in a sentence each."""
    said: str = material.pages["correction"]
    return tuple(said.format(**amendment.to_dict()) for amendment in citation.corrections)


def cited(answer: Answer, material: Material) -> tuple[str, ...]:
    """The citations of an answer, each as `“quote”（section）`."""
    return tuple(
        "；".join((f"“{shown(c.quote)}”（{c.section}）", *corrections(c, material)))
        for c in answer.citations
    )


def outer(section: str) -> tuple[str, str]:
    """The outermost part of a section's path, and the rest of it.

    >>> outer("一、概述 > (二)主动公开 > 一是网站"), outer("一、概述")
    (('一、概述', '(二)主动公开 > 一是网站'), ('一、概述', ''))
    """
    first, _, rest = section.partition(" > ")
    return first, rest
