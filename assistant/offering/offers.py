"""The questions to offer under a refusal, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.choosing.passages import Weighed
from assistant.choosing.terms import Term
from assistant.index import Index
from assistant.language.spoken import Spoken
from assistant.model import Answer, Figure, Mention, Passage, Proof
from assistant.offering.asked import Asked, asked_of
from assistant.offering.computing import computed
from assistant.offering.nearness import clauses_near, figures_near, named_of
from assistant.offering.own import asked_in_its_words
from assistant.offering.repertoire import Repertoire
from assistant.offering.speech import done_said, quoting
from assistant.offering.standing import Standing
from assistant.steps.match.units import Units

FIGURES = 6
NAMED = 2
BEFORE = "before"
# The sentences and words of `offers` in `knowledge/wording.yaml`.
Forms = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Offer:
    """A question in its ways to be put, the best first; its answer cites these stretches and is of this polarity."""

    ways: tuple[str, ...]
    of: tuple[tuple[int, int], ...]
    polarity: str | None = None
    standing: Standing | None = None

    def is_met(self, answer: Answer) -> bool:
        """Is it answered, and by what it is about?"""
        polarity = answer.polarity if self.polarity else None
        cited = all(
            any(c.start < end and start < c.end for c in answer.citations) for start, end in self.of
        )
        answered = (answer.status, polarity) == ("answered", self.polarity)
        return answered and cited and (self.standing is None or self.standing.is_met(answer))


def offers(
    mentions: Sequence[Mention],
    terms: Sequence[Term],
    passages: Sequence[Passage],
    index: Index,
    units: Units,
    forms: Forms,
    words: Spoken,
    standing: Repertoire,
    text: str = "",
    first: Sequence[Proof] = (),
) -> Iterator[Offer]:
    """Questions to offer, the likeliest first; `first` are facts that a reading of the question found."""
    asked, weighed = asked_of(mentions, text), Weighed(terms, index)
    near = figures_near(weighed, index, units, asked, passages)
    if not passages:
        first = near = [f for f in near if f in first and _fits(f, asked, units)]
    figures = list(dict.fromkeys((*(f for f in first if isinstance(f, Figure)), *near)))
    counted = [_of(one) for f in figures[:FIGURES] for one in standing.of_figure(f.id)]
    told = [
        Offer(one.ways, ((shown.start, shown.end),), standing=one)
        for shown in passages
        for one in standing.about(shown.start, shown.end)
    ]
    # What computes is offered only to who asked to compute.
    computes = bool(asked.firm) or BEFORE in asked.computes
    made = _worked(
        asked, figures, named_of(weighed, near), index, units, forms, words, standing.noun
    )
    worked = [replace(one, ways=standing.owned(one.ways)) for one in made if computes]
    worked = [one for one in worked if all(map(standing.sound.is_sayable, one.ways))]
    done = list(_done(weighed, passages, forms, words)) if asked.whether else []
    done = [one for one in done if not one.ways[0].startswith(standing.unsaid)]
    common = [_of(one) for one in standing.on_topic(text)] if passages else []
    plain = bool(figures) and bool(standing.of_figure(figures[0].id))
    shown_first = [f for f in figures if _stands_in(f, weighed, passages)]
    named = [
        one
        for f in dict.fromkeys((*figures[:1], *shown_first, *figures[1:NAMED]))
        for one in map(_of, asked_in_its_words(f, index.report, words))
        if all(map(standing.sound.is_sayable, one.ways))
    ]
    quoted = list(_quoted(weighed, passages, words))
    if asked.firm and worked:
        yield from (*worked[:1], *counted[:1], *worked[1:2], *named[:1], *told[:1], *counted[1:3])
    elif asked.whether:
        yield from (*done[:1], *counted[:1], *quoted[:1], *told[:1], *common[:1], *counted[1:3])
    elif asked.counts and not asked.open:
        yield from (*counted[:plain], *named[:1], *told[: not plain], *quoted[:1], *worked[:1])
        yield from (*counted[:1], *named[1:2], *common[:1], *counted[1:3])
    else:
        yield from (*quoted[:1], *told[:1], *quoted[1:2], *common[:1], *worked[:1], *counted[:2])
    yield from (*common, *told, *done, *quoted)


def _stands_in(figure: Figure, weighed: Weighed, passages: Sequence[Passage]) -> bool:
    """Does it stand in what the first passages say of most of the question?"""
    said = (span for shown in passages[:NAMED] for span in clauses_near(weighed, shown)[:1])
    return any(start <= figure.number[0] < end for start, end in said)


def _quoted(weighed: Weighed, passages: Sequence[Passage], words: Spoken) -> Iterator[Offer]:
    """What the report says of the clause of each passage that says most of the question."""
    for shown in passages:
        for start, end in clauses_near(weighed, shown, 2):
            said = quoting(shown.quote[start - shown.start : end - shown.start], words)
            if said:
                yield Offer((said,), ((start, end),))
                break


def _of(one: Standing) -> Offer:
    return Offer(one.ways, (), standing=one)


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
    noun: Callable[[str], str],
) -> Iterator[Offer]:
    counted_in = asked.units - {"%"}
    for one in computed(asked, figures, named, index.report, units, forms, words, noun):
        if not (counted_in and "百分之几" in one.text):
            yield Offer((one.text,), tuple(f.number for f in one.of))


def _done(
    weighed: Weighed, passages: Sequence[Passage], forms: Forms, words: Spoken
) -> Iterator[Offer]:
    """Whether something was done that a passage says was."""
    for shown in passages:
        for start, end in clauses_near(weighed, shown, 2):
            said = done_said(shown.quote[start - shown.start : end - shown.start], words)
            if said:
                yield Offer((forms["whether"].format(said=said),), ((start, end),), "yes")
                break
