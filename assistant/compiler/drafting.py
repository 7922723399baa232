"""A figure as its number, clause and sentence give it, before anything else is read."""

from __future__ import annotations

from assistant.compiler.outline import Span
from assistant.compiler.prose import Prose
from assistant.compiler.quantity import Quantity
from assistant.model import Figure


def figure_of(prose: Prose, q: Quantity, sentence: Span, clause: Span, quote: Span) -> Figure:
    """The figure of a quantity, with what is counted still open."""
    start, end = quote
    return Figure(
        id=f"@{q.start}",
        kind=q.kind,
        value=q.value,
        unit=q.unit,
        bound=q.bound,
        text=prose.text[q.start : q.end],
        what="",
        who="",
        where="",
        when="",
        part_of=None,
        group=None,
        section=prose.section(q.start),
        start=start,
        end=end,
        number=(q.start, q.end),
        clause=clause,
        sentence=sentence,
        inherits=(),
        quote=prose.text[start:end],
    )
