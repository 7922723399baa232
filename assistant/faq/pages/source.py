"""The report's text at the end of a page, with a place for every citation to lead to."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from assistant.drafting.draft import Span
from assistant.drafting.material import Material
from assistant.faq.entries import Collection
from assistant.faq.pages.shared import all_citations


def place_id(start: int, end: int) -> str:
    """The id of a cited span in the page."""
    return f"t{start}-{end}"


def source_html(collection: Collection, material: Material) -> Iterator[str]:
    """The whole text as it is, every cited span in an element of its own."""
    said = material.pages
    spans = {(c.start, c.end) for entry in collection.entries for c in all_citations(entry)}
    yield '<section class="source" aria-labelledby="source">'
    yield f'<h2 id="source">{said["source"]}</h2>'
    yield f'<p><a href="#contents">{said["back"]}</a></p>'
    yield f'<div class="text">{"".join(marked(collection.source, spans))}</div>'
    yield "</section>"


def marked(text: str, spans: set[Span]) -> Iterator[str]:
    """The escaped text with its spans as elements; one that crosses another is an empty mark at its start.

    >>> "".join(marked("甲<乙>丙", {(0, 4), (2, 3), (3, 5)}))
    '<span id="t0-4">甲&lt;<span id="t2-3">乙</span><span id="t3-5"></span>&gt;</span>丙'
    """
    opened: list[int] = []
    at = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        while opened and opened[-1] <= start:
            yield f"{escape(text[at : opened[-1]])}</span>"
            at = opened.pop()
        yield escape(text[at:start])
        at = start
        yield f'<span id="{place_id(start, end)}">'
        if opened and end > opened[-1]:
            yield "</span>"
        else:
            opened.append(end)
    while opened:
        yield f"{escape(text[at : opened[-1]])}</span>"
        at = opened.pop()
    yield escape(text[at:])
