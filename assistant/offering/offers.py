"""The questions to offer under a refusal, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from assistant.choosing.passages import Weighed, passage
from assistant.choosing.terms import Term
from assistant.index import Index
from assistant.language.spoken import Spoken
from assistant.model import Figure, Mention, Passage, Proof
from assistant.offering.asked import Asked, asked_of
from assistant.offering.computing import computed
from assistant.offering.nearness import clauses_near, figures_near, named_of
from assistant.offering.speech import about, claim_said, claimed, of_figure
from assistant.steps.match import Units

FIGURES = 6
# The sentences and words of `offers` in `knowledge/wording.yaml`.
Forms = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Offer:
    """A question in its ways to be put, the best first; its answer cites these stretches and is of this polarity."""

    ways: tuple[str, ...]
    of: tuple[tuple[int, int], ...]
    polarity: str | None = None


def offers(
    mentions: Sequence[Mention],
    terms: Sequence[Term],
    passages: Sequence[Passage],
    index: Index,
    units: Units,
    forms: Forms,
    words: Spoken,
    text: str = "",
    first: Sequence[Proof] = (),
) -> Iterator[Offer]:
    """Questions to offer, the likeliest first; `first` are facts that a reading of the question found."""
    asked, weighed = asked_of(mentions, text), Weighed(terms, index)
    near = figures_near(weighed, index, units, asked, passages)
    if not passages:
        first = near = [f for f in near if f in first and _fits(f, asked, units)]
    figures = list(dict.fromkeys((*(f for f in first if isinstance(f, Figure)), *near)))
    told = [passage(index, f.start, f.end) for f in first if not isinstance(f, Figure)]
    counted = list(_counted(figures, index, words))
    read = list(_spoken(weighed, told, asked, forms, words))
    spoken = [*read, *_spoken(weighed, passages, asked, forms, words)]
    named = named_of(weighed, near)
    worked = list(_worked(asked, figures, named, index, units, forms, words))
    pairs = list(_pairs(figures, counted)) if asked.twice or len(first) > 1 else []
    yield from read[:1]
    if claims := list(_claims(asked, figures, index, units, words)):
        yield from (*claims[:1], *spoken[:1], *claims[1:2], *counted[:1], *spoken[1:], *claims[2:])
    elif asked.whether:
        denied = [o for o in counted[:3] if o.polarity]
        if asked.mixed:
            plainly = replace(asked, whether=False)
            yield from islice(_spoken(weighed, passages, plainly, forms, words), 1)
        yield from (*denied[:1], *spoken, *counted)
    elif pairs and not (asked.firm and worked and not asked.twice):
        yield from (*pairs[:1], *counted[:1], *worked[:1], *spoken[:1], *pairs[1:2], *counted[1:])
    elif asked.firm and worked:
        stated = counted[:1] if counted and "百分之几" in counted[0].ways[0] else []
        yield from (*stated, *worked[:2], *counted[:1], *spoken[:1], *worked[2:], *counted[1:])
    elif (asked.counts and not asked.open) or asked.firm:
        yield from (
            *counted[:1],
            *worked[:1],
            *counted[1:2],
            *spoken[:1],
            *counted[2:],
            *spoken[1:],
        )
    else:
        yield from (*spoken[:1], *worked[:1], *counted[: asked.counts], *spoken[1:2])
        yield from (*counted[:1], *spoken[2:], *counted[1:])


def _fits(figure: Figure, asked: Asked, units: Units) -> bool:
    unit = figure.unit or figure.said
    return not asked.units or any(units.fits(asking, unit) for asking in asked.units)


def _worked(
    asked: Asked,
    figures: Sequence[Figure],
    named: Sequence[Figure],
    index: Index,
    units: Units,
    forms: Forms,
    words: Spoken,
) -> Iterator[Offer]:
    counted_in = asked.units - {"%"}
    for one in computed(asked, figures, named, index.report, units, forms, words):
        if not (counted_in and "百分之几" in one.text):
            yield Offer((one.text,), tuple(f.number for f in one.of))


def _counted(figures: Sequence[Figure], index: Index, words: Spoken) -> Iterator[Offer]:
    for figure in figures[:FIGURES]:
        ways = tuple(dict.fromkeys(of_figure(figure, index.report, words)))
        if ways:
            yield Offer(ways, (figure.number,), "no" if figure.kind == "zero" else None)


def _pairs(figures: Sequence[Figure], counted: Sequence[Offer]) -> Iterator[Offer]:
    """Two figures of one sentence, asked together."""
    sentences = {f.number: f.sentence for f in figures if not f.table}
    for at, one in enumerate(counted[:4]):
        for other in counted[at + 1 :]:
            if sentences.get(one.of[0]) == sentences.get(other.of[0], one):
                first, second = sorted((one, other), key=lambda o: o.of)
                said = f"{first.ways[-1].rstrip('？')}，{second.ways[-1]}"
                yield Offer((said,), (*first.of, *second.of))


def _claims(
    asked: Asked, figures: Sequence[Figure], index: Index, units: Units, words: Spoken
) -> Iterator[Offer]:
    for figure in figures[:FIGURES]:
        if figure.value is None or figure.kind == "zero":
            continue
        for number, behind in asked.numbers:
            said = claimed(figure, number, index.report, words)
            if said and _counts_in(behind, figure.unit, units, words):
                yield Offer((said,), (figure.number,))


def _counts_in(behind: str, unit: str, units: Units, words: Spoken) -> bool:
    """May what stands behind a number be its unit: 10分, 一百多个, 98%?"""
    return bool(behind) and (
        behind == unit
        or behind.startswith(words.about)
        or (behind in units.groups and units.fits(behind, unit))
    )


def _spoken(
    weighed: Weighed, passages: Sequence[Passage], asked: Asked, forms: Forms, words: Spoken
) -> Iterator[Offer]:
    for shown in passages:
        yield from islice(_of_passage(weighed, shown, asked, forms, words), 1)


def _of_passage(
    weighed: Weighed, shown: Passage, asked: Asked, forms: Forms, words: Spoken
) -> Iterator[Offer]:
    for start, end in clauses_near(weighed, shown, 2 if asked.whether else 3):
        text = shown.quote[start - shown.start : end - shown.start]
        plain = claim_said(text, words) if asked.whether else None
        said = forms["whether"].format(said=plain) if plain else about(text, words)
        if said:
            yield Offer((said,), ((start, end),), "yes" if plain else None)
