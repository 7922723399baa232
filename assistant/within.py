"""Within: a part of what the turn before found, where the words are its own; and what goes with what it found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.alone import carried
from assistant.grammar.words import Closed
from assistant.knowledge import Knowledge
from assistant.late import late
from assistant.model import Figure, Finding, Proof, Section, Statement
from assistant.steps.normalise import normalise
from assistant.steps.reading.reading import Reading
from assistant.steps.recall import Turn, completions, parts_of, says_within, topic_of
from assistant.steps.word import word
from assistant.trace import Trace

# What names no thing of which it is asked, and what names one of several.
UNTELLING = frozenset({"period", "year", "whole", "card_place", "frame", "unit", "part_of_year"})
# What is asked of a thing, and not of the report as such (怎么改).
OF_A_THING = frozenset({"number", "money", "percent", "frequency", "channel", "recipient", "date"})
MEMBERS = frozenset({"place", "organ", "word", "card_place"})

# What asks for the content of something, and what names it.
NOUNS = frozenset({"measure", "word", "channel"})
ABOUT = ("的内容涉及什么", "讲些什么")
YEAR = late("20[0-9]{2}年")
ADDED, AGAIN = "加上", "再那么"
# 多多少, 多几件: how far apart two are that were spoken of.
DEGREE = late(
    "(?:那|又|具体|到底)*(?:多|少|高|低)(?:出|了)?(?P<many>多少|几)(?P<unit>[^多少几呢,，]{0,2})[呢啊呀?？]*"
)


def plainly(text: str, closed: Closed) -> str:
    """多多少 as 相差多少, where it says nothing more; and 再把英德算进去一共多少 as 加上英德一共多少."""
    if added := closed.added.match(text.strip()):
        return f"{ADDED}{added['more']}{added['rest']}"
    said = DEGREE.fullmatch(text.strip())
    return f"相差{said['many']}{said['unit']}" if said else text


def of_what(asked: str, turn: Turn, knowledge: Knowledge) -> Trace | None:
    """都讲了啥, after something was told of a thing: what the same sentence says that it was about.

    None where it asks no such thing, or where the turn before was about the report as such.
    """
    facts = turn.finding.facts
    told = turn.answer.status == "answered"
    as_such = any(isinstance(f, Section) for f in facts) or (told and not facts)
    if as_such or not knowledge.told.is_of_last(normalise(asked).text):
        return None
    nouns = (m.read or m.text for m in turn.reading.content if m.kinds() & NOUNS)
    topic = "".join(nouns) or topic_of(turn, [])
    for text in (f"{topic}{about}" for about in ABOUT if told):
        found = carried(asked, text, knowledge)
        near = all(_is_near(_span(f), map(_span, facts)) for f in found.finding.facts)
        if found.answer.status == "answered" and not found.answer.values and near:
            return found
    return dangling(carried(asked, asked, knowledge), knowledge)


def _span(fact: Proof) -> tuple[int, int]:
    """The sentence of a figure or a statement, or where another proof stands."""
    return fact.sentence if isinstance(fact, Figure | Statement) else (fact.start, fact.end)


def _is_near(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def dangling(trace: Trace, knowledge: Knowledge, wanted: str = "number") -> Trace:
    """A turn that says too little by itself, and of which the turn before tells nothing."""
    finding = Finding("unanswered", "not_stated", {"wanted": wanted}, reason="not_matched")
    answer = word(trace.question, finding, knowledge.indexes[0], knowledge.wording)
    return replace(trace, finding=finding, answer=answer, uses=(), tree=None)


def part_within(
    asked: str, alone: Trace, reading: Reading, turn: Turn, knowledge: Knowledge
) -> Trace | None:
    """其中村里的有几名, 被纠错的有几件: a part of what the turn before found, where the words are its own."""
    known = turn.report.id == knowledge.indexes[0].report.id
    named = any(m.kinds() & {"place", "year", "card_place"} for m in reading.content)
    within = parts_of(turn) if known and not named else frozenset()
    counted = reading.asks & {"number", "money"} or not (reading.asks or reading.operators)
    if not within or not counted or _is_same(alone, turn):
        return None
    only, few = _only(knowledge, within), knowledge.language.words.closed.few
    found = (
        carried(asked, text, only)
        for text in (*completions(reading, turn, few), alone.question.text)
    )
    part = next((t for t in found if _says_part(t, reading, only)), None)
    if part is None and says_within(alone.question.text):
        return carried(asked, next(completions(reading, turn, few), asked), only)
    return part


def _is_same(alone: Trace, turn: Turn) -> bool:
    """Does the question by itself lead to what the turn before found?"""
    return bool({id(f) for f in alone.finding.facts} & {id(f) for f in turn.finding.facts})


def _says_part(trace: Trace, reading: Reading, knowledge: Knowledge) -> bool:
    """Is the answer a part that the question names by the part's own words?"""
    index = knowledge.indexes[0]
    named = {a for m in reading.content for s in m.senses for a in s.atoms}
    own = (index.of(f.id) for f in trace.finding.facts if isinstance(f, Figure))
    return trace.answer.status == "answered" and any(e is not None and e.own & named for e in own)


