"""HTML: one static file without scripts or outside resources, for screens, readers and paper.

The questions stand under the headings of the report, each citation leads to its place in the report's
text at the end of the page. For search engines they are repeated as a schema.org `FAQPage` (JSON-LD).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from assistant.drafting.material import Material
from assistant.faq.entries import Collection, Entry, Table
from assistant.faq.pages.shared import (
    about,
    all_citations,
    corrections,
    count,
    counted,
    named,
    outer,
    parts,
    shown,
    stands,
    title,
)
from assistant.faq.pages.source import place_id, source_html
from assistant.faq.pages.style import STYLE
from assistant.model import Citation

LANGUAGE = "zh-CN"
# Kinds whose answers are passages: their lines are the report's paragraphs.
PASSAGES = frozenset({"section", "measure", "problem"})


def html(collection: Collection, material: Material) -> bytes:
    """The page as HTML (UTF-8)."""
    return ("\n".join(_lines(collection, material)) + "\n").encode()


def structured(collection: Collection, material: Material) -> dict[str, Any]:
    """The entries as a schema.org FAQPage."""
    return {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "inLanguage": LANGUAGE,
        "name": title(collection, material),
        "mainEntity": [
            {
                "@type": "Question",
                "@id": f"#{entry.id}",
                "name": entry.question,
                "acceptedAnswer": {
                    "@type": "Answer",
                    "text": entry.text,
                    "citation": [c.quote for c in all_citations(entry)],
                },
            }
            for entry in collection.entries
        ],
    }


def embedded(data: object) -> str:
    """JSON that may stand in a `script` element: nothing in it ends the element or opens another."""
    text = json.dumps(data, ensure_ascii=False)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _lines(collection: Collection, material: Material) -> Iterator[str]:
    said = material.pages
    yield "<!DOCTYPE html>"
    yield f'<html lang="{LANGUAGE}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f"<title>{escape(title(collection, material))}</title>"
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta name="description" content="{escape(about(collection, material))}">'
    yield f"<style>\n{STYLE}</style>"
    yield (
        f'<script type="application/ld+json">{embedded(structured(collection, material))}</script>'
    )
    yield "</head>"
    yield "<body>"
    yield f'<a class="skip" href="#questions">{said["skip"]}</a>'
    yield "<header>"
    yield f"<h1>{escape(title(collection, material))}</h1>"
    yield f"<p>{escape(about(collection, material))}{count(collection, material)}</p>"
    if collection.card.url.startswith(("http://", "https://")):
        url = escape(collection.card.url)
        yield f'<p>{said["original"]}：<a href="{url}">{url}</a></p>'
    yield "</header>"
    yield from _contents(collection, material)
    yield '<main id="questions">'
    yield from _sections(collection, material)
    yield "</main>"
    yield from source_html(collection, material)
    yield "</body>"
    yield "</html>"


def _contents(collection: Collection, material: Material) -> Iterator[str]:
    """The sections that have questions, each with how many."""
    said = material.pages
    yield '<nav aria-labelledby="contents">'
    yield f'<h2 id="contents">{said["contents"]}</h2>'
    yield "<ul>"
    for at, (section, number) in enumerate(parts(collection).items(), 1):
        told = escape(counted(section, number, material))
        yield f'<li><a href="#part-{at}">{told}</a></li>'
    yield f'<li><a href="#source">{said["source"]}</a></li>'
    yield "</ul>"
    yield "</nav>"


def _sections(collection: Collection, material: Material) -> Iterator[str]:
    at, before = 0, ("", "")
    for section, entries in collection.by_section().items():
        first, rest = outer(section)
        if at == 0 or first != before[0]:
            yield from ("</section>",) if at else ()
            at += 1
            yield f'<section aria-labelledby="part-{at}">'
            yield f'<h2 id="part-{at}">{escape(named(first, material))}</h2>'
        if rest:
            yield f"<h3>{escape(rest)}</h3>"
        before = (first, rest)
        for entry in entries:
            yield from _entry(entry, material, 4 if rest else 3)
    yield from ("</section>",) if at else ()


def _entry(entry: Entry, material: Material, level: int) -> Iterator[str]:
    said, answer = material.pages, entry.answer
    passage = " passage" if entry.kind in PASSAGES else ""
    yield f'<article id="{entry.id}" aria-labelledby="{entry.id}-q">'
    yield f'<h{level} id="{entry.id}-q">{escape(entry.question)}</h{level}>'
    yield f'<p class="answer{passage}">{escape(entry.text)}</p>'
    if answer.computation:
        yield f'<p class="formula">{said["formula"]}：{escape(answer.computation.expression)}</p>'
    for table in entry.tables:
        yield from _table(table, material)
    yield f'<p class="label">{said["citations"]}</p>'
    yield '<ul class="citations">'
    for citation in all_citations(entry):
        yield from _citation(citation, entry, material)
    yield "</ul>"
    if entry.variants:
        yield f'<p class="label">{said["variants"]}</p>'
        yield '<ul class="variants">'
        yield from (f"<li>{escape(variant)}</li>" for variant in entry.variants)
        yield "</ul>"
    yield "</article>"


def _table(table: Table, material: Material) -> Iterator[str]:
    head = material.pages["table"]
    yield f"<table><caption>{escape(table.title)}</caption>"
    yield (
        f'<thead><tr><th scope="col">{head["name"]}</th><th scope="col">{head["value"]}</th></tr></thead>'
    )
    yield "<tbody>"
    for name, value in table.rows:
        yield f'<tr><th scope="row">{escape(name)}</th><td>{escape(value)}</td></tr>'
    yield "</tbody></table>"


def _citation(citation: Citation, entry: Entry, material: Material) -> Iterator[str]:
    notes = "".join(f"；{escape(note)}" for note in corrections(citation, material))
    yield (
        f"<li><q>{escape(shown(citation.quote))}</q>（{escape(stands(citation, entry, material))}）"
        f'{notes} <a href="#{place_id(citation.start, citation.end)}">'
        f"{material.pages['to_source']}</a></li>"
    )
