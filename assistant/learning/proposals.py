"""What an unknown word may be a synonym of: proposed with what would then be answered, for a person to judge.

The evidence is the engine's own: the word is replaced by each known name in turn, and the question asked. A name that
makes it answerable with a proved figure is proposed, first where it is what that figure counts, then by likeness.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.alone import Trace
from assistant.engine import Assistant
from assistant.learning.grouping import Group, asked_again
from assistant.lexicon import Names
from assistant.model import Answer, Figure

# What a synonym may be of: no place and no period, for one never stands for another.
KINDS = ("measure", "channel", "organ", "action")
TRIED = 3
SHORTEST = 2
AMONG_REPORTS = "across_clarify"
ALIKE = 60
Concept = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A known name for the word: what would be answered, and how like it is written or said (0 to 100).

    `counted` says that the name is what the figure counts; without answers the name is only alike.
    """

    word: str
    name: str
    answers: tuple[tuple[str, Answer], ...]
    counted: bool
    likeness: int


def propose(group: Group, assistant: Assistant, most: int = 3) -> tuple[Proposal, ...]:
    """The likeliest names for the word of a group.

    None where it is a name already or a single character, of which a synonym would read too much into questions.
    """
    if group.known or len(group.word) < SHORTEST:
        return ()
    known = concepts(assistant.knowledge().terms)
    found = [_tried(group, concept, names, assistant) for (_, concept), names in known.items()]
    counted = any(proposal.counted for proposal in found)
    worth = (p for p in found if (p.counted if counted else p.answers or p.likeness >= ALIKE))
    return tuple(_unlike(sorted(worth, key=_rank)))[:most]


def _unlike(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Of those that lead to the same answers, the first."""
    seen: set[tuple[str, ...]] = set()
    for proposal in proposals:
        said = tuple(answer.text for _, answer in proposal.answers)
        if not said or said not in seen:
            seen.add(said)
            yield proposal


def _tried(
    group: Group, concept: Concept, names: tuple[str, ...], assistant: Assistant
) -> Proposal:
    """What comes of reading the word as this concept, in the most frequent of its questions."""
    answers, counted = [], False
    for example in [e for e in group.examples if e.alone][:TRIED]:
        text = example.text[: example.start] + names[0] + example.text[example.end :]
        trace = asked_again(example.logged, assistant, text)
        if trace.finding.outcome == AMONG_REPORTS:
            # Each of several reports answers it; the first shows what.
            trace = assistant.attempt(trace.answer.suggestions[0])
        if _is_proved(trace):
            answers.append((example.logged.asked.question, trace.answer))
            counted = counted or _counts(trace, concept, assistant)
    likeness = max(alike(group.word, name) for name in names)
    return Proposal(group.word, names[0], tuple(answers), counted, likeness)


def _is_proved(trace: Trace) -> bool:
    """Is it answered with a figure that is cited, and with no word mended on the way?"""
    answer = trace.answer
    figure = answer.values or answer.polarity
    return bool(answer.status == "answered" and figure and answer.citations) and not (
        trace.question.repairs
    )


def _counts(trace: Trace, concept: Concept, assistant: Assistant) -> bool:
    """Does the concept name what the figures of the answer count?"""
    reports = {citation.report for citation in trace.answer.citations}
    indexes = assistant.knowledge(*sorted(reports)).indexes
    figures = {fact.id for fact in trace.finding.facts if isinstance(fact, Figure)}
    entries = (entry for index in indexes for entry in index.figures() if entry.fact.id in figures)
    return any(set(concept) & entry.heads for entry in entries)


def alike(word: str, name: str) -> int:
    """How like two names are written, or said (in pinyin without tones), from 0 to 100.

    >>> alike("吹风会", "发布会"), alike("新文发布会", "新闻发布会")
    (33, 100)
    """
    from rapidfuzz.fuzz import ratio

    from assistant.language.pinyin import common

    said = ratio(tuple(map(common, word)), tuple(map(common, name)))
    return round(max(ratio(word, name), said))


def _rank(proposal: Proposal) -> tuple[object, ...]:
    return (
        -len(proposal.answers),
        not proposal.counted,
        -proposal.likeness,
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