def _only(knowledge: Knowledge, figures: frozenset[str]) -> Knowledge:
    """The same knowledge with only these figures."""
    return replace(knowledge, indexes=(knowledge.indexes[0].only(figures),))


def stands_with(alone: Trace, turn: Turn) -> bool:
    """Does what is found stand in the sentence of the whole that the turn before found?"""
    before = {f.sentence for f in turn.finding.facts if isinstance(f, Figure) and not f.part_of}
    found = [f.sentence for f in alone.finding.facts if isinstance(f, Figure)]
    return bool(found) and set(found) <= before


def goes_with(found: Trace, turn: Turn) -> bool:
    """Does what is found stand in a sentence, or on a row, of what the turn before found?"""
    if not found.finding.facts or not turn.finding.facts:
        return True
    before = [_stretch(f) for f in turn.finding.facts]
    return any(
        start < stop and begin < end
        for start, end in map(_stretch, found.finding.facts)
        for begin, stop in before
    )


def is_of_another_year(found: Trace, reading: Reading, turn: Turn) -> bool:
    """其中书面的几件, after a number of the year before: is what is found of this year, and no year named?"""
    if any(m.kinds() & {"year", "relative_year", "period"} for m in reading.mentions):
        return False
    before, then = _years(turn.finding.facts), _years(found.finding.facts)
    return bool(before and then) and not before & then


def leaves_out(found: Trace, turn: Turn) -> bool:
    """加上英德和阳山一共多少, after a number in the same unit: is that number not in what was added up?"""
    if not found.question.text.lstrip(AGAIN).startswith(ADDED):
        return False
    before = {f.id for f in turn.finding.facts if isinstance(f, Figure)}
    added = {f.id for f in found.finding.facts if isinstance(f, Figure)}
    units = {v.unit for v in turn.finding.values} & {v.unit for v in found.finding.values}
    return bool(units) and not before <= added


def is_elsewhere(found: Trace, turn: Turn, there: re.Pattern[str]) -> bool:
    """那边收到多少件, after a number of one place: is what is found of no such place?"""
    names = {m.text for m in turn.reading.places} - {turn.report.place}
    figures = [f for f in found.finding.facts if isinstance(f, Figure)]
    if not (names and figures and there.search(found.question.asked or found.question.text)):
        return False
    return not any(name in f.where or f.where in name for f in figures if f.where for name in names)


def _years(facts: Iterable[Proof]) -> set[str]:
    return {f.when for f in facts if isinstance(f, Figure) and YEAR.fullmatch(f.when)}


def _stretch(fact: Proof) -> tuple[int, int]:
    return fact.sentence if isinstance(fact, Figure) else (fact.start, fact.end)


def says_nothing(reading: Reading) -> bool:
    """全年多少期, 通过什么渠道: does it ask, and name nothing of which it asks?"""
    named = [m for m in reading.content if not m.kinds() <= UNTELLING]
    return bool(reading.asks & OF_A_THING) and not named and not reading.places


def names_only(reading: Reading) -> bool:
    """泗阳县呢, 民政局呢: a member of whatever was spoken of, and nothing by itself."""
    named = all(m.kinds() <= MEMBERS for m in reading.content)
    return (
        named and any(m.kinds() & {"place", "organ"} for m in reading.content) and not reading.asks
    )


def counted_alike(alone: Trace, turn: Turn) -> bool:
    """Is what is found counted in a measure word of what the turn before found?"""
    found, before = (
        {f.unit for f in t.finding.facts if isinstance(f, Figure)} for t in (alone, turn)
    )
    return not found or not before or bool(found & before)


def is_same(trace: Trace, turn: Turn) -> bool:
    """Does it find what the turn before found?"""
    return bool(trace.finding.facts) and trace.finding.facts == turn.finding.facts


def is_of_these(finding: Finding, turn: Turn | None) -> bool:
    """Is it worked out of nothing but what the turns before found?"""
    told: set[int] = set()
    while turn is not None:
        told |= set(map(id, turn.finding.facts))
        turn = turn.earlier
    return bool(finding.facts) and set(map(id, finding.facts)) <= told
