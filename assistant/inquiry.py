"""A question put to one report: by itself (`alone.by_itself`), in its several parts, and after the turn before."""

from __future__ import annotations

from dataclasses import replace

from assistant.alone import by_itself, carried
from assistant.applied import applied
from assistant.asked_back import named_choice, offer
from assistant.by_parts import after
from assistant.dialogue.ellipsis import Before, remember
from assistant.dialogue.following import follow
from assistant.dialogue.grammatical import facts_of, read_alone
from assistant.knowledge import Knowledge
from assistant.model import Card, Figure, Finding, Question
from assistant.partial import COUNTS, is_loose, names_unknown, of_all_years
from assistant.readable import LIMIT, foreign, unreadable
from assistant.steps.as_read import as_read
from assistant.steps.joined import join
from assistant.steps.normalise import normalise
from assistant.steps.reading.reading import Reading
from assistant.steps.recall import (
    ONE_OF,
    Turn,
    asks_only_change,
    completions,
    is_short,
    leaning,
    leans,
)
from assistant.steps.split import split
from assistant.steps.word import word
from assistant.trace import Trace
from assistant.upward import since_before, whole_above
from assistant.within import (
    counted_alike,
    dangling,
    goes_with,
    is_elsewhere,
    is_of_another_year,
    is_of_these,
    is_same,
    leaves_out,
    names_only,
    of_what,
    part_within,
    plainly,
    says_nothing,
    stands_with,
)
from assistant.worded import ABOUT, ground_of

# So much longer is a question that is read in shorter words.
REWORDED = 2
# So many questions in one line are answered; a line of more is asked to be divided.
MOST_PARTS = 12
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
    if turn and (mended := _corrected(asked, question, turn, knowledge)):
        return mended
    if put := _answered(asked, knowledge.speakers.put(question.text), turn, knowledge):
        return put
    if turn and (content := of_what(asked, turn, knowledge)):
        return replace(content, earlier=turn)
    closed = knowledge.language.words.closed
    plain = replace(question, text=plainly(question.text, closed)) if turn else question
    alone = _several(plain, knowledge)
    alone = applied(plain, alone, knowledge, turn.text if turn else "", _several) or alone
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
    reading = Reading(as_read(alone.question.text, alone.mentions), alone.mentions)
    found = whole_above(asked, alone, reading, turn, knowledge)
    found = found or since_before(asked, alone, turn, knowledge)
    found = found or _followed(asked, alone, turn, knowledge)
    found = after(found or _with_turn(asked, alone, turn, knowledge), alone, turn, knowledge)
    other = leaning(alone.question.text) and is_of_another_year(found, reading, turn)
    if other or is_elsewhere(found, turn, closed.there) or leaves_out(found, turn):
        found = dangling(found, knowledge)
    return replace(found, earlier=turn)


def _corrected(asked: str, question: Question, turn: Turn, knowledge: Knowledge) -> Trace | None:
    """不对，我问的是英德: the turn before with what is meant instead, where that is answered."""
    meant = knowledge.speakers.corrected(question.text, turn.text)
    return _answered(asked, meant, turn, knowledge)


def _answered(asked: str, meant: str, turn: Turn | None, knowledge: Knowledge) -> Trace | None:
    """What is meant by a question, where that is answered."""
    trace = ask(meant, turn, knowledge) if meant else None
    if trace is None or trace.answer.status != "answered":
        return None
    if turn and is_same(trace, turn) and trace.finding.values == turn.finding.values:
        # 不对，我要的是人数 is no answer that says the same again.
        return None
    answer = replace(trace.answer, question=asked)
    question = replace(trace.question, asked=asked)
    earlier = turn.earlier if turn else None
    return replace(trace, question=question, answer=answer, earlier=earlier)


def _leans_on_nothing(alone: Trace) -> bool:
    """公报呢, with nothing before it: it asks nothing by itself."""
    reading = Reading(as_read(alone.question.text, alone.mentions), alone.mentions)
    plain = alone.answer.status == "answered" and alone.rule == LOOKED_UP
    return plain and leaning(alone.question.text) and not reading.asks


def _followed(asked: str, alone: Trace, turn: Turn, knowledge: Knowledge) -> Trace | None:
    """What a turn means after the one before by the grammar.

    One that is answered by itself is completed only where it asks nothing (门户网站上的呢).
    """
    text, mentions, index = alone.question.text, alone.mentions, knowledge.indexes[0]
    few = knowledge.language.words.closed.few.search(text) is not None
    whole = alone.answer.status == "answered" and not few
    reading = Reading(as_read(text, mentions), mentions)
    one_of_several = ONE_OF.search(text) and len({m.text for m in turn.reading.places}) > 1
    if one_of_several or (whole and reading.asks):
        return None
    before = _meant(turn, knowledge)
    if before is None:
        return None
    found = follow(text, mentions, before, knowledge, facts_of(knowledge, text), whole)
    if found is None or not _counts_so(found.finding, reading, knowledge):
        return None
    if few and not is_of_these(found.finding, turn):
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


