"""A question put to one report: by itself (`alone.by_itself`), in its several parts, and after the turn before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.alone import LIMIT, Trace, by_itself, foreign, unreadable
from assistant.dialogue.ellipsis import Before, remember
from assistant.dialogue.following import follow
from assistant.dialogue.grammatical import (
    facts_of,
    read_alone,
)
from assistant.knowledge import Knowledge
from assistant.model import (
    Card,
    Figure,
    Finding,
    Question,
)
from assistant.steps.compose import as_read
from assistant.steps.joined import join
from assistant.steps.normalise import normalise
from assistant.steps.reading import Reading
from assistant.steps.recall import (
    ONE_OF,
    Turn,
    asks_only_change,
    completions,
    is_short,
    leaning,
    leans,
    parts_of,
    says_within,
)
from assistant.steps.split import split
from assistant.steps.word import word

# What a question names itself, and does not leave to the turn before.
NAMED = frozenset({"year", "relative_year", "part_of_year", "place", "organ"})
# So many questions in one line are answered; a line of more is asked to be divided.
MOST_PARTS = 12
# What asks for a number: one that asks twice (A多少，比B多几项) is not answered by one.
COUNTS = frozenset({"number", "money", "percent"})
AGAIN = "choose_again"
# The rule that looks up a figure of which nothing more is asked.
LOOKED_UP = "查数"
# Rules that read a line as one question even where it asks twice (谁多，多几项).
WHOLE = frozenset(
    {
        "换算",
        "平均",
        "占比",
        "其余",
        "合计核对",
        "比较",
        "各多少",
        "筛选",
        "排序",
        "判断",
        "概括",
        "反查",
    }
)


# An act of so many characters says of what it is (行政复议).
LONG = 3
CHANGES = frozenset({"增长", "下降", "同比"})
# What asks for all years, and what says of which years a part of a question is.
CUMULATED = ("历年累计", "累计", "历年")
CUMULATIVE = re.compile("累计|累积|历年|本年|当年|今年|年度|20[0-9]{2}年")


def turn_of(trace: Trace, knowledge: Knowledge, cards: tuple[Card, ...] = ()) -> Turn | None:
    """A finished turn, for the next question to lean on; None where nothing was read and nothing is offered."""
    if trace.query is None and trace.answer.status != "clarify":
        return None
    reading = Reading(as_read(trace.question.text, trace.mentions), trace.mentions)
    report = knowledge.indexes[0].report
    many = len(trace.parts) > 1
    turn = Turn(trace.question.text, reading, trace.finding, trace.answer, report, cards, many=many)
    return replace(turn, tree=trace.tree, earlier=trace.earlier)


def ask(asked: str, turn: Turn | None, knowledge: Knowledge) -> Trace:
    """One question after one turn: by itself where it is complete, else completed."""
    question = normalise(asked[: LIMIT + 1])
    index = knowledge.indexes[0]
    refusal = unreadable(question, asked)
    if refusal:
        answer = word(replace(question, asked=asked), refusal, index, knowledge.wording)
        return Trace(question, (), "", None, refusal, answer)
    alone = _several(question, knowledge)
    if refusal := foreign(alone):
        answer = word(replace(question, asked=asked), refusal, index, knowledge.wording)
        return Trace(question, (), "", None, refusal, answer)
    nothing = turn is None or turn.many or turn.answer.status not in ("answered", "clarify")
    if turn is None and _leans_on_nothing(alone):
        finding = Finding("unanswered", "not_understood", reason="not_understood")
        answer = word(question, finding, index, knowledge.wording)
        return replace(alone, finding=finding, answer=answer, uses=())
    if (
        turn is None
        or nothing
        or alone.answer.status == "chat"
        or alone.query is None
        or alone.parts
    ):
        return alone
    found = _followed(asked, alone, turn, knowledge)
    return replace(found or _with_turn(asked, alone, turn, knowledge), earlier=turn)


def _leans_on_nothing(alone: Trace) -> bool:
    """公报呢, with nothing before it: it asks nothing by itself."""
    reading = Reading(as_read(alone.question.text, alone.mentions), alone.mentions)
    plain = alone.answer.status == "answered" and alone.rule == LOOKED_UP
    return plain and leaning(alone.question.text) and not reading.asks


def _followed(asked: str, alone: Trace, turn: Turn, knowledge: Knowledge) -> Trace | None:
    """What a turn means after the one before by the grammar.

    One that is answered by itself is completed only where it asks nothing (门户网站上的呢).
    """
    whole = alone.answer.status == "answered"
    text, mentions, index = alone.question.text, alone.mentions, knowledge.indexes[0]
    one_of_several = ONE_OF.search(text) and len({m.text for m in turn.reading.places}) > 1
    if one_of_several or (whole and Reading(as_read(text, mentions), mentions).asks):
        return None
    before = _meant(turn, knowledge)
    if before is None:
        return None
    found = follow(text, mentions, before, knowledge, facts_of(knowledge, text), whole)
    if found is None:
        return None
    question = replace(alone.question, asked=asked, after=turn.text)
    answer = word(question, found.finding, index, knowledge.wording)
    rule = f"语法：{found.tree.op}"
    return replace(
        alone,
        question=question,
        rule=rule,
        finding=found.finding,
        answer=answer,
        tree=found.tree,
        uses=(),
    )


def _meant(turn: Turn, knowledge: Knowledge) -> Before | None:
    """What the turns before meant, by the grammar: it has to find what they found."""
    found = frozenset(f.id for f in turn.finding.facts if isinstance(f, Figure))
    tree = turn.tree or read_alone(turn.text, turn.reading.mentions, found, knowledge)
    earlier = _meant(turn.earlier, knowledge) if tree and turn.earlier else None
    return remember(tree, earlier) if tree else None


def _with_turn(asked: str, alone: Trace, turn: Turn, knowledge: Knowledge) -> Trace:
    """A short question is completed by the turn before, unless it holds a word not understood."""
    reading = Reading(as_read(alone.question.text, alone.mentions), alone.mentions)
    if any(m.is_unknown() for m in reading.content) or _names_unknown(alone):
        return alone
    if unclear := _which_one(asked, alone, turn, knowledge):
        return unclear
    if turn.offered and not (reading.asks or reading.operators):
        return _named_choice(asked, alone, reading, turn, knowledge)
    part = _part(asked, alone, reading, turn, knowledge)
    if part:
        return part
    short = is_short(reading)
    leaning = leans(reading)
    complete = bool(alone.answer.values) or (
        bool(alone.answer.polarity) and len(reading.content) > 1
    )
    changed = asks_only_change(reading)
    if changed and _stands_with(alone, turn):
        return alone
    if not (leaning or changed) and alone.answer.status == "answered" and (complete or not short):
        return alone
    for text in completions(reading, turn):
        trace = carried(asked, text, knowledge)
        if trace.answer.status == "answered":
            return trace
    doubtful = not alone.answer.polarity and turn.finding.values
    if alone.answer.status == "answered" and (leaning or changed or doubtful):
        return carried(asked, next(completions(reading, turn), asked), knowledge)
    return alone


def _which_one(asked: str, alone: Trace, turn: Turn, knowledge: Knowledge) -> Trace | None:
    """它 after an answer about several places: asked back, never taken for one of them."""
    names = tuple(dict.fromkeys(m.text for m in turn.reading.places))
    text = alone.question.text
    if len(names) < 2 or not ONE_OF.search(text):
        return None
    traces = [ask(ONE_OF.sub(name, text), turn, knowledge) for name in names]
    offered = tuple(
        t.question.carried or t.question.text for t in traces if t.answer.status == "answered"
    )
    return offer(replace(alone.question, asked=asked), offered, knowledge, "which_one")


def _named_choice(
    asked: str, alone: Trace, reading: Reading, turn: Turn, knowledge: Knowledge
) -> Trace:
    """门户网站的 after a choice: the one that is called so, or the question before with that word; else again."""
    words = [m.text for m in reading.content if "frame" not in m.kinds()]
    fits = [q for q in turn.offered if words and all(word in q for word in words)]
    if len(fits) == 1:
        return carried(asked, fits[0], knowledge)
    measured = any(m.kinds() & {"measure", "action"} for m in reading.content)
    if (
        measured
        and alone.answer.status == "answered"
        and not any(word in q for word in words for q in turn.offered)
    ):
        # Another subject, and no word of what was offered.
        return alone
    for text in completions(reading, turn):
        trace = carried(asked, text, knowledge)
        if trace.answer.status == "answered":
            return trace
    question = replace(normalise(asked), asked=asked)
    return offer(question, tuple(fits or turn.offered), knowledge, AGAIN)


def offer(
    question: Question, offered: tuple[str, ...], knowledge: Knowledge, outcome: str
) -> Trace:
    """Questions to choose from, where it is not plain what is meant; nothing to choose is a refusal."""
    slots = {"list": "；".join(offered)}
    status, reason = ("clarify", None) if offered else ("unanswered", "not_understood")
    finding = Finding(status, outcome if offered else "neither", slots, reason=reason)
    answer = word(question, finding, knowledge.indexes[0], knowledge.wording)
    answer = replace(answer, suggestions=offered)
    return Trace(question, (), "", None, finding, answer)


def _stands_with(alone: Trace, turn: Turn) -> bool:
    """Does what is found stand in the sentence of the whole that the turn before found?"""
    before = {f.sentence for f in turn.finding.facts if isinstance(f, Figure) and not f.part_of}
    found = [f.sentence for f in alone.finding.facts if isinstance(f, Figure)]
    return bool(found) and set(found) <= before


def _part(
    asked: str, alone: Trace, reading: Reading, turn: Turn, knowledge: Knowledge
) -> Trace | None:
    """其中村里的有几名, 被纠错的有几件: a part of what the turn before found, where the words are its own."""
    known = turn.report.id == knowledge.indexes[0].report.id
    named = any(m.kinds() & {"place", "year", "card_place"} for m in reading.content)
    within = parts_of(turn) if known and not named else frozenset()
    if not within or not reading.asks & {"number", "money"} or _is_same(alone, turn):
        return None
    only = _only(knowledge, within)
    found = (
        carried(asked, text, only) for text in (*completions(reading, turn), alone.question.text)
    )
    part = next((t for t in found if _says_part(t, reading, only)), None)
    if part is None and says_within(alone.question.text):
        return carried(asked, next(completions(reading, turn), asked), only)
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


def _names_unknown(trace: Trace) -> bool:
    """Is it refused for a year, a place or an organ that it names itself?"""
    finding = trace.finding
    words = finding.slots.get("word", "").split("、") if finding.status == "unanswered" else ()
    return any(m.text in words and m.kinds() & NAMED for m in trace.mentions)


def carried(asked: str, text: str, knowledge: Knowledge) -> Trace:
    """A question that stands for another, which says in full what the turn before left unsaid."""
    question = normalise(text)
    return by_itself(replace(question, asked=asked, carried=text), knowledge)


def _several(question: Question, knowledge: Knowledge) -> Trace:
    """A line may hold several questions; each is answered by itself, after the one before."""
    whole = by_itself(question, knowledge)
    parts = split(question.text, whole.mentions)
    answered = whole.answer.status == "answered" and bool(whole.rule in WHOLE or whole.tree)
    twice = sum(bool(m.tags("ask") & COUNTS) for m in whole.mentions) > len(whole.answer.values)
    if len(parts) == 1 or (answered and not twice):
        return whole
    if len(parts) > MOST_PARTS:
        slots = {"count": str(len(parts)), "limit": str(MOST_PARTS)}
        finding = Finding("unanswered", "too_many_questions", slots, reason="not_understood")
        answer = word(question, finding, knowledge.indexes[0], knowledge.wording)
        return replace(whole, finding=finding, answer=answer)
    traces: list[Trace] = []
    for part in _of_all_years(parts):
        turn = turn_of(traces[-1], knowledge) if traces else None
        trace = ask(part, turn, knowledge)
        loose = turn and (
            _is_bare(trace)
            or _changes_another(trace, traces[-1])
            or _only_acts(trace, traces[-1])
            or _is_of_unknown(trace, traces)
        )
        traces.append(_dangling(trace, knowledge) if loose else trace)
    if answered and any(t.answer.status != "answered" for t in traces):
        return whole
    if all(t.answer.status != "answered" for t in traces):
        return whole if whole.answer.status != "answered" else traces[0]
    answer = join(question, [t.answer for t in traces], knowledge.wording)
    return replace(traces[0], question=question, answer=answer, parts=tuple(traces))


def _of_all_years(parts: Sequence[str]) -> list[str]:
    """累计网站公开多少条，公报多少条: what is asked of all years is asked so of the parts that follow."""
    said = next((word for word in CUMULATED if word in parts[0]), "")
    others = (part if CUMULATIVE.search(part) else said + part for part in parts[1:])
    return [parts[0], *others]


def _is_bare(trace: Trace) -> bool:
    """公报每期多少册，一年多少期: does a later part name nothing, and take nothing from the one before?"""
    reading = Reading(as_read(trace.question.text, trace.mentions), trace.mentions)
    named = [m for m in reading.content if not m.kinds() & {"frame", "period", "year"}]
    taken = trace.question.carried or trace.question.after
    counts = bool(reading.asks & COUNTS)
    return trace.answer.status == "answered" and counts and not (named or taken)


def _is_of_unknown(trace: Trace, before: Sequence[Trace]) -> bool:
    """2011年培训班几期、参训多少人次: is a part meant of a year or a body that the report knows nothing of?"""
    own = any(m.kinds() & NAMED and "frame" not in m.kinds() for m in trace.mentions)
    return not own and any(_names_unknown(earlier) for earlier in before)


def _only_acts(trace: Trace, before: Trace) -> bool:
    """办过几期培训，来了多少人: does a part name an act alone, where what it is of was not found?"""
    if before.answer.status == "answered" or trace.answer.status != "answered":
        return False
    reading = Reading(as_read(trace.question.text, trace.mentions), trace.mentions)
    named = [m for m in reading.content if not m.kinds() & {"frame", "period", "year"}]
    return bool(named) and all(
        m.kinds() <= {"action", "verb"} and len(m.text) < LONG for m in named
    )


def _changes_another(trace: Trace, before: Trace) -> bool:
    """主动公开多少条，比上年增长多少: does a part that only asks for a change give that of something else?"""
    reading = Reading(as_read(trace.question.text, trace.mentions), trace.mentions)
    named = [m for m in reading.content if not m.kinds() & {"frame", "period", "year"}]
    atoms = [{a for s in m.senses for a in s.atoms} for m in named]
    if not atoms or not all(each and each <= CHANGES for each in atoms):
        return False
    told = [f for f in before.finding.facts if isinstance(f, Figure)]
    changes = [f for f in trace.finding.facts if isinstance(f, Figure)]
    spans = [span for f in changes for span in f.inherits]
    return bool(changes) and not any(f.start <= start < f.end for f in told for start, _ in spans)


def _dangling(trace: Trace, knowledge: Knowledge) -> Trace:
    finding = Finding("unanswered", "not_stated", {"wanted": "number"}, reason="not_matched")
    answer = word(trace.question, finding, knowledge.indexes[0], knowledge.wording)
    return replace(trace, finding=finding, answer=answer, uses=(), tree=None)
