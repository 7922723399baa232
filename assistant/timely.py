"""Timely: what a question asks of another year, where nothing else answers it: of the one before, and of a change."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from assistant.knowledge import Knowledge
from assistant.language.ahead import Ahead
from assistant.language.gaps import GAPPED
from assistant.language.times import Then
from assistant.model import Figure, Finding, Question
from assistant.operators.evidence import WHY
from assistant.operators.foreseen import TARGET, gap_of, is_only_ahead, not_yet
from assistant.operators.foreseen import answer as answer_ahead
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
NOT, DENIED = "没", "未"
HOW_MUCH = "{}有多少{}"


def foreseen(question: Question, whole: Trace, knowledge: Knowledge) -> Trace | None:
    """What the report tells of what is to come, of how often something is done, and of how long it takes."""
    ground = ground_of(knowledge.indexes[0], knowledge)
    coming, text = knowledge.coming, unnamed(question.text, whole.mentions)
    asked = coming.asked(text, ground.index.report.year, knowledge.units)
    gap = knowledge.gaps.read(text)
    if asked is None or not (asked.topic or asked.measure) or (gap and gap.kind.name == WHY):
        # 为啥还要搞专项检查 asks for no plan.
        return None
    least = 0 if asked.measure else SHARED
    says = partial(led, knowledge=knowledge, passed=coming.passed_for(asked), least=least)
    finding = (
        _short_of(question, asked, knowledge)
        if asked.gap
        else answer_ahead(asked, says, coming.ending, knowledge.gaps.persons, ground)
    )
    return told(question, whole, finding, knowledge) if finding else None


def not_done(question: Question, whole: Trace, knowledge: Knowledge) -> Trace | None:
    """都办完了吗, of what is still under way; and no yes to 建成了吗 where only a plan tells of it."""
    ground = ground_of(knowledge.indexes[0], knowledge)
    topic = knowledge.coming.done_of(unnamed(question.text, whole.mentions))
    if len(topic) < SHARED:
        return None
    says = partial(led, knowledge=knowledge, passed=knowledge.coming.passed_done)
    finding = not_yet(topic, says, knowledge.coming, ground)
    if finding is None and whole.query is not None and whole.finding.polarity == "yes":
        planned = is_only_ahead(topic, says, knowledge.coming, ground)
        finding = ground.not_stated(whole.query) if planned else None
    return told(question, whole, finding, knowledge) if finding else None


def led(
    said: str,
    text: str,
    around: str,
    *,
    knowledge: Knowledge,
    passed: re.Pattern[str] | None = None,
    least: int = SHARED,
) -> int | None:
    """How much of what is said stands only around a stretch; None where the stretch does not say the rest."""
    gaps = replace(knowledge.gaps, idle=passed) if passed else knowledge.gaps
    if NOT not in text and DENIED in text:
        said = said.replace(f"{NOT}有", DENIED).replace(NOT, DENIED)
    aligned = gaps.align(said + GAPPED, text, around, knowledge.same)
    if aligned is None or aligned.single or aligned.shared < least:
        return None
    return aligned.led if aligned.shared + aligned.led >= SHARED else None


def _short_of(question: Question, asked: Ahead, knowledge: Knowledge) -> Finding | None:
    """How far a target is from what was reached: 目标比今年实际公开的多多少条."""
    index = knowledge.indexes[0]
    ground = ground_of(index, knowledge)
    goals = [f for f in index.report.figures if f.kind == TARGET and not f.table]
    says = partial(led, knowledge=knowledge, passed=knowledge.coming.passed)
    meant = [f for f in goals if says(asked.said, text_of(f.clause, ground), "") is not None]
    goal = meant[0] if len(meant) == 1 else None
    if goal is None or (asked.unit and not ground.units.fits(asked.unit, goal.unit)):
        return None
    return short_of(question, asked.said.replace("\0", "").rstrip("的？?。了"), goal, knowledge)


def short_of(question: Question, topic: str, goal: Figure, knowledge: Knowledge) -> Finding | None:
    """The difference of a target and of the number of the same thing in the report's own year."""
    index = knowledge.indexes[0]
    for name in dict.fromkeys((topic, goal.what)):
        text = HOW_MUCH.format(name, goal.unit)
        found = loosely_read(replace(question, text=text), knowledge).finding
        facts = [f for f in found.facts if isinstance(f, Figure)]
        # 全年访谈1次, which a table counts as well, is one number.
        numbers = {(f.value, f.unit) for f in facts}
        if found.status != "answered" or len(numbers) != 1 or found.computation:
            continue
        reached = facts[0]
        same = reached.unit == goal.unit and reached.kind != TARGET
        if same and reached.when in ("", f"{index.report.year}年") and reached.bound == "exact":
            return gap_of(goal, reached)
    return None


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