def _counts_so(finding: Finding, reading: Reading, knowledge: Knowledge) -> bool:
    """人数呢 after a question for money: is what was found counted in that?"""
    units = ground_of(knowledge.indexes[0], knowledge).units
    unit = reading.unit if reading.is_unit_implied else ""
    return all(units.fits(unit, v.unit) or units.fits_loosely(unit, v.unit) for v in finding.values)


def _meant(turn: Turn, knowledge: Knowledge) -> Before | None:
    """What the turns before meant, by the grammar: it has to find what they found."""
    found = frozenset(f.id for f in turn.finding.facts if isinstance(f, Figure))
    tree = turn.tree or read_alone(turn.text, turn.reading.mentions, found, knowledge)
    earlier = _meant(turn.earlier, knowledge) if tree and turn.earlier else None
    return remember(tree, earlier) if tree else None


def _with_turn(asked: str, alone: Trace, turn: Turn, knowledge: Knowledge) -> Trace:
    """A short question is completed by the turn before, unless it holds a word not understood."""
    reading = Reading(as_read(alone.question.text, alone.mentions), alone.mentions)
    if any(m.is_unknown() for m in reading.content) or names_unknown(alone):
        return alone
    if unclear := _which_one(asked, alone, turn, knowledge):
        return unclear
    if turn.offered and not (reading.asks or reading.operators):
        return named_choice(asked, alone, reading, turn, knowledge)
    part = part_within(asked, alone, reading, turn, knowledge)
    if part:
        return part
    # 政府信息公开收费了吗 says what it asks of, though it is read as 收费吗.
    reworded = len(normalise(asked).text) > len(alone.question.text) + REWORDED
    short = is_short(reading) and not reworded
    leaning = leans(reading)
    bare = names_only(reading) and not counted_alike(alone, turn)
    bare = bare or (says_nothing(reading) and not goes_with(alone, turn))
    complete = bool(alone.answer.values) or (
        bool(alone.answer.polarity) and len(reading.content) > 1
    )
    changed = asks_only_change(reading)
    if changed and stands_with(alone, turn):
        return alone
    leaning, few = leaning or bare, knowledge.language.words.closed.few
    if short and not reading.asks and not goes_with(alone, turn):
        # 其他的呢: of the row that was spoken of, before that of another.
        ways = (carried(asked, text, knowledge) for text in completions(reading, turn, few))
        beside = (t for t in ways if t.answer.status == "answered" and goes_with(t, turn))
        if (found := next(beside, None)) and not is_same(found, turn):
            return found
    if not (leaning or changed) and alone.answer.status == "answered" and (complete or not short):
        return alone
    for text in completions(reading, turn, few):
        trace = carried(asked, text, knowledge)
        if trace.answer.status == "answered" and not (changed and not goes_with(trace, turn)):
            return trace
    doubtful = not alone.answer.polarity and turn.finding.values
    if alone.answer.status == "answered" and (leaning or changed or doubtful):
        found = carried(asked, next(completions(reading, turn, few), asked), knowledge)
        loose = (changed or bare) and found.answer.status == "answered"
        loose = loose and not goes_with(found, turn)
        spoken_of = few.search(alone.question.text) is not None
        others = spoken_of and not is_of_these(found.finding, turn)
        return dangling(found, knowledge) if loose or others else found
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


def _several(question: Question, knowledge: Knowledge) -> Trace:
    """A line may hold several questions; each is answered by itself, after the one before."""
    whole = by_itself(question, knowledge)
    parts = split(question.text, whole.mentions)
    head, _, tail = question.text.rpartition(",")
    if len(parts) == 1 and head and knowledge.told.is_of_last(tail):
        # 开过几次发布会,都讲了啥: what it was about is asked of what stands before.
        parts = [head, tail]
    answered = whole.answer.status == "answered" and bool(whole.rule in WHOLE or whole.tree)
    twice = sum(bool(m.tags("ask") & COUNTS) for m in whole.mentions) > len(whole.answer.values)
    # What is asked of the report itself is read of every word.
    about = whole.rule == ABOUT and whole.answer.status == "answered"
    if len(parts) == 1 or (answered and not twice) or about:
        return whole
    if len(parts) > MOST_PARTS:
        slots = {"count": str(len(parts)), "limit": str(MOST_PARTS)}
        finding = Finding("unanswered", "too_many_questions", slots, reason="not_understood")
        answer = word(question, finding, knowledge.indexes[0], knowledge.wording)
        return replace(whole, finding=finding, answer=answer)
    traces: list[Trace] = []
    for part in of_all_years(parts):
        turn = turn_of(traces[-1], knowledge) if traces else None
        trace = ask(part, turn, knowledge)
        loose = turn and is_loose(trace, traces)
        traces.append(dangling(trace, knowledge) if loose else trace)
    if answered and any(t.answer.status != "answered" for t in traces):
        return whole
    if all(t.answer.status != "answered" for t in traces):
        return whole if whole.answer.status != "answered" else traces[0]
    answer = join(question, [t.answer for t in traces], knowledge.wording)
    return replace(traces[0], question=question, answer=answer, parts=tuple(traces))
