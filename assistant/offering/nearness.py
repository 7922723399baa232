"""The figures and clauses of a report that say most of a question's words, the rarest words first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.choosing.passages import Weighed
from assistant.index import Index
from assistant.model import Figure, Passage
from assistant.naming import TOTALS, name_of, part_name, plain_label
from assistant.offering.asked import Asked
from assistant.steps.match.units import Units

# What a word counts that only the rest of the clause has, of the sentence, or what stands above it.
PIECE, SENTENCE, ABOVE = 0.6, 0.4, 0.3
# What it counts to stand in the first passage that is shown, and to be counted in the unit that is asked.
SHOWN, UNIT = 2.0, 3.0
# What it counts to be the total of its row.
WHOLE = 2.0
# What it loses to have no word that tells of the question, nor its sentence.
APART = 2.0
MOST_FIGURES = 12
# Of how many figures a word may be the name, to be one's own.
OWN = 1
LONGEST, CLAUSES = 40, 3
LENGTH = 0.01


def figures_near(
    weighed: Weighed, index: Index, units: Units, asked: Asked, passages: Sequence[Passage]
) -> list[Figure]:
    """The figures nearest to a question, the nearest first; none of a report without prose or rows."""
    if not weighed.cut.pieces:
        return []
    ranked = []
    for entry in index.figures():
        figure = entry.fact
        assert isinstance(figure, Figure)
        if figure.kind == "document":
            continue
        worth, tells = _worth(weighed, figure)
        if not worth or (figure.kind == "zero" and not tells):
            continue
        worth -= APART * (not tells)
        for at, passage in enumerate(passages):
            if passage.start <= figure.number[0] < passage.end:
                worth += SHOWN / (1 + at)
        if figure.table:
            worth += WHOLE * (not figure.member or figure.member in TOTALS)
        if asked.units:
            unit = figure.unit or figure.said
            worth += UNIT * any(units.fits(asking, unit) for asking in asked.units)
        ranked.append((-worth, figure.start, figure))
    return [row[-1] for row in sorted(ranked, key=lambda row: row[:-1])][:MOST_FIGURES]


def named_of(weighed: Weighed, figures: Sequence[Figure]) -> list[Figure]:
    """The figures that a question calls by a word of their own, which hardly another of them has."""
    masks = [weighed.said(part_name(figure)) & weighed.words for figure in figures]
    counts = Counter(bit for mask in masks for bit in _bits(mask))
    return [
        figure
        for figure, mask in zip(figures, masks, strict=True)
        if any(counts[bit] <= OWN for bit in _bits(mask))
    ]


def _bits(mask: int) -> list[int]:
    return [at for at in range(mask.bit_length()) if mask >> at & 1]


def _worth(weighed: Weighed, figure: Figure) -> tuple[float, bool]:
    """What a figure says of a question itself, and for less what its clause, sentence and headings say.

    And whether it, its clause or its sentence has a word that tells of the question at all.
    """
    cut = weighed.cut
    at = cut.at(figure.number[0])
    piece = cut.pieces[at]
    labels = "".join(plain_label(label) for label in (*figure.row, *figure.column))
    own = weighed.said(f"{figure.quote}{name_of(figure)}{labels}{figure.measure}{figure.member}")
    beside = 0 if piece.is_row else weighed.own[at] & ~own
    sentence = weighed.sentence(piece.sentence) & ~own & ~beside
    above = weighed.above[at] & ~own & ~beside & ~sentence
    shares = ((own, 1.0), (beside, PIECE), (sentence, SENTENCE), (above, ABOVE))
    worth = sum(share * weighed.worth(mask) for mask, share in shares)
    said = own if figure.kind == "zero" else own | beside | sentence
    return worth, bool(said & weighed.telling)


def clauses_near(weighed: Weighed, passage: Passage, most: int = CLAUSES) -> list[tuple[int, int]]:
    """The runs of clauses of a passage that can be said in one breath, those first that say most of a question."""
    cut = weighed.cut
    inside = [
        at
        for at, piece in enumerate(cut.pieces)
        if passage.start <= piece.start and piece.end <= passage.end and not piece.is_row
    ]
    runs = sorted(_runs(weighed, inside, most), key=lambda run: (-run[0], run[1]))
    return [(cut.pieces[first].start, cut.pieces[last].end) for _, first, last in runs]


def _runs(weighed: Weighed, inside: Sequence[int], most: int) -> Iterator[tuple[float, int, int]]:
    pieces = weighed.cut.pieces
    for place, first in enumerate(inside):
        mask = 0
        for last in inside[place : place + most]:
            length = pieces[last].end - pieces[first].start
            if last > first and length > LONGEST:
                break
            mask |= weighed.own[last]
            if mask:
                yield weighed.worth(mask) - LENGTH * length, first, last
