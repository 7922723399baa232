"""Timely: what a question asks of another year, where nothing else answers it: of the one before, and of a change."""

from __future__ import annotations

from dataclasses import replace

from assistant.knowledge import Knowledge
from assistant.language.gaps import GAPPED
from assistant.language.times import Then
from assistant.model import Figure, Finding, Question
from assistant.operators.gapped_figure import text_of
from assistant.operators.ground import Ground
from assistant.operators.since_then import Change, answer, changes
from assistant.steps.normalise import normalise
from assistant.steps.recall import Turn
from assistant.steps.word import word
from assistant.trace import Trace
from assistant.worded import ground_of, loosely_read, unnamed

# The rule by which what is told of another year answers, and so much of a clause a question has to say.
TIMELY, SHARED = "年份", 2
HOW_MUCH = "{}有多少{}"


def timely(question: Question, whole: Trace, knowledge: Knowledge) -> Trace | None:
    """What the report tells of the year before, or of how something changed since."""
    ground = ground_of(knowledge.indexes[0], knowledge)
    text = unnamed(question.text, whole.mentions)
    asked = knowledge.times.then(text, ground.index.report.year, knowledge.units)
    if asked is None or len(asked.topic) < SHARED:
        return None
    found = [change for change in changes(ground) if _is_of(asked, change, ground, knowledge)]
    if not found:
        found = [c for c in changes(ground) if _is_number(question, asked, c, knowledge)]
    finding = answer(found[0], asked, ground) if len(found) == 1 else None
    return told(question, whole, finding, knowledge) if finding else None


def of_last(asked: str, turn: Turn, knowledge: Knowledge) -> Trace | None:
    """前一年呢, 2011年呢, 比上年多多少: of the one number that the turn before told, where the report tells of then."""
    ground = ground_of(knowledge.indexes[0], knowledge)
    question = replace(normalise(asked), asked=asked)
    then = knowledge.times.then(question.text, ground.index.report.year, knowledge.units)
    figures = [f for f in turn.finding.facts if isinstance(f, Figure)]
    if then is None or then.topic or turn.finding.computation or len(figures) != 1:
        return None
    [figure] = figures
    number = (figure.value, figure.unit, figure.when)
    found = [
        change
        for change in changes(ground)
        if change.now and (change.now.value, change.now.unit, change.now.when) == number
    ]
    finding = answer(found[0], then, ground) if len(found) == 1 else None
    if finding is None:
        return None
    question = replace(question, after=turn.text)
    return told(
        question, Trace(question, (), TIMELY, None, finding, turn.answer), finding, knowledge
    )


def told(question: Question, whole: Trace, finding: Finding, knowledge: Knowledge) -> Trace:
    """A question with what answers it."""
    mends = tuple(r for r in question.repairs if r.written not in question.text)
    answered = word(
        replace(question, repairs=mends), finding, knowledge.indexes[0], knowledge.wording
    )
    return replace(whole, rule=TIMELY, finding=finding, answer=answered, uses=(), tree=None)


def _is_of(asked: Then, change: Change, ground: Ground, knowledge: Knowledge) -> bool:
    """Does the report name the thing that changed in the words of the question?"""
    return is_said(asked.topic, text_of(change.named, ground), "", knowledge)


def is_said(said: str, text: str, headings: str, knowledge: Knowledge) -> bool:
    """Does a stretch of the report say all of this, in its own words or the same?"""
    aligned = knowledge.gaps.align(said + GAPPED, text, headings, knowledge.same)
    return aligned is not None and not aligned.single and aligned.shared >= SHARED


def _is_number(question: Question, asked: Then, change: Change, knowledge: Knowledge) -> bool:
    """Is the number of what is asked of, in the report's own year, the one that changed?"""
    if change.now is None:
        return False
    text = HOW_MUCH.format(asked.topic, change.now.unit)
    found = loosely_read(replace(question, text=text), knowledge).finding
    facts = [f for f in found.facts if isinstance(f, Figure)]
    return (
        found.status == "answered"
        and len(facts) == 1
        and found.computation is None
        and (facts[0].value, facts[0].unit) == (change.now.value, change.now.unit)
    )
