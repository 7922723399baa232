"""What an unknown word may be a synonym of: proposed with what would then be answered, for a person to judge.

The evidence is the engine's own: the word is replaced by each known name that is near enough, and the question asked. A
name that makes it answerable with a proved figure is proposed, first where it is what that figure counts, then by
likeness. What a person has turned down is never proposed again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.engine import Assistant
from assistant.learning.grouping import Example, Group, asked_again
from assistant.learning.rejections import Rejections
from assistant.learning.similarity import LEAST, Likeness, likeness, telling_units
from assistant.lexicon import Names
from assistant.model import Answer, Figure
from assistant.trace import Trace

# What a synonym may be of: no place and no period, for one never stands for another.
KINDS = ("measure", "channel", "organ", "action")
TRIED = 3
SHORTEST = 2
AMONG_REPORTS = "across_clarify"
NONE: Rejections = frozenset()
Concept = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A known name for the word: what would be answered, and how near it is.

    `counted` says that the name is what the figure counts.
    """

    word: str
    name: str
    answers: tuple[tuple[str, Answer], ...]
    counted: bool
    likeness: Likeness


def propose(
    group: Group, assistant: Assistant, most: int = 3, rejected: Rejections = NONE
) -> tuple[Proposal, ...]:
    """The likeliest names for the word of a group.

    None where it is a name already or a single character, of which a synonym would read too much into questions.
    """
    if group.known or len(group.word) < SHORTEST:
        return ()
    found = [
        _tried(group, concept, names, near, assistant)
        for concept, names, near in _near(group, assistant)
        if not any((group.word, name) in rejected for name in names)
    ]
    counted = any(proposal.counted for proposal in found)
    worth = (p for p in found if p.answers and (p.counted or not (counted or _by_unit(p))))
    return tuple(_unlike(sorted(worth, key=_rank)))[:most]


def _near(
    group: Group, assistant: Assistant
) -> Iterator[tuple[Concept, tuple[str, ...], Likeness]]:
    """The concepts that are near enough to be tried."""
    known = assistant.knowledge()
    units = _units(group, assistant)
    for (_, concept), names in concepts(known.terms).items():
        mine = [unit for unit, atom in units.items() if atom in concept]
        near = likeness(group.word, names, assistant.related, mine)
        if near.percent >= LEAST:
            yield concept, names, near


def _units(group: Group, assistant: Assistant) -> Mapping[str, str]:
    """The telling measure words of its most frequent question, in the report that it was put to."""
    first = next(iter(_examples(group)), None)
    if first is None:
        return {}
    loaded = [card.id for card in assistant.cards]
    reports = [i for i in loaded if i in first.logged.asked.reports] or loaded
    # Of many reports each would have to be read.
    if len(reports) > 1:
        return {}
    rest = first.text[: first.start] + " " + first.text[first.end :]
    return telling_units(rest, assistant.knowledge(*reports))


def _examples(group: Group) -> list[Example]:
    return [example for example in group.examples if example.alone][:TRIED]


def _by_unit(proposal: Proposal) -> bool:
    """Is its measure word all that speaks for it? Then only what is counted in it will do."""
    return proposal.likeness.ground == "unit"


def _unlike(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Of those that lead to the same answers, the first."""
    seen: set[tuple[str, ...]] = set()
    for proposal in proposals:
        said = tuple(answer.text for _, answer in proposal.answers)
        if said not in seen:
            seen.add(said)
            yield proposal


def _tried(
    group: Group,
    concept: Concept,
    names: tuple[str, ...],
    near: Likeness,
    assistant: Assistant,
) -> Proposal:
    """What comes of reading the word as this concept, in the most frequent of its questions."""
    answers, counted = [], False
    for example in _examples(group):
        text = example.text[: example.start] + names[0] + example.text[example.end :]
        trace = asked_again(example.logged, assistant, text)
        if trace.finding.outcome == AMONG_REPORTS:
            # Each of several reports answers it; the first shows what.
            trace = assistant.attempt(trace.answer.suggestions[0])
        if _is_proved(trace):
            answers.append((example.logged.asked.question, trace.answer))
            counted = counted or _counts(trace, concept, near, assistant)
    return Proposal(group.word, names[0], tuple(answers), counted, near)


def _is_proved(trace: Trace) -> bool:
    """Is it answered with a figure that is cited, and with no word mended on the way?"""
    answer = trace.answer
    figure = answer.values or answer.polarity
    return bool(answer.status == "answered" and figure and answer.citations) and not (
        trace.question.repairs
    )


def _counts(trace: Trace, concept: Concept, near: Likeness, assistant: Assistant) -> bool:
    """Does the concept name what the figures of the answer count, in the measure word that spoke for it?"""
    reports = {citation.report for citation in trace.answer.citations}
    indexes = assistant.knowledge(*sorted(reports)).indexes
    figures = {fact.id for fact in trace.finding.facts if isinstance(fact, Figure)}
    entries = (entry for index in indexes for entry in index.figures() if entry.fact.id in figures)
    mine = {entry.fact.id for entry in entries if set(concept) & entry.heads}
    facts = (fact for fact in trace.finding.facts if isinstance(fact, Figure) and fact.id in mine)
    return any(near.unit in fact.unit for fact in facts)


def _rank(proposal: Proposal) -> tuple[object, ...]:
    return (
        -len(proposal.answers),
        not proposal.counted,
        -proposal.likeness.percent,
        len(proposal.name),
        proposal.name,
    )


def concepts(terms: Names) -> Mapping[tuple[str, Concept], tuple[str, ...]]:
    """The names of every concept that a synonym may be of, by its kind; the usual one first."""
    found: dict[tuple[str, Concept], list[str]] = {}
    for name, senses in terms.items():
        for sense in senses:
            if sense.kind in KINDS and sense.atoms and not sense.near:
                found.setdefault((sense.kind, sense.atoms), []).append(name)
    return {
        (kind, atoms): tuple(sorted(names, key=lambda n: ((n,) != atoms, len(n), n)))
        for (kind, atoms), names in found.items()
    }
