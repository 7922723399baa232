"""What a refusal offers to ask instead: the questions of the figures and passages that it shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.index import Index
from assistant.model import Figure, Mention, Passage
from assistant.naming import question_about
from assistant.operators.quoted import asking
from assistant.steps.match import Units, explain

COUNTS = frozenset({"number", "money", "percent", "frequency"})
# What asks whether something is so.
WHETHER = frozenset({"yes_no", "particles_final"})
MOST_FIGURES = 3


def offers(
    mentions: Sequence[Mention], passages: Sequence[Passage], index: Index, units: Units
) -> Iterator[str]:
    """Questions to offer, the likeliest first: of figures where a number is asked, else of the passages."""
    counts = any(m.tags("ask") & COUNTS for m in mentions)
    whether = any(m.tags("frame") & WHETHER for m in mentions) and not counts
    figures = [question_about(f, index.report) for f in _figures(mentions, passages, index, units)]
    spoken = [asking(p.quote, whether) for p in passages]
    first, second = (figures, spoken) if counts else (spoken, figures)
    if first:
        yield first[0]
    yield from (first[1:2] if counts else second[:1])
    yield from second[:1] if counts else first[1:2]
    yield from (*first[2:], *second[1:])


def _figures(
    mentions: Sequence[Mention], passages: Sequence[Passage], index: Index, units: Units
) -> list[Figure]:
    """The figures of the passages: those in the unit that is asked, and that say most of its words, first."""
    asked = {tag for m in mentions for tag in m.tags("unit")}
    ranked = []
    for at, passage in enumerate(passages):
        for entry in index.figures():
            figure = entry.fact
            assert isinstance(figure, Figure)
            if passage.start <= figure.number[0] < passage.end and figure.kind != "document":
                told = sum(explain(m, entry, index) is not None for m in mentions)
                fits = any(units.fits(unit, figure.unit) for unit in asked) or not asked
                ranked.append((not fits, -told, at, figure.start, figure))
    return [row[-1] for row in sorted(ranked, key=lambda row: row[:-1])][:MOST_FIGURES]
