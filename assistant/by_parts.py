"""What nothing else answers, as a question about how something is divided: by itself, and after the turn before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.knowledge import Knowledge
from assistant.model import Figure, Finding, Proof
from assistant.operators.bounded import is_bounded
from assistant.operators.parting import Said, answered
from assistant.steps.recall import Turn
from assistant.steps.word import word
from assistant.trace import Trace
from assistant.worded import ground_of

# The rule by which a breakdown answers.
PARTED = "分项"
# What a percentage is that is no share of a whole: 按时办结率.
RATE = "率"


def of_parts(
    whole: Trace, knowledge: Knowledge, turn: Turn | None = None, only: str = ""
) -> Trace | None:
    """What the one breakdown tells that is meant; after a turn, one of what that found; `only` of one form."""
    index = knowledge.indexes[0]
    question = whole.question
    told = turn.finding.facts if turn else ()
    spoken = frozenset(f.id for f in told if isinstance(f, Figure))
    if turn and not spoken:
        return None
    ground = ground_of(index, knowledge)
    said = Said(question.text, whole.mentions, ground, knowledge.parting, spoken, only)
    found = answered(said)
    if found is None or not is_bounded(question, found, ground, knowledge.bounds):
        return None
    return _worded(whole, found, knowledge)


def fuller(whole: Trace, knowledge: Knowledge) -> Trace | None:
    """What a breakdown answers in place of an answer that says less or otherwise: a sum that was not added up, a share
    for which another percentage stands, one part of the sentence that lists all.
    """
    finding = whole.finding
    if finding.polarity == "no":
        return of_parts(whole, knowledge, only="holds")
    if finding.status == "clarify":
        return of_parts(whole, knowledge, only="kinds")
    alone = len(finding.values) == 1 and finding.computation is None
    rated = any(RATE in f.quote for f in finding.facts if isinstance(f, Figure))
    if alone and finding.values[0].unit == "%" and not rated:
        found = of_parts(whole, knowledge, only="share")
        return found if found and found.finding.values != finding.values else None
    if finding.values or finding.status != "answered" or not finding.facts:
        return None
    words = knowledge.parting.words
    listing = {"kinds": (*words["kinds"], *words["sort"]), "ways": words["ways"]}
    for op, nouns in listing.items():
        if not any(noun in whole.question.text for noun in nouns):
            # 通过什么系统打分 asks for no kinds.
            continue
        found = of_parts(whole, knowledge, only=op)
        if found and all(_stands_within(f, found.finding.facts) for f in finding.facts):
            return found
    return None


def _stands_within(fact: Proof, parts: Sequence[Proof]) -> bool:
    """Does what was told stand in the sentence of the parts?"""
    sentences = [p.sentence for p in parts if isinstance(p, Figure) and not p.table]
    return any(a <= fact.start and fact.end <= b for a, b in sentences)


def _worded(whole: Trace, found: Finding, knowledge: Knowledge) -> Trace:
    mends = tuple(r for r in whole.question.repairs if r.written not in whole.question.text)
    question = replace(whole.question, repairs=mends)
    answer = word(question, found, knowledge.indexes[0], knowledge.wording)
    return replace(whole, rule=PARTED, finding=found, answer=answer, uses=(), tree=None)


def after(found: Trace, alone: Trace, turn: Turn, knowledge: Knowledge) -> Trace:
    """The same; where it is unanswered, by a breakdown of what the turn before found."""
    if found.answer.status == "answered":
        return found
    return of_parts(alone, knowledge, turn) or found
